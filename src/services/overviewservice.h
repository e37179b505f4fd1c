// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "core/result.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// Reads the Overview's figures. Ask again when the change feed says that something moved, and at
/// least every few minutes: overdue balances grow without any event.
class OverviewService
{
public:
    explicit OverviewService(db::Database &database)
        : m_database(database)
    {
    }

    /// A streaming replica that the reports are read from for as long as it answers; null for none.
    void setReplica(db::Database *replica) { m_replica = replica; }

    /// `months` (1 to 60) counts the running one.
    QFuture<core::Result<core::Overview>> overview(int months = 12);
    /// The figures of the navigation alone: cheap enough to ask for with every batch of changes.
    QFuture<core::Result<core::NavigationCounts>> counts();

private:
    db::Database &m_database;
    db::Database *m_replica = nullptr;
};

} // namespace services
