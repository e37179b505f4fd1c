// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/filelock.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace db {

FileLock::FileLock(const QString &path)
    : m_path(path)
{
}

FileLock::~FileLock()
{
    release();
}

core::Result<> FileLock::waitExclusive()
{
    return wait(LOCK_EX);
}

core::Result<> FileLock::waitShared()
{
    return wait(LOCK_SH);
}

bool FileLock::tryExclusive()
{
    return open() && ::flock(m_fd, LOCK_EX | LOCK_NB) == 0;
}

void FileLock::release()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

core::Result<> FileLock::wait(int operation)
{
    bool locked = open();
    while (locked && ::flock(m_fd, operation) != 0)
        locked = errno == EINTR;
    if (locked)
        return {};
    return core::fail(
        core::Error::Kind::Storage,
        QCoreApplication::translate("db", "The file %1 cannot be locked.").arg(m_path),
        QString::fromLocal8Bit(std::strerror(errno)));
}

bool FileLock::open()
{
    if (m_fd < 0) // never inherited: a child would hold the lock
        m_fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return m_fd >= 0;
}

} // namespace db
