// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/overviewservice.h"

#include "db/database.h"
#include "db/overviewrepository.h"

namespace services {

QFuture<core::Result<core::Overview>> OverviewService::overview(int months)
{
    db::Database &source = m_replica && !m_replica->outage() ? *m_replica : m_database;
    return source.read([months](db::Session &session) {
        return db::OverviewRepository(session).overview(months);
    });
}

QFuture<core::Result<core::NavigationCounts>> OverviewService::counts()
{
    return m_database.read(
        [](db::Session &session) { return db::OverviewRepository(session).counts(); });
}

} // namespace services
