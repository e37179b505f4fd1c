// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"
#include "db/pgconnection.h"
#include "eventhistories.h"
#include "scriptedserver.h"
#include "services/eventbatch.h"
#include "services/mirrorfetcher.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800; // 2023-12-01T00:00:00Z
const QByteArray answered = "Date: Fri, 01 Dec 2023 00:00:05 GMT";

QJsonObject invoice(const QString &id, const QString &status, const QString &mark)
{
    QJsonObject object = support::fixture(u"invoice_open"_s);
    object[u"id"_s] = id;
    object[u"status"_s] = status;
    object[u"metadata"_s] = QJsonObject{{u"step"_s, mark}};
    return object;
}

} // namespace

/// A fetch holds the lock of its object from before its question to Stripe until its answer is
/// committed (design §5.4).
class FetchLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anObjectsEventsWaitForItsFetch();
    void anAnswerWithoutItsLockIsNotKept();
    void whatOthersAreAtIsNotAskedFor();
    void noTransactionIsOpenMeanwhile();
    void whatOneIsRefusedDoesNotKeepOthers();
    void whatStripeDoesNotHaveIsNotAskedForAgain();
    void manyAreSettledInOneGo();
    void aCatalogueThatIsRefusedKeepsNothing();

private:
    void store(const QString &id, const QString &status, const QString &mark, qint64 second);
    services::ProcessedBatch work();
    void makeDoubt(const QString &id); ///< Two events of one second that do not tell their order.
    [[nodiscard]] QString mark(const QByteArray &id) const
    {
        return m_test->value("SELECT metadata ->> 'step' FROM stripe_invoices"
                             " WHERE stripe_invoice_id = '"
                             + id + "'");
    }
    [[nodiscard]] QString doubts() const
    {
        return m_test->value("SELECT count(*) FROM stripe_invoices WHERE needs_fetch");
    }
    [[nodiscard]] int asked(const QByteArray &path) const
    {
        return int(std::ranges::count_if(m_server->requests(), [&](const auto &request) {
            return request.path().endsWith(path);
        }));
    }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<support::TestDesk> m_desk;
    std::unique_ptr<services::MirrorFetcher> m_fetcher;
    QHash<QByteArray, ScriptedServer::Step> m_answers; ///< By the end of the path.
    int m_events = 0;
};

void FetchLockTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_server = std::make_unique<ScriptedServer>();
    m_answers.clear();
    m_server->thenAnswerWith([this](const ScriptedServer::Request &request) {
        for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
            if (request.path().endsWith(it.key()))
                return *it;
        }
        const QByteArray empty = R"({"object": "list", "data": [], "has_more": false})";
        return ScriptedServer::json(200, empty, {answered});
    });
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_server->url().toString());
    m_fetcher = std::make_unique<services::MirrorFetcher>(m_desk->database, m_desk->client);
    m_fetcher->wake(); // the catalogue, which is empty
    QTRY_COMPARE(asked("/v1/prices"), 1);
}

void FetchLockTest::cleanup()
{
    QCoro::waitFor(m_fetcher->stop());
    m_fetcher.reset();
    m_desk.reset();
    m_server.reset();
    m_test.reset();
}

void FetchLockTest::store(const QString &id, const QString &status, const QString &mark,
                          qint64 second)
{
    const QJsonObject json{{u"id"_s, u"evt_%1"_s.arg(++m_events)},
                           {u"object"_s, u"event"_s},
                           {u"type"_s, u"invoice.finalized"_s},
                           {u"created"_s, noon + second},
                           {u"livemode"_s, false},
                           {u"data"_s, QJsonObject{{u"object"_s, invoice(id, status, mark)}}}};
    const QByteArray payload = QJsonDocument(json).toJson();
    const db::InboxEvent event = services::waitingEvent(
        support::orDie(stripe::parseEvent(payload), "event"), payload, u"webhook"_s);
    support::orDie(support::resultOf(m_desk->database.write([event](db::Session &session) {
                       return db::EventInbox(session).store({event});
                   })),
                   "store");
}

services::ProcessedBatch FetchLockTest::work()
{
    return support::orDie(support::resultOf(m_desk->database.write([](db::Session &session) {
                              return services::processBatch(session, 100);
                          })),
                          "batch");
}

void FetchLockTest::makeDoubt(const QString &id)
{
    store(id, u"open"_s, u"one"_s, 1);
    store(id, u"open"_s, u"two"_s, 1);
    (void)work();
    m_answers[id.toLatin1()] = ScriptedServer::json(
        200, QJsonDocument(invoice(id, u"open"_s, u"asked"_s)).toJson(), {answered});
}

/// Those of other objects do not, and one fetch serves however many there are.
void FetchLockTest::anObjectsEventsWaitForItsFetch()
{
    makeDoubt(u"in_1"_s);
    QCOMPARE(doubts(), u"1"_s);
    m_answers["in_1"].isSilent = true;
    QTRY_COMPARE((m_fetcher->wake(), asked("in_1")), 1);
    for (int second = 6; second < 12; ++second)
        store(u"in_1"_s, u"paid"_s, u"later"_s, second);
    store(u"in_2"_s, u"open"_s, u"other"_s, 6);
    const services::ProcessedBatch batch = work();
    QCOMPARE(batch.events, 1);
    QCOMPARE(batch.passedOver, 6);
    QCOMPARE(mark("in_2"), u"other"_s);
    QVERIFY(mark("in_1") != u"later"_s);
    // The question is given up, and asked again.
    m_answers["in_1"].isSilent = false;
    QSignalSpy fetched(m_fetcher.get(), &services::MirrorFetcher::fetched);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(), u"0"_s, 20'000);
    QTRY_VERIFY(!fetched.isEmpty());
    QCOMPARE(mark("in_1"), u"asked"_s);
    const int questions = asked("in_1");
    QCOMPARE(work().events, 6);
    QCOMPARE(mark("in_1"), u"later"_s);
    QCOMPARE(doubts(), u"0"_s);
    m_fetcher->wake();
    QCOMPARE(asked("in_1"), questions);
}

