// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"
#include "db/idsequence.h"

#include <atomic>
#include <chrono>

namespace db {

class Session;

/// The ids of all rows of a query in their order, 8 bytes each, as of one snapshot: row 500 000 is
/// then as near as the first. What was committed since is read from the change feed, exactly: no
/// change is missed or taken twice. For one thread at a time.
class ListPositions
{
public:
    explicit ListPositions(core::ListQuery query)
        : m_query(std::move(query))
    {
    }

    /// Rows [first, first + count) as they are now; reads all ids where that is needed.
    /// Errors: also Canceled.
    [[nodiscard]] core::Result<core::ListWindow> window(Session &session, qint64 first, int count,
                                                        const std::atomic_bool &canceled);
    /// Brings the ids up to date without reading rows.
    [[nodiscard]] core::Result<> refresh(Session &session, const std::atomic_bool &canceled);
    [[nodiscard]] qint64 size() const { return m_ids.size(); }

private:
    struct Changes
    {
        QSet<QUuid> rows;
        bool isTooMany = false; ///< Reading all ids is quicker, or the only way.
    };

    core::Result<> bringUpToDate(Session &session, const std::atomic_bool &canceled);
    core::Result<> readAll(Session &session, const std::atomic_bool &canceled);
    core::Result<Changes> changesSince(Session &session) const;
    core::Result<> addTenantsRows(Session &session, const QStringList &tenants,
                                  Changes &changes) const;
    /// False where the order contradicts itself.
    core::Result<bool> apply(Session &session, const QSet<QUuid> &changed);
    [[nodiscard]] bool isAged() const;

    const core::ListQuery m_query;
    IdSequence m_ids;
    QByteArray m_snapshot; ///< pg_current_snapshot() of what m_ids holds; empty: nothing yet.
    std::chrono::steady_clock::time_point m_readAt;
    bool m_readsClock = false;   ///< Rows change places as time goes by.
    bool m_readsTenants = false; ///< And when their tenant changes.
};

} // namespace db
