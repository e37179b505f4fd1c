// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

/// How subscriptions begin, are paid, and end.
class TestSandboxSubscriptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isBilledAndPaidAtOnce();
    void isIncompleteWhenThePaymentFails_data();
    void isIncompleteWhenThePaymentFails();
    void becomesActiveWhenTheInvoiceIsPaid();
    void isNotMadeWithoutACard();
    void isNotMadeAtAllWhenAskedSo();
    void waitsForACardWhenAskedSo();
    void sendsAnInvoiceWithADueDate();
    void beginsWithATrial();
    void needsACardOfItsOwnCustomer();
    void countsQuantities();
    void refusesMixedPrices_data();
    void refusesMixedPrices();
    void isCanceledNow();
    void isCanceledAtPeriodEndAndBack();
    void movesInvoicesThroughTheirStates();
    void appliesCredit();

private:
    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

void TestSandboxSubscriptions::isBilledAndPaidAtOnce()
{
    const QString customer = m_client.makeCustomer();
    const qsizetype before = m_client.eventTypes().size();
    const Reply made =
        m_client.subscribe(customer, "expand[]=latest_invoice.payment_intent&metadata[op_id]=42");
    COMPLIES(made);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.text("status"), u"active"_s);
    QCOMPARE(made.at(u"latest_invoice.status"_s), u"paid"_s);
    QCOMPARE(made.at(u"latest_invoice.amount_paid"_s), 2900);
    QCOMPARE(made.at(u"latest_invoice.amount_remaining"_s), 0);
    QCOMPARE(made.at(u"latest_invoice.billing_reason"_s), u"subscription_create"_s);
    QCOMPARE(made.at(u"latest_invoice.lines.data.0.quantity"_s), 1);
    QVERIFY(made.at(u"latest_invoice.number"_s).toString().endsWith(u"-0001"));
    QCOMPARE(made.at(u"latest_invoice.payment_intent.amount_received"_s), 2900);
    QCOMPARE(
        m_client.eventTypes().sliced(before),
        QStringList({
            u"customer.updated"_s, // its currency
            u"customer.subscription.created"_s, u"invoice.created"_s, u"payment_intent.created"_s,
            u"invoice.updated"_s, // draft → open
            u"invoice.finalized"_s, u"payment_intent.succeeded"_s,
            u"invoice.updated"_s, // open → paid
            u"invoice.paid"_s, u"invoice.payment_succeeded"_s,
            u"customer.subscription.updated"_s, // incomplete → active
        }));
    const QJsonObject last = m_client.events().last();
    QCOMPARE(last.value(u"data").toObject().value(u"previous_attributes").toObject(),
             QJsonObject({{u"status"_s, u"incomplete"_s}}));
}

void TestSandboxSubscriptions::isIncompleteWhenThePaymentFails_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("intentStatus");
    QTest::addColumn<QString>("event");
    QTest::newRow("the card declines")
        << QByteArray("pm_card_chargeCustomerFail") << u"requires_payment_method"_s
        << u"invoice.payment_failed"_s;
    QTest::newRow("the bank wants the customer to confirm")
        << QByteArray("pm_card_authenticationRequired") << u"requires_action"_s
        << u"invoice.payment_action_required"_s;
}

void TestSandboxSubscriptions::isIncompleteWhenThePaymentFails()
{
    QFETCH(QByteArray, card);
    QFETCH(QString, intentStatus);
    QFETCH(QString, event);
    const Reply made =
        m_client.subscribe(m_client.makeCustomer(card), "expand[]=latest_invoice.payment_intent");
    COMPLIES(made);
    QCOMPARE(made.status, 200);
    QCOMPARE(made.text("status"), u"incomplete"_s);
    QCOMPARE(made.at(u"latest_invoice.status"_s), u"open"_s);
    QCOMPARE(made.at(u"latest_invoice.attempt_count"_s), 1);
    QVERIFY(made.at(u"latest_invoice.next_payment_attempt"_s).isNull());
    QCOMPARE(made.at(u"latest_invoice.payment_intent.status"_s), intentStatus);
    QVERIFY(m_client.eventTypes().contains(event));
    const Reply update =
        m_client.post(u"/v1/subscriptions/"_s + made.text("id"), "cancel_at_period_end=true");
    QCOMPARE(update.status, 400);
    QCOMPARE(m_client.post(u"/v1/subscriptions/"_s + made.text("id"), "metadata[a]=b").status, 200);
}

