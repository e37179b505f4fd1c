// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/clusterfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace db {

namespace {

constexpr qsizetype longestSocketFolder = 89; // the server's limit is 107 with the file's name
constexpr qint64 longestLog = 5'000'000;

// Values never reach the log: neither bound ones, nor those in statements and error details.
constexpr const char *settings =
    R"(# Written by oms-billing before each start. Put your own settings into
# local.conf beside the folder `data`.
listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
max_connections = 50
shared_buffers = 128MB
wal_compression = lz4
max_wal_size = 1GB
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C.UTF-8'
log_line_prefix = '%m [%p] '
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_statement = none
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
)";

QByteArray quoted(const QString &text)
{
    return '\'' + text.toUtf8().replace('\'', "''") + '\'';
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether the account may pass through the folder; root passes everywhere.
bool lets(const QString &folder, const ClusterAccount &account)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(folder).constData(), &facts) != 0)
        return false;
    if (facts.st_uid == account.uid)
        return (facts.st_mode & S_IXUSR) != 0;
    return (facts.st_mode & (facts.st_gid == account.gid ? S_IXGRP : S_IXOTH)) != 0;
}

QString canonical(const QString &folder)
{
    return QFileInfo(folder).canonicalFilePath();
}

/// The folder a process runs in; empty where there is none or it is somebody else's.
QString folderOf(pid_t pid)
{
    return QFileInfo(QStringLiteral("/proc/%1/cwd").arg(pid)).symLinkTarget();
}

} // namespace

bool processExists(pid_t pid)
{
    // A dead child that nobody has waited for still has a number, but no program.
    return !QFileInfo(QStringLiteral("/proc/%1/exe").arg(pid)).symLinkTarget().isEmpty();
}

ClusterFiles::ClusterFiles(QString directory, ClusterAccount account)
    : m_directory(QDir::cleanPath(QDir(directory).absolutePath()))
    , m_account(std::move(account))
{
}

core::Result<> ClusterFiles::makeDirectory() const
{
    if (const core::Result<> made = makePrivateFolder(m_directory, m_account); !made)
        return made;
    for (QDir parent(m_directory); m_account.isSwitched() && parent.cdUp();) {
        if (!lets(parent.path(), m_account))
            return core::fail(
                core::Error::Kind::Storage,
                QCoreApplication::translate(
                    "db", "The system user %1, who runs the database, cannot get into %2.")
                    .arg(QString::fromLocal8Bit(m_account.name), parent.path()));
    }
    return {};
}

core::Result<> ClusterFiles::makeSocketFolder()
{
    const QString record = m_directory + QStringLiteral("/socket-folder");
    const QByteArray hash =
        QCryptographicHash::hash(m_directory.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString name = QStringLiteral("oms-") + QString::fromLatin1(hash.first(16));
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    QStringList candidates{QString::fromUtf8(readAll(record).trimmed()),
                           m_directory + QStringLiteral("/run")};
    if (!runtime.isEmpty() && !m_account.isSwitched())
        candidates << runtime + u'/' + name;
    candidates << QStringLiteral("/tmp/") + name;

    core::Result<> made;
    for (const QString &candidate : candidates) {
        if (candidate.isEmpty() || QFile::encodeName(candidate).size() > longestSocketFolder)
            continue;
        made = makePrivateFolder(candidate, m_account); // refuses one that somebody else put there
        if (!made)
            continue;
        m_socketFolder = candidate;
        return candidate == candidates.first()
            ? made
            : writeForAccount(record, candidate.toUtf8() + '\n', m_account);
    }
    return made;
}

core::Result<> ClusterFiles::writeConfiguration() const
{
    const QByteArray person = '"' + m_account.person + '"';
    QByteArray idents;
    for (const QByteArray &role : {QByteArray("oms_owner"), QByteArray("postgres"), deskRole()})
        idents += "oms " + person + " \"" + role + "\"\n";
    const QByteArray main = QByteArray(settings)
        + "unix_socket_directories = " + quoted(m_socketFolder)
        + "\ninclude_if_exists = " + quoted(m_directory + QStringLiteral("/local.conf")) + '\n';
    core::Result<> written =
        writeForAccount(dataFolder() + QStringLiteral("/postgresql.conf"), main, m_account);
    if (written)
        written = writeForAccount(dataFolder() + QStringLiteral("/pg_hba.conf"),
                                  "local all all peer map=oms\n", m_account);
    if (written)
        written =
            writeForAccount(dataFolder() + QStringLiteral("/pg_ident.conf"), idents, m_account);
    return written;
}

void ClusterFiles::rotateLog() const
{
    if (QFileInfo(logFile()).size() < longestLog)
        return;
    QFile::remove(logFile() + QStringLiteral(".1"));
    QFile::rename(logFile(), logFile() + QStringLiteral(".1"));
}

QString ClusterFiles::lastLogLine() const
{
    QFile file(logFile());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - 4000));
    QString last;
    for (const QByteArray &line : file.readAll().trimmed().split('\n'))
        if (line.contains("FATAL") || line.contains("PANIC") || last.isEmpty())
            last = QString::fromUtf8(line);
    return last;
}

int ClusterFiles::majorVersion() const
{
    return readAll(dataFolder() + QStringLiteral("/PG_VERSION")).trimmed().toInt();
}

QByteArray ClusterFiles::deskRole() const
{
    const QByteArray &person = m_account.person;
    const bool isTaken = person == "postgres" || person == "public" || person == "none"
        || person.startsWith("pg_") || person.startsWith("oms_");
    return isTaken ? "desk_" + person : person;
}

ConnectionParameters ClusterFiles::parameters(const QByteArray &role,
                                              const QByteArray &database) const
{
    return {{{"host", QFile::encodeName(m_socketFolder)},
             {"port", "5432"},
             {"user", role},
             {"dbname", database}}};
}

std::optional<ClusterFiles::Postmaster> ClusterFiles::postmaster() const
{
    const QByteArray content = readAll(dataFolder() + QStringLiteral("/postmaster.pid"));
    if (content.isEmpty())
        return std::nullopt;
    Postmaster found;
    found.pid = content.left(content.indexOf('\n')).trimmed().toInt();
    // The number may be another process's by now; the server lives in its data folder.
    found.isRunning = found.pid > 0 && folderOf(found.pid) == canonical(dataFolder());
    return found;
}

void ClusterFiles::removeMisleadingLocks() const
{
    const std::optional<Postmaster> named = postmaster();
    if (!named || named->isRunning || !processExists(named->pid))
        return;
    const QString home = canonical(dataFolder());
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs))
        if (const pid_t pid = process.toInt(); pid > 0 && folderOf(pid) == home)
            return;
    QFile::remove(dataFolder() + QStringLiteral("/postmaster.pid"));
    QFile::remove(m_socketFolder + QStringLiteral("/.s.PGSQL.5432.lock"));
}

} // namespace db
