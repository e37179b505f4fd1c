// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/privatecluster.h"

#include "db/clusterprograms.h"
#include "db/pgconnection.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <QThread>

#include <chrono>
#include <csignal>
#include <unistd.h>

namespace db {

Q_LOGGING_CATEGORY(logCluster, "oms.db.cluster")

using namespace std::chrono_literals;

namespace {

using Kind = core::Error::Kind;

constexpr auto startPatience = 120s; // recovery after a power cut reads the whole log
constexpr auto stopPatience = 60s;
constexpr auto pollInterval = 5ms;
constexpr auto retryInterval = 200ms;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(db)
};

void report(const PrivateCluster::Progress &progress, const QString &sentence)
{
    qCInfo(logCluster).noquote() << sentence;
    if (progress)
        progress(sentence);
}

/// The children of a server that was killed let go of its shared memory a moment later.
bool mayPassSoon(const QString &logLine)
{
    return logLine.contains(u"shared memory") || logLine.contains(u"lock file");
}

} // namespace

QString PrivateCluster::defaultDirectory(const QString &name)
{
    const QString chosen = qEnvironmentVariable("OMS_BILLING_DATA_DIR");
    if (!chosen.isEmpty())
        return chosen + QLatin1Char('/') + name;
    if (::geteuid() == 0)
        return QStringLiteral("/var/lib/oms-billing/") + name;
    // Not AppDataLocation: the window and the daemon, two applications, share it.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/oms-billing/") + name;
}

core::Result<std::unique_ptr<PrivateCluster>> PrivateCluster::open(const QString &directory,
                                                                   const Progress &progress)
{
    core::Result<ClusterAccount> account = findClusterAccount();
    if (!account)
        return core::passOn(account);
    ClusterFiles files(directory, *std::move(account));
    if (const core::Result<> made = files.makeDirectory(); !made)
        return core::passOn(made);
    std::unique_ptr<PrivateCluster> cluster(new PrivateCluster(std::move(files)));
    if (const core::Result<> prepared = cluster->prepare(progress); !prepared)
        return core::passOn(prepared);
    return cluster;
}

std::unique_ptr<PrivateCluster> PrivateCluster::joinRunning(const QString &directory)
{
    core::Result<ClusterAccount> account = findClusterAccount();
    if (!account || !QDir(directory).exists())
        return nullptr;
    std::unique_ptr<PrivateCluster> cluster(
        new PrivateCluster(ClusterFiles(directory, *std::move(account))));
    return cluster->join() ? std::move(cluster) : nullptr;
}

PrivateCluster::PrivateCluster(ClusterFiles files)
    : m_files(std::move(files))
    , m_setup(m_files.setupLock())
    , m_use(m_files.useLock())
{
}

PrivateCluster::~PrivateCluster()
{
    if (const core::Result<> closed = close(); !closed)
        qCWarning(logCluster).noquote() << closed.error().message << closed.error().detail;
}

ConnectionParameters PrivateCluster::ownerParameters() const
{
    return m_files.parameters("oms_owner", "oms_billing");
}

ConnectionParameters PrivateCluster::deskParameters() const
{
    return m_files.parameters(m_files.deskRole(), "oms_billing");
}

core::Result<> PrivateCluster::prepare(const Progress &progress)
{
    if (!m_setup.tryExclusive()) {
        report(progress, Text::tr("Waiting for another window to start the database …"));
        if (const core::Result<> locked = m_setup.waitExclusive(); !locked)
            return locked;
    }
    core::Result<> done = m_use.waitShared();
    const int major = m_files.majorVersion();
    const core::Result<ClusterPrograms> programs = findClusterPrograms(major);
    if (done && !programs)
        done = major > 0 ? core::Result<>(otherVersion()) : core::passOn(programs);
    if (done && major == 0) {
        report(progress, Text::tr("Setting up the database …"));
        done = create(programs->folder);
    }
    if (done)
        done = m_files.makeSocketFolder();
    if (done)
        done = ensureRunning(programs->folder, progress);
    if (done)
        done = ensureRoles();
    m_isOpen = done.has_value();
    if (!done)
        m_use.release();
    m_setup.release();
    return done;
}

bool PrivateCluster::join()
{
    if (!m_setup.tryExclusive())
        return false;
    const std::optional<ClusterFiles::Postmaster> postmaster = m_files.postmaster();
    m_isOpen =
        postmaster && postmaster->isRunning && m_use.waitShared() && m_files.makeSocketFolder();
    if (!m_isOpen)
        m_use.release();
    m_setup.release();
    return m_isOpen;
}

/// Made beside its place and renamed, so that there is never half a cluster.
core::Result<> PrivateCluster::create(const QString &programs) const
{
    const QString fresh = m_files.freshFolder();
    QDir(fresh).removeRecursively(); // left by an attempt that was cut off
    const core::Result<QByteArray> made =
        runAs(m_files.account(), programs + QStringLiteral("/initdb"),
              {QStringLiteral("-D"), fresh, QStringLiteral("-E"), QStringLiteral("UTF8"),
               QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-k"), QStringLiteral("-U"),
               QStringLiteral("postgres"), QStringLiteral("--auth=peer"),
               QStringLiteral("--no-instructions")});
    if (!made)
        return core::passOn(made);
    if (QDir().rename(fresh, m_files.dataFolder()))
        return {};
    return core::fail(Kind::Storage, Text::tr("The new database could not be put into its place."),
                      m_files.dataFolder());
}