/// With its connection the lock is lost: events have come meanwhile that the answer knows nothing
/// of.
void FetchLockTest::anAnswerWithoutItsLockIsNotKept()
{
    makeDoubt(u"in_1"_s);
    m_answers["in_1"].delayMs = 700;
    QSignalSpy fetched(m_fetcher.get(), &services::MirrorFetcher::fetched);
    QTRY_COMPARE((m_fetcher->wake(), asked("in_1")), 1);
    QCOMPARE(
        m_test->value("SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l"
                      " WHERE l.locktype = 'advisory' AND l.granted"
                      " AND (l.classid::bigint << 32) | l.objid::bigint = mirror_lock('in_1')"),
        u"1"_s);
    QTRY_COMPARE(m_test->value("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                               " AND database = (SELECT oid FROM pg_database"
                               " WHERE datname = current_database())"),
                 u"0"_s);
    store(u"in_1"_s, u"open"_s, u"later"_s, 9);
    QCOMPARE(work().events, 1);
    QTRY_VERIFY(!fetched.isEmpty());
    QCOMPARE(mark("in_1"), u"later"_s);
    QCOMPARE(doubts(), u"1"_s); // it is asked for again
}

/// Its events are being worked off, or another program asks.
void FetchLockTest::whatOthersAreAtIsNotAskedFor()
{
    makeDoubt(u"in_1"_s);
    makeDoubt(u"in_2"_s);
    {
        const db::PgConnection other =
            support::orDie(db::PgConnection::open(m_test->parameters()), "login");
        support::orDie(other.execute("SELECT pg_advisory_lock(mirror_lock('in_1'))"), "lock");
        QTRY_COMPARE((m_fetcher->wake(), mark("in_2")), u"asked"_s); // after in_1's turn
        QCOMPARE(asked("in_1"), 0);
        QCOMPARE(doubts(), u"1"_s);
    }
    QTRY_COMPARE((m_fetcher->wake(), mark("in_1")), u"asked"_s);
}

void FetchLockTest::noTransactionIsOpenMeanwhile()
{
    makeDoubt(u"in_1"_s);
    m_answers["in_1"].delayMs = 500;
    QTRY_COMPARE((m_fetcher->wake(), asked("in_1")), 1);
    QCOMPARE(
        m_test->value("SELECT a.state FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                      " WHERE l.locktype = 'advisory' AND l.granted"
                      " AND (l.classid::bigint << 32) | l.objid::bigint = mirror_lock('in_1')"),
        u"idle"_s);
    QTRY_COMPARE(mark("in_1"), u"asked"_s);
}

/// More objects than are asked for at once that the key may not read, older than one that it may.
void FetchLockTest::whatOneIsRefusedDoesNotKeepOthers()
{
    for (int i = 0; i < 25; ++i) {
        const QString id = u"in_refused_%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        makeDoubt(id);
        m_answers[id.toLatin1()] = ScriptedServer::json(
            403, R"({"error": {"type": "invalid_request_error", "message": "not yours"}})");
    }
    makeDoubt(u"in_1"_s);
    QCOMPARE(doubts(), u"26"_s);
    QTRY_COMPARE_WITH_TIMEOUT((m_fetcher->wake(), mark("in_1")), u"asked"_s, 20'000);
    QCOMPARE(doubts(), u"25"_s); // they stay in doubt
}

void FetchLockTest::whatStripeDoesNotHaveIsNotAskedForAgain()
{
    makeDoubt(u"in_1"_s);
    m_answers["in_1"] = ScriptedServer::json(
        404, R"({"error": {"type": "invalid_request_error", "code": "resource_missing"}})");
    QTRY_COMPARE((m_fetcher->wake(), doubts()), u"0"_s);
    QVERIFY(mark("in_1") != u"asked"_s);
}

/// More than are listed at once, and nothing wakes it a second time.
void FetchLockTest::manyAreSettledInOneGo()
{
    for (int i = 0; i < 45; ++i)
        makeDoubt(u"in_many_%1"_s.arg(i));
    QCOMPARE(doubts(), u"45"_s);
    m_fetcher->wake();
    QTRY_COMPARE(doubts(), u"0"_s);
    QCOMPARE(asked("in_many_44"), 1);
}

/// A key may read invoices, but no products.
void FetchLockTest::aCatalogueThatIsRefusedKeepsNothing()
{
    QCoro::waitFor(m_fetcher->stop());
    m_answers["/v1/products"] = ScriptedServer::json(
        403, R"({"error": {"type": "invalid_request_error", "message": "not yours"}})");
    m_fetcher = std::make_unique<services::MirrorFetcher>(m_desk->database, m_desk->client);
    makeDoubt(u"in_1"_s);
    m_fetcher->wake();
    QTRY_COMPARE(mark("in_1"), u"asked"_s);
}

QTEST_GUILESS_MAIN(FetchLockTest)
#include "tst_fetchlock.moc"
