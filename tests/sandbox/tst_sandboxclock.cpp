// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What happens as time passes: each test has a sandbox of its own, as its clock only goes forward.
class TestSandboxClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void renewsAndCollects();
    void keepsTheDayOfTheMonth();
    void pendingItemsJoinTheRenewal();
    void retriesAndGivesUp();
    void paysOnARetryWithABetterCard();
    void cancelsAtPeriodEnd();
    void expiresAfter23Hours();
    void endsATrial_data();
    void endsATrial();
    void isPastDueAfterTheDueDate();
    void bringsTheWorldToLife();
    void leavesAWorldOfThePastAlone();
    void advancesOverHttp();
    void answersWithItsOwnDate();
    void runsFasterWhenToldSo();
    void keepsItsTimeOverARestart();

private:
    Reply subscription(const Reply &made)
    {
        return m_client->get(u"/v1/subscriptions/"_s + made.text("id"));
    }
    Reply latestInvoice(const Reply &made)
    {
        return m_client->get(u"/v1/invoices/"_s + subscription(made).text("latest_invoice"));
    }

    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<SandboxClient> m_client;
};

void TestSandboxClock::init()
{
    m_sandbox = std::make_unique<RunningSandbox>();
    m_client = std::make_unique<SandboxClient>(m_sandbox->baseUrl(), m_sandbox->key());
}

void TestSandboxClock::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxClock::renewsAndCollects()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer());
    const qint64 toEnd = made.number("current_period_end") - m_sandbox->now();
    QCOMPARE(m_sandbox->advance(std::chrono::seconds(toEnd + 60)), 1);
    const Reply renewed = subscription(made);
    QCOMPARE(renewed.violations, QStringList());
    QCOMPARE(renewed.number("current_period_start"), made.number("current_period_end"));
    const Reply draft = latestInvoice(made);
    QCOMPARE(draft.violations, QStringList());
    QCOMPARE(draft.text("status"), u"draft"_s);
    QCOMPARE(draft.text("billing_reason"), u"subscription_cycle"_s);
    QCOMPARE(draft.number("created"), made.number("current_period_end"));
    QVERIFY(draft.at(u"number"_s).isNull());
    QCOMPARE(m_sandbox->advance(std::chrono::hours(1)), 1);
    const Reply paid = latestInvoice(made);
    QCOMPARE(paid.text("status"), u"paid"_s);
    QCOMPARE(paid.number("total"), 2900);
    QCOMPARE(paid.at(u"status_transitions.paid_at"_s).toInteger(),
             made.number("current_period_end") + 3600);
    QList<QJsonObject> events = m_client->events();
    events.removeIf([&](const QJsonObject &event) {
        return event.value(u"created").toInteger() < made.number("current_period_end");
    });
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.first().value(u"type"), u"customer.subscription.updated"_s);
    QCOMPARE(
        events.first().value(u"data").toObject().value(u"previous_attributes").toObject().keys(),
        QStringList({u"current_period_end"_s, u"current_period_start"_s, u"latest_invoice"_s}));
    for (const QJsonObject &event : events)
        QVERIFY(event.value(u"request").toObject().value(u"id").isNull());
}

void TestSandboxClock::keepsTheDayOfTheMonth()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer());
    const QDateTime anchor =
        QDateTime::fromSecsSinceEpoch(made.number("billing_cycle_anchor"), Qt::UTC);
    (void)m_sandbox->advanceDays(370);
    const QDateTime start =
        QDateTime::fromSecsSinceEpoch(subscription(made).number("current_period_start"), Qt::UTC);
    QCOMPARE(start, anchor.addMonths(12));
    const Reply invoices = m_client->get(u"/v1/invoices"_s, "limit=100&status=paid");
    QCOMPARE(invoices.data().size(), 13);
}

void TestSandboxClock::pendingItemsJoinTheRenewal()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer());
    (void)m_client->post(u"/v1/subscriptions/"_s + made.text("id"),
                         "items[0][id]=" + made.at(u"items.data.0.id"_s).toString().toLatin1()
                             + "&items[0][quantity]=2&proration_date="
                             + QByteArray::number(made.number("created")));
    (void)m_sandbox->advanceDays(32);
    const Reply paid = latestInvoice(made);
    QCOMPARE(paid.violations, QStringList());
    QCOMPARE(paid.at(u"lines.data"_s).toArray().size(), 3);
    QCOMPARE(paid.number("total"), 2900 + 2 * 2900);
}

