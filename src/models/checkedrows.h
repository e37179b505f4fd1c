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
    [[nodiscard]] bool isUntouched() const { return !m_everything && m_listed.isEmpty(); }
    /// Per currency, largest first.
    [[nodiscard]] QList<core::Money> sums(const core::ListTotals &totals) const;
    [[nodiscard]] bool isEverything() const { return m_everything; }
    /// The query of the ticked rows alone. Those ticked one by one are meant whatever they have
    /// become; "all" means what the filter lets through when it is asked for.
    [[nodiscard]] core::ListQuery of(core::ListQuery query) const;

    void set(const QUuid &id, const core::Money &amount, bool isChecked);
    void setAll();
    void clear();

private:
    bool m_everything = false;
    QHash<QUuid, core::Money> m_listed; ///< The ticked ones, or with m_everything the others.
};

} // namespace models
