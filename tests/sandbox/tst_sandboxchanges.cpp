// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QTest>

using namespace Qt::StringLiterals;

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

/// Changes of plan and quantity, with what they cost.
class TestSandboxChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void prorationsWaitForTheNextInvoice();
    void prorationsAreInvoicedNowWhenAskedSo();
    void nothingIsProratedWhenAskedSo();
    void anotherIntervalBeginsAPeriodNow();
    void aDowngradeInvoicedNowGivesCredit();
    void addsAndRemovesItems();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void aDeclinedChangeLeavesItPastDue();
    void aDeclinedChangeIsUndoneWhenAskedSo();
    void trialsMoveAndEnd();
    void previewsTheNextInvoice();
    void aChangeDuringATrialCostsNothing();

private:
    [[nodiscard]] QByteArray item() const
    {
        return "items[0][id]=" + m_made.at(u"items.data.0.id"_s).toString().toLatin1();
    }
    [[nodiscard]] QString path() const { return u"/v1/subscriptions/"_s + m_made.text("id"); }
    Reply latestInvoice()
    {
        return m_client.get(u"/v1/invoices/"_s + m_client.get(path()).text("latest_invoice"));
    }
    QJsonArray pending()
    {
        return m_client.get(u"/v1/invoiceitems"_s, "pending=true&customer=" + m_customer).data();
    }

    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
    QByteArray m_customer;
    Reply m_made;
};

void TestSandboxChanges::init()
{
    m_customer = m_client.makeCustomer().toLatin1();
    m_made = m_client.subscribe(QString::fromLatin1(m_customer));
    QCOMPARE(m_made.text("status"), u"active"_s);
}

/// Unused at −2900 and remaining at +9900 for the same share of the period.
static void checkPair(const QJsonArray &newestFirst, qint64 oldAmount, qint64 newAmount)
{
    QCOMPARE(newestFirst.size(), 2);
    const QJsonObject added = newestFirst.at(0).toObject();
    const QJsonObject unused = newestFirst.at(1).toObject();
    QVERIFY(unused.value(u"description").toString().startsWith(u"Unused time on "));
    QVERIFY(added.value(u"description").toString().startsWith(u"Remaining time on "));
    QCOMPARE(unused.value(u"amount").toInteger(), -oldAmount);
    QCOMPARE(added.value(u"amount").toInteger(), newAmount);
    QCOMPARE(added.value(u"proration"), true);
}

void TestSandboxChanges::prorationsWaitForTheNextInvoice()
{
    const Reply changed = m_client.post(path(),
                                        item()
                                            + "&items[0][price]=price_professional_monthly"
                                              "&proration_date="
                                            + QByteArray::number(m_made.number("created")));
    COMPLIES(changed);
    QCOMPARE(changed.at(u"items.data.0.price.id"_s), u"price_professional_monthly"_s);
    QCOMPARE(changed.at(u"items.data.0.id"_s), m_made.at(u"items.data.0.id"_s));
    QCOMPARE(changed.text("latest_invoice"), m_made.text("latest_invoice"));
    const qint64 professional = changed.at(u"items.data.0.price.unit_amount"_s).toInteger();
    checkPair(pending(), 2900, professional);
    const QJsonObject event = m_client.events().last();
    QCOMPARE(event.value(u"type"), u"customer.subscription.updated"_s);
    const QJsonObject previous =
        event.value(u"data").toObject().value(u"previous_attributes").toObject();
    QCOMPARE(previous.keys(), QStringList({u"items"_s}));
    QVERIFY(previous.value(u"items").toObject().value(u"data").isArray()); // the whole array
}

void TestSandboxChanges::prorationsAreInvoicedNowWhenAskedSo()
{
    const Reply changed =
        m_client.post(path(),
                      item()
                          + "&items[0][quantity]=3&proration_behavior=always_invoice"
                            "&proration_date="
                          + QByteArray::number(m_made.number("created")));
    COMPLIES(changed);
    QVERIFY(changed.text("latest_invoice") != m_made.text("latest_invoice"));
    const Reply invoice = latestInvoice();
    COMPLIES(invoice);
    QCOMPARE(invoice.text("billing_reason"), u"subscription_update"_s);
    QCOMPARE(invoice.text("status"), u"paid"_s);
    QCOMPARE(invoice.number("total"), 2 * 2900);
    QCOMPARE(pending().size(), 0);
    QCOMPARE(changed.number("current_period_end"), m_made.number("current_period_end"));
}

