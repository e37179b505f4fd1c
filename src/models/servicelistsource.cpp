// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/servicelistsource.h"

#include "services/listservice.h"

namespace models {

ServiceListSource::ServiceListSource(services::ListService &lists, const core::Clock &clock)
    : m_lists(lists)
    , m_clock(clock)
{
}

QFuture<core::Result<core::ListWindow>> ServiceListSource::page(core::ListQuery query, qint64 first,
                                                                int count)
{
    return m_lists.window(asked(std::move(query)), first, count);
}

QFuture<core::Result<core::ListTotals>> ServiceListSource::totals(core::ListQuery query)
{
    return m_lists.totals(asked(std::move(query)));
}

QFuture<core::Result<core::ListTotals>> ServiceListSource::viewTotals(core::ListQuery query)
{
    return m_lists.viewTotals(asked(std::move(query)));
}

/// By the minute: the service keeps what it knows of a query as long as it stays the same one.
core::ListQuery ServiceListSource::asked(core::ListQuery query) const
{
    constexpr qint64 minute = 60'000;
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    const auto whole = QDateTime::fromMSecsSinceEpoch(now - now % minute, Qt::UTC);
    return core::resolved(std::move(query), whole);
}

QFuture<core::Result<QList<core::ListRow>>> ServiceListSource::rowsById(core::ListQuery query,
                                                                        QList<QUuid> ids)
{
    return m_lists.rows(asked(std::move(query)), std::move(ids));
}

} // namespace models
