// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/windowcache.h"

#include <algorithm>

namespace models {

WindowCache::WindowCache(int capacity)
    : m_windows(capacity)
{
}

void WindowCache::insert(qint64 window, QList<core::ListRow> rows)
{
    m_windows.insert(window, new QList<core::ListRow>(std::move(rows)));
}

void WindowCache::clear()
{
    m_windows.clear();
}

bool WindowCache::contains(qint64 window) const
{
    return m_windows.contains(window);
}

void WindowCache::remove(qint64 window)
{
    m_windows.remove(window);
}

QList<qint64> WindowCache::shortOf(qint64 rows) const
{
    QList<qint64> windows = m_windows.keys();
    windows.removeIf([&](qint64 window) {
        const qint64 expected = std::clamp<qint64>(rows - window * windowSize, 0, windowSize);
        return m_windows.object(window)->size() >= expected;
    });
    return windows;
}

const core::ListRow *WindowCache::row(qint64 row) const
{
    const QList<core::ListRow> *rows = m_windows.object(windowOf(row));
    const qint64 at = row % windowSize;
    return rows && at < rows->size() ? &rows->at(at) : nullptr;
}

std::optional<qint64> WindowCache::rowOf(const QUuid &id) const
{
    const QList<qint64> windows = m_windows.keys();
    for (const qint64 window : windows) {
        const QList<core::ListRow> *rows = m_windows.object(window);
        const auto it = std::ranges::find(*rows, id, &core::ListRow::id);
        if (it != rows->end())
            return window * windowSize + (it - rows->begin());
    }
    return std::nullopt;
}

QList<QUuid> WindowCache::differing(const QList<core::ListRow> &rows,
                                    const std::optional<QSet<QUuid>> &noted) const
{
    QList<QUuid> different;
    for (const core::ListRow &fresh : rows) {
        const std::optional<qint64> at = rowOf(fresh.id);
        if (at ? *row(*at) != fresh : !noted || noted->contains(fresh.id))
            different.append(fresh.id);
    }
    return different;
}

bool WindowCache::replace(const core::ListRow &row)
{
    const std::optional<qint64> at = rowOf(row.id);
    if (!at)
        return false;
    (*m_windows.object(windowOf(*at)))[*at % windowSize] = row;
    return true;
}

} // namespace models