void TestSandboxChanges::nothingIsProratedWhenAskedSo()
{
    const Reply changed =
        m_client.post(path(), item() + "&items[0][quantity]=5&proration_behavior=none");
    COMPLIES(changed);
    QCOMPARE(changed.at(u"items.data.0.quantity"_s), 5);
    QCOMPARE(pending().size(), 0);
    QCOMPARE(changed.text("latest_invoice"), m_made.text("latest_invoice"));
}

void TestSandboxChanges::anotherIntervalBeginsAPeriodNow()
{
    const Reply changed = m_client.post(path(), item() + "&items[0][price]=price_basic_yearly");
    COMPLIES(changed);
    QVERIFY(changed.number("current_period_end")
            > m_made.number("current_period_end") + 300 * 86400);
    const Reply invoice = latestInvoice();
    COMPLIES(invoice);
    const qint64 yearly = changed.at(u"items.data.0.price.unit_amount"_s).toInteger();
    QCOMPARE(invoice.at(u"lines.data"_s).toArray().size(), 2);
    // Seconds after the first bill nearly all of it is given back.
    QVERIFY(invoice.number("total") >= yearly - 2900);
    QVERIFY(invoice.number("total") < yearly);
    QCOMPARE(invoice.text("status"), u"paid"_s);
}

void TestSandboxChanges::aDowngradeInvoicedNowGivesCredit()
{
    (void)m_client.post(path(), item() + "&items[0][quantity]=5&proration_behavior=none");
    const Reply changed =
        m_client.post(path(),
                      item()
                          + "&items[0][quantity]=1&proration_behavior=always_invoice"
                            "&proration_date="
                          + QByteArray::number(m_made.number("created")));
    COMPLIES(changed);
    const Reply invoice = latestInvoice();
    QCOMPARE(invoice.number("total"), -4 * 2900);
    QCOMPARE(invoice.number("amount_due"), 0);
    QCOMPARE(invoice.text("status"), u"paid"_s);
    QCOMPARE(m_client.get(u"/v1/customers/"_s + QString::fromLatin1(m_customer)).number("balance"),
             -4 * 2900);
}

void TestSandboxChanges::addsAndRemovesItems()
{
    const Reply added =
        m_client.post(path(), "items[0][price]=price_route_planner_monthly&items[0][quantity]=4");
    COMPLIES(added);
    QCOMPARE(added.at(u"items.data"_s).toArray().size(), 2);
    const Reply removed = m_client.post(path(), item() + "&items[0][deleted]=true");
    COMPLIES(removed);
    QCOMPARE(removed.at(u"items.data"_s).toArray().size(), 1);
    QCOMPARE(removed.at(u"items.data.0.price.id"_s), u"price_route_planner_monthly"_s);
}

void TestSandboxChanges::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<bool>("withItem");
    QTest::newRow("an item that is not there") << QByteArray("items[0][id]=si_no") << false;
    QTest::newRow("the last item removed") << QByteArray("&items[0][deleted]=true") << true;
    QTest::newRow("the same price twice")
        << QByteArray("items[0][price]=price_basic_monthly") << false;
    QTest::newRow("another currency")
        << QByteArray("&items[0][price]=price_basic_monthly_usd") << true;
    QTest::newRow("a card that is not the customer's")
        << QByteArray("default_payment_method=pm_card_visa") << false;
    QTest::newRow("a status cannot be set") << QByteArray("status=active") << false;
}

void TestSandboxChanges::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, form);
    QFETCH(bool, withItem);
    const Reply refused = m_client.post(path(), withItem ? item() + form : form);
    COMPLIES(refused);
    QCOMPARE(refused.status, 400);
    QCOMPARE(m_client.get(path()).body, m_client.get(path()).body);
    QCOMPARE(m_client.get(path()).at(u"items.data"_s), m_made.at(u"items.data"_s));
    QCOMPARE(pending().size(), 0);
}

static QByteArray attachedFailingCard(SandboxClient &client, const QByteArray &customer)
{
    return client
        .post(u"/v1/payment_methods/pm_card_chargeCustomerFail/attach"_s, "customer=" + customer)
        .text("id")
        .toLatin1();
}

