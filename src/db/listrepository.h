// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"
#include "db/rowstream.h"

#include <atomic>
#include <functional>

namespace db {

class Session;

/// Reads lists: sorted, filtered and counted by the database.
/// Errors of all: Invalid, where a filter or sort key does not fit its column.
class ListRepository
{
public:
    explicit ListRepository(Session &session)
        : m_session(session)
    {
    }

    /// Rows [first, first + count) of the query's order; fewer at the end.
    [[nodiscard]] core::Result<core::ListWindow> window(const core::ListQuery &query, qint64 first,
                                                        int count) const;
    [[nodiscard]] core::Result<core::ListTotals> totals(const core::ListQuery &query) const;
    /// Those of these rows that match the query's filters now, by id.
    [[nodiscard]] core::Result<QList<core::ListRow>> rows(const core::ListQuery &query,
                                                          const QList<QUuid> &ids) const;
    /// The ids of all its rows, in order. Errors: also Canceled.
    [[nodiscard]] core::Result<QList<QUuid>> ids(const core::ListQuery &query,
                                                 const std::atomic_bool &canceled) const;

    /// Takes whole lines and the number of all rows so far.
    using LineSink = std::function<core::Result<>(QByteArrayView lines, qint64 rowsSoFar)>;
    /// Streams all rows of the query as lines and gives their number. Errors: also Canceled, and
    /// what the sink answers.
    [[nodiscard]] core::Result<qint64> writeLines(const core::ListQuery &query,
                                                  const QStringList &columns, RowStream::Form form,
                                                  const LineSink &sink,
                                                  const std::atomic_bool &canceled) const;

private:
    Session &m_session;
};

} // namespace db
