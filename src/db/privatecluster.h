// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/clusterfiles.h"
#include "db/filelock.h"

#include <functional>
#include <memory>

namespace db {

/// A PostgreSQL server of this user's own, reached through a Unix socket only, which exists as
/// long as one program uses it. Programs share it; the last one out stops it. A server that a
/// killed program left behind is found and used again, one that was killed is started again.
/// Everything here blocks: call it on a worker thread.
class PrivateCluster
{
public:
    /// For the operator, while it lasts: "Setting up the database …".
    using Progress = std::function<void(const QString &sentence)>;

    /// Where the cluster of this name lies: in the user's data folder, for root in
    /// /var/lib/oms-billing, or below OMS_BILLING_DATA_DIR where that is set. The demonstration has
    /// one of its own.
    [[nodiscard]] static QString defaultDirectory(const QString &name = QStringLiteral("cluster"));

    /// Makes the cluster where there is none, and starts it where it does not run. Errors:
    /// NotFound, no PostgreSQL; Conflict, another major version made it: the sentence names the
    /// commands that move the data over; Storage.
    [[nodiscard]] static core::Result<std::unique_ptr<PrivateCluster>>
    open(const QString &directory, const Progress &progress = {});
    /// Takes part in one whose server runs, without a question to it: whether it lets the desk in,
    /// and has the tables, the first connection tells. Null where open() has something to do.
    [[nodiscard]] static std::unique_ptr<PrivateCluster> joinRunning(const QString &directory);
    ~PrivateCluster(); ///< close()
    Q_DISABLE_COPY_MOVE(PrivateCluster)

    /// For migrations: owns the database and may make roles.
    [[nodiscard]] ConnectionParameters ownerParameters() const;
    /// For all other work: a role named like the user, who owns nothing.
    [[nodiscard]] ConnectionParameters deskParameters() const;
    /// After the migrations, which make the groups: the desk belongs to oms_service and oms_admin.
    [[nodiscard]] core::Result<> admitDesk() const;

    /// Gives the cluster back; the last one stops the server.
    core::Result<> close();
    /// Starts the server again after it was killed. The same lock is held as in open().
    [[nodiscard]] core::Result<> restartIfDown();

    [[nodiscard]] const ClusterFiles &files() const { return m_files; }

private:
    explicit PrivateCluster(ClusterFiles files);

    core::Result<> prepare(const Progress &progress);
    bool join();
    core::Result<> create(const QString &programs) const;
    core::Result<> ensureRunning(const QString &programs, const Progress &progress) const;
    core::Result<> ensureRoles() const;
    core::Result<> stop() const;
    [[nodiscard]] tl::unexpected<core::Error> otherVersion() const;

    ClusterFiles m_files;
    FileLock m_setup; ///< Held by whoever makes, starts or stops the server.
    FileLock m_use;   ///< Shared by all who use it.
    bool m_isOpen = false;
};

} // namespace db
