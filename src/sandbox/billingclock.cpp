// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/billingclock.h"

namespace sandbox {

BillingClock::BillingClock(const core::Clock &machine, double speed)
    : m_machine(machine)
    , m_speed(speed)
    , m_start(machine.now().toSecsSinceEpoch())
{
}

qint64 BillingClock::running() const
{
    const qint64 elapsed = m_machine.now().toSecsSinceEpoch() - m_start;
    return m_start + qint64(double(elapsed) * m_speed) + m_ahead;
}

qint64 BillingClock::seconds() const
{
    const qint64 pinned = m_pinned;
    return pinned ? pinned : running();
}

QDateTime BillingClock::now() const
{
    return QDateTime::fromSecsSinceEpoch(seconds(), Qt::UTC);
}

void BillingClock::jumpTo(qint64 seconds)
{
    const qint64 missing = seconds - running();
    if (missing > 0)
        m_ahead += missing;
}

void BillingClock::pinAt(qint64 seconds)
{
    m_pinned = seconds;
}

} // namespace sandbox
