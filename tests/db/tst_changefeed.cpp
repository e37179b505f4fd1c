// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/changefeed.h"
#include "db/database.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using core::Result;
using db::Change;
using db::ChangeFeed;
using db::Database;
using db::Session;
using support::TestDatabase;

using namespace std::chrono_literals;

/// What is committed is told once, in whatever order it commits, and over lost connections.
class ChangeFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatAWriteChanged();
    void tellsNothingFromBefore();
    void tellsLateCommitsOfEarlierNumbers();
    void rolledBackWritesAreNotTold();
    void manyCommitsShareNotifications();
    void missedNotificationIsMadeGoodByThePoll();
    void nothingIsLostOverALostConnection();
    void moreThanABatchArrivesWhole();
    void sameRowTwiceIsToldOnce();
    void viewersMayListen();

private:
    Result<qint64> write(const QString &name);
    void listen(ChangeFeed::Pace pace = {});
    [[nodiscard]] QStringList told() const { return m_told; }

    std::unique_ptr<TestDatabase> m_testDatabase;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ChangeFeed> m_feed;
    QStringList m_told; // the entities
};

namespace {

const QByteArray insertChange = "INSERT INTO changes (entity, id) VALUES ($1, gen_random_uuid())";

db::PgConnection connectTo(const TestDatabase &database)
{
    return support::orDie(db::PgConnection::open(database.parameters()), "connection");
}

void insert(const db::PgConnection &connection, const QString &name)
{
    support::orDie(connection.execute(insertChange, {db::PgArgument(name)}), "insert");
}

void run(const db::PgConnection &connection, const QByteArray &sql)
{
    support::orDie(connection.executeScript(sql), sql.constData());
}

} // namespace

void ChangeFeedTest::init()
{
    m_testDatabase = std::make_unique<TestDatabase>();
    m_database = std::make_unique<Database>(m_testDatabase->parameters());
    m_told.clear();
}

void ChangeFeedTest::cleanup()
{
    m_feed.reset();
    m_database.reset();
    m_testDatabase.reset();
}

/// Waits until the feed is at work; what is committed from here on must be told.
void ChangeFeedTest::listen(ChangeFeed::Pace pace)
{
    m_feed = std::make_unique<ChangeFeed>(m_testDatabase->parameters(), pace);
    connect(m_feed.get(), &ChangeFeed::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes)
            m_told << change.entity;
    });
    QSignalSpy started(m_feed.get(), &ChangeFeed::started);
    QVERIFY(started.wait());
}

Result<qint64> ChangeFeedTest::write(const QString &name)
{
    const auto job = [name](Session &session) {
        return session.exec(
            QStringLiteral("INSERT INTO changes (entity, id) VALUES (:name, gen_random_uuid())"),
            {{QStringLiteral("name"), name}});
    };
    return m_database->write(job).result();
}

void ChangeFeedTest::tellsWhatAWriteChanged()
{
    listen({.slowPoll = 1h});
    QList<Change> changes;
    connect(m_feed.get(), &ChangeFeed::changed, this,
            [&changes](const QList<Change> &batch) { changes += batch; });
    const auto job = [](Session &session) {
        return session.exec(QStringLiteral(
            "INSERT INTO changes (entity, id, tenant_id) VALUES ('invoice', "
            "'00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002')"));
    };
    QVERIFY(m_database->write(job).result());
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes.first(),
             (Change{QStringLiteral("invoice"),
                     QUuid(QStringLiteral("00000000-0000-0000-0000-000000000001")),
                     QUuid(QStringLiteral("00000000-0000-0000-0000-000000000002"))}));
}

void ChangeFeedTest::tellsNothingFromBefore()
{
    const db::PgConnection slow = connectTo(*m_testDatabase);
    run(slow, "BEGIN");
    insert(slow, QStringLiteral("during")); // older than what is committed before the start
    QVERIFY(write(QStringLiteral("before")));
    listen();
    run(slow, "COMMIT");
    QVERIFY(write(QStringLiteral("after")));
    QTRY_VERIFY(told().contains(QStringLiteral("after")));
    QCOMPARE(told(), QStringList({QStringLiteral("during"), QStringLiteral("after")}));
}

