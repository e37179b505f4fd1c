// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/listsource.h"

namespace services {
class ListService;
}

namespace models {

/// The list service as a ListSource. "In 30 days" is worked out with each question.
class ServiceListSource final : public ListSource
{
public:
    ServiceListSource(services::ListService &lists, const core::Clock &clock);
    QFuture<core::Result<core::ListWindow>> page(core::ListQuery query, qint64 first,
                                                 int count) override;
    QFuture<core::Result<core::ListTotals>> totals(core::ListQuery query) override;
    QFuture<core::Result<core::ListTotals>> viewTotals(core::ListQuery query) override;
    QFuture<core::Result<QList<core::ListRow>>> rowsById(core::ListQuery query,
                                                         QList<QUuid> ids) override;

private:
    [[nodiscard]] core::ListQuery asked(core::ListQuery query) const;

    services::ListService &m_lists;
    const core::Clock &m_clock;
};

} // namespace models
