// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listsource.h"

#include <QPromise>

#include <functional>
#include <memory>
#include <vector>

/// Rows in memory as a list source: sorts nothing, filters by the first cell's prefix, and
/// answers when told to, so that tests decide what comes late.
class MemoryListSource final : public models::ListSource
{
public:
    QList<core::ListRow> rows;
    bool isHeld = false; ///< Answers wait for release().
    std::optional<core::Error> failure;
    int pages = 0;
    int byIdReads = 0;

    QFuture<core::Result<core::ListWindow>> page(core::ListQuery query, qint64 first,
                                                 int count) override
    {
        ++pages;
        return answer<core::ListWindow>([this, query, first, count] {
            return core::ListWindow{first, matching(query).mid(first, count)};
        });
    }
    QFuture<core::Result<core::ListTotals>> totals(core::ListQuery query) override
    {
        return answer<core::ListTotals>([this, query] {
            core::ListTotals totals{matching(query).size(), {}};
            totals.sums.append({totals.count * 100, QStringLiteral("eur")});
            return totals;
        });
    }
    QFuture<core::Result<QList<core::ListRow>>> rowsById(core::ListQuery query,
                                                         QList<QUuid> ids) override
    {
        ++byIdReads;
        return answer<QList<core::ListRow>>([this, query, ids] {
            QList<core::ListRow> found = matching(query);
            found.removeIf([&](const core::ListRow &row) { return !ids.contains(row.id); });
            return found;
        });
    }
    /// Sends the held answers, oldest first or newest first.
    void release(bool isNewestFirst = false)
    {
        std::vector<std::function<void()>> held = std::exchange(m_held, {});
        if (isNewestFirst)
            std::reverse(held.begin(), held.end());
        for (const auto &send : held)
            send();
    }

private:
    template <typename T>
    QFuture<core::Result<T>> answer(std::function<T()> make)
    {
        auto promise = std::make_shared<QPromise<core::Result<T>>>();
        promise->start();
        const QFuture<core::Result<T>> future = promise->future();
        // What is true now, however late it is told.
        const core::Result<T> result =
            failure ? core::Result<T>(tl::unexpected(*failure)) : core::Result<T>(make());
        const auto send = [promise, result] {
            promise->addResult(result);
            promise->finish();
        };
        if (isHeld)
            m_held.push_back(send);
        else
            send();
        return future;
    }
    [[nodiscard]] QList<core::ListRow> matching(const core::ListQuery &query) const
    {
        QList<core::ListRow> found = rows;
        found.removeIf([&](const core::ListRow &row) {
            return !row.cells.value(0).toString().startsWith(query.search);
        });
        if (!query.sort.isEmpty() && query.sort.first().order == Qt::DescendingOrder)
            std::reverse(found.begin(), found.end());
        return found;
    }

    std::vector<std::function<void()>> m_held;
};
