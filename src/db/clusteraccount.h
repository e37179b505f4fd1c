// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <sys/types.h>
#include <vector>

namespace db {

/// The operating system's user as whom PostgreSQL's programs run: this one, or `postgres` where
/// this one is root, which PostgreSQL refuses.
struct ClusterAccount
{
    QByteArray name;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;
    QByteArray person; ///< Who runs this program: the account itself, or root.

    [[nodiscard]] bool isSwitched() const { return name != person; }
    /// In a child between fork and exec: becomes the account. Async-signal-safe.
    [[nodiscard]] bool become() const;
};

[[nodiscard]] core::Result<ClusterAccount> findClusterAccount();

/// A folder of mode 0700 that belongs to the account, made with its parents. Errors: it exists and
/// is somebody else's.
[[nodiscard]] core::Result<> makePrivateFolder(const QString &path, const ClusterAccount &account);

/// Writes a file the account may read, in one step.
[[nodiscard]] core::Result<> writeForAccount(const QString &path, const QByteArray &content,
                                             const ClusterAccount &account);

/// Runs a program to its end as the account. Errors: Storage, with its last lines as detail.
[[nodiscard]] core::Result<QByteArray> runAs(const ClusterAccount &account, const QString &program,
                                             const QStringList &arguments);

/// Starts a program that outlives this one, its output appended to `logFile`; gives its pid.
[[nodiscard]] core::Result<pid_t> startDetachedAs(const ClusterAccount &account,
                                                  const QString &program,
                                                  const QStringList &arguments,
                                                  const QString &folder, const QString &logFile);

} // namespace db
