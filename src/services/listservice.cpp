// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/listservice.h"

#include "db/database.h"
#include "db/listrepository.h"
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
    std::shared_ptr<ListLane> &lane = m_lanes[query.list];
    if (!lane || lane->query() != query) {
        if (lane)
            lane->leave();
        lane = std::make_shared<ListLane>(m_database, std::move(query));
    }
    return lane->window(first, count);
}

QFuture<core::Result<core::ListTotals>> ListService::totals(core::ListQuery query)
{
    return m_database.read([query = std::move(query)](db::Session &session) {
        return db::ListRepository(session).totals(query);
    });
}

QFuture<core::Result<QList<core::ListRow>>> ListService::rows(core::ListQuery query,
                                                              QList<QUuid> ids)
{
    return m_database.read([query = std::move(query), ids = std::move(ids)](db::Session &session) {
        return db::ListRepository(session).rows(query, ids);
    });
}

} // namespace services
