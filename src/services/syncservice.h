// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sync.h"

#include <QFuture>

#include <optional>

namespace db {
class Database;
}

namespace services {

/// Reading everything of Stripe, and what differs, as the window asks for it. What is asked for is
/// done by the engine, here or elsewhere; the change feed tells of "sync" and "drift".
class SyncService
{
public:
    explicit SyncService(db::Database &database)
        : m_database(database)
    {
    }

    /// The open run, else the last one; nothing before the first.
    [[nodiscard]] QFuture<core::Result<std::optional<core::SyncRun>>> latest();
    [[nodiscard]] QFuture<core::Result<QUuid>> start(core::SyncMode mode);
    [[nodiscard]] QFuture<core::Result<>> steer(QUuid run, core::SyncState wanted);
    /// Takes Stripe's values for the objects of these rows; of all, where none is named.
    [[nodiscard]] QFuture<core::Result<qint64>> adopt(QList<QUuid> rows);
    [[nodiscard]] QFuture<core::Result<qint64>> openDrift(); ///< Rows.
    [[nodiscard]] QFuture<core::Result<core::EventGap>> eventGap();
    [[nodiscard]] QFuture<core::Result<>> readEvents(); ///< Stripe's list of them, now.

private:
    db::Database &m_database;
};

} // namespace services
