// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QHash>
#include <QSet>

namespace models {

/// Which rows of a list are ticked. Kept by id, so it survives sorting and refreshing; "all" means
/// every row the filter lets through, also those never loaded.
class CheckedRows
{
public:
    [[nodiscard]] bool contains(const QUuid &id) const;
    [[nodiscard]] qint64 count(const core::ListTotals &totals) const;
    [[nodiscard]] bool isAll(const core::ListTotals &totals) const;
    [[nodiscard]] bool isEmpty(const core::ListTotals &totals) const { return !count(totals); }
    /// Per currency, largest first.
    [[nodiscard]] QList<core::Money> sums(const core::ListTotals &totals) const;
    /// The ids, where rows were ticked one by one; empty for "all".
    [[nodiscard]] QList<QUuid> ids() const;
    [[nodiscard]] bool isEverything() const { return m_everything; }
    /// Where isEverything(), the ones that were unticked after it.
    [[nodiscard]] QList<QUuid> exceptions() const;

    void set(const QUuid &id, const core::Money &amount, bool isChecked);
    void setAll();
    void clear();

private:
    bool m_everything = false;
    QHash<QUuid, core::Money> m_listed; ///< The ticked ones, or with m_everything the others.
};

} // namespace models
