// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace stripe {

using std::chrono::milliseconds;

namespace {

// Adding up fractions of tokens leaves 0.9999999: that is one.
constexpr double nearlyOne = 1.0 - 1e-9;

} // namespace

TokenBucket::TokenBucket(double perSecond, int burst, Instant start)
    : m_perSecond(std::max(perSecond, 0.001))
    , m_burst(std::max(burst, 1))
    , m_tokens(m_burst)
    , m_filledAt(start)
{
}

bool TokenBucket::take(Instant now)
{
    refill(now);
    if (m_tokens < nearlyOne)
        return false;
    m_tokens -= 1.0;
    return true;
}

milliseconds TokenBucket::wait(Instant now)
{
    refill(now);
    if (m_tokens >= nearlyOne)
        return milliseconds(0);
    return milliseconds(std::llround(std::ceil((1.0 - m_tokens) / m_perSecond * 1000)));
}

void TokenBucket::refill(Instant now)
{
    if (now <= m_filledAt)
        return;
    const std::chrono::duration<double> passed = now - m_filledAt;
    m_tokens = std::min(m_tokens + passed.count() * m_perSecond, m_burst);
    m_filledAt = now;
}

} // namespace stripe
