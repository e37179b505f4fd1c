// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/event.h"
#include "stripe/objects/parse.h"
#include "stripe/secrets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class TestObjects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACustomer();
    void readsADeletedCustomer();
    void readsProductsAndPrices();
    void readsASubscriptionInBothShapes_data();
    void readsASubscriptionInBothShapes();
    void readsSubscriptionStates_data();
    void readsSubscriptionStates();
    void readsItemsWithPeriodsOfTheirOwn();
    void readsDiscounts_data();
    void readsDiscounts();
    void readsAnInvoiceInBothShapes_data();
    void readsAnInvoiceInBothShapes();
    void readsExpandedFields();
    void readsAFailedPayment();
    void readsAPaymentInTheNewShape();
    void ignoresWhatItDoesNotKnow();
    void keepsIntegersExact();
    void refusesOtherObjects_data();
    void refusesOtherObjects();
    void dropsSecretsAtAnyDepth();
    void completesTheSnapshot();
    void readsAnAccount();
};

namespace {

QJsonObject fixture(const char *name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

} // namespace

void TestObjects::readsACustomer()
{
    const auto customer = stripe::customerFromJson(fixture("customer.json"));
    QVERIFY(customer.has_value());
    QCOMPARE(customer->id, QStringLiteral("cus_PFxAcmeAnalyt01"));
    QVERIFY(!customer->deleted);
    QCOMPARE(customer->email, QStringLiteral("billing@acme-analytics.example"));
    QCOMPARE(customer->name, QStringLiteral("Acme Analytics Ltd"));
    QVERIFY(customer->phone.isEmpty());
    QCOMPARE(customer->taxExempt, QStringLiteral("none"));
    QCOMPARE(customer->currency, QStringLiteral("usd"));
    QCOMPARE(customer->defaultPaymentMethod, QStringLiteral("pm_1OFxVisa4242Fixture000001"));
    QCOMPARE(customer->balance, 0);
    QCOMPARE(customer->address.value(QLatin1String("city")).toString(), QStringLiteral("Austin"));
    QCOMPARE(customer->preferredLocales, QStringList{QStringLiteral("en")});
    QCOMPARE(customer->metadata.value(QLatin1String("crm_id")).toString(), QStringLiteral("88213"));
    QCOMPARE(customer->created, at(1696118400));
}

void TestObjects::readsADeletedCustomer()
{
    const auto customer = stripe::customerFromJson(fixture("customer_deleted.json"),
                                                   {.livemode = true, .asOf = at(5)});
    QVERIFY(customer.has_value());
    QVERIFY(customer->deleted);
    QCOMPARE(customer->id, QStringLiteral("cus_PFxDeleted000001"));
    QVERIFY(!customer->created.isValid());
    QVERIFY(customer->snapshot.livemode); // the stub does not say: the origin does
}

void TestObjects::readsProductsAndPrices()
{
    const auto product = stripe::productFromJson(fixture("product.json"));
    QVERIFY(product.has_value());
    QVERIFY(product->active);
    QVERIFY(!product->name.isEmpty());

    const auto licensed = stripe::priceFromJson(fixture("price_licensed.json"));
    QVERIFY(licensed.has_value());
    QCOMPARE(licensed->productId, QStringLiteral("prod_PFxProPlan0001"));
    QCOMPARE(licensed->unitAmount, 4900);
    QCOMPARE(licensed->unitAmountDecimal, QStringLiteral("4900"));
    QCOMPARE(licensed->usageType, core::UsageType::Licensed);
    QCOMPARE(*licensed->recurrence, (core::Recurrence{QStringLiteral("month"), 1}));

    const auto metered = stripe::priceFromJson(fixture("price_metered.json"));
    QVERIFY(metered.has_value());
    QVERIFY(!metered->unitAmount.has_value());
    QCOMPARE(metered->unitAmountDecimal, QStringLiteral("0.2"));
    QCOMPARE(metered->usageType, core::UsageType::Metered);

    const auto tiered = stripe::priceFromJson(fixture("price_metered_tiered.json"));
    QVERIFY(tiered.has_value());
    QCOMPARE(tiered->billingScheme, QStringLiteral("tiered"));
    QVERIFY(!tiered->unitAmount.has_value());
    QVERIFY(tiered->unitAmountDecimal.isEmpty());

    const auto once = stripe::priceFromJson(
        json(R"({"id":"price_1","object":"price","recurring":null,"type":"one_time"})"));
    QVERIFY(once.has_value());
    QVERIFY(!once->recurrence.has_value());
}

void TestObjects::readsASubscriptionInBothShapes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("2023-10-16") << QByteArray("subscription_active.json");
    QTest::newRow("2025-03-31 and later") << QByteArray("basil_subscription_active.json");
}

