// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"

#include <QString>

#include <chrono>
#include <optional>

namespace stripe {

/// What is known after one failed attempt; everything the retry rule looks at.
struct FailedAttempt
{
    bool hasAnswer = true;  ///< False: network error, time-out, or a body that is not Stripe's.
    bool wasClosed = false; ///< The peer closed the socket (ECONNRESET, EPIPE).
    int httpStatus = 0;
    std::optional<bool> shouldRetry; ///< The header Stripe-Should-Retry.
    bool isReplay = false;           ///< The header Idempotent-Replayed.
    QString code;                    ///< error.code
    std::optional<std::chrono::seconds> retryAfter;
    Priority priority = Priority::Interactive;
    int retries = 0; ///< Made so far.
    int maxRetries = 2;
};

struct RetryDecision
{
    bool isRetry = false;
    const char *reason = ""; ///< For the log.
    std::chrono::milliseconds delay{0};
};

/// Whether and when to send again: NOTES §5. Pure.
/// @param random  In [0, 1): spreads clients that failed together.
[[nodiscard]] RetryDecision decideRetry(const FailedAttempt &attempt, double random);

} // namespace stripe