void TestSandboxClock::retriesAndGivesUp()
{
    const QString customer = m_client->makeCustomer();
    const Reply made = m_client->subscribe(customer);
    const Reply card = m_client->post(u"/v1/payment_methods/pm_card_chargeCustomerFail/attach"_s,
                                      "customer=" + customer.toLatin1());
    (void)m_client->post(u"/v1/subscriptions/"_s + made.text("id"),
                         "default_payment_method=" + card.text("id").toLatin1());
    (void)m_sandbox->advanceDays(32);
    QCOMPARE(subscription(made).text("status"), u"past_due"_s);
    const Reply open = latestInvoice(made);
    QCOMPARE(open.violations, QStringList());
    QCOMPARE(open.text("status"), u"open"_s);
    QCOMPARE(open.number("attempt_count"), 1);
    QVERIFY(open.number("next_payment_attempt") > m_sandbox->now());
    QVERIFY(m_client->eventTypes().contains(u"invoice.payment_failed"_s));
    (void)m_sandbox->advanceDays(4);
    QCOMPARE(latestInvoice(made).number("attempt_count"), 2);
    (void)m_sandbox->advanceDays(20);
    QCOMPARE(latestInvoice(made).number("attempt_count"), 4);
    const Reply ended = subscription(made);
    QCOMPARE(ended.text("status"), u"canceled"_s);
    QCOMPARE(ended.at(u"cancellation_details.reason"_s), u"payment_failed"_s);
}

void TestSandboxClock::paysOnARetryWithABetterCard()
{
    const QString customer = m_client->makeCustomer();
    const Reply made = m_client->subscribe(customer);
    const QString path = u"/v1/subscriptions/"_s + made.text("id");
    const Reply card = m_client->post(u"/v1/payment_methods/pm_card_chargeCustomerFail/attach"_s,
                                      "customer=" + customer.toLatin1());
    (void)m_client->post(path, "default_payment_method=" + card.text("id").toLatin1());
    (void)m_sandbox->advanceDays(32);
    QCOMPARE(subscription(made).text("status"), u"past_due"_s);
    (void)m_client->post(path, "default_payment_method="); // back to the customer's own
    (void)m_sandbox->advanceDays(4);
    QCOMPARE(latestInvoice(made).text("status"), u"paid"_s);
    QCOMPARE(subscription(made).text("status"), u"active"_s);
}

void TestSandboxClock::cancelsAtPeriodEnd()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer());
    (void)m_client->post(u"/v1/subscriptions/"_s + made.text("id"), "cancel_at_period_end=true");
    (void)m_sandbox->advanceDays(40);
    const Reply ended = subscription(made);
    QCOMPARE(ended.violations, QStringList());
    QCOMPARE(ended.text("status"), u"canceled"_s);
    QCOMPARE(ended.number("ended_at"), made.number("current_period_end"));
    QVERIFY(ended.number("canceled_at") < ended.number("ended_at"));
    QCOMPARE(m_client->eventTypes().last(), u"customer.subscription.deleted"_s);
    QCOMPARE(m_client->get(u"/v1/invoices"_s).data().size(), 1);
}

void TestSandboxClock::expiresAfter23Hours()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer("pm_card_chargeCustomerFail"));
    (void)m_sandbox->advance(std::chrono::hours(22));
    QCOMPARE(subscription(made).text("status"), u"incomplete"_s);
    (void)m_sandbox->advance(std::chrono::hours(2));
    QCOMPARE(subscription(made).text("status"), u"incomplete_expired"_s);
    QCOMPARE(latestInvoice(made).text("status"), u"void"_s);
    QCOMPARE(m_client->eventTypes().last(), u"customer.subscription.updated"_s);
}

void TestSandboxClock::endsATrial_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("status");
    QTest::newRow("with a card it is paid")
        << QByteArray("pm_card_visa") << QByteArray() << u"active"_s;
    QTest::newRow("with a failing card it is past due")
        << QByteArray("pm_card_chargeCustomerFail") << QByteArray() << u"past_due"_s;
    QTest::newRow("without a card it is past due") << QByteArray() << QByteArray() << u"past_due"_s;
    const QByteArray behavior = "&trial_settings[end_behavior][missing_payment_method]=";
    QTest::newRow("without a card it is canceled when asked so")
        << QByteArray() << QByteArray(behavior + "cancel") << u"canceled"_s;
    QTest::newRow("without a card it pauses when asked so")
        << QByteArray() << QByteArray(behavior + "pause") << u"paused"_s;
}

void TestSandboxClock::endsATrial()
{
    QFETCH(QByteArray, card);
    QFETCH(QByteArray, more);
    QFETCH(QString, status);
    const Reply made =
        m_client->subscribe(m_client->makeCustomer(card), "trial_period_days=7" + more);
    QCOMPARE(made.text("status"), u"trialing"_s);
    (void)m_sandbox->advanceDays(8);
    const Reply after = subscription(made);
    QCOMPARE(after.violations, QStringList());
    QCOMPARE(after.text("status"), status);
    if (status == u"active"_s)
        QCOMPARE(after.number("current_period_start"), made.number("trial_end"));
}

