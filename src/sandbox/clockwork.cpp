// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clockwork.h"

#include "sandbox/renewal.h"

#include <QLoggingCategory>
#include <QScopeGuard>

namespace sandbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcClock, "oms.sandbox.clock")

Clockwork::Clockwork(BillingClock &clock, Context &context, Ledger &ledger, Schedule &schedule)
    : m_clock(clock)
    , m_context(context)
    , m_ledger(ledger)
    , m_schedule(schedule)
{
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &Clockwork::tick);
}

void Clockwork::start()
{
    m_timer.start();
}

void Clockwork::tick()
{
    const core::Result<int> done = catchUp(m_clock.seconds());
    if (!done)
        qCWarning(lcClock) << "billing waits:" << done.error().message;
}

core::Result<int> Clockwork::advanceTo(qint64 seconds)
{
    const core::Result<int> done = catchUp(seconds);
    if (!done)
        return done;
    m_clock.jumpTo(seconds);
    const core::Result<> kept = m_ledger.commit({{u"ahead"_s, m_clock.ahead()}});
    if (!kept)
        return core::passOn(kept);
    return done;
}

core::Result<int> Clockwork::catchUp(qint64 until)
{
    const auto unpin = qScopeGuard([this] { m_clock.pinAt(0); });
    int done = 0;
    while (const std::optional<Schedule::Due> due = m_schedule.first(until)) {
        m_clock.pinAt(due->when);
        m_context.cause = {};
        doDue(m_context, due->kind, due->id);
        if (!m_context.store.isStaged()) {
            // Nothing came of it, for example because somebody paid meanwhile.
            m_schedule.set(due->kind, due->id, std::nullopt);
            continue;
        }
        const core::Result<> kept = m_ledger.commit({{u"clock"_s, due->when}});
        if (!kept)
            return core::passOn(kept);
        ++done;
        const std::optional<Schedule::Due> next = m_schedule.first(until);
        if (next && next->id == due->id && next->when <= due->when) {
            qCWarning(lcClock) << due->id << "stays due; left alone";
            m_schedule.set(due->kind, due->id, std::nullopt);
        }
    }
    return done;
}

} // namespace sandbox
