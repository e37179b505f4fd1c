// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"

#include <QFuture>

namespace models {

/// Where a list's rows come from: the list service in the product, rows in memory in tests.
/// Answers come on the asking thread's event loop, in any order, always.
class ListSource
{
public:
    virtual ~ListSource() = default;
    /// Rows [first, first + count) of the query; fewer at the end.
    virtual QFuture<core::Result<core::ListWindow>> page(core::ListQuery query, qint64 first,
                                                         int count) = 0;
    virtual QFuture<core::Result<core::ListTotals>> totals(core::ListQuery query) = 0;
    /// Of a view that is not shown; does not take the place of what is being read.
    virtual QFuture<core::Result<core::ListTotals>> viewTotals(core::ListQuery query)
    {
        return totals(std::move(query));
    }
    /// Those of the rows that match the query's filters now, in no order.
    virtual QFuture<core::Result<QList<core::ListRow>>> rowsById(core::ListQuery query,
                                                                 QList<QUuid> ids) = 0;
};

} // namespace models
