// SPDX-License-Identifier: GPL-3.0-or-later
#include "smalldisk.h"

#include "testcluster.h"

#include <QDir>
#include <QFile>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto size = "size=500m";
const auto largestFile = u"17000000"_s; // a file of the log has 16 MiB

QList<pid_t> withChildren(pid_t server)
{
    QList<pid_t> all{server};
    QFile file(u"/proc/%1/task/%1/children"_s.arg(server));
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray &child : file.readAll().simplified().split(' '))
            if (child.toInt() > 0)
                all.append(child.toInt());
    return all;
}

/// By the account that the server runs under: not everybody may do this to another one's.
void limitFiles(pid_t server, const QString &bytes)
{
    const db::ClusterAccount account =
        support::orDie(db::findClusterAccount(), "the database's account");
    for (const pid_t pid : withChildren(server)) {
        const auto limited = db::runAs(
            account, u"prlimit"_s, {u"--pid"_s, QString::number(pid), u"--fsize=%1:"_s.arg(bytes)});
        if (!limited && pid == server) // a child may have ended meanwhile
            qFatal("prlimit: %s", qPrintable(limited.error().detail));
    }
}

} // namespace

SmallDisk::SmallDisk()
    : m_place(support::TestCluster::scratchFolder() + u"/oms-disk-XXXXXX"_s)
{
    ::chmod(QFile::encodeName(m_place.path()).constData(), 0755); // another user's server
    m_isMounted = mountOwn();
    qInfo("the disk is %s", m_isMounted ? "a tmpfs" : "a limit on the size of files");
}

SmallDisk::~SmallDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(m_place.path()).constData(), MNT_DETACH);
}

/// Only this thread and what it starts see it.
bool SmallDisk::mountOwn() const
{
    return qEnvironmentVariableIsEmpty("OMS_FAULT_NO_MOUNT") && ::unshare(CLONE_NEWNS) == 0
        && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("tmpfs", QFile::encodeName(m_place.path()).constData(), "tmpfs", 0, size) == 0;
}

QString SmallDisk::folder() const
{
    return m_place.path() + u"/cluster"_s;
}

void SmallDisk::fill(pid_t server)
{
    if (!m_isMounted)
        return limitFiles(server, largestFile);
    QFile ballast(m_place.path() + u"/ballast"_s);
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("no ballast: %s", qPrintable(ballast.errorString()));
    for (qsizetype piece = 1 << 20; piece >= 4096; piece /= 16) {
        const QByteArray bytes(piece, 'x');
        while (ballast.write(bytes) == piece) { }
    }
}

void SmallDisk::release(pid_t server)
{
    if (m_isMounted)
        QFile::remove(m_place.path() + u"/ballast"_s);
    else
        limitFiles(server, u"unlimited"_s);
}