void TestSandboxChanges::aDeclinedChangeLeavesItPastDue()
{
    const QByteArray card = attachedFailingCard(m_client, m_customer);
    (void)m_client.post(path(), "default_payment_method=" + card);
    const Reply changed =
        m_client.post(path(), item() + "&items[0][quantity]=9&proration_behavior=always_invoice");
    COMPLIES(changed);
    QCOMPARE(changed.text("status"), u"past_due"_s);
    QCOMPARE(latestInvoice().text("status"), u"open"_s);
}

void TestSandboxChanges::aDeclinedChangeIsUndoneWhenAskedSo()
{
    const QByteArray card = attachedFailingCard(m_client, m_customer);
    (void)m_client.post(path(), "default_payment_method=" + card);
    const qsizetype events = m_client.events().size();
    const Reply refused =
        m_client.post(path(),
                      item()
                          + "&items[0][quantity]=9&proration_behavior=always_invoice"
                            "&payment_behavior=error_if_incomplete");
    COMPLIES(refused);
    QCOMPARE(refused.status, 402);
    QCOMPARE(m_client.get(path()).at(u"items.data.0.quantity"_s), 1);
    QCOMPARE(m_client.events().size(), events);
}

void TestSandboxChanges::trialsMoveAndEnd()
{
    const Reply trial = m_client.subscribe(QString::fromLatin1(m_customer), "trial_period_days=7");
    const QString own = u"/v1/subscriptions/"_s + trial.text("id");
    const qint64 later = trial.number("trial_end") + 86400;
    const Reply moved = m_client.post(own, "trial_end=" + QByteArray::number(later));
    COMPLIES(moved);
    QCOMPARE(moved.number("current_period_end"), later);
    const Reply ended = m_client.post(own, "trial_end=now&expand[]=latest_invoice");
    COMPLIES(ended);
    QCOMPARE(ended.text("status"), u"active"_s);
    QCOMPARE(ended.at(u"latest_invoice.total"_s), 2900);
    QCOMPARE(ended.at(u"latest_invoice.status"_s), u"paid"_s);
}

void TestSandboxChanges::previewsTheNextInvoice()
{
    const qsizetype events = m_client.events().size();
    const QByteArray id = m_made.text("id").toLatin1();
    const Reply same = m_client.get(u"/v1/invoices/upcoming"_s, "subscription=" + id);
    COMPLIES(same);
    QCOMPARE(same.number("total"), 2900);
    QVERIFY(!same.body.contains(u"id"));
    const Reply changed = m_client.get(
        u"/v1/invoices/upcoming"_s,
        "customer=" + m_customer + "&subscription=" + id
            + "&subscription_items[0][id]=" + m_made.at(u"items.data.0.id"_s).toString().toLatin1()
            + "&subscription_items[0][quantity]=2&subscription_proration_date="
            + QByteArray::number(m_made.number("created")));
    COMPLIES(changed);
    QCOMPARE(changed.number("total"), -2900 + 2 * 2900 + 2 * 2900);
    QCOMPARE(m_client.events().size(), events); // nothing of it happened
    QCOMPARE(m_client.get(path()).at(u"items.data.0.quantity"_s), 1);
    (void)m_client.post(path(), "cancel_at_period_end=true");
    const Reply none = m_client.get(u"/v1/invoices/upcoming"_s, "subscription=" + id);
    QCOMPARE(none.status, 404);
    QCOMPARE(none.error().value(u"code"), u"invoice_upcoming_none"_s);
}

void TestSandboxChanges::aChangeDuringATrialCostsNothing()
{
    const Reply trial = m_client.subscribe(QString::fromLatin1(m_customer), "trial_period_days=7");
    const Reply changed =
        m_client.post(u"/v1/subscriptions/"_s + trial.text("id"),
                      "items[0][id]=" + trial.at(u"items.data.0.id"_s).toString().toLatin1()
                          + "&items[0][price]=price_professional_monthly");
    COMPLIES(changed);
    QCOMPARE(changed.text("status"), u"trialing"_s);
    QCOMPARE(pending().size(), 0);
}

QTEST_GUILESS_MAIN(TestSandboxChanges)
#include "tst_sandboxchanges.moc"