void TestSandboxSubscriptions::becomesActiveWhenTheInvoiceIsPaid()
{
    const QString customer = m_client.makeCustomer("pm_card_chargeCustomerFail");
    const Reply made = m_client.subscribe(customer);
    const QString invoice = u"/v1/invoices/"_s + made.text("latest_invoice");
    const Reply declined = m_client.post(invoice + u"/pay"_s);
    COMPLIES(declined);
    QCOMPARE(declined.status, 402);
    QCOMPARE(declined.error().value(u"type"), u"card_error"_s);
    QCOMPARE(declined.error().value(u"code"), u"card_declined"_s);
    QCOMPARE(declined.error().value(u"decline_code"), u"generic_decline"_s);
    QCOMPARE(m_client.get(invoice).number("attempt_count"), 1); // manual ones do not count

    const Reply card = m_client.post(u"/v1/payment_methods/pm_card_visa/attach"_s,
                                     "customer=" + customer.toLatin1());
    const Reply paid =
        m_client.post(invoice + u"/pay"_s, "payment_method=" + card.text("id").toLatin1());
    COMPLIES(paid);
    QCOMPARE(paid.text("status"), u"paid"_s);
    QCOMPARE(m_client.get(u"/v1/subscriptions/"_s + made.text("id")).text("status"), u"active"_s);
    const Reply twice = m_client.post(invoice + u"/pay"_s);
    QCOMPARE(twice.status, 400);
    QCOMPARE(twice.error().value(u"message"), u"Invoice is already paid"_s);
}

void TestSandboxSubscriptions::isNotMadeWithoutACard()
{
    const QString customer = m_client.makeCustomer({});
    const Reply refused = m_client.subscribe(customer);
    COMPLIES(refused);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"code"), u"resource_missing"_s);
    QVERIFY(refused.error()
                .value(u"message")
                .toString()
                .startsWith(
                    u"This customer has no attached payment source or default payment method."));
    QCOMPARE(m_client.get(u"/v1/subscriptions"_s, "customer=" + customer.toLatin1()).data().size(),
             0);
}

void TestSandboxSubscriptions::isNotMadeAtAllWhenAskedSo()
{
    const QString customer = m_client.makeCustomer("pm_card_chargeCustomerFail");
    const qsizetype before = m_client.events().size();
    const Reply refused = m_client.subscribe(customer, "payment_behavior=error_if_incomplete");
    QCOMPARE(refused.status, 402);
    QCOMPARE(m_client.events().size(), before);
    QCOMPARE(m_client.get(u"/v1/invoices"_s, "customer=" + customer.toLatin1()).data().size(), 0);
}

void TestSandboxSubscriptions::waitsForACardWhenAskedSo()
{
    const Reply made = m_client.subscribe(m_client.makeCustomer({}),
                                          "payment_behavior=default_incomplete"
                                          "&expand[]=latest_invoice.payment_intent");
    COMPLIES(made);
    QCOMPARE(made.text("status"), u"incomplete"_s);
    QCOMPARE(made.at(u"latest_invoice.attempted"_s), false);
    QCOMPARE(made.at(u"latest_invoice.payment_intent.status"_s), u"requires_payment_method"_s);
}

