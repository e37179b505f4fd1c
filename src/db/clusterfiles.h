// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/clusteraccount.h"
#include "db/connectionurl.h"

#include <optional>

namespace db {

[[nodiscard]] bool processExists(pid_t pid);

/// Where the parts of a private cluster lie, and what its configuration says.
class ClusterFiles
{
public:
    ClusterFiles(QString directory, ClusterAccount account);

    [[nodiscard]] const ClusterAccount &account() const { return m_account; }
    [[nodiscard]] QString directory() const { return m_directory; }
    [[nodiscard]] QString dataFolder() const { return m_directory + QStringLiteral("/data"); }
    [[nodiscard]] QString freshFolder() const { return m_directory + QStringLiteral("/data.new"); }
    [[nodiscard]] QString logFile() const { return m_directory + QStringLiteral("/server.log"); }
    [[nodiscard]] QString setupLock() const { return m_directory + QStringLiteral("/setup.lock"); }
    [[nodiscard]] QString useLock() const { return m_directory + QStringLiteral("/use.lock"); }
    [[nodiscard]] QString socketFolder() const { return m_socketFolder; }

    /// Makes the folder that holds all, and checks that the account can get there.
    [[nodiscard]] core::Result<> makeDirectory() const;
    /// The folder of the socket, found again or made: inside the cluster where its path is under
    /// 90 bytes, else a short one beside the session's other sockets, its name recorded.
    [[nodiscard]] core::Result<> makeSocketFolder();
    /// The server's settings and who may log in as whom; written before each start.
    [[nodiscard]] core::Result<> writeConfiguration() const;
    void rotateLog() const;
    [[nodiscard]] QString lastLogLine() const;

    /// 0 where there is no cluster yet.
    [[nodiscard]] int majorVersion() const;
    [[nodiscard]] QByteArray deskRole() const; ///< Named like the person at the desk.
    [[nodiscard]] ConnectionParameters parameters(const QByteArray &role,
                                                  const QByteArray &database) const;

    /// What postmaster.pid says.
    struct Postmaster
    {
        pid_t pid = 0;
        bool isRunning = false; ///< The process lives and is the server of this cluster.
    };
    [[nodiscard]] std::optional<Postmaster> postmaster() const;
    /// Removes the lock files of a server whose number another process has by now, for which
    /// PostgreSQL would refuse to start. All other stale ones are left to PostgreSQL, which first
    /// makes sure by them that no orphan of the old server still writes.
    void removeMisleadingLocks() const;

private:
    const QString m_directory;
    const ClusterAccount m_account;
    QString m_socketFolder;
};

} // namespace db
