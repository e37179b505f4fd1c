// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QCache>
#include <QHash>
#include <QSet>

#include <optional>

namespace models {

/// The rows of a long list that are at hand, in windows of a fixed size; the one that was not
/// looked at for longest leaves first.
class WindowCache
{
public:
    static constexpr int windowSize = 100;

    explicit WindowCache(int capacity = 12);

    [[nodiscard]] static qint64 windowOf(qint64 row) { return row / windowSize; }
    void insert(qint64 window, QList<core::ListRow> rows);
    void clear();
    [[nodiscard]] bool contains(qint64 window) const;
    void remove(qint64 window);
    /// Those that lack some of the first `rows` rows of the list.
    [[nodiscard]] QList<qint64> shortOf(qint64 rows) const;
    [[nodiscard]] const core::ListRow *row(qint64 row) const; ///< Null when not at hand.
    [[nodiscard]] std::optional<qint64> rowOf(const QUuid &id) const;
    /// The ids of rows that do not stand here as they are now. Of those that do not stand here at
    /// all only the `noted` ones count, which are known to be changed; without `noted` all are new.
    [[nodiscard]] QList<QUuid> differing(const QList<core::ListRow> &rows,
                                         const std::optional<QSet<QUuid>> &noted) const;
    /// Puts the row in the place of the one with its id. False when that is not at hand.
    bool replace(const core::ListRow &row);

private:
    QCache<qint64, QList<core::ListRow>> m_windows;
};

} // namespace models