void TestObjects::readsASubscriptionInBothShapes()
{
    QFETCH(QByteArray, file);
    const auto subscription = stripe::subscriptionFromJson(fixture(file.constData()));
    QVERIFY(subscription.has_value());
    QCOMPARE(subscription->id, QStringLiteral("sub_1OFxAcmeSubscription0001"));
    QCOMPARE(subscription->customerId, QStringLiteral("cus_PFxAcmeAnalyt01"));
    QCOMPARE(subscription->status, QStringLiteral("active"));
    QCOMPARE(subscription->currency, QStringLiteral("usd"));
    QCOMPARE(subscription->collectionMethod, QStringLiteral("charge_automatically"));
    QCOMPARE(subscription->currentPeriodStart, at(1701388800));
    QCOMPARE(subscription->currentPeriodEnd, at(1704067200));
    QCOMPARE(subscription->latestInvoiceId, QStringLiteral("in_1OFxRenewalPaid0000000002"));
    QCOMPARE(subscription->defaultPaymentMethod, QStringLiteral("pm_1OFxVisa4242Fixture000001"));
    QVERIFY(!subscription->endedAt.isValid());
    QVERIFY(!subscription->hasMoreItems);
    QCOMPARE(subscription->items.size(), 2);
    const core::SubscriptionItem &seats = subscription->items.first();
    QCOMPARE(seats.priceId, QStringLiteral("price_1OFxProMonthlyUsd000001"));
    QCOMPARE(seats.productId, QStringLiteral("prod_PFxProPlan0001"));
    QCOMPARE(seats.quantity, 3);
    QCOMPARE(seats.unitAmount, 4900);
    QCOMPARE(seats.currency, QStringLiteral("usd"));
    QCOMPARE(seats.recurrence, (core::Recurrence{QStringLiteral("month"), 1}));
    QCOMPARE(seats.periodStart, at(1701388800));
    QCOMPARE(seats.periodEnd, at(1704067200));
    const core::SubscriptionItem &usage = subscription->items.last();
    QCOMPARE(usage.usageType, core::UsageType::Metered);
    QVERIFY(!usage.quantity.has_value());
    QVERIFY(!usage.unitAmount.has_value());
    QCOMPARE(usage.unitAmountDecimal, QStringLiteral("0.2"));
}

void TestObjects::readsSubscriptionStates_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("status");
    for (const char *status : {"incomplete", "past_due", "trialing", "canceled"})
        QTest::newRow(status) << "subscription_" + QByteArray(status) + ".json"
                              << QString::fromLatin1(status);
}

void TestObjects::readsSubscriptionStates()
{
    QFETCH(QByteArray, file);
    const auto subscription = stripe::subscriptionFromJson(fixture(file.constData()));
    QVERIFY(subscription.has_value());
    QTEST(subscription->status, "status");
    const bool isCanceled = subscription->status == QLatin1String("canceled");
    QCOMPARE(subscription->endedAt.isValid(), isCanceled);
    QCOMPARE(subscription->trialEnd.isValid(), subscription->status == QLatin1String("trialing"));

    const auto ending =
        stripe::subscriptionFromJson(fixture("subscription_cancel_at_period_end.json"));
    QVERIFY(ending.has_value() && ending->cancelAtPeriodEnd);
    QVERIFY(ending->cancelAt.isValid() && ending->canceledAt.isValid());
    QVERIFY(!ending->endedAt.isValid());
}

