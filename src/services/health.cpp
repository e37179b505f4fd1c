// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/health.h"

namespace services {

PartHealth Health::part(Part part) const
{
    return m_parts[static_cast<int>(part)];
}

void Health::set(Part part, PartHealth health)
{
    PartHealth &known = m_parts[static_cast<int>(part)];
    if (!health.since.isValid())
        health.since = known.state == health.state && known.since.isValid()
            ? known.since
            : QDateTime::currentDateTimeUtc();
    if (part == Part::Database)
        m_ready = health.state == PartHealth::State::Good;
    if (known == health)
        return;
    known = std::move(health);
    Q_EMIT changed(part);
}

} // namespace services
