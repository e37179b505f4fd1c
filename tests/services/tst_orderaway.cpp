// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"
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
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int objectsAtOnce = 12;

QByteArray linkColumnOf(const QByteArray &table)
{
    return table == "stripe_invoices" ? "stripe_payment_intent_id" : "stripe_invoice_id";
}

/// Stripe as far as a fetch sees it: the objects as they are by now, or nothing at all.
class Stripe
{
public:
    Stripe()
    {
        m_server.thenAnswerWith([this](const auto &request) { return answer(request); });
    }
    [[nodiscard]] QString url() const { return m_server.url().toString(); }
    void set(const QJsonObject &object) { m_objects.insert(object[u"id"_s].toString(), object); }
    void setReachable(bool isReachable) { m_isReachable = isReachable; }
    void setTime(qint64 second) { m_second = second; }

private:
    ScriptedServer::Step answer(const ScriptedServer::Request &request)
    {
        if (!m_isReachable)
            return {.bytes = {}, .resetsInstead = true};
        const QDateTime now = QDateTime::fromSecsSinceEpoch(m_second, Qt::UTC);
        const QByteArray date =
            "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
        const QString id = QString::fromLatin1(request.path()).section(u'/', -1);
        const QJsonObject object =
            m_objects.value(id, {{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}});
        return ScriptedServer::json(200, QJsonDocument(object).toJson(), {date});
    }

    ScriptedServer m_server;
    QHash<QString, QJsonObject> m_objects;
    qint64 m_second = 0;
    bool m_isReachable = true;
};

} // namespace

/// Histories of several objects at once on PostgreSQL, worked off by several workers while a
/// fetcher asks a Stripe that is there, is away, and comes back in the middle.
class OrderAwayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endsAsTheHistory_data();
    void endsAsTheHistory();

private:
    /// All histories up to some point in that second; then some of what is on the way arrives.
    void goOn(qint64 second, bool isLast);
    void store(const QList<QJsonObject> &events);
    void work();
    void settleDoubts();
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }
    [[nodiscard]] int doubts() const
    {
        return sql("SELECT (SELECT count(*) FROM stripe_invoices WHERE needs_fetch)"
                   " + (SELECT count(*) FROM stripe_subscriptions WHERE needs_fetch)"
                   " + (SELECT count(*) FROM stripe_payment_intents WHERE needs_fetch)")
            .toInt();
    }

    QRandomGenerator m_dice{support::printedSeed()};
    Stripe m_stripe;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<support::TestDesk> m_desk;
    std::unique_ptr<db::Database> m_workers;
    std::unique_ptr<services::MirrorFetcher> m_fetcher;
    QList<std::pair<const support::Life *, support::History>> m_histories;
    QList<qsizetype> m_reached; ///< Steps of each that have happened.
    QList<QJsonObject> m_onTheWay;
};

void OrderAwayTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    // Whatever undoes an end fails.
    (void)sql("CREATE FUNCTION end_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$"
              " BEGIN RAISE EXCEPTION 'an end was undone'; END $$");
    for (const char *table : {"stripe_invoices", "stripe_subscriptions", "stripe_payment_intents"})
        (void)sql("CREATE TRIGGER end_is_kept BEFORE UPDATE ON " + QByteArray(table)
                  + " FOR EACH ROW WHEN (OLD.is_terminal AND NOT NEW.is_terminal)"
                    " EXECUTE FUNCTION end_is_kept()");
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_stripe.url());
    m_workers =
        std::make_unique<db::Database>(m_test->parameters(), db::DatabaseOptions{.writers = 3});
    m_fetcher = std::make_unique<services::MirrorFetcher>(m_desk->database, m_desk->client);
    m_stripe.setReachable(true);
    m_fetcher->wake(); // the catalogue
}

void OrderAwayTest::cleanup()
{
    QCoro::waitFor(m_fetcher->stop());
    m_fetcher.reset();
    m_workers.reset();
    m_desk.reset();
    m_test.reset();
    m_histories.clear();
    m_onTheWay.clear();
}

void OrderAwayTest::store(const QList<QJsonObject> &events)
{
    QList<db::InboxEvent> stored;
    for (const QJsonObject &json : events) {
        const QByteArray payload = QJsonDocument(json).toJson();
        stored.append(services::waitingEvent(support::orDie(stripe::parseEvent(payload), "event"),
                                             payload, u"webhook"_s));
    }
    support::orDie(support::resultOf(m_workers->write([stored](db::Session &session) {
                       return db::EventInbox(session).store(stored);
                   })),
                   "store");
}

