// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/catalog.h"
#include "stripe/requests/customers.h"
#include "stripe/requests/events.h"
#include "stripe/requests/invoices.h"
#include "stripe/requests/payments.h"
#include "stripe/requests/subscriptions.h"
#include "stripe/wire.h"
#include "stripecontract.h"

#include <QTest>

using namespace stripe;

Q_DECLARE_METATYPE(stripe::Call)

class TestRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheContract_data();
    void keepsTheContract();
    void saysExactlyThis_data();
    void saysExactlyThis();
    void carriesTheKeyOfPostsOnly();
    void knowsShapesByVersion_data();
    void knowsShapesByVersion();

private:
    const StripeContract m_contract{QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json")};
};

namespace {

const QDateTime time2024 = QDateTime::fromSecsSinceEpoch(1'704'067'200, Qt::UTC);

/// Every field set, with values that need encoding.
CustomerFields fullCustomer()
{
    return {.email = u"a+b@acme.example"_qs,
            .name = u"Ä & B = [C]"_qs,
            .phone = QString(),
            .description = u"x"_qs,
            .address = {{u"line1"_qs, u"Street 1"_qs}, {u"country"_qs, u"DE"_qs}},
            .metadata = {{u"tenant id"_qs, u"42"_qs}, {u"gone"_qs, QString()}},
            .taxExempt = u"reverse"_qs,
            .paymentMethod = {},
            .defaultPaymentMethod = u"pm_1"_qs};
}

NewSubscription fullSubscription()
{
    return {.customerId = u"cus_1"_qs,
            .items = {{.priceId = u"price_1"_qs, .quantity = 3, .metadata = {{u"a"_qs, u"b"_qs}}},
                      {.priceId = u"price_metered"_qs, .quantity = {}}},
            .trialDays = 14,
            .collectionMethod = u"send_invoice"_qs,
            .daysUntilDue = 30,
            .defaultPaymentMethod = u"pm_1"_qs,
            .paymentBehavior = u"allow_incomplete"_qs,
            .couponId = u"SAVE"_qs,
            .metadata = {{u"op_id"_qs, u"7"_qs}}};
}

SubscriptionChange fullChange()
{
    return {.items = {{.itemId = u"si_1"_qs, .priceId = u"price_2"_qs, .quantity = 5},
                      {.itemId = u"si_2"_qs,
                       .priceId = {},
                       .quantity = {},
                       .isRemoved = true,
                       .clearsUsage = true}},
            .prorationBehavior = u"always_invoice"_qs,
            .prorationDate = time2024,
            .paymentBehavior = u"error_if_incomplete"_qs,
            .cancelAtPeriodEnd = true,
            .cancellationComment = u"bye"_qs,
            .cancellationFeedback = u"too_expensive"_qs,
            .defaultPaymentMethod = u"pm_1"_qs,
            .endsTrialNow = true,
            .metadata = {{u"op_id"_qs, u"7"_qs}}};
}

ListPage fullPage()
{
    return {.limit = 50,
            .startingAfter = u"x_1"_qs,
            .endingBefore = {},
            .createdFrom = time2024,
            .createdUntil = time2024.addDays(1)};
}

} // namespace

void TestRequests::keepsTheContract_data()
{
    QTest::addColumn<Call>("call");
    const auto row = [](const char *name, const Call &call) { QTest::newRow(name) << call; };
    CustomerFields created = fullCustomer();
    created.paymentMethod = u"pm_card_visa"_qs;
    row("create a customer", createCustomer(created, "key"));
    row("create an empty customer", createCustomer({}, "key"));
    row("retrieve a customer", retrieveCustomer(u"cus_1"_qs));
    row("update a customer", updateCustomer(u"cus_1"_qs, fullCustomer(), "key"));
    row("list customers", listCustomers(fullPage(), u"a@b.example"_qs));
    row("retrieve a product", retrieveProduct(u"prod_1"_qs));
    row("list products", listProducts(fullPage(), true));
    row("retrieve a price", retrievePrice(u"price_1"_qs));
    row("list prices",
        listPrices(fullPage(),
                   {.active = false,
                    .productId = u"prod_1"_qs,
                    .currency = u"eur"_qs,
                    .type = u"recurring"_qs}));
    row("create a subscription", createSubscription(fullSubscription(), "key"));
    row("retrieve a subscription", retrieveSubscription(u"sub_1"_qs));
    row("update a subscription", updateSubscription(u"sub_1"_qs, fullChange(), "key"));
    row("take a cancellation back",
        updateSubscription(u"sub_1"_qs,
                           {.cancelAtPeriodEnd = false,
                            .cancellationComment = QString(),
                            .cancellationFeedback = QString()},
                           "key"));
    row("cancel now", cancelSubscriptionNow(u"sub_1"_qs));
    row("cancel now, with everything",
        cancelSubscriptionNow(u"sub_1"_qs,
                              {.invoicesNow = true,
                               .prorates = true,
                               .comment = u"bye"_qs,
                               .feedback = u"unused"_qs}));
    row("list subscriptions",
        listSubscriptions(fullPage(), {.customerId = u"cus_1"_qs, .priceId = u"price_1"_qs}));
    row("retrieve an invoice", retrieveInvoice(u"in_1"_qs));
    row("list invoices",
        listInvoices(
            fullPage(),
            {.customerId = u"cus_1"_qs, .subscriptionId = u"sub_1"_qs, .status = u"open"_qs}));
    row("retrieve a payment intent", retrievePaymentIntent(u"pi_1"_qs));
    row("list payment intents", listPaymentIntents(fullPage(), u"cus_1"_qs));
    row("attach a payment method", attachPaymentMethod(u"pm_card_visa"_qs, u"cus_1"_qs, "key"));
    row("list events", listEvents(fullPage(), {u"invoice.paid"_qs, u"customer.created"_qs}));
    row("list events backwards", listEvents({.endingBefore = u"evt_1"_qs}));
    row("retrieve an event", retrieveEvent(u"evt_1"_qs));
    row("retrieve the account", retrieveAccount());
    // The document describes 2023-10-16; of the later shapes only what it knows can be judged.
    row("retrieve a subscription, 2025-03-31", retrieveSubscription(u"sub_1"_qs, Shape::Basil));
    row("list invoices, 2025-03-31", listInvoices({}, {}, Shape::Basil));
    row("list subscriptions, 2025-09-30", listSubscriptions({}, {}, Shape::Clover));
    row("create a subscription, 2025-03-31",
        createSubscription(fullSubscription(), "key", Shape::Basil));
}

void TestRequests::keepsTheContract()
{
    QFETCH(Call, call);
    QCOMPARE(m_contract.checkRequest(toText(call.method), call.path, call.form), QStringList());
}

void TestRequests::saysExactlyThis_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const Call &call, const char *line) {
        QTest::newRow(name) << call << QByteArray(line);
    };
    row("ids are encoded", retrieveCustomer(u"cus/../1?x"_qs),
        "GET /v1/customers/cus%2F..%2F1%3Fx");
    row("an empty id leaves a path that is refused", retrieveCustomer({}), "GET /v1/customers/");
    row("present and empty clears, absent stays",
        updateCustomer(u"cus_1"_qs, {.email = u"a+b@c.example"_qs, .phone = QString()}, "key"),
        "POST /v1/customers/cus_1 email=a%2Bb%40c.example&phone=");
    row("a plan is changed on its item",
        updateSubscription(u"sub_1"_qs,
                           {.items = {{.itemId = u"si_1"_qs, .priceId = u"price_2"_qs}},
                            .prorationBehavior = u"create_prorations"_qs},
                           "key"),
        "POST /v1/subscriptions/sub_1 items[0][id]=si_1&items[0][price]=price_2&"
        "proration_behavior=create_prorations");
    row("canceled subscriptions are listed too", listSubscriptions(),
        "GET /v1/subscriptions status=all&limit=100");
    row("pages are of 100 at most", listCustomers({.limit = 5000}), "GET /v1/customers limit=100");
    row("an interval of time is half open", listInvoices(fullPage()),
        "GET /v1/invoices limit=50&starting_after=x_1&created[gte]=1704067200&"
        "created[lt]=1704153600");
    row("canceling with no more said", cancelSubscriptionNow(u"sub_1"_qs),
        "DELETE /v1/subscriptions/sub_1");
    row("discounts are ids since 2025-03-31", retrieveSubscription(u"sub_1"_qs, Shape::Basil),
        "GET /v1/subscriptions/sub_1 expand[0]=discounts");
    row("coupons are ids since 2025-09-30", listSubscriptions({}, {.status = {}}, Shape::Clover),
        "GET /v1/subscriptions expand[0]=data.discounts.source.coupon&limit=100");
    row("payments stand apart since 2025-03-31", retrieveInvoice(u"in_1"_qs, Shape::Clover),
        "GET /v1/invoices/in_1 expand[0]=payments");
}