void TestSandboxSubscriptions::sendsAnInvoiceWithADueDate()
{
    const QString customer = m_client.makeCustomer({});
    const Reply made = m_client.subscribe(
        customer, "collection_method=send_invoice&days_until_due=14&expand[]=latest_invoice");
    COMPLIES(made);
    QCOMPARE(made.text("status"), u"active"_s);
    QCOMPARE(made.at(u"latest_invoice.status"_s), u"open"_s);
    const qint64 finalized =
        made.at(u"latest_invoice.status_transitions.finalized_at"_s).toInteger();
    QCOMPARE(made.at(u"latest_invoice.due_date"_s).toInteger(), finalized + 14 * 86400);
    QVERIFY(made.at(u"latest_invoice.next_payment_attempt"_s).isNull());
    const Reply paid =
        m_client.post(u"/v1/invoices/"_s + made.at(u"latest_invoice.id"_s).toString() + u"/pay"_s,
                      "paid_out_of_band=true");
    COMPLIES(paid);
    QCOMPARE(paid.text("status"), u"paid"_s);
    QCOMPARE(paid.body.value(u"paid_out_of_band"), true);
    QCOMPARE(m_client.eventTypes().last(), u"invoice.paid"_s);
    QCOMPARE(m_client.subscribe(customer, "collection_method=send_invoice").status, 400);
}

void TestSandboxSubscriptions::beginsWithATrial()
{
    const Reply made = m_client.subscribe(m_client.makeCustomer({}),
                                          "trial_period_days=14&expand[]=latest_invoice");
    COMPLIES(made);
    QCOMPARE(made.text("status"), u"trialing"_s);
    QCOMPARE(made.number("trial_end"), made.number("created") + 14 * 86400);
    QCOMPARE(made.number("current_period_end"), made.number("trial_end"));
    QCOMPARE(made.at(u"latest_invoice.total"_s), 0);
    QCOMPARE(made.at(u"latest_invoice.status"_s), u"paid"_s);
    QVERIFY(made.at(u"latest_invoice.payment_intent"_s).isNull());
}

void TestSandboxSubscriptions::needsACardOfItsOwnCustomer()
{
    const Reply other = m_client.post(u"/v1/payment_methods/pm_card_visa/attach"_s,
                                      "customer=" + m_client.makeCustomer({}).toLatin1());
    const Reply refused = m_client.subscribe(
        m_client.makeCustomer(), "default_payment_method=" + other.text("id").toLatin1());
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.error().value(u"param"), u"default_payment_method"_s);
}

void TestSandboxSubscriptions::countsQuantities()
{
    const Reply made =
        m_client.subscribe(m_client.makeCustomer(), "items[0][quantity]=3&expand[]=latest_invoice");
    COMPLIES(made);
    QCOMPARE(made.at(u"items.data.0.quantity"_s), 3);
    QCOMPARE(made.at(u"latest_invoice.total"_s), 3 * 2900);
}

void TestSandboxSubscriptions::refusesMixedPrices_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("two currencies") << QByteArray("items[1][price]=price_professional_monthly_usd");
    QTest::newRow("two intervals") << QByteArray("items[1][price]=price_professional_yearly");
    QTest::newRow("a price that does not exist") << QByteArray("items[1][price]=price_no");
    QTest::newRow("less than nothing of it") << QByteArray("items[0][quantity]=-1");
}

void TestSandboxSubscriptions::refusesMixedPrices()
{
    QFETCH(QByteArray, more);
    const Reply refused = m_client.subscribe(m_client.makeCustomer(), more);
    COMPLIES(refused);
    QCOMPARE(refused.status, 400);
}

