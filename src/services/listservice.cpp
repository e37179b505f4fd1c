// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/listservice.h"

#include "db/database.h"
#include "db/listrepository.h"
#include "db/runningread.h"
#include "services/listlane.h"

namespace services {

ListService::ListService(db::Database &database)
    : m_database(database)
{
}

ListService::~ListService() = default;

QFuture<core::Result<core::ListWindow>> ListService::window(core::ListQuery query, qint64 first,
                                                            int count)
{
    leaveOtherCount(query);
    std::shared_ptr<ListLane> &lane = m_lanes[query.list];
    if (!lane || lane->query() != query) {
        // Filters by days differ from call to call; whoever searches for something else is gone.
        if (lane && lane->query().search != query.search)
            lane->leave();
        lane = std::make_shared<ListLane>(m_database, std::move(query));
    }
    return lane->window(first, count);
}

QFuture<core::Result<core::ListTotals>> ListService::totals(core::ListQuery query)
{
    leaveOtherCount(query);
    Count &count = m_counts[query.list];
    if (!count.read)
        count = {query, std::make_shared<db::RunningRead>()};
    return m_database.read([query = std::move(query), read = count.read](db::Session &session) {
        return read->run(session, [&query](db::Session &running) {
            return db::ListRepository(running).totals(query);
        });
    });
}

QFuture<core::Result<core::ListTotals>> ListService::viewTotals(core::ListQuery query)
{
    return m_database.read([query = std::move(query)](db::Session &session) {
        return db::ListRepository(session).totals(query);
    });
}

/// As with lanes: only another search tells that nobody waits for the count any more.
void ListService::leaveOtherCount(const core::ListQuery &query)
{
    Count &count = m_counts[query.list];
    if (!count.read || count.query.search == query.search)
        return;
    db::RunningRead::takeBack(count.read);
    count.read.reset();
}

QFuture<core::Result<QList<core::ListRow>>> ListService::rows(core::ListQuery query,
                                                              QList<QUuid> ids)
{
    return m_database.read([query = std::move(query), ids = std::move(ids)](db::Session &session) {
        return db::ListRepository(session).rows(query, ids);
    });
}

} // namespace services
