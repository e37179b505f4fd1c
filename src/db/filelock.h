// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace db {

/// An advisory lock on a file (flock): gone with the process that holds it, however that ends.
class FileLock
{
public:
    explicit FileLock(const QString &path);
    ~FileLock(); ///< Releases.
    Q_DISABLE_COPY_MOVE(FileLock)

    [[nodiscard]] core::Result<> waitExclusive();
    [[nodiscard]] core::Result<> waitShared();
    /// False where somebody else holds it. A shared lock held before may be lost meanwhile.
    [[nodiscard]] bool tryExclusive();
    void release();

private:
    core::Result<> wait(int operation);
    bool open();

    const QString m_path;
    int m_fd = -1;
};

} // namespace db