/// The first transaction draws its numbers first and commits last.
void ChangeFeedTest::tellsLateCommitsOfEarlierNumbers()
{
    const db::PgConnection slow = connectTo(*m_testDatabase);
    listen();
    run(slow, "BEGIN");
    insert(slow, QStringLiteral("slow"));
    QVERIFY(write(QStringLiteral("quick")));
    QVERIFY(write(QStringLiteral("quicker")));
    run(slow, "COMMIT");
    QTRY_VERIFY2(told().size() == 3, qPrintable(told().join(u' ')));
    QCOMPARE(
        told(),
        QStringList({QStringLiteral("slow"), QStringLiteral("quick"), QStringLiteral("quicker")}));
}

void ChangeFeedTest::rolledBackWritesAreNotTold()
{
    const db::PgConnection undecided = connectTo(*m_testDatabase);
    listen();
    run(undecided, "BEGIN");
    insert(undecided, QStringLiteral("never"));
    run(undecided, "ROLLBACK");
    QVERIFY(write(QStringLiteral("always")));
    QTRY_COMPARE(told(), QStringList{QStringLiteral("always")});
}

void ChangeFeedTest::manyCommitsShareNotifications()
{
    db::PgConnection listener = connectTo(*m_testDatabase);
    run(listener, "LISTEN oms_changes");
    QElapsedTimer clock;
    clock.start();
    int notifications = 0;
    for (int i = 0; i < 300; ++i) {
        QVERIFY(write(QStringLiteral("row")));
        while (listener.waitForNotification(0ms, -1) == db::PgConnection::Wake::Notified)
            ++notifications;
    }
    const qint64 allowed = clock.elapsed() / 30 + 2;
    QCOMPARE(listener.waitForNotification(1s, -1), db::PgConnection::Wake::Notified);
    QVERIFY2(notifications <= allowed,
             qPrintable(QStringLiteral("%1 of %2").arg(notifications).arg(allowed)));
}

void ChangeFeedTest::missedNotificationIsMadeGoodByThePoll()
{
    const db::PgConnection silent = connectTo(*m_testDatabase);
    listen({.slowPoll = 100ms});
    insert(silent, QStringLiteral("unannounced"));
    QTRY_COMPARE(told(), QStringList{QStringLiteral("unannounced")});
}

void ChangeFeedTest::nothingIsLostOverALostConnection()
{
    listen({.slowPoll = 1h, .firstRetry = 10ms});
    QVERIFY(write(QStringLiteral("one")));
    QTRY_COMPARE(told().size(), 1);
    m_testDatabase->value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                          "WHERE query LIKE '%FROM changes%' AND pid <> pg_backend_pid()");
    for (const char *name : {"two", "three", "four"})
        QVERIFY(write(QString::fromLatin1(name)));
    QTRY_COMPARE(told(), QStringList({"one", "two", "three", "four"}));
}

void ChangeFeedTest::moreThanABatchArrivesWhole()
{
    listen();
    const auto job = [](Session &session) {
        return session.exec(QStringLiteral("INSERT INTO changes (entity, id) SELECT 'many', "
                                           "gen_random_uuid() FROM generate_series(1, 3500)"));
    };
    QCOMPARE(*m_database->write(job).result(), 3500);
    QTRY_COMPARE(told().size(), 3500);
}

void ChangeFeedTest::sameRowTwiceIsToldOnce()
{
    listen();
    const auto job = [](Session &session) {
        return session.exec(QStringLiteral("INSERT INTO changes (entity, id) SELECT 'same', "
                                           "'00000000-0000-0000-0000-000000000001' "
                                           "FROM generate_series(1, 5)"));
    };
    QVERIFY(m_database->write(job).result());
    QVERIFY(write(QStringLiteral("end")));
    QTRY_VERIFY(told().contains(QStringLiteral("end")));
    QCOMPARE(told().count(QStringLiteral("same")), 1);
}

void ChangeFeedTest::viewersMayListen()
{
    ChangeFeed feed(m_testDatabase->roleParameters("oms_viewer"));
    QSignalSpy started(&feed, &ChangeFeed::started);
    QSignalSpy changed(&feed, &ChangeFeed::changed);
    QVERIFY(started.wait());
    QVERIFY(write(QStringLiteral("visible")));
    QTRY_COMPARE(changed.count(), 1);
}

QTEST_GUILESS_MAIN(ChangeFeedTest)
#include "tst_changefeed.moc"
