// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/catalogue.h"
#include "demo/worldparameters.h"

namespace demo {

/// How a tenant stands when the world ends. All but Luck are brought about on purpose, in fixed
/// shares, so that every state is there to be seen also in a small world.
enum class Ending {
    Luck, ///< Whatever came: most are active, some have left.
    Trialing,
    Incomplete,
    IncompleteExpired,
    Paused,
    PastDue,
    Unpaid,
    Leaving, ///< Canceled to the end of the period.
    Drafted, ///< Its invoice was made within the last hour.
    OverLimit,
};

/// What is decided about a tenant once.
struct Fate
{
    Ending ending = Ending::Luck;
    Seconds signup = 0;
    PriceKind price = PriceKind::BasicMonthly;
    int trialDays = 0;
    int dueDays = 0;
    bool hasMeteredItem = false;
    bool becomesPaying = true; ///< False: leaves when its trial ends.
    int limitMetric = 0;       ///< Which of the four limits OverLimit breaks.
};

/// A world's bounds in seconds.
struct Span
{
    Seconds start = 0;
    Seconds end = 0;
    int months = 0;
};

[[nodiscard]] Span spanOf(const WorldParameters &parameters);
[[nodiscard]] Fate drawFate(const WorldParameters &parameters, const Span &span, int tenant);

} // namespace demo