core::Result<> PrivateCluster::ensureRunning(const QString &programs,
                                             const Progress &progress) const
{
    const ConnectionParameters server = m_files.parameters("postgres", "postgres");
    const QDeadlineTimer deadline(startPatience);
    pid_t started = 0;
    bool reported = false;
    while (!deadline.hasExpired()) {
        const std::optional<ClusterFiles::Postmaster> postmaster = m_files.postmaster();
        if (postmaster && postmaster->isRunning) {
            if (serverAnswers(server))
                return {};
            QThread::msleep(pollInterval.count()); // starting, recovering, or going down
            continue;
        }
        if (started > 0 && processExists(started)) { // has not written its file yet
            QThread::msleep(pollInterval.count());
            continue;
        }
        if (started > 0) {
            const QString reason = m_files.lastLogLine();
            if (!mayPassSoon(reason))
                return core::fail(Kind::Storage, Text::tr("The database could not be started."),
                                  reason);
            QThread::msleep(retryInterval.count());
        }
        if (!std::exchange(reported, true))
            report(progress, Text::tr("Starting the database …"));
        m_files.removeMisleadingLocks();
        m_files.rotateLog();
        if (const core::Result<> written = m_files.writeConfiguration(); !written)
            return written;
        const core::Result<pid_t> process = startDetachedAs(
            m_files.account(), programs + QStringLiteral("/postgres"),
            {QStringLiteral("-D"), m_files.dataFolder()}, m_files.dataFolder(), m_files.logFile());
        if (!process)
            return core::passOn(process);
        started = *process;
    }
    return core::fail(Kind::Storage, Text::tr("The database does not become ready."),
                      m_files.lastLogLine());
}

core::Result<> PrivateCluster::ensureRoles() const
{
    const core::Result<PgConnection> admin =
        PgConnection::open(m_files.parameters("postgres", "postgres"));
    if (!admin)
        return core::passOn(admin);
    const core::Result<PgRows> known =
        admin->execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = 'oms_owner'), "
                       "EXISTS (SELECT FROM pg_roles WHERE rolname = $1), "
                       "EXISTS (SELECT FROM pg_database WHERE datname = 'oms_billing')",
                       {PgArgument(QString::fromUtf8(m_files.deskRole()))});
    if (!known)
        return core::passOn(known);
    core::Result<> done;
    if (!known->isTrue(0, 0))
        done = admin->executeScript("CREATE ROLE oms_owner LOGIN CREATEROLE");
    if (done && !known->isTrue(0, 1))
        done =
            admin->executeScript("CREATE ROLE " + quoteIdentifier(m_files.deskRole()) + " LOGIN");
    if (done && !known->isTrue(0, 2))
        done = admin->executeScript("CREATE DATABASE oms_billing OWNER oms_owner");
    return done;
}

core::Result<> PrivateCluster::admitDesk() const
{
    const core::Result<PgConnection> owner = PgConnection::open(ownerParameters());
    if (!owner)
        return core::passOn(owner);
    return owner->executeScript("GRANT oms_service, oms_admin TO "
                                + quoteIdentifier(m_files.deskRole()));
}

core::Result<> PrivateCluster::close()
{
    if (!std::exchange(m_isOpen, false))
        return {};
    core::Result<> done = m_setup.waitExclusive();
    if (done && m_use.tryExclusive())
        done = stop();
    m_use.release();
    m_setup.release();
    return done;
}

core::Result<> PrivateCluster::restartIfDown()
{
    const core::Result<ClusterPrograms> programs = findClusterPrograms(m_files.majorVersion());
    if (!programs)
        return core::passOn(programs);
    core::Result<> done = m_setup.waitExclusive();
    if (done)
        done = m_files.makeSocketFolder();
    if (done)
        done = ensureRunning(programs->folder, {});
    m_setup.release();
    return done;
}

core::Result<> PrivateCluster::stop() const
{
    const std::optional<ClusterFiles::Postmaster> postmaster = m_files.postmaster();
    if (!postmaster || !postmaster->isRunning)
        return {};
    ::kill(postmaster->pid, SIGINT); // "fast": open sessions end, everything is on disk
    const QDeadlineTimer deadline(stopPatience);
    while (!deadline.hasExpired()) {
        if (!processExists(postmaster->pid))
            return {};
        QThread::msleep(pollInterval.count());
    }
    return core::fail(Kind::Storage, Text::tr("The database does not stop."),
                      m_files.lastLogLine());
}

tl::unexpected<core::Error> PrivateCluster::otherVersion() const
{
    const QString major = QString::number(m_files.majorVersion());
    return core::fail(
        Kind::Conflict,
        Text::tr(
            "This database was made by PostgreSQL %1, which is not installed here. Install "
            "PostgreSQL %1, or move the data over: where version %1 is, start the server on %2 and "
            "run  pg_dump -h %3 -U oms_owner -Fc oms_billing > oms_billing.dump  (or use "
            "pg_upgrade).")
            .arg(major, m_files.dataFolder(), m_files.directory() + QStringLiteral("/run")));
}

} // namespace db
