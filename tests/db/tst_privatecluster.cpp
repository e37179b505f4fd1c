// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/clusterprograms.h"
#include "db/database.h"
#include "db/migrations.h"
#include "db/pgconnection.h"
#include "db/privatecluster.h"
#include "testcluster.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using core::Result;
using db::PgConnection;
using db::PrivateCluster;
using support::orDie;

/// The private cluster as its programs see it: made, shared, killed, found again, stopped.
class PrivateClusterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void freshClusterIsSetUpSafely();
    void deskOwnsNothingAndJoinsItsGroups();
    void joinsOnlyWhatRuns();
    void secondStartIsQuickAndKeepsTheData();
    void twoProgramsShareOneServer();
    void fourProgramsStartedAtOnceMakeOneCluster();
    void killedProgramLeavesAServerThatIsFoundAgain();
    void killedServerIsStartedAgain();
    void killedServerIsRestartedForARunningProgram();
    void lockFileOfAReusedNumberDoesNotStopTheStart();
    void setupThatWasCutOffIsMadeAgain();
    void otherMajorVersionIsToldWithTheCommand();
    void longPathsGetAShortSocketFolder();
    void valuesStayOutOfTheLog();
    void foreignFolderIsRefused();

private:
    std::unique_ptr<QProcess> startProbe();
    static pid_t waitReady(QProcess &probe);
    static void finish(QProcess &probe);
    [[nodiscard]] QString directory() const { return m_folder->path() + QStringLiteral("/c"); }
    [[nodiscard]] std::unique_ptr<PrivateCluster> openHere() const
    {
        return orDie(PrivateCluster::open(directory()), "open");
    }

    void copyMadeCluster();

    std::unique_ptr<QTemporaryDir> m_made; // a cluster to copy, which is quicker than initdb
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString ask(const db::ConnectionParameters &parameters, const QByteArray &sql)
{
    const PgConnection connection = orDie(PgConnection::open(parameters), "login");
    return orDie(connection.execute(sql), sql.constData()).text(0, 0);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

std::unique_ptr<QTemporaryDir> openFolder()
{
    auto folder = std::make_unique<QTemporaryDir>(support::TestCluster::scratchFolder()
                                                  + QStringLiteral("/oms-cluster-XXXXXX"));
    ::chmod(qPrintable(folder->path()), 0711); // the server's own user has to get through
    return folder;
}

/// Gone, and not merely waiting to be collected by its parent.
bool isGone(pid_t pid)
{
    return !db::processExists(pid);
}

} // namespace

void PrivateClusterTest::initTestCase()
{
    m_made = openFolder();
    orDie(PrivateCluster::open(m_made->path() + QStringLiteral("/c")), "made").reset();
}

void PrivateClusterTest::init()
{
    m_folder = openFolder();
}

/// Quick instead of durable from here on.
void PrivateClusterTest::copyMadeCluster()
{
    QCOMPARE(QProcess::execute(
                 QStringLiteral("cp"),
                 {QStringLiteral("-a"), m_made->path() + QStringLiteral("/c"), m_folder->path()}),
             0);
    QVERIFY(QFile::remove(directory() + QStringLiteral("/socket-folder")));
    orDie(db::writeForAccount(directory() + QStringLiteral("/local.conf"), "fsync = off\n",
                              orDie(db::findClusterAccount(), "account")),
          "local.conf");
}

void PrivateClusterTest::cleanup()
{
    m_folder.reset();
}

std::unique_ptr<QProcess> PrivateClusterTest::startProbe()
{
    auto probe = std::make_unique<QProcess>();
    probe->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    probe->start(QCoreApplication::applicationDirPath() + QStringLiteral("/clusterprobe"),
                 {directory()});
    return probe;
}