void TestObjects::readsItemsWithPeriodsOfTheirOwn()
{
    const auto subscription = stripe::subscriptionFromJson(
        json(R"({"id":"sub_1","object":"subscription","items":{"object":"list","has_more":true,)"
             R"("data":[{"id":"si_1","current_period_start":100,"current_period_end":200,)"
             R"("plan":{"id":"plan_old","amount":500,"currency":"eur","interval":"year",)"
             R"("interval_count":2,"product":"prod_1","usage_type":"licensed"},"quantity":1},)"
             R"({"id":"si_2","current_period_start":150,"current_period_end":900,)"
             R"("price":{"id":"price_2"}}]}})"));
    QVERIFY(subscription.has_value());
    QCOMPARE(subscription->currentPeriodStart, at(150)); // of the item that ends last
    QCOMPARE(subscription->currentPeriodEnd, at(900));
    QVERIFY(subscription->hasMoreItems);
    const core::SubscriptionItem &old = subscription->items.first();
    QCOMPARE(old.periodEnd, at(200));
    QCOMPARE(old.priceId, QStringLiteral("plan_old")); // an item from before prices
    QCOMPARE(old.unitAmount, 500);
    QCOMPARE(old.recurrence, (core::Recurrence{QStringLiteral("year"), 2}));
}

void TestObjects::readsDiscounts_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QStringList>("coupons"); // "id percentOff amountOff duration"
    const QByteArray coupon = R"({"id":"SAVE","percent_off":12.5,"duration":"forever"})";
    const QByteArray discount = R"({"id":"di_1","coupon":)" + coupon + "}";
    const QStringList one{QStringLiteral("SAVE 12.5 - forever")};
    QTest::newRow("none") << QByteArray(R"("discount":null,"discounts":[])") << QStringList();
    QTest::newRow("the older single one") << R"("discount":)" + discount << one;
    QTest::newRow("the older one, and its id")
        << R"("discounts":["di_1"],"discount":)" + discount << one;
    QTest::newRow("the same twice, both expanded")
        << R"("discount":)" + discount + R"(,"discounts":[)" + discount + "]" << one;
    QTest::newRow("ids that were not expanded")
        << QByteArray(R"("discounts":["di_1","di_2"])") << QStringList();
    QTest::newRow("2025-09-30: coupon in source")
        << R"("discounts":[{"id":"di_1","source":{"type":"coupon","coupon":)" + coupon + "}}]"
        << one;
    QTest::newRow("2025-09-30: coupon as an id")
        << QByteArray(R"("discounts":[{"id":"di_1","source":{"coupon":"SAVE"}}])")
        << QStringList{QStringLiteral("SAVE - - ")};
    QTest::newRow("two, one of them an amount")
        << R"("discounts":[)" + discount
            + R"(,{"id":"di_2","coupon":{"id":"TEN","amount_off":1000,"duration":"once"}}])"
        << QStringList{one.first(), QStringLiteral("TEN - 1000 once")};
}

void TestObjects::readsDiscounts()
{
    QFETCH(QByteArray, fields);
    const auto subscription = stripe::subscriptionFromJson(
        json(R"({"id":"sub_1","object":"subscription",)" + fields + "}"));
    QVERIFY(subscription.has_value());
    QStringList coupons;
    for (const core::Discount &discount : subscription->discounts) {
        const QString none = QStringLiteral("-");
        coupons.append(QStringLiteral("%1 %2 %3 %4")
                           .arg(discount.couponId,
                                discount.percentOff ? QString::number(*discount.percentOff) : none,
                                discount.amountOff ? QString::number(*discount.amountOff) : none,
                                discount.duration));
    }
    QTEST(coupons, "coupons");
}