void TestSandboxSubscriptions::isCanceledNow()
{
    const QString customer = m_client.makeCustomer();
    const QString path = u"/v1/subscriptions/"_s + m_client.subscribe(customer).text("id");
    const Reply canceled = m_client.remove(path, "cancellation_details[comment]=closed");
    COMPLIES(canceled);
    QCOMPARE(canceled.text("status"), u"canceled"_s);
    QVERIFY(canceled.number("ended_at") > 0);
    QCOMPARE(canceled.at(u"cancellation_details.reason"_s), u"cancellation_requested"_s);
    QCOMPARE(canceled.at(u"cancellation_details.comment"_s), u"closed"_s);
    QCOMPARE(m_client.eventTypes().last(), u"customer.subscription.deleted"_s);
    QCOMPARE(m_client.remove(path).status, 404);
    const QByteArray form = "customer=" + customer.toLatin1();
    QCOMPARE(m_client.get(u"/v1/subscriptions"_s, form).data().size(), 0);
    QCOMPARE(m_client.get(u"/v1/subscriptions"_s, form + "&status=all").data().size(), 1);
    QCOMPARE(m_client.get(u"/v1/subscriptions"_s, form + "&status=canceled").data().size(), 1);
}

void TestSandboxSubscriptions::isCanceledAtPeriodEndAndBack()
{
    const QString path =
        u"/v1/subscriptions/"_s + m_client.subscribe(m_client.makeCustomer()).text("id");
    const Reply ending = m_client.post(path, "cancel_at_period_end=true");
    COMPLIES(ending);
    QCOMPARE(ending.text("status"), u"active"_s);
    QCOMPARE(ending.number("cancel_at"), ending.number("current_period_end"));
    QVERIFY(ending.number("canceled_at") > 0);
    const QJsonObject event = m_client.events().last();
    QCOMPARE(event.value(u"type"), u"customer.subscription.updated"_s);
    QCOMPARE(
        event.value(u"data").toObject().value(u"previous_attributes").toObject(),
        QJsonObject({{u"cancel_at"_s, QJsonValue::Null},
                     {u"cancel_at_period_end"_s, false},
                     {u"canceled_at"_s, QJsonValue::Null},
                     {u"cancellation_details"_s, QJsonObject({{u"reason"_s, QJsonValue::Null}})}}));
    const Reply back = m_client.post(path, "cancel_at_period_end=false");
    COMPLIES(back);
    QVERIFY(back.at(u"cancel_at"_s).isNull());
    QVERIFY(back.at(u"canceled_at"_s).isNull());
}

void TestSandboxSubscriptions::movesInvoicesThroughTheirStates()
{
    const Reply made = m_client.subscribe(m_client.makeCustomer({}),
                                          "collection_method=send_invoice&days_until_due=14");
    const QString path = u"/v1/invoices/"_s + made.text("latest_invoice");
    QCOMPARE(m_client.post(path + u"/finalize"_s).status, 400);
    const Reply lost = m_client.post(path + u"/mark_uncollectible"_s);
    COMPLIES(lost);
    QCOMPARE(lost.text("status"), u"uncollectible"_s);
    QCOMPARE(m_client.post(path + u"/mark_uncollectible"_s).status, 400);
    const Reply voided = m_client.post(path + u"/void"_s);
    COMPLIES(voided);
    QCOMPARE(voided.text("status"), u"void"_s);
    QCOMPARE(m_client.post(path + u"/void"_s).status, 400);
    QCOMPARE(m_client.post(path + u"/pay"_s).status, 400);
    const Reply intent = m_client.get(u"/v1/payment_intents/"_s + voided.text("payment_intent"));
    COMPLIES(intent);
    QCOMPARE(intent.text("status"), u"canceled"_s);
}

void TestSandboxSubscriptions::appliesCredit()
{
    const QString customer = m_client.makeCustomer();
    (void)m_client.post(u"/v1/customers/"_s + customer, "balance=-1000");
    const Reply made = m_client.subscribe(customer, "expand[]=latest_invoice");
    QCOMPARE(made.at(u"latest_invoice.total"_s), 2900);
    QCOMPARE(made.at(u"latest_invoice.amount_due"_s), 1900);
    QCOMPARE(made.at(u"latest_invoice.starting_balance"_s), -1000);
    QCOMPARE(m_client.get(u"/v1/customers/"_s + customer).number("balance"), 0);
}

QTEST_GUILESS_MAIN(TestSandboxSubscriptions)
#include "tst_sandboxsubscriptions.moc"
