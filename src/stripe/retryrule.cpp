// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/retryrule.h"

#include <algorithm>
#include <cmath>

namespace stripe {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr double firstDelay = 0.5; // s
constexpr double longestDelay = 5.0;
constexpr double longestRateLimitDelay = 30.0;
constexpr auto longestRetryAfter = 60s;

milliseconds inMilliseconds(double seconds)
{
    return milliseconds(std::llround(seconds * 1000));
}

/// min(0.5·2^(n-1), 5) s × [0.5, 1], at least 0.5 s, with n retries made so far.
milliseconds usualDelay(int retries, double random)
{
    const double base = std::min(firstDelay * std::exp2(retries - 1), longestDelay);
    return inMilliseconds(std::max(base * (0.5 + random / 2), firstDelay));
}

/// From 1 s, doubling, up to half as much again, never above 30 s.
milliseconds rateLimitDelay(int retries, double random)
{
    const double base = std::exp2(std::min(retries, 10));
    return inMilliseconds(std::min(base * (1 + random / 2), longestRateLimitDelay));
}

/// A proxy may add Retry-After (Stripe documents none): an integer up to a minute is a minimum.
milliseconds atLeastRetryAfter(const FailedAttempt &attempt, milliseconds delay)
{
    if (!attempt.retryAfter || *attempt.retryAfter < 0s || *attempt.retryAfter > longestRetryAfter)
        return delay;
    return std::max<milliseconds>(delay, *attempt.retryAfter);
}

struct Verdict
{
    bool isRetry;
    const char *reason;
};

/// The reasons in their order: the first that applies decides.
Verdict verdictOn(const FailedAttempt &attempt)
{
    // A server may close an idle connection just as we use it: that says nothing about the
    // request. Once, even with retries disabled.
    if (attempt.wasClosed && attempt.retries == 0)
        return {true, "connection closed on the first try"};
    if (attempt.retries >= attempt.maxRetries)
        return {false, "retries used up"};
    // Safe also for POST: the same idempotency key is sent again.
    if (!attempt.hasAnswer)
        return {true, "no answer"};
    // Stripe knows better than any rule of ours.
    if (attempt.shouldRetry)
        return {*attempt.shouldRetry,
                *attempt.shouldRetry ? "Stripe-Should-Retry is true"
                                     : "Stripe-Should-Retry is false"};
    // A stored 500 is replayed for 24 hours: asking again returns the same.
    if (attempt.httpStatus >= 500 && attempt.isReplay)
        return {false, "stored answer replayed"};
    if (attempt.httpStatus == 409)
        return {true, "conflict"};
    if (attempt.httpStatus >= 500)
        return {true, "server error"};
    // Another request holds the object; not a rate limit, though it shares the status.
    if (attempt.httpStatus == 429 && attempt.code == QLatin1StringView("lock_timeout"))
        return {true, "object locked"};
    // Nobody waits in the background, so slowing down is better than failing.
    if (attempt.httpStatus == 429 && attempt.priority == Priority::Background)
        return {true, "rate limited, in the background"};
    // 400, 401, 402, 403, 404 and an interactive 429: the answer would be the same.
    return {false, "not retryable"};
}

} // namespace

RetryDecision decideRetry(const FailedAttempt &attempt, double random)
{
    const Verdict verdict = verdictOn(attempt);
    if (!verdict.isRetry)
        return {.isRetry = false, .reason = verdict.reason};
    const bool isSlow = attempt.httpStatus == 429 && attempt.priority == Priority::Background;
    const milliseconds delay =
        isSlow ? rateLimitDelay(attempt.retries, random) : usualDelay(attempt.retries, random);
    return {.isRetry = true, .reason = verdict.reason, .delay = atLeastRetryAfter(attempt, delay)};
}

} // namespace stripe
