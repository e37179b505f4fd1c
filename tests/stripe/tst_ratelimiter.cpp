// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/ratelimiter.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using stripe::Priority;
using stripe::RateLimiter;
using stripe::TokenBucket;
using Entry = stripe::RateLimiter::Entry;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketRefillsWithTime();
    void bucketNeverHoldsMoreThanTheBurst();
    void bucketTellsHowLongToWait();
    void boundsRequestsInFlight();
    void servesInteractiveCallsFirst();
    void keepsOneSlotForInteractiveCalls();
    void spreadsRequestsOverTime();
    void givesUpAtTheDeadline();
    void closingAnswersEverybody();
    void survivesBeingDestroyedByAWaiter();
};

namespace {

constexpr TokenBucket::Instant start{};

/// Plenty of tokens: only the slots count.
stripe::RateLimits slots(int inFlight)
{
    return {.perSecond = 1e6, .burst = 1000, .inFlight = inFlight};
}

/// Enters, notes its name, and stays in.
QCoro::Task<> enterAs(RateLimiter &limiter, Priority priority, QString name, QStringList &order,
                      QDeadlineTimer deadline = QDeadlineTimer::Forever)
{
    const Entry entry = co_await limiter.enter(priority, deadline);
    switch (entry) {
    case Entry::Admitted:
        order.append(name);
        break;
    case Entry::TimedOut:
        order.append(name + QStringLiteral(" timed out"));
        break;
    case Entry::Closed:
        order.append(name + QStringLiteral(" closed"));
        break;
    }
}

} // namespace

void TestRateLimiter::bucketRefillsWithTime()
{
    TokenBucket bucket(20, 2, start);
    QVERIFY(bucket.take(start));
    QVERIFY(bucket.take(start));
    QVERIFY(!bucket.take(start));
    QVERIFY(!bucket.take(start + 49ms));
    QVERIFY(bucket.take(start + 50ms));
    QVERIFY(!bucket.take(start + 50ms));
    QVERIFY(!bucket.take(start + 10ms)); // a clock that goes back gives nothing
    QVERIFY(bucket.take(start + 100ms));
}

void TestRateLimiter::bucketNeverHoldsMoreThanTheBurst()
{
    TokenBucket bucket(20, 3, start);
    int taken = 0;
    while (bucket.take(start + 1h))
        ++taken;
    QCOMPARE(taken, 3);
    // So no second sees more than the rate and one burst: below Stripe's 25 in test mode.
    TokenBucket usual(20, 4, start);
    taken = 0;
    for (auto now = start; now < start + 1s; now += 1ms)
        taken += usual.take(now) ? 1 : 0;
    QVERIFY2(taken >= 23 && taken <= 24, qPrintable(QString::number(taken)));
}

void TestRateLimiter::bucketTellsHowLongToWait()
{
    TokenBucket bucket(20, 1, start);
    QCOMPARE(bucket.wait(start), 0ms);
    QVERIFY(bucket.take(start));
    QCOMPARE(bucket.wait(start), 50ms);
    QCOMPARE(bucket.wait(start + 20ms), 30ms);
    QVERIFY(bucket.take(start + 20ms + bucket.wait(start + 20ms)));
}

void TestRateLimiter::boundsRequestsInFlight()
{
    QStringList order;
    RateLimiter limiter(slots(2));
    for (const QString &name : {u"a"_qs, u"b"_qs, u"c"_qs})
        enterAs(limiter, Priority::Interactive, name, order);
    QCOMPARE(order, (QStringList{u"a"_qs, u"b"_qs}));
    QCOMPARE(limiter.waiting(), 1);
    limiter.leave();
    QCOMPARE(order.size(), 3);
}

void TestRateLimiter::servesInteractiveCallsFirst()
{
    QStringList order;
    RateLimiter limiter(slots(1));
    enterAs(limiter, Priority::Background, u"running"_qs, order);
    enterAs(limiter, Priority::Background, u"sync 1"_qs, order);
    enterAs(limiter, Priority::Background, u"sync 2"_qs, order);
    enterAs(limiter, Priority::Interactive, u"person 1"_qs, order);
    enterAs(limiter, Priority::Interactive, u"person 2"_qs, order);
    for (int i = 0; i < 4; ++i)
        limiter.leave();
    QCOMPARE(
        order,
        (QStringList{u"running"_qs, u"person 1"_qs, u"person 2"_qs, u"sync 1"_qs, u"sync 2"_qs}));
}

void TestRateLimiter::keepsOneSlotForInteractiveCalls()
{
    QStringList order;
    RateLimiter limiter(slots(3));
    for (int i = 0; i < 3; ++i)
        enterAs(limiter, Priority::Background, u"sync"_qs, order);
    QCOMPARE(order.size(), 2);
    enterAs(limiter, Priority::Interactive, u"person"_qs, order);
    QCOMPARE(order.last(), u"person"_qs);
}

void TestRateLimiter::spreadsRequestsOverTime()
{
    QStringList order;
    RateLimiter limiter({.perSecond = 50, .burst = 1, .inFlight = 100});
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 6; ++i)
        enterAs(limiter, Priority::Interactive, QString::number(i), order);
    QCOMPARE(order.size(), 1);
    QTRY_COMPARE(order.size(), 6);
    QVERIFY2(clock.elapsed() >= 95, qPrintable(QString::number(clock.elapsed()))); // 5 × 20 ms
    QCOMPARE(order.last(), u"5"_qs);
}

void TestRateLimiter::givesUpAtTheDeadline()
{
    QStringList order;
    RateLimiter limiter(slots(1));
    enterAs(limiter, Priority::Interactive, u"running"_qs, order);
    enterAs(limiter, Priority::Interactive, u"patient"_qs, order);
    enterAs(limiter, Priority::Background, u"hasty"_qs, order, QDeadlineTimer(30));
    QTRY_COMPARE(order.last(), u"hasty timed out"_qs);
    QCOMPARE(limiter.waiting(), 1);
    limiter.leave();
    QCOMPARE(order.last(), u"patient"_qs);
}

void TestRateLimiter::closingAnswersEverybody()
{
    QStringList order;
    RateLimiter limiter(slots(1));
    enterAs(limiter, Priority::Interactive, u"running"_qs, order);
    enterAs(limiter, Priority::Background, u"sync"_qs, order);
    enterAs(limiter, Priority::Interactive, u"person"_qs, order);
    limiter.close();
    QCOMPARE(order, (QStringList{u"running"_qs, u"person closed"_qs, u"sync closed"_qs}));
    enterAs(limiter, Priority::Interactive, u"late"_qs, order);
    QCOMPARE(order.last(), u"late closed"_qs);
}

void TestRateLimiter::survivesBeingDestroyedByAWaiter()
{
    QStringList order;
    auto limiter = std::make_unique<RateLimiter>(slots(1));
    enterAs(*limiter, Priority::Interactive, u"running"_qs, order);
    Entry given = Entry::Closed;
    const auto destroyer = [](std::unique_ptr<RateLimiter> &owner, Entry &entry) -> QCoro::Task<> {
        entry = co_await owner->enter(Priority::Interactive, QDeadlineTimer::Forever);
        owner.reset();
    };
    destroyer(limiter, given);
    enterAs(*limiter, Priority::Interactive, u"other"_qs, order);
    limiter->leave();
    QVERIFY(!limiter);
    QCOMPARE(given, Entry::Admitted);
    QCOMPARE(order.last(), u"other closed"_qs);
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
