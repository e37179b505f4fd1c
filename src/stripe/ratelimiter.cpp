// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/ratelimiter.h"

#include "stripe/gate.h"

#include <algorithm>
#include <utility>

namespace stripe {

using std::chrono::milliseconds;

/// A call in the queue. Lives in the frame of its enter() coroutine.
struct RateLimiter::Waiter
{
    Priority priority;
    QDeadlineTimer deadline;
    Entry entry = Entry::Closed;
    Gate gate;
};

RateLimiter::RateLimiter(RateLimits limits, Now now)
    : m_limits(limits)
    , m_now(std::move(now))
    , m_bucket(limits.perSecond, limits.burst, m_now())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RateLimiter::admit);
}

RateLimiter::~RateLimiter()
{
    close();
}

QCoro::Task<RateLimiter::Entry> RateLimiter::enter(Priority priority, QDeadlineTimer deadline)
{
    if (m_isClosed)
        co_return Entry::Closed;
    Waiter self{.priority = priority, .deadline = deadline};
    (priority == Priority::Interactive ? m_interactive : m_background).append(&self);
    admit();
    co_await self.gate; // `this` may be gone afterwards
    co_return self.entry;
}

void RateLimiter::leave()
{
    --m_inFlight;
    admit();
}

void RateLimiter::close()
{
    m_isClosed = true;
    m_timer.stop();
    const QList<Waiter *> all = std::exchange(m_interactive, {}) + std::exchange(m_background, {});
    for (Waiter *waiter : all)
        waiter->gate.open(); // its entry says Closed
}

qsizetype RateLimiter::waiting() const
{
    return m_interactive.size() + m_background.size();
}

void RateLimiter::admit()
{
    const QList<Waiter *> ready = takeReady();
    armTimer();
    // Last, and without touching members: a resumed coroutine may call us or destroy us.
    for (Waiter *waiter : ready)
        waiter->gate.open();
}

bool RateLimiter::hasRoomFor(Priority priority) const
{
    const bool isReserved = priority == Priority::Background && m_limits.inFlight > 1;
    return m_inFlight < m_limits.inFlight - (isReserved ? 1 : 0);
}

QList<RateLimiter::Waiter *> RateLimiter::takeReady()
{
    QList<Waiter *> ready;
    takeExpiredFrom(m_interactive, ready);
    takeExpiredFrom(m_background, ready);
    takeReadyFrom(m_interactive, ready);
    // Background calls may not take the token an interactive one is waiting for.
    if (m_interactive.isEmpty())
        takeReadyFrom(m_background, ready);
    return ready;
}

void RateLimiter::takeReadyFrom(QList<Waiter *> &queue, QList<Waiter *> &ready)
{
    while (!queue.isEmpty() && hasRoomFor(queue.first()->priority) && m_bucket.take(m_now())) {
        Waiter *next = queue.takeFirst();
        next->entry = Entry::Admitted;
        ++m_inFlight;
        ready.append(next);
    }
}

void RateLimiter::takeExpiredFrom(QList<Waiter *> &queue, QList<Waiter *> &ready)
{
    const auto isExpired = [](const Waiter *waiter) { return waiter->deadline.hasExpired(); };
    for (Waiter *waiter : std::as_const(queue)) {
        if (isExpired(waiter)) {
            waiter->entry = Entry::TimedOut;
            ready.append(waiter);
        }
    }
    queue.removeIf(isExpired);
}

void RateLimiter::armTimer()
{
    if (waiting() == 0) {
        m_timer.stop();
        return;
    }
    qint64 wakeIn = std::numeric_limits<int>::max();
    for (const Waiter *waiter : m_interactive + m_background) {
        if (!waiter->deadline.isForever())
            wakeIn = std::min(wakeIn, waiter->deadline.remainingTime());
    }
    // With the slots taken, leave() wakes us; a token alone would not help.
    const Priority next = m_interactive.isEmpty() ? Priority::Background : Priority::Interactive;
    if (hasRoomFor(next))
        wakeIn = std::min<qint64>(wakeIn, m_bucket.wait(m_now()).count());
    m_timer.start(milliseconds(std::max<qint64>(wakeIn, 1)));
}

} // namespace stripe
