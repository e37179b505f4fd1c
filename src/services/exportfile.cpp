// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportfile.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace services {

ExportFile::ExportFile(const QString &path)
    : m_file(path)
{
}

core::Error ExportFile::failure(const QString &path, int systemError)
{
    const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
    const QString detail = QString::fromLocal8Bit(std::strerror(systemError));
    const auto storage = [&](const QString &message) {
        return core::Error{core::Error::Kind::Storage, message, detail, {}};
    };
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return storage(tr("There is no space left for “%1”. Free some, or choose another folder.")
                           .arg(QFileInfo(path).fileName()));
    case EACCES:
    case EPERM:
        return storage(tr("You may not write to “%1”. Choose another folder.").arg(folder));
    case EROFS:
        return storage(tr("“%1” can only be read. Choose another folder.").arg(folder));
    case ENOENT:
    case ENOTDIR:
        return storage(tr("The folder “%1” does not exist. Choose another one.").arg(folder));
    case EISDIR:
        return storage(
            tr("“%1” is a folder. Choose another name.").arg(QDir::toNativeSeparators(path)));
    case EFBIG:
        return storage(tr("“%1” becomes larger than files may be there. Filter the list, or "
                          "choose another folder.")
                           .arg(QFileInfo(path).fileName()));
    default:
        return storage(tr("“%1” could not be written. Choose another folder and try again.")
                           .arg(QFileInfo(path).fileName()));
    }
}

core::Error ExportFile::failureNow(int systemError) const
{
    core::Error error = failure(m_file.fileName(), systemError);
    error.detail += QStringLiteral("; ") + m_file.errorString();
    return error;
}

core::Result<> ExportFile::open()
{
    const QFileInfo target(m_file.fileName());
    if (target.isDir())
        return tl::unexpected(failure(m_file.fileName(), EISDIR));
    if (!target.absoluteDir().exists())
        return tl::unexpected(failure(m_file.fileName(), ENOENT));
    if (target.exists() && !target.isWritable())
        return tl::unexpected(failure(m_file.fileName(), EACCES));
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly))
        return tl::unexpected(failureNow(errno));
    return {};
}

core::Result<> ExportFile::write(QByteArrayView bytes)
{
    errno = 0;
    if (m_file.write(bytes.data(), bytes.size()) == bytes.size()
        && m_file.error() == QFileDevice::NoError)
        return {};
    return tl::unexpected(failureNow(errno));
}

core::Result<> ExportFile::commit()
{
    errno = 0;
    const bool isFlushed = m_file.flush();
    const int flushError = errno;
    if (isFlushed && m_file.commit())
        return {};
    return tl::unexpected(failureNow(isFlushed ? errno : flushError));
}

} // namespace services
