// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcluster.h"

#include "db/migrations.h"
#include "slowend.h"

#include <QCryptographicHash>
#include <QDir>
#include <QMutex>
#include <QStorageInfo>

#include <unistd.h>

namespace support {

namespace {

constexpr qint64 setupLock = 60119999;

/// Nothing here has to outlive a power cut; `hba_file` lets a test log in as any role.
QByteArray localSettings(const QString &hbaFile)
{
    return "fsync = off\nfull_page_writes = off\nwal_level = minimal\nmax_wal_senders = 0\n"
           "max_connections = 300\nshared_buffers = 64MB\nhba_file = '"
        + hbaFile.toUtf8() + "'\n";
}

QByteArray checksumOf(const QList<db::Migration> &migrations)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const db::Migration &migration : migrations)
        hash.addData(migration.checksum());
    return hash.result().toHex().first(12);
}

} // namespace

std::shared_ptr<TestCluster> TestCluster::shared()
{
    static QMutex mutex; // guards `alive`
    static std::weak_ptr<TestCluster> alive;
    static std::shared_ptr<TestCluster> kept; // until the program ends
    const QMutexLocker lock(&mutex);
    std::shared_ptr<TestCluster> cluster = alive.lock();
    if (!cluster)
        alive = kept = cluster = std::make_shared<TestCluster>();
    return cluster;
}

TestCluster::TestCluster()
{
    const db::ClusterFiles files(directory(), orDie(db::findClusterAccount(), "account"));
    orDie(files.makeDirectory(), "folder of the test cluster");
    const QString hba = files.directory() + QStringLiteral("/hba.conf");
    orDie(db::writeForAccount(hba, "local all all trust\n", files.account()), "hba.conf");
    orDie(db::writeForAccount(files.directory() + QStringLiteral("/local.conf"), localSettings(hba),
                              files.account()),
          "local.conf");
    m_cluster = orDie(db::PrivateCluster::open(files.directory()), "test cluster");
    dropLeftovers();
}

TestCluster::~TestCluster()
{
    const SlowEnd watch;
    m_cluster.reset();
}

QString TestCluster::scratchFolder()
{
    const QStorageInfo memory(QStringLiteral("/dev/shm"));
    const bool isRoomy = memory.isReady() && !memory.isReadOnly()
        && memory.fileSystemType() == "tmpfs" && memory.bytesAvailable() > 2'000'000'000;
    return isRoomy ? QStringLiteral("/dev/shm") : QDir::tempPath();
}

QString TestCluster::directory()
{
    const QString named = qEnvironmentVariable("OMS_TEST_CLUSTER");
    return named.isEmpty() ? scratchFolder() + QStringLiteral("/oms-test-" OMS_BUILD_HASH "-")
            + QString::number(::geteuid())
                           : named;
}

db::ConnectionParameters TestCluster::parameters(const QByteArray &role,
                                                 const QByteArray &database) const
{
    return m_cluster->files().parameters(role, database);
}

db::PgConnection TestCluster::admin(const QByteArray &database) const
{
    return orDie(db::PgConnection::open(parameters("postgres", database)), "superuser's login");
}

QByteArray TestCluster::migratedTemplate() const
{
    const QByteArray name = "template_" + checksumOf(db::builtInMigrations());
    const db::PgConnection connection = admin();
    orDie(connection.execute("SELECT pg_advisory_lock($1)", {db::PgArgument(setupLock)}), "lock");
    const auto known = orDie(connection.execute("SELECT EXISTS (SELECT FROM pg_database WHERE "
                                                "datname = $1)",
                                                {db::PgArgument(QString::fromLatin1(name))}),
                             "template");
    if (!known.isTrue(0, 0))
        makeTemplate(connection, name);
    return name;
}

/// Under another name until it is complete, so that one cut off half-way is never used.
void TestCluster::makeTemplate(const db::PgConnection &connection, const QByteArray &name) const
{
    const auto old = orDie(
        connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'"),
        "old templates");
    for (int row = 0; row < old.size(); ++row)
        orDie(connection.executeScript("DROP DATABASE " + old.raw(row, 0) + " WITH (FORCE)"),
              "drop old template");
    orDie(connection.executeScript("CREATE DATABASE template_new OWNER oms_owner"), "template");
    orDie(db::Migrations().migrate(parameters("oms_owner", "template_new")), "migrations");
    orDie(connection.executeScript("ALTER DATABASE template_new RENAME TO " + name), "template");
}

void TestCluster::ensureLogin(const QByteArray &login, const QByteArray &groups) const
{
    const db::PgConnection connection = admin();
    orDie(connection.execute("SELECT pg_advisory_lock($1)", {db::PgArgument(setupLock)}), "lock");
    const auto known =
        orDie(connection.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)",
                                 {db::PgArgument(QString::fromLatin1(login))}),
              "role");
    if (!known.isTrue(0, 0))
        orDie(connection.executeScript("CREATE ROLE " + db::quoteIdentifier(login)
                                       + " LOGIN IN ROLE " + groups),
              "role");
}

/// Databases of test programs that were killed: their names hold the process's number.
void TestCluster::dropLeftovers() const
{
    const db::PgConnection connection = admin();
    const auto rows = orDie(connection.execute("SELECT datname, split_part(datname, '_', 2) FROM "
                                               "pg_database WHERE datname ~ '^test_[0-9]+_'"),
                            "databases");
    for (int row = 0; row < rows.size(); ++row)
        if (!db::processExists(pid_t(rows.number(row, 1))))
            (void)connection.executeScript("DROP DATABASE IF EXISTS " + rows.raw(row, 0)
                                           + " WITH (FORCE)");
}

} // namespace support