void TestObjects::readsAnInvoiceInBothShapes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("paymentIntent");
    QTest::addColumn<QString>("billingReason");
    const QString intent = QStringLiteral("pi_3OFxRenewalSucceeded00002");
    const QString cycle = QStringLiteral("subscription_cycle");
    QTest::newRow("2023-10-16") << QByteArray("invoice_paid.json") << intent << cycle;
    QTest::newRow("with fields and words nobody has documented")
        << QByteArray("invoice_paid__undocumented_extras.json") << intent
        << QStringLiteral("some_future_reason");
    QTest::newRow("2025-03-31 and later")
        << QByteArray("basil_invoice_paid.json") << QString() << cycle;
    QTest::newRow("2025-03-31 and later, payments expanded")
        << QByteArray("basil_invoice_paid__expand_payments.json") << intent << cycle;
}

void TestObjects::readsAnInvoiceInBothShapes()
{
    QFETCH(QByteArray, file);
    const auto invoice = stripe::invoiceFromJson(fixture(file.constData()));
    QVERIFY(invoice.has_value());
    QTEST(invoice->paymentIntentId, "paymentIntent");
    QCOMPARE(invoice->id, QStringLiteral("in_1OFxRenewalPaid0000000002"));
    QCOMPARE(invoice->number, QStringLiteral("ACME1234-0002"));
    QCOMPARE(invoice->customerId, QStringLiteral("cus_PFxAcmeAnalyt01"));
    QCOMPARE(invoice->subscriptionId, QStringLiteral("sub_1OFxAcmeSubscription0001"));
    QCOMPARE(invoice->status, QStringLiteral("paid"));
    QTEST(invoice->billingReason, "billingReason");
    QCOMPARE(invoice->amountDue, 18886);
    QCOMPARE(invoice->amountPaid, 18886);
    QCOMPARE(invoice->amountRemaining, 0);
    QCOMPARE(invoice->subtotal, 17169);
    QCOMPARE(invoice->tax, 1717);
    QCOMPARE(invoice->total, 18886);
    QCOMPARE(invoice->attemptCount, 1);
    QVERIFY(invoice->attempted);
    QVERIFY(!invoice->nextPaymentAttempt.isValid());
    QCOMPARE(invoice->finalizedAt, at(1701392412));
    QCOMPARE(invoice->paidAt, at(1701392418));
    QVERIFY(!invoice->voidedAt.isValid());
    QCOMPARE(invoice->periodEnd, at(1701388800));
    QVERIFY(invoice->hostedInvoiceUrl.startsWith(QLatin1String("https://")));
    QCOMPARE(invoice->priceIds,
             (QStringList{QStringLiteral("price_1OFxApiCallsMetered0001"),
                          QStringLiteral("price_1OFxProMonthlyUsd000001")}));
}

void TestObjects::readsExpandedFields()
{
    const auto invoice = stripe::invoiceFromJson(
        json(R"({"id":"in_1","object":"invoice","customer":{"id":"cus_1","object":"customer",)"
             R"("deleted":true},"subscription":{"id":"sub_1"},"payment_intent":{"id":"pi_1",)"
             R"("client_secret":"pi_1_secret"},"lines":{"data":[{"price":{"id":"price_1"}},)"
             R"({"pricing":{"price_details":{"price":{"id":"price_2"}}}},{"plan":{"id":"plan_3"}},)"
             R"({"price":{"id":"price_1"}},{}]}})"));
    QVERIFY(invoice.has_value());
    QCOMPARE(invoice->customerId, QStringLiteral("cus_1"));
    QCOMPARE(invoice->subscriptionId, QStringLiteral("sub_1"));
    QCOMPARE(invoice->paymentIntentId, QStringLiteral("pi_1"));
    QCOMPARE(invoice->priceIds,
             (QStringList{QStringLiteral("price_1"), QStringLiteral("price_2"),
                          QStringLiteral("plan_3")}));
    // Of several payments the default one counts, whatever its place.
    const auto paid = stripe::invoiceFromJson(
        json(R"({"id":"in_1","object":"invoice","payments":{"data":[)"
             R"({"is_default":false,"payment":{"payment_intent":"pi_other"}},)"
             R"({"is_default":true,"payment":{"payment_intent":{"id":"pi_default"}}}]}})"));
    QVERIFY(paid.has_value());
    QCOMPARE(paid->paymentIntentId, QStringLiteral("pi_default"));
}

