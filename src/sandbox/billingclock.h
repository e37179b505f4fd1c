// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace sandbox {

/// The time in the sandbox: the machine's own plus what it was told to jump ahead, and running
/// `speed` times as fast. Never goes back.
class BillingClock final : public core::Clock
{
public:
    explicit BillingClock(const core::Clock &machine, double speed = 1);

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 seconds() const;
    /// Lets now() be at least this.
    void jumpTo(qint64 seconds);
    /// How far it has jumped, to go on from there after a restart.
    [[nodiscard]] qint64 ahead() const { return m_ahead; }
    void setAhead(qint64 seconds) { m_ahead = seconds; }
    /// Stands still at that second while work that was due then is done; 0 lets it run again.
    void pinAt(qint64 seconds);

private:
    [[nodiscard]] qint64 running() const;

    const core::Clock &m_machine;
    const double m_speed;
    const qint64 m_start; ///< The machine's time when this one began.
    std::atomic<qint64> m_ahead = 0;
    std::atomic<qint64> m_pinned = 0;
};

} // namespace sandbox
