// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/clusteraccount.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace db {

namespace {

using Kind = core::Error::Kind;

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

tl::unexpected<core::Error> folderError(const QString &path, const QString &reason)
{
    return core::fail(
        Kind::Storage,
        QCoreApplication::translate("db", "The folder %1 cannot be used for the database.")
            .arg(path),
        reason);
}

/// English texts, UTC, and nothing of this user's own PostgreSQL settings.
QStringList toolEnvironment(const ClusterAccount &account)
{
    return {QStringLiteral("PATH=/usr/local/bin:/usr/bin:/bin"), QStringLiteral("LC_ALL=C.UTF-8"),
            QStringLiteral("TZ=UTC"), QStringLiteral("HOME=/"),
            QStringLiteral("USER=") + QString::fromLocal8Bit(account.name)};
}

/// argv or envp: pointers into the strings, which stay in `storage`.
std::vector<char *> pointers(std::vector<QByteArray> &storage)
{
    std::vector<char *> list;
    for (QByteArray &text : storage)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

std::vector<QByteArray> encoded(const QStringList &texts)
{
    std::vector<QByteArray> list;
    for (const QString &text : texts)
        list.push_back(QFile::encodeName(text));
    return list;
}

/// Everything a child needs between fork and exec, where nothing may be allocated.
struct Launch
{
    const ClusterAccount &account;
    char *const *argv;
    char *const *envp;
    const char *folder;
    const char *logFile;
};

[[noreturn]] void execute(const Launch &launch)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    ::umask(077);
    if (!launch.account.become() || ::chdir(launch.folder) != 0)
        ::_exit(126);
    const int input = ::open("/dev/null", O_RDONLY);
    const int output = ::open(launch.logFile, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (input < 0 || output < 0)
        ::_exit(126);
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::close_range(3, ~0U, 0);
    ::execve(launch.argv[0], launch.argv, launch.envp);
    ::_exit(127);
}

/// Forks twice, so that the program belongs to init and leaves no zombie here.
pid_t launchDetached(const Launch &launch)
{
    std::array<int, 2> channel{};
    if (::pipe2(channel.data(), O_CLOEXEC) != 0)
        return -1;
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        const pid_t grandchild = ::fork();
        if (grandchild == 0)
            execute(launch);
        const ssize_t written = ::write(channel[1], &grandchild, sizeof grandchild);
        ::_exit(written == ssize_t(sizeof grandchild) ? 0 : 1);
    }
    ::close(channel[1]);
    pid_t started = -1;
    if (child > 0) {
        if (::read(channel[0], &started, sizeof started) != ssize_t(sizeof started))
            started = -1;
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
    }
    ::close(channel[0]);
    return started;
}

} // namespace

bool ClusterAccount::become() const
{
    if (!isSwitched())
        return true;
    return ::setgroups(groups.size(), groups.data()) == 0 && ::setgid(gid) == 0
        && ::setuid(uid) == 0;
}

core::Result<ClusterAccount> findClusterAccount()
{
    const passwd *self = ::getpwuid(::geteuid());
    if (!self)
        return core::fail(
            Kind::Storage,
            QCoreApplication::translate("db",
                                        "This computer does not know the name of the user who runs "
                                        "this program, so no private database can be made."));
    ClusterAccount account;
    account.person = self->pw_name;
    const passwd *entry = self;
    if (::geteuid() == 0) {
        entry = ::getpwnam("postgres");
        if (!entry)
            return core::fail(
                Kind::Storage,
                QCoreApplication::translate("db",
                                            "For root a private database needs the system user "
                                            "“postgres”, which comes with PostgreSQL's server."));
    }
    account.name = entry->pw_name;
    account.uid = entry->pw_uid;
    account.gid = entry->pw_gid;
    int count = 64;
    account.groups.resize(size_t(count));
    if (::getgrouplist(account.name.constData(), account.gid, account.groups.data(), &count) < 0)
        count = 1; // in more groups than that: its own is enough
    account.groups.resize(size_t(count));
    return account;
}

