// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/housekeepingrepository.h"

#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

core::Result<> done(const core::Result<QSqlQuery> &query)
{
    if (!query)
        return core::passOn(query);
    return {};
}

} // namespace

core::Result<> HousekeepingRepository::refreshDueFigures()
{
    return done(m_session.run(uR"(
        SELECT settle_tenants(array_agg(due.tenant_id), 'clock', now())
          FROM (SELECT f.tenant_id
                  FROM tenant_figures f
                 WHERE f.next_due_at <= now()
                UNION
                SELECT f.tenant_id
                  FROM tenant_figures f
                 WHERE f.peak_limit IS NOT NULL
                   AND f.refreshed_at < date_trunc('month', now() AT TIME ZONE 'UTC')
                                            AT TIME ZONE 'UTC'
                 ORDER BY 1
                 LIMIT 1000) due
        HAVING count(*) > 0)"_s));
}

core::Result<> HousekeepingRepository::ensurePartitions()
{
    return done(m_session.run(u"SELECT count(*) FROM ensure_partitions()"_s));
}

core::Result<> HousekeepingRepository::forgetOldChanges()
{
    const auto removed =
        m_session.exec(u"DELETE FROM changes WHERE at < now() - interval '1 day'"_s);
    if (!removed)
        return core::passOn(removed);
    return {};
}

core::Result<std::optional<qint64>> HousekeepingRepository::eventLagMs()
{
    auto query = m_session.run(uR"(
        SELECT (extract(epoch FROM clock_timestamp() - min(e.received_at)) * 1000)::bigint
          FROM stripe_webhook_events e
         WHERE e.state IN ('waiting', 'failed') AND e.next_attempt_at <= now())"_s);
    if (!query)
        return core::passOn(query);
    if (!query->next() || query->value(0).isNull())
        return std::nullopt;
    return query->value(0).toLongLong();
}

} // namespace db
