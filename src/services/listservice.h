// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"

#include <QFuture>
#include <QHash>

#include <memory>

namespace db {
class Database;
class RunningRead;
} // namespace db

namespace services {

class ListLane;

/// Reads lists by window: sorted, filtered and counted by the database. Futures always come,
/// in any order; who asks drops what it no longer wants. One for each desk: whoever looks at the
/// same lists with a search of his own has a service of his own, or each would stop the other.
class ListService
{
public:
    explicit ListService(db::Database &database);
    ~ListService();
    Q_DISABLE_COPY_MOVE(ListService)

    /// Rows [first, first + count) of the query; fewer at the end. Each list remembers how the
    /// query asked for last is read best.
    QFuture<core::Result<core::ListWindow>> window(core::ListQuery query, qint64 first, int count);
    /// A count of another filter that is still under way is given up.
    QFuture<core::Result<core::ListTotals>> totals(core::ListQuery query);
    /// How many rows another view would have: beside what the list shows, in nobody's place.
    QFuture<core::Result<core::ListTotals>> viewTotals(core::ListQuery query);
    /// The rows with these ids as they are now, those that match the query's filters; no order.
    QFuture<core::Result<QList<core::ListRow>>> rows(core::ListQuery query, QList<QUuid> ids);

private:
    /// The count of a filter that was asked for last.
    struct Count
    {
        core::ListQuery query;
        std::shared_ptr<db::RunningRead> read;
    };
    void leaveOtherCount(const core::ListQuery &query);

    db::Database &m_database;
    QHash<core::ListId, std::shared_ptr<ListLane>> m_lanes;
    QHash<core::ListId, Count> m_counts;
};

} // namespace services
