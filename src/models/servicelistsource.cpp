// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/servicelistsource.h"

#include "services/listservice.h"

namespace models {

ServiceListSource::ServiceListSource(services::ListService &lists)
    : m_lists(lists)
{
}

QFuture<core::Result<core::ListWindow>> ServiceListSource::page(core::ListQuery query, qint64 first,
                                                                int count)
{
    return m_lists.window(std::move(query), first, count);
}

QFuture<core::Result<core::ListTotals>> ServiceListSource::totals(core::ListQuery query)
{
    return m_lists.totals(std::move(query));
}

QFuture<core::Result<QList<core::ListRow>>> ServiceListSource::rowsById(core::ListQuery query,
                                                                        QList<QUuid> ids)
{
    return m_lists.rows(std::move(query), std::move(ids));
}

} // namespace models