namespace {

/// Makes the folder under another name, gives it to the account, and puts it in its place: another
/// program that starts at the same moment never sees it half made.
bool putFolder(const QByteArray &name, const ClusterAccount &account)
{
    QByteArray made = name + ".XXXXXX";
    if (::mkdtemp(made.data()) == nullptr) // 0700
        return false;
    const bool isPut = ::chown(made.constData(), account.uid, account.gid) == 0
        && ::rename(made.constData(), name.constData()) == 0;
    const int reason = errno;
    if (isPut)
        return true;
    ::rmdir(made.constData());
    errno = reason;
    return reason == EEXIST || reason == ENOTEMPTY; // the other one was quicker
}

} // namespace

core::Result<> makePrivateFolder(const QString &path, const ClusterAccount &account)
{
    const QByteArray name = QFile::encodeName(path);
    const QString parent = QFileInfo(path).path();
    const bool isNew = !QFileInfo::exists(parent);
    if (!QDir().mkpath(parent))
        return folderError(path, systemReason());
    if (isNew && account.isSwitched()) // the account has to get through, whatever root's umask
        ::chmod(QFile::encodeName(parent).constData(), 0755);
    if (!QFileInfo::exists(path) && !putFolder(name, account))
        return folderError(path, systemReason());
    struct stat facts = {};
    if (::lstat(name.constData(), &facts) != 0)
        return folderError(path, systemReason());
    if (!S_ISDIR(facts.st_mode) || facts.st_uid != account.uid)
        return folderError(
            path, QStringLiteral("not a folder of ") + QString::fromLocal8Bit(account.name));
    if ((facts.st_mode & 0777) != 0700 && ::chmod(name.constData(), 0700) != 0)
        return folderError(path, systemReason());
    return {};
}

core::Result<> writeForAccount(const QString &path, const QByteArray &content,
                               const ClusterAccount &account)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
        && ::fchown(file.handle(), account.uid, account.gid) == 0
        && ::fchmod(file.handle(), 0600) == 0 && file.commit())
        return {};
    return core::fail(Kind::Storage,
                      QCoreApplication::translate("db", "The file %1 cannot be written.").arg(path),
                      systemReason());
}

core::Result<QByteArray> runAs(const ClusterAccount &account, const QString &program,
                               const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment([&] {
        QProcessEnvironment environment;
        for (const QString &entry : toolEnvironment(account))
            environment.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
        return environment;
    }());
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setChildProcessModifier([&account] {
        ::umask(077);
        if (!account.become())
            ::_exit(126);
    });
    process.start(program, arguments, QIODevice::ReadOnly);
    if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return process.readAll();
    return core::fail(Kind::Storage,
                      QCoreApplication::translate("db", "PostgreSQL's program %1 failed.")
                          .arg(QFileInfo(program).fileName()),
                      QString::fromUtf8(process.readAll().trimmed().right(500))
                          + process.errorString());
}

core::Result<pid_t> startDetachedAs(const ClusterAccount &account, const QString &program,
                                    const QStringList &arguments, const QString &folder,
                                    const QString &logFile)
{
    std::vector<QByteArray> argvStorage = encoded(QStringList(program) + arguments);
    std::vector<QByteArray> envStorage = encoded(toolEnvironment(account));
    const std::vector<char *> argv = pointers(argvStorage);
    const std::vector<char *> envp = pointers(envStorage);
    const QByteArray folderName = QFile::encodeName(folder);
    const QByteArray logName = QFile::encodeName(logFile);
    const pid_t started = launchDetached(
        {account, argv.data(), envp.data(), folderName.constData(), logName.constData()});
    if (started > 0)
        return started;
    return core::fail(Kind::Storage,
                      QCoreApplication::translate("db", "PostgreSQL could not be started."),
                      systemReason());
}

} // namespace db