/// Up to three workers at once, beside whatever the fetcher does, until nothing waits.
void OrderAwayTest::work()
{
    for (bool hasMore = true; hasMore;) {
        QList<QFuture<core::Result<services::ProcessedBatch>>> workers;
        const int count = m_dice.bounded(1, 4);
        for (int worker = 0; worker < count; ++worker) {
            const int limit = m_dice.bounded(1, 16);
            workers.append(m_workers->write(
                [limit](db::Session &session) { return services::processBatch(session, limit); }));
        }
        hasMore = false;
        for (auto &worker : workers) {
            while (!worker.isFinished()) // the fetcher's answers come through this thread
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            const auto batch = support::orDie(worker.result(), "batch");
            hasMore = hasMore || batch.events > 0 || batch.passedOver > 0;
        }
    }
}

void OrderAwayTest::settleDoubts()
{
    m_stripe.setReachable(true);
    QTRY_VERIFY_WITH_TIMEOUT((m_fetcher->wake(), doubts() == 0), 30'000);
}

void OrderAwayTest::goOn(qint64 second, bool isLast)
{
    for (qsizetype i = 0; i < m_histories.size(); ++i) {
        const QList<support::History::Step> &steps = m_histories.at(i).second.steps;
        qsizetype &reached = m_reached[i];
        while (reached < steps.size()
               && (steps.at(reached).second < second
                   || (steps.at(reached).second == second && m_dice.bounded(2) == 0)))
            m_onTheWay += steps.at(reached++).events;
        if (reached > 0)
            m_stripe.set(steps.at(reached - 1).object);
    }
    m_stripe.setTime(second);
    m_stripe.setReachable(m_dice.bounded(2) == 0);
    std::shuffle(m_onTheWay.begin(), m_onTheWay.end(), m_dice);
    const qsizetype arrives =
        isLast ? m_onTheWay.size() : m_dice.bounded(int(m_onTheWay.size()) + 1);
    store(m_onTheWay.first(arrives));
    if (arrives > 0)
        store({m_onTheWay.at(m_dice.bounded(int(arrives)))}); // a duplicate
    m_onTheWay = m_onTheWay.sliced(arrives);
    m_fetcher->wake();
    work();
    m_fetcher->wake();
}

void OrderAwayTest::endsAsTheHistory_data()
{
    QTest::addColumn<int>("round");
    const int rounds = std::max(6, qEnvironmentVariableIntValue("OMS_ORDERS") / objectsAtOnce);
    for (int round = 0; round < rounds; ++round)
        QTest::addRow("round %d", round) << round;
}

void OrderAwayTest::endsAsTheHistory()
{
    for (int i = 0; i < objectsAtOnce; ++i) {
        const support::Life &life =
            support::lives().at(m_dice.bounded(int(support::lives().size())));
        m_histories.append({&life, support::historyOf(life, u"x_%1"_s.arg(i), m_dice)});
    }
    m_reached = QList<qsizetype>(m_histories.size(), 0);
    const qint64 begin = m_histories.first().second.steps.first().second;
    qint64 end = begin;
    for (const auto &[life, history] : std::as_const(m_histories))
        end = std::max(end, history.steps.last().second);
    for (qint64 second = begin; second <= end; ++second)
        goOn(second, false);
    goOn(end + 1, true);
    settleDoubts();
    work();
    settleDoubts();
    for (const auto &[life, history] : std::as_const(m_histories)) {
        const QByteArray key = QByteArray(life->table).chopped(1) + "_id";
        QCOMPARE(sql("SELECT status || ' ' || (metadata ->> 'step') FROM " + QByteArray(life->table)
                     + " WHERE " + key + " = '" + history.id.toLatin1() + "'"),
                 support::History::markOf(history.steps.last().object));
        if (!history.link.isEmpty())
            QCOMPARE(sql("SELECT " + linkColumnOf(life->table) + " FROM " + QByteArray(life->table)
                         + " WHERE " + key + " = '" + history.id.toLatin1() + "'"),
                     history.link);
    }
    QCOMPARE(sql("SELECT string_agg(DISTINCT state, ' ') FROM stripe_webhook_events"), u"done"_s);
}

QTEST_GUILESS_MAIN(OrderAwayTest)
#include "tst_orderaway.moc"
