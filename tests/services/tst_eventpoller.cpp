// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "services/eventpoller.h"
#include "services/eventprocessor.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// Nothing is delivered here: Stripe's own list of events is all there is.
class EventPollerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void missedEventsAreReadAndApplied();
    void sameEventsAreStoredOnce();
    void readsOnFromWhereItWas();
    void listCutShortIsReadAgain();
    void doesNotPollTwiceAtOnce();
    void asksForWhatIsHandledOnly();

private:
    /// Waits for one poll to end; whether it came to the end of the list.
    bool poll();
    QString sql(const QByteArray &query) const { return m_test->value(query); }
    [[nodiscard]] int storedEvents() const
    {
        return sql("SELECT count(*) FROM stripe_webhook_events").toInt();
    }
    /// A tenant with a subscription, and one renewal later.
    void makeHistory(const QString &name);

    core::SystemClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<support::TestDesk> m_desk;
    std::unique_ptr<services::EventPoller> m_poller;
};

void EventPollerTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_sandbox->baseUrl());
    m_desk->work();
    sql("INSERT INTO stripe_account (stripe_account_id, livemode)"
        " VALUES ('acct_sandboxOMS', false) RETURNING livemode");
    m_poller = std::make_unique<services::EventPoller>(m_desk->database, m_desk->client, m_clock);
}

void EventPollerTest::cleanup()
{
    QCoro::waitFor(m_poller->stop());
    m_poller.reset();
    m_desk.reset();
    m_sandbox.reset();
    m_test.reset();
}

bool EventPollerTest::poll()
{
    QSignalSpy polled(m_poller.get(), &services::EventPoller::polled);
    m_poller->poll();
    return polled.wait(5000);
}

void EventPollerTest::makeHistory(const QString &name)
{
    const QUuid group = m_desk->provision(support::company(name));
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QVERIFY(m_sandbox->advanceDays(40) > 0);
}

void EventPollerTest::missedEventsAreReadAndApplied()
{
    makeHistory(u"Missed"_s);
    const int invoices = sql("SELECT count(*) FROM stripe_invoices").toInt();
    services::EventProcessor processor(m_desk->database);
    connect(m_poller.get(), &services::EventPoller::stored, &processor,
            &services::EventProcessor::wake);
    processor.start();
    QVERIFY(poll());
    QVERIFY(storedEvents() > 0);
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_webhook_events"
                     " WHERE state NOT IN ('done', 'ignored')"),
                 u"0"_s);
    QCOMPARE(sql("SELECT DISTINCT via FROM stripe_webhook_events"), u"poll"_s);
    QVERIFY(sql("SELECT count(*) FROM stripe_invoices").toInt() > invoices); // the renewal's
    QCoro::waitFor(processor.stop());
}

void EventPollerTest::sameEventsAreStoredOnce()
{
    makeHistory(u"Twice"_s);
    QVERIFY(poll());
    const int stored = storedEvents();
    QVERIFY(stored > 0);
    sql("UPDATE stripe_account SET events_listed_until = NULL RETURNING 1");
    QSignalSpy news(m_poller.get(), &services::EventPoller::stored);
    QVERIFY(poll());
    QCOMPARE(storedEvents(), stored);
    QCOMPARE(news.size(), 0);
}

void EventPollerTest::readsOnFromWhereItWas()
{
    makeHistory(u"First"_s);
    QVERIFY(poll());
    const QString until = sql("SELECT events_listed_until FROM stripe_account");
    QVERIFY(!until.isEmpty());
    const int stored = storedEvents();
    makeHistory(u"Second"_s);
    QVERIFY(poll());
    QVERIFY(storedEvents() > stored);
    QVERIFY(sql("SELECT events_listed_until > '" + until.toUtf8() + "' FROM stripe_account")
            == u"t"_s);
}

void EventPollerTest::listCutShortIsReadAgain()
{
    makeHistory(u"Cut"_s);
    m_sandbox->setFaults({.dropConnection = 1.0});
    QSignalSpy polled(m_poller.get(), &services::EventPoller::polled);
    m_poller->poll();
    QCoro::waitFor(m_poller->stop());
    QCOMPARE(polled.size(), 0);
    QCOMPARE(sql("SELECT events_listed_until FROM stripe_account"), QString());
    m_sandbox->setFaults({});
    m_poller = std::make_unique<services::EventPoller>(m_desk->database, m_desk->client, m_clock);
    QVERIFY(poll());
    QVERIFY(storedEvents() > 0);
}

void EventPollerTest::doesNotPollTwiceAtOnce()
{
    makeHistory(u"Once"_s);
    QSignalSpy polled(m_poller.get(), &services::EventPoller::polled);
    m_poller->poll();
    m_poller->poll();
    m_poller->poll();
    QVERIFY(polled.wait(5000));
    QTest::qWait(50);
    QCOMPARE(polled.size(), 1);
}

void EventPollerTest::asksForWhatIsHandledOnly()
{
    makeHistory(u"Types"_s);
    QVERIFY(poll());
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"
                 " WHERE event_type LIKE 'customer.created%'"),
             u"0"_s);
    QVERIFY(sql("SELECT count(*) FROM stripe_webhook_events"
                " WHERE event_type = 'invoice.payment_succeeded'"
                "    OR event_type = 'invoice.created'")
                .toInt()
            > 0);
}

QTEST_GUILESS_MAIN(EventPollerTest)
#include "tst_eventpoller.moc"
