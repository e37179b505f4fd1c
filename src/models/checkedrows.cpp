// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkedrows.h"

#include <algorithm>

namespace models {

bool CheckedRows::contains(const QUuid &id) const
{
    return m_listed.contains(id) != m_everything;
}

qint64 CheckedRows::count(const core::ListTotals &totals) const
{
    return m_everything ? std::max<qint64>(0, totals.count - m_listed.size()) : m_listed.size();
}

bool CheckedRows::isAll(const core::ListTotals &totals) const
{
    return totals.count > 0 && count(totals) == totals.count;
}

QList<core::Money> CheckedRows::sums(const core::ListTotals &totals) const
{
    QHash<QString, qint64> byCurrency;
    if (m_everything) {
        for (const core::Money &sum : totals.sums)
            byCurrency[sum.currency] += sum.minor;
    }
    for (const core::Money &amount : m_listed) {
        if (!amount.currency.isEmpty())
            byCurrency[amount.currency] += m_everything ? -amount.minor : amount.minor;
    }
    QList<core::Money> sums;
    for (auto it = byCurrency.cbegin(); it != byCurrency.cend(); ++it) {
        if (it.value() != 0)
            sums.append({it.value(), it.key()});
    }
    std::ranges::sort(sums, [](const core::Money &a, const core::Money &b) {
        return a.minor != b.minor ? a.minor > b.minor : a.currency < b.currency;
    });
    return sums;
}

core::ListQuery CheckedRows::of(core::ListQuery query) const
{
    if (!m_everything)
        return core::onlyRows(std::move(query), m_listed.keys());
    query.selection = {m_listed.isEmpty() ? core::RowSelection::Kind::All
                                          : core::RowSelection::Kind::AllBut,
                       m_listed.keys()};
    return query;
}

void CheckedRows::set(const QUuid &id, const core::Money &amount, bool isChecked)
{
    if (isChecked != m_everything)
        m_listed.insert(id, amount);
    else
        m_listed.remove(id);
}

void CheckedRows::setAll()
{
    m_everything = true;
    m_listed.clear();
}

void CheckedRows::clear()
{
    m_everything = false;
    m_listed.clear();
}

} // namespace models