void TestRequests::saysExactlyThis()
{
    QFETCH(Call, call);
    const QByteArray line = toText(call.method) + (' ' + call.path.toUtf8());
    QTEST(call.form.isEmpty() ? line : line + ' ' + call.form, "line");
}

void TestRequests::carriesTheKeyOfPostsOnly()
{
    QCOMPARE(createCustomer({}, "key-1").idempotencyKey, QByteArray("key-1"));
    QVERIFY(cancelSubscriptionNow(u"sub_1"_qs).idempotencyKey.isEmpty());
    QVERIFY(retrieveAccount().idempotencyKey.isEmpty());
}

void TestRequests::knowsShapesByVersion_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("shape");
    const auto row = [](const char *version, Shape shape) {
        QTest::newRow(version) << QByteArray(version) << static_cast<int>(shape);
    };
    row("2023-10-16", Shape::Original);
    row("2025-02-24.acacia", Shape::Original);
    row("2025-03-31.basil", Shape::Basil);
    row("2025-08-27.basil", Shape::Basil);
    row("2025-09-30.clover", Shape::Clover);
    row("2026-03-25.dahlia", Shape::Clover);
    row("2026-09-30.endive", Shape::Clover);
    row("2031-01-01.unheard_of", Shape::Clover);
    row("", Shape::Original);
}

void TestRequests::knowsShapesByVersion()
{
    QFETCH(QByteArray, version);
    QTEST(static_cast<int>(shapeOf(version)), "shape");
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
