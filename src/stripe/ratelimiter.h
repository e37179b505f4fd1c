// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"
#include "stripe/tokenbucket.h"

#include <QCoro/QCoroTask>

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <functional>

namespace stripe {

/// Well below Stripe's own ceilings (NOTES §4), so that they are never met in normal work.
struct RateLimits
{
    double perSecond = 20;
    int burst = 4;
    int inFlight = 4; ///< One of them is kept free for interactive calls.
};

/// Decides when a request may start: a token bucket and a bound on requests in flight, where
/// interactive calls go before background ones. Main thread only.
class RateLimiter : public QObject
{
    Q_OBJECT

public:
    enum class Entry { Admitted, TimedOut, Closed };
    using Now = std::function<TokenBucket::Instant()>;

    explicit RateLimiter(RateLimits limits, Now now = &std::chrono::steady_clock::now);
    ~RateLimiter() override;

    /// Waits for a turn, at most until `deadline`. Each Admitted owes one leave().
    QCoro::Task<Entry> enter(Priority priority, QDeadlineTimer deadline);
    void leave();

    /// Turns everybody away, those who wait included. Their coroutines run before it returns.
    void close();

    [[nodiscard]] qsizetype waiting() const;

private:
    struct Waiter;

    void admit();
    [[nodiscard]] bool hasRoomFor(Priority priority) const;
    [[nodiscard]] QList<Waiter *> takeReady();
    void takeReadyFrom(QList<Waiter *> &queue, QList<Waiter *> &ready);
    void takeExpiredFrom(QList<Waiter *> &queue, QList<Waiter *> &ready);
    void armTimer();

    const RateLimits m_limits;
    const Now m_now;
    TokenBucket m_bucket;
    QList<Waiter *> m_interactive;
    QList<Waiter *> m_background;
    QTimer m_timer;
    int m_inFlight = 0;
    bool m_isClosed = false;
};

} // namespace stripe