void TestObjects::readsAFailedPayment()
{
    const auto intent = stripe::paymentIntentFromJson(fixture("payment_intent_failed.json"));
    QVERIFY(intent.has_value());
    QCOMPARE(intent->status, QStringLiteral("requires_payment_method"));
    QCOMPARE(intent->invoiceId, QStringLiteral("in_1OFxRenewalOpen0000000003"));
    QCOMPARE(intent->amount, 18886);
    QCOMPARE(intent->amountReceived, 0);
    QCOMPARE(intent->lastErrorCode, QStringLiteral("insufficient_funds")); // before card_declined
    QCOMPARE(intent->lastErrorMessage, QStringLiteral("Your card has insufficient funds."));
    QCOMPARE(intent->latestCharge, QStringLiteral("ch_3OFxRenewalFailed00000003"));
    QCOMPARE(intent->paymentMethodTypes, QStringList{QStringLiteral("card")});
    QVERIFY(!intent->snapshot.raw.contains(QLatin1String("client_secret")));

    const auto expired = stripe::paymentIntentFromJson(
        json(R"({"id":"pi_1","object":"payment_intent","last_payment_error":)"
             R"({"code":"expired_card","decline_code":null}})"));
    QVERIFY(expired.has_value());
    QCOMPARE(expired->lastErrorCode, QStringLiteral("expired_card"));
}

void TestObjects::readsAPaymentInTheNewShape()
{
    const auto intent =
        stripe::paymentIntentFromJson(fixture("basil_payment_intent_succeeded.json"));
    QVERIFY(intent.has_value());
    QCOMPARE(intent->status, QStringLiteral("succeeded"));
    QVERIFY(intent->invoiceId.isEmpty());
    QCOMPARE(intent->amountReceived, 18886);
}

void TestObjects::ignoresWhatItDoesNotKnow()
{
    // Every field of a wrong type, and a status from the future.
    const auto subscription = stripe::subscriptionFromJson(
        json(R"({"id":"sub_1","object":"subscription","status":"hibernating","customer":7,)"
             R"("items":"none","discounts":{"data":[5]},"current_period_end":"soon",)"
             R"("metadata":[],"cancel_at_period_end":"yes","new_field":{"deep":[1]}})"));
    QVERIFY(subscription.has_value());
    QCOMPARE(subscription->status, QStringLiteral("hibernating"));
    QVERIFY(subscription->customerId.isEmpty());
    QVERIFY(subscription->items.isEmpty());
    QVERIFY(!subscription->currentPeriodEnd.isValid());
    QVERIFY(!subscription->cancelAtPeriodEnd);
    QVERIFY(subscription->snapshot.raw.contains(QLatin1String("new_field")));
}

