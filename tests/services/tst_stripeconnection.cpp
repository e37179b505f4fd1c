// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/accountrepository.h"
#include "runningsandbox.h"
#include "scriptedserver.h"
#include "services/engine.h"
#include "services/health.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;
using State = services::PartHealth::State;

/// Whose key it is decides whether anything is sent.
class StripeConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bindsTheDatabaseAtTheFirstAnswer();
    void refusesAnotherAccountsOrModesDatabase_data();
    void refusesAnotherAccountsOrModesDatabase();
    void tellsThatTheKeyIsRejected();
    void tellsThatStripeIsUnreachable();
    void worksWithoutAKey();

private:
    void run(stripe::Client *client);
    [[nodiscard]] services::PartHealth health() const
    {
        return m_health.part(services::Health::Part::Stripe);
    }

    core::SystemClock m_clock;
    services::Health m_health;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<support::TestDesk> m_desk; ///< Its own executor rests.
    std::unique_ptr<services::Engine> m_engine;
    QUuid m_group; ///< An operation that waits.
};

void StripeConnectionTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_sandbox->baseUrl());
    m_group = m_desk->provision(support::company(u"Waiting"_s, false));
}

void StripeConnectionTest::cleanup()
{
    QCoro::waitFor(m_engine->stop());
    m_engine.reset();
    m_desk.reset();
    m_sandbox.reset();
    m_test.reset();
}

void StripeConnectionTest::run(stripe::Client *client)
{
    m_engine = std::make_unique<services::Engine>(m_desk->database, client, m_clock, m_health,
                                                  services::EngineSettings{});
    m_engine->start();
}

void StripeConnectionTest::bindsTheDatabaseAtTheFirstAnswer()
{
    run(&m_desk->client);
    QTRY_COMPARE(health().state, State::Good);
    QCOMPARE(m_test->value("SELECT concat_ws(' ', stripe_account_id, livemode)"
                           " FROM stripe_account"),
             u"acct_sandboxOMS f"_s);
    QTRY_COMPARE(m_desk->states(m_group), u"done"_s);
    QCOMPARE(m_test->value("SELECT concat_ws(' ', stripe_account_id, livemode) FROM operations"),
             u"acct_sandboxOMS f"_s);
    QCOMPARE(m_desk->client.violations(), QStringList());
}

void StripeConnectionTest::refusesAnotherAccountsOrModesDatabase_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<bool>("livemode");
    QTest::addColumn<QString>("said");
    QTest::newRow("another account") << u"acct_other"_s << false << u"acct_other"_s;
    QTest::newRow("live mode") << u"acct_sandboxOMS"_s << true << u"live mode"_s;
}

void StripeConnectionTest::refusesAnotherAccountsOrModesDatabase()
{
    QFETCH(QString, account);
    QFETCH(bool, livemode);
    QFETCH(QString, said);
    const db::BoundAccount other{account, livemode};
    support::orDie(support::resultOf(m_desk->database.write([other](db::Session &session) {
                       return db::AccountRepository(session).bind(other);
                   })),
                   "bind");
    run(&m_desk->client);
    QTRY_COMPARE(health().state, State::Bad);
    QVERIFY2(health().advice.contains(said), qPrintable(health().advice));
    QVERIFY(!m_engine->connection()->isAccepted());
    QCOMPARE(m_desk->states(m_group), u"planned"_s);
    QCOMPARE(m_desk->client.writes().size(), 0);
}

void StripeConnectionTest::tellsThatTheKeyIsRejected()
{
    ScriptedServer stripe;
    stripe.thenAnswerWith([](const ScriptedServer::Request &) {
        return ScriptedServer::json(401, R"({"error":{"type":"invalid_request_error",
            "message":"Invalid API Key provided: sk_test_********ests"}})");
    });
    support::TestDesk desk(m_test->parameters(), stripe.url().toString());
    run(&desk.client);
    QTRY_COMPARE(health().state, State::Bad);
    QVERIFY2(health().advice.contains(u"rejected"), qPrintable(health().advice));
    QVERIFY(!health().advice.contains(u"sk_test"));
    QCOMPARE(m_desk->states(m_group), u"planned"_s);
    QCoro::waitFor(m_engine->stop());
}

void StripeConnectionTest::tellsThatStripeIsUnreachable()
{
    support::TestDesk desk(m_test->parameters(), u"http://127.0.0.1:1"_s);
    run(&desk.client);
    QTRY_COMPARE(health().state, State::Degraded);
    QVERIFY2(health().advice.contains(u"cannot be reached"), qPrintable(health().advice));
    QCOMPARE(m_desk->states(m_group), u"planned"_s);
    QCoro::waitFor(m_engine->stop());
}

void StripeConnectionTest::worksWithoutAKey()
{
    run(nullptr);
    QCOMPARE(health().state, State::Off);
    QVERIFY(!health().advice.isEmpty());
    QCOMPARE(m_desk->states(m_group), u"planned"_s);
}

QTEST_GUILESS_MAIN(StripeConnectionTest)
#include "tst_stripeconnection.moc"
