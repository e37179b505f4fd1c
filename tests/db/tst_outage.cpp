// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/pgconnection.h"
#include "db/privatecluster.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using core::Error;
using core::Result;
using db::Database;
using db::Session;
using support::orDie;
using support::TestDatabase;

using namespace std::chrono_literals;

/// Answers always come: while the server is away, when it comes back, and at the end.
class OutageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runningJobOfAKilledBackendIsAnswered();
    void connectionThatBrokeWhileIdleIsReplaced();
    void stoppedServerIsNoticedAndFoundAgain();
    void jobsDuringAnOutageAreAnsweredAtOnce();
    void closeAnswersEverything();
    void closeCancelsWhatRuns();
    void jobAfterCloseIsAnswered();
    void droppedFuturesDoNoHarm();
};

namespace {

Result<QString> selectOne(Session &session)
{
    Result<QSqlQuery> rows = session.run(QStringLiteral("SELECT 1"));
    if (!rows)
        return core::passOn(rows);
    rows->next();
    return rows->value(0).toString();
}

void terminateAll(const TestDatabase &database)
{
    database.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                   "WHERE datname = current_database() AND pid <> pg_backend_pid()");
}

/// A server of the test's own, which may be killed.
class OwnServer
{
public:
    OwnServer()
        : m_cluster(
            orDie(db::PrivateCluster::open(m_folder.path() + QStringLiteral("/c")), "own server"))
    {
    }
    [[nodiscard]] db::ConnectionParameters parameters() const
    {
        return m_cluster->ownerParameters();
    }
    void kill() const { ::kill(m_cluster->files().postmaster()->pid, SIGKILL); }
    void restart() const { orDie(m_cluster->restartIfDown(), "restart"); }

private:
    struct OpenFolder : QTemporaryDir
    {
        OpenFolder()
            : QTemporaryDir(support::TestCluster::scratchFolder()
                            + QStringLiteral("/oms-outage-XXXXXX"))
        {
            QFile::setPermissions(path(), QFile::permissions(path()) | QFile::ExeOther);
        }
    } m_folder;
    std::unique_ptr<db::PrivateCluster> m_cluster;
};

} // namespace

void OutageTest::runningJobOfAKilledBackendIsAnswered()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters());
    QSignalSpy lost(&database, &Database::lost);
    QSemaphore running;
    const auto sleep = [&running](Session &session) {
        running.release();
        return session.exec(QStringLiteral("SELECT pg_sleep(60)"));
    };
    const auto read = database.read(sleep);
    const auto write = database.write(sleep);
    running.acquire(2);
    QTRY_COMPARE(testDatabase.value("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                    "current_database() AND query LIKE 'SELECT pg_sleep%'"),
                 QStringLiteral("2"));
    terminateAll(testDatabase);
    QCOMPARE(read.result().error().kind, Error::Kind::Unreachable);
    QCOMPARE(write.result().error().kind, Error::Kind::Unreachable);
    QTRY_VERIFY(database.read(&selectOne).result()); // idle backends may die a moment later
    QTRY_VERIFY(database.write(&selectOne).result());
    QCoreApplication::processEvents();
    QCOMPARE(lost.count(), 0); // the server was there all the time
}

void OutageTest::connectionThatBrokeWhileIdleIsReplaced()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters(), {.writers = 1, .readers = 1});
    QVERIFY(database.write(&selectOne).result());
    terminateAll(testDatabase);
    QCOMPARE(*database.write(&selectOne).result(), QStringLiteral("1"));
}

void OutageTest::stoppedServerIsNoticedAndFoundAgain()
{
    const OwnServer server;
    Database database(server.parameters());
    QSignalSpy lost(&database, &Database::lost);
    QSignalSpy restored(&database, &Database::restored);
    QVERIFY(database.read(&selectOne).result());
    server.kill();
    QVERIFY(lost.wait(10'000)); // nobody asked for anything: it was noticed by itself
    QCOMPARE(lost.first().first().value<Error>().kind, Error::Kind::Unreachable);
    QVERIFY(database.outage());
    server.restart();
    QTRY_VERIFY_WITH_TIMEOUT(restored.count() > 0, 10'000);
    // A worker may notice its own loss, or end a vain attempt, a moment after the first is back.
    QTRY_VERIFY_WITH_TIMEOUT(database.write(&selectOne).result(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(database.read(&selectOne).result(), 10'000);
    QTRY_VERIFY(!database.outage());
    QTRY_COMPARE(restored.count(), lost.count());
}

void OutageTest::jobsDuringAnOutageAreAnsweredAtOnce()
{
    db::ConnectionParameters nowhere;
    nowhere.set("host", "/nonexistent");
    nowhere.set("dbname", "billing");
    Database database(nowhere);
    QCOMPARE(database.read(&selectOne).result().error().kind, Error::Kind::Unreachable);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(database.write(&selectOne).result().error().kind, Error::Kind::Unreachable);
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

void OutageTest::closeAnswersEverything()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters(), {.writers = 1, .readers = 1});
    QList<QFuture<Result<qint64>>> answers;
    for (int i = 0; i < 200; ++i)
        answers << database.write(
            [](Session &session) { return session.exec(QStringLiteral("SELECT pg_sleep(0.05)")); });
    database.close();
    int done = 0;
    int refused = 0;
    for (const auto &answer : answers) {
        QVERIFY(answer.isFinished());
        answer.result() ? ++done : ++refused;
    }
    QVERIFY2(refused > 150, qPrintable(QString::number(refused)));
    QCOMPARE(done + refused, 200);
}

void OutageTest::closeCancelsWhatRuns()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters());
    QSemaphore running;
    const auto answer = database.write([&running](Session &session) {
        running.release();
        return session.exec(QStringLiteral("SELECT pg_sleep(50)"));
    });
    running.acquire();
    QElapsedTimer clock;
    clock.start();
    database.close();
    QVERIFY2(clock.elapsed() < 10'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(answer.result().error().kind, Error::Kind::Canceled);
}

void OutageTest::jobAfterCloseIsAnswered()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters());
    database.close();
    QCOMPARE(database.read(&selectOne).result().error().kind, Error::Kind::Unreachable);
    QCOMPARE(database.write(&selectOne).result().error().kind, Error::Kind::Unreachable);
}

void OutageTest::droppedFuturesDoNoHarm()
{
    const TestDatabase testDatabase(TestDatabase::Content::Empty);
    Database database(testDatabase.ownerParameters());
    for (int i = 0; i < 50; ++i)
        (void)database.write(&selectOne);
    QCOMPARE(*database.write(&selectOne).result(), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(OutageTest)
#include "tst_outage.moc"
