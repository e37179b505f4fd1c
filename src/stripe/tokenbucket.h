// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace stripe {

/// How many requests may start now: `perSecond` on average, `burst` at once after a pause.
/// Time is an argument.
class TokenBucket
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    TokenBucket(double perSecond, int burst, Instant start);

    [[nodiscard]] bool take(Instant now);
    /// Until take() succeeds again; zero when it would now.
    [[nodiscard]] std::chrono::milliseconds wait(Instant now);

private:
    void refill(Instant now);

    double m_perSecond;
    double m_burst;
    double m_tokens;
    Instant m_filledAt;
};

} // namespace stripe