void TestSandboxClock::isPastDueAfterTheDueDate()
{
    const Reply made = m_client->subscribe(m_client->makeCustomer({}),
                                           "collection_method=send_invoice&days_until_due=5");
    (void)m_sandbox->advanceDays(4);
    QCOMPARE(subscription(made).text("status"), u"active"_s);
    (void)m_sandbox->advanceDays(2);
    QCOMPARE(subscription(made).text("status"), u"past_due"_s);
    (void)m_client->post(u"/v1/invoices/"_s + made.text("latest_invoice") + u"/pay"_s,
                         "paid_out_of_band=true");
    QCOMPARE(subscription(made).text("status"), u"active"_s);
}

void TestSandboxClock::bringsTheWorldToLife()
{
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    RunningSandbox world(RunningSandbox::withWorld(u"9:25:12:"_s + today));
    SandboxClient client(world.baseUrl(), world.key());
    const Reply live = client.get(u"/v1/subscriptions"_s, "status=active&limit=100");
    QVERIFY(!live.data().isEmpty());
    QVERIFY(world.advanceDays(33) > 10);
    QVERIFY(client.eventTypes().contains(u"invoice.payment_succeeded"_s));
    QCOMPARE(client.get(u"/v1/invoices"_s, "limit=100").violations, QStringList());
    QCOMPARE(client.get(u"/v1/events"_s, "limit=100").violations, QStringList());
    for (const QJsonValue &value : live.data()) {
        const QJsonObject before = value.toObject();
        if (before.value(u"items")
                .toObject()
                .value(u"data")
                .toArray()
                .at(0)
                .toObject()
                .value(u"plan")
                .toObject()
                .value(u"interval")
            != u"month"_s)
            continue;
        const Reply after = client.get(u"/v1/subscriptions/"_s + before.value(u"id").toString());
        QCOMPARE(after.violations, QStringList());
        if (after.text("status") != u"canceled"_s) {
            QVERIFY(after.number("current_period_end")
                    > before.value(u"current_period_end").toInteger());
        }
    }
}

void TestSandboxClock::leavesAWorldOfThePastAlone()
{
    RunningSandbox world(RunningSandbox::withWorld(u"9:25:12:2022-06-30"_s));
    SandboxClient client(world.baseUrl(), world.key());
    (void)world.advanceDays(40);
    QCOMPARE(client.events().size(), 0);
}

void TestSandboxClock::advancesOverHttp()
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->baseUrl() + u"/sandbox/advance"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const qint64 before = m_sandbox->now();
    const Reply moved = SandboxClient::wait(network.post(request, "{\"days\": 2}"));
    QCOMPARE(moved.status, 200);
    QVERIFY(moved.number("now") >= before + 2 * 86400);
    const Reply back = SandboxClient::wait(network.post(request, "{\"to\": 1000}"));
    QCOMPARE(back.status, 400);
}

void TestSandboxClock::answersWithItsOwnDate()
{
    (void)m_sandbox->advanceDays(10);
    const Reply reply = m_client->get(u"/v1/account"_s);
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(reply.headers.value("date")),
                                             u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    QVERIFY(qAbs(date.toSecsSinceEpoch() - m_sandbox->now()) < 60);
}

void TestSandboxClock::runsFasterWhenToldSo()
{
    sandbox::Options options = RunningSandbox::withQuickRetries();
    options.speed = 40 * 86400; // forty days a second
    RunningSandbox fast(options);
    SandboxClient client(fast.baseUrl(), fast.key());
    const Reply made = client.subscribe(client.makeCustomer());
    QTRY_VERIFY(client.get(u"/v1/subscriptions/"_s + made.text("id")).number("current_period_start")
                > made.number("current_period_start"));
}

void TestSandboxClock::keepsItsTimeOverARestart()
{
    const QTemporaryDir folder;
    sandbox::Options options = RunningSandbox::withQuickRetries();
    options.stateDirectory = folder.path();
    qint64 before = 0;
    QString subscription;
    {
        RunningSandbox first(options);
        SandboxClient client(first.baseUrl(), first.key());
        subscription = client.subscribe(client.makeCustomer()).text("id");
        (void)first.advanceDays(10);
        before = first.now();
    }
    RunningSandbox second(options);
    QVERIFY(second.now() >= before);
    QVERIFY(second.now() < before + 60);
    (void)second.advanceDays(22); // the subscription is due still
    SandboxClient client(second.baseUrl(), second.key());
    QCOMPARE(client.get(u"/v1/invoices"_s, "subscription=" + subscription.toLatin1()).data().size(),
             2);
}

QTEST_GUILESS_MAIN(TestSandboxClock)
#include "tst_sandboxclock.moc"
