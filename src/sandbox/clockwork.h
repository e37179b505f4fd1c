// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/ledger.h"

#include <QTimer>

namespace sandbox {

/// Lets time pass: does what becomes due, in order, each thing at its own second.
class Clockwork final : public QObject
{
    Q_OBJECT

public:
    Clockwork(BillingClock &clock, Context &context, Ledger &ledger, Schedule &schedule);

    /// From here on by itself, as the clock goes.
    void start();
    /// Jumps forward, doing all that falls due on the way.
    /// @return How many things were done. Errors: Storage; the clock then stands before it.
    [[nodiscard]] core::Result<int> advanceTo(qint64 seconds);

private:
    [[nodiscard]] core::Result<int> catchUp(qint64 until);
    void tick();

    BillingClock &m_clock;
    Context &m_context;
    Ledger &m_ledger;
    Schedule &m_schedule;
    QTimer m_timer;
};

} // namespace sandbox