void TestObjects::keepsIntegersExact()
{
    const auto invoice = stripe::invoiceFromJson(
        json(R"({"id":"in_1","object":"invoice","total":9007199254740993,)"
             R"("amount_due":-9223372036854775808,"tax":null,"total_taxes":[)"
             R"({"amount":9007199254740992},{"amount":1}]})"));
    QVERIFY(invoice.has_value());
    QCOMPARE(invoice->total, Q_INT64_C(9007199254740993));
    QCOMPARE(invoice->amountDue, std::numeric_limits<qint64>::min());
    QCOMPARE(invoice->tax, Q_INT64_C(9007199254740993));
    const QByteArray kept = QJsonDocument(invoice->snapshot.raw).toJson(QJsonDocument::Compact);
    QVERIFY(kept.contains(R"("total":9007199254740993)"));
}

void TestObjects::refusesOtherObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << QByteArray("{}") << QStringLiteral("object");
    QTest::newRow("another kind") << QByteArray(R"({"id":"sub_1","object":"subscription"})")
                                  << QStringLiteral("object");
    QTest::newRow("an upcoming invoice has no id")
        << QByteArray(R"({"object":"invoice","amount_due":5})") << QStringLiteral("id");
    QTest::newRow("an id that is no text")
        << QByteArray(R"({"id":7,"object":"invoice"})") << QStringLiteral("id");
}

void TestObjects::refusesOtherObjects()
{
    QFETCH(QByteArray, text);
    const auto invoice = stripe::invoiceFromJson(json(text));
    QVERIFY(!invoice.has_value());
    QCOMPARE(invoice.error().kind, core::Error::Kind::Invalid);
    QTEST(invoice.error().field, "field");
}

void TestObjects::dropsSecretsAtAnyDepth()
{
    const QJsonObject clean = stripe::withoutSecrets(
        json(R"({"id":"x","client_secret":"s1","a":[{"secret":"s2","b":{"client_secret":"s3"}},)"
             R"(["plain",[{"secret":"s4"}]]],"confirmation_secret":{"client_secret":"s5"},)"
             R"("secret_santa":"stays","n":9007199254740993})"));
    const QByteArray text = QJsonDocument(clean).toJson(QJsonDocument::Compact);
    for (const char *secret : {"s1", "s2", "s3", "s4", "s5"})
        QVERIFY2(!text.contains(QByteArray("\"") + secret), secret);
    QVERIFY(text.contains("stays") && text.contains("plain"));
    QVERIFY(text.contains("9007199254740993"));

    const QJsonObject endpoint = fixture("webhook_endpoint_created.json");
    QVERIFY(endpoint.contains(QLatin1String("secret")));
    QVERIFY(!stripe::withoutSecrets(endpoint).contains(QLatin1String("secret")));
}

void TestObjects::completesTheSnapshot()
{
    const core::Snapshot origin{.livemode = true,
                                .apiVersion = QStringLiteral("2023-10-16"),
                                .asOf = at(77),
                                .source = core::Snapshot::Source::Event,
                                .sourceId = QStringLiteral("evt_1")};
    const auto customer = stripe::customerFromJson(fixture("customer.json"), origin);
    QVERIFY(customer.has_value());
    QVERIFY(!customer->snapshot.livemode); // the object itself says false
    QCOMPARE(customer->snapshot.raw, fixture("customer.json"));
    QCOMPARE(customer->snapshot.asOf, at(77));
    QCOMPARE(customer->snapshot.source, core::Snapshot::Source::Event);
    QCOMPARE(customer->snapshot.sourceId, QStringLiteral("evt_1"));
}

void TestObjects::readsAnAccount()
{
    const auto account = stripe::accountFromJson(
        json(R"({"id":"acct_1","object":"account","country":"DE","default_currency":"eur",)"
             R"("business_profile":{"name":"Acme GmbH"},"settings":{"dashboard":)"
             R"({"display_name":null}}})"));
    QVERIFY(account.has_value());
    QCOMPARE(account->id, QStringLiteral("acct_1"));
    QCOMPARE(account->name, QStringLiteral("Acme GmbH"));
    QCOMPARE(account->defaultCurrency, QStringLiteral("eur"));
}

QTEST_GUILESS_MAIN(TestObjects)
#include "tst_objects.moc"
