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
    return m_lists.window(core::resolved(std::move(query), m_clock.now()), first, count);
}

QFuture<core::Result<core::ListTotals>> ServiceListSource::totals(core::ListQuery query)
{
    return m_lists.totals(core::resolved(std::move(query), m_clock.now()));
}

QFuture<core::Result<QList<core::ListRow>>> ServiceListSource::rowsById(core::ListQuery query,
                                                                        QList<QUuid> ids)
{
    return m_lists.rows(core::resolved(std::move(query), m_clock.now()), std::move(ids));
}

} // namespace models
