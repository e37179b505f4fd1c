// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/schedule.h"

namespace sandbox {

void Schedule::set(Kind kind, const QString &id, std::optional<qint64> when)
{
    const auto old = m_times.constFind(id);
    if (old != m_times.constEnd()) {
        m_due.erase({*old, kind, id});
        m_times.erase(old);
    }
    if (!when)
        return;
    m_due.emplace(*when, kind, id);
    m_times.insert(id, *when);
}

std::optional<Schedule::Due> Schedule::first(qint64 limit) const
{
    if (m_due.empty() || std::get<qint64>(*m_due.begin()) > limit)
        return std::nullopt;
    const auto &[when, kind, id] = *m_due.begin();
    return Due{when, kind, id};
}

std::optional<qint64> Schedule::nextTime() const
{
    return m_due.empty() ? std::nullopt : std::optional(std::get<qint64>(*m_due.begin()));
}

} // namespace sandbox
