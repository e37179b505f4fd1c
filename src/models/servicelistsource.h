// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listsource.h"

namespace services {
class ListService;
}

namespace models {

/// The list service as a ListSource.
class ServiceListSource final : public ListSource
{
public:
    explicit ServiceListSource(services::ListService &lists);
    QFuture<core::Result<core::ListWindow>> page(core::ListQuery query, qint64 first,
                                                 int count) override;
    QFuture<core::Result<core::ListTotals>> totals(core::ListQuery query) override;
    QFuture<core::Result<QList<core::ListRow>>> rowsById(core::ListQuery query,
                                                         QList<QUuid> ids) override;

private:
    services::ListService &m_lists;
};

} // namespace models