/// The server's process number; 0 where the probe failed.
pid_t PrivateClusterTest::waitReady(QProcess &probe)
{
    while (!probe.canReadLine() && probe.waitForReadyRead(60'000)) { }
    const QByteArray line = probe.readLine().trimmed();
    if (!line.startsWith("ready "))
        qWarning() << line;
    return line.startsWith("ready ") ? line.mid(6).toInt() : 0;
}

void PrivateClusterTest::finish(QProcess &probe)
{
    probe.closeWriteChannel();
    QVERIFY(probe.waitForFinished(60'000));
    QCOMPARE(probe.readAll().trimmed(), QByteArray("closed"));
}

void PrivateClusterTest::freshClusterIsSetUpSafely()
{
    QStringList told;
    const auto cluster =
        orDie(PrivateCluster::open(directory(), [&told](const QString &s) { told << s; }), "open");
    QCOMPARE(told.size(), 2); // setting up, starting
    const db::ConnectionParameters owner = cluster->ownerParameters();
    QCOMPARE(ask(owner, "SHOW server_encoding"), QStringLiteral("UTF8"));
    QCOMPARE(ask(owner, "SHOW listen_addresses"), QString(QStringLiteral("")));
    QCOMPARE(ask(owner, "SHOW data_checksums"), QStringLiteral("on"));
    QCOMPARE(ask(owner, "SHOW fsync"), QStringLiteral("on"));
    QCOMPARE(ask(owner, "SHOW synchronous_commit"), QStringLiteral("on"));
    QCOMPARE(ask(owner, "SELECT datcollate FROM pg_database WHERE datname = current_database()"),
             QStringLiteral("C.UTF-8"));
    QCOMPARE(ask(owner, "SELECT '\"\\u00e9\"'::jsonb ->> 0"), QString(QChar(0xe9)));
    struct stat facts = {};
    QVERIFY(::stat(owner.value("host").constData(), &facts) == 0);
    QCOMPARE(facts.st_mode & 0777, 0700U);
    QVERIFY(owner.value("host").size() < 90);
}

void PrivateClusterTest::deskOwnsNothingAndJoinsItsGroups()
{
    copyMadeCluster();
    const auto cluster = openHere();
    QVERIFY(db::Migrations().migrate(cluster->ownerParameters()));
    const db::ConnectionParameters desk = cluster->deskParameters();
    QCOMPARE(desk.value("user"), QByteArray(::geteuid() == 0 ? "root" : qgetenv("USER")));
    QVERIFY(!orDie(PgConnection::open(desk), "desk").execute("CREATE TABLE x ()"));
    QVERIFY(!orDie(PgConnection::open(desk), "desk").execute("SELECT count(*) FROM tenants"));
    QVERIFY(cluster->admitDesk());
    QVERIFY(cluster->admitDesk()); // again after each start
    QCOMPARE(ask(desk, "SELECT count(*) FROM tenants"), QStringLiteral("0"));
    QCOMPARE(ask(desk, "SELECT pg_has_role('oms_service', 'MEMBER')"), QStringLiteral("t"));
    QVERIFY(!orDie(PgConnection::open(desk), "desk").execute("CREATE TABLE x ()"));
    QCOMPARE(ask(desk,
                 "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = "
                 "session_user"),
             QStringLiteral("f"));
}

void PrivateClusterTest::joinsOnlyWhatRuns()
{
    QVERIFY(!PrivateCluster::joinRunning(directory())); // there is none
    QVERIFY(!QDir(directory()).exists());
    copyMadeCluster();
    QVERIFY(!PrivateCluster::joinRunning(directory())); // it does not run
    auto first = openHere();
    auto second = PrivateCluster::joinRunning(directory());
    QVERIFY(second);
    const db::ConnectionParameters owner = second->ownerParameters();
    QCOMPARE(owner.value("host"), first->ownerParameters().value("host"));
    first.reset();
    QCOMPARE(ask(owner, "SELECT 7"), QStringLiteral("7")); // the other one uses it
    second.reset();
    QVERIFY(!PgConnection::open(owner)); // the last one out stopped it
}

void PrivateClusterTest::secondStartIsQuickAndKeepsTheData()
{
    copyMadeCluster();
    {
        const auto cluster = openHere();
        ask(cluster->ownerParameters(), "CREATE TABLE kept AS SELECT 7 AS x");
    }
    QElapsedTimer clock;
    clock.start();
    const auto cluster = openHere();
    qInfo("started in %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 5000);
    QCOMPARE(ask(cluster->ownerParameters(), "SELECT x FROM kept"), QStringLiteral("7"));
}

void PrivateClusterTest::twoProgramsShareOneServer()
{
    copyMadeCluster();
    const auto one = startProbe();
    const pid_t server = waitReady(*one);
    QVERIFY(server > 0);
    const auto two = startProbe();
    QCOMPARE(waitReady(*two), server);
    finish(*one);
    QVERIFY(!isGone(server)); // the second still uses it
    finish(*two);
    QVERIFY(isGone(server));
}

void PrivateClusterTest::fourProgramsStartedAtOnceMakeOneCluster()
{
    std::vector<std::unique_ptr<QProcess>> probes;
    for (int i = 0; i < 4; ++i)
        probes.push_back(startProbe());
    QSet<pid_t> servers;
    for (const auto &probe : probes)
        servers << waitReady(*probe);
    QCOMPARE(servers.size(), 1);
    QVERIFY(*servers.begin() > 0);
    for (const auto &probe : probes)
        finish(*probe);
    QVERIFY(isGone(*servers.begin()));
}

void PrivateClusterTest::killedProgramLeavesAServerThatIsFoundAgain()
{
    copyMadeCluster();
    const auto killed = startProbe();
    const pid_t server = waitReady(*killed);
    killed->kill();
    killed->waitForFinished();
    QVERIFY(!isGone(server));
    const auto next = startProbe();
    QCOMPARE(waitReady(*next), server);
    finish(*next);
    QVERIFY(isGone(server));
}

void PrivateClusterTest::killedServerIsStartedAgain()
{
    copyMadeCluster();
    {
        const auto cluster = openHere();
        ask(cluster->ownerParameters(), "CREATE TABLE kept AS SELECT 7 AS x");
        ::kill(cluster->files().postmaster()->pid, SIGKILL);
    }
    QVERIFY(QFile::exists(directory() + QStringLiteral("/data/postmaster.pid"))); // stale
    const auto cluster = openHere();
    QCOMPARE(ask(cluster->ownerParameters(), "SELECT x FROM kept"), QStringLiteral("7"));
}

void PrivateClusterTest::killedServerIsRestartedForARunningProgram()
{
    copyMadeCluster();
    const auto cluster = openHere();
    const pid_t before = cluster->files().postmaster()->pid;
    QVERIFY(cluster->restartIfDown());
    QCOMPARE(cluster->files().postmaster()->pid, before); // it was not down
    ::kill(before, SIGKILL);
    QVERIFY(cluster->restartIfDown());
    QVERIFY(cluster->files().postmaster()->pid != before);
    QCOMPARE(ask(cluster->ownerParameters(), "SELECT 1"), QStringLiteral("1"));
}

void PrivateClusterTest::lockFileOfAReusedNumberDoesNotStopTheStart()
{
    copyMadeCluster();
    QProcess other; // any process of the server's user
    const auto account = orDie(db::findClusterAccount(), "account");
    other.setChildProcessModifier([&account] { (void)account.become(); });
    other.setWorkingDirectory(QStringLiteral("/"));
    other.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(other.waitForStarted());
    const QByteArray number = QByteArray::number(other.processId()) + '\n';
    write(directory() + QStringLiteral("/data/postmaster.pid"),
          number + directory().toUtf8() + "/data\n1\n5432\n/nowhere\n\n1 1\nready\n");
    write(directory() + QStringLiteral("/run/.s.PGSQL.5432.lock"), number);
    const auto cluster = openHere();
    QCOMPARE(ask(cluster->ownerParameters(), "SELECT 1"), QStringLiteral("1"));
    other.kill();
    other.waitForFinished();
}

void PrivateClusterTest::setupThatWasCutOffIsMadeAgain()
{
    QVERIFY(QDir().mkpath(directory() + QStringLiteral("/data.new/base")));
    write(directory() + QStringLiteral("/data.new/PG_VERSION"), "15\n");
    const auto account = orDie(db::findClusterAccount(), "account");
    QVERIFY(::chown(qPrintable(directory()), account.uid, account.gid) == 0);
    const auto cluster = openHere();
    QCOMPARE(ask(cluster->deskParameters(), "SELECT 1"), QStringLiteral("1"));
}

void PrivateClusterTest::otherMajorVersionIsToldWithTheCommand()
{
    copyMadeCluster();
    openHere().reset();
    write(directory() + QStringLiteral("/data/PG_VERSION"), "9\n");
    const auto refused = PrivateCluster::open(directory());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Conflict);
    QVERIFY(refused.error().message.contains(QStringLiteral("PostgreSQL 9")));
    QVERIFY(refused.error().message.contains(QStringLiteral("pg_dump")));
    write(directory() + QStringLiteral("/data/PG_VERSION"), "15\n");
    QCOMPARE(ask(openHere()->deskParameters(), "SELECT 1"), QStringLiteral("1"));
}

void PrivateClusterTest::longPathsGetAShortSocketFolder()
{
    const QString deep = m_folder->path() + u'/' + QString(100, u'x') + QStringLiteral("/c");
    QString host;
    {
        const auto cluster = orDie(PrivateCluster::open(deep), "open");
        host = QString::fromLocal8Bit(cluster->ownerParameters().value("host"));
        QVERIFY(host.size() < 90);
        QCOMPARE(ask(cluster->ownerParameters(), "SELECT 1"), QStringLiteral("1"));
    }
    const auto again = orDie(PrivateCluster::open(deep), "open");
    QCOMPARE(QString::fromLocal8Bit(again->ownerParameters().value("host")), host);
    QDir(host).removeRecursively();
}

void PrivateClusterTest::valuesStayOutOfTheLog()
{
    copyMadeCluster();
    const auto cluster = openHere();
    const QString secret = QStringLiteral("secret@example.com");
    ask(cluster->ownerParameters(), "CREATE TABLE t (email text UNIQUE)");
    db::Database database(cluster->ownerParameters());
    const auto insert = [secret](db::Session &session) {
        return session.exec(QStringLiteral("INSERT INTO t VALUES (:email)"),
                            {{QStringLiteral("email"), secret}});
    };
    QVERIFY(database.write(insert).result());
    QVERIFY(!database.write(insert).result()); // the detail of a duplicate repeats the value
    const auto cast = [secret](db::Session &session) {
        return session.exec(QStringLiteral("SELECT :v::int"), {{QStringLiteral("v"), secret}});
    };
    QVERIFY(!database.read(cast).result());
    QFile log(cluster->files().logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray content = log.readAll();
    QVERIFY(content.contains("ready to accept connections"));
    QVERIFY2(!content.contains("secret@"), content.constData());
}

void PrivateClusterTest::foreignFolderIsRefused()
{
    QVERIFY(QDir().mkpath(directory()));
    QVERIFY(::chown(qPrintable(directory()), 12345, 12345) == 0 || ::geteuid() != 0);
    if (::geteuid() != 0) // an ordinary user cannot give a folder away, but can name root's
        QVERIFY(!PrivateCluster::open(QStringLiteral("/root/cluster")));
    else
        QCOMPARE(PrivateCluster::open(directory()).error().kind, core::Error::Kind::Storage);
}

QTEST_GUILESS_MAIN(PrivateClusterTest)
#include "tst_privatecluster.moc"
