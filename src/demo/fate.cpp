// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/fate.h"

#include "demo/random.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

/// Of each block of 200 tenants, how many end how; the rest is left to luck.
constexpr int blockSize = 200;
struct Share
{
    Ending ending;
    int count;
};
constexpr std::array<Share, 9> shares{{
    {Ending::Trialing, 4},
    {Ending::Incomplete, 1},
    {Ending::IncompleteExpired, 2},
    {Ending::Paused, 2},
    {Ending::PastDue, 6},
    {Ending::Unpaid, 2},
    {Ending::Leaving, 4},
    {Ending::Drafted, 1},
    {Ending::OverLimit, 2},
}};

/// The tenant's place in its block's drawing of lots: every number from 0 to 199 comes once.
int lotOf(quint64 seed, int tenant)
{
    // Steps that share no divisor with 200.
    constexpr std::array<int, 8> steps{3, 7, 11, 21, 37, 83, 121, 179};
    const int block = tenant / blockSize;
    const quint64 draw =
        mix(seed, static_cast<quint64>(block), static_cast<quint64>(Purpose::Scenario));
    const int step = steps[draw % steps.size()];
    const int offset = static_cast<int>((draw >> 8) % blockSize);
    return ((tenant % blockSize) * step + offset) % blockSize;
}

struct Lot
{
    Ending ending;
    int position; ///< Among those of the block with this ending.
};

Lot drawLot(quint64 seed, int tenant)
{
    int lot = lotOf(seed, tenant);
    for (const Share &share : shares) {
        if (lot < share.count) {
            // Signed up within the last day: in a big world a few of them are enough.
            const bool isRare =
                share.ending == Ending::Incomplete || share.ending == Ending::Drafted;
            const bool isLeftOut = isRare && (tenant / blockSize) % 8 >= 2;
            return {isLeftOut ? Ending::Luck : share.ending, lot};
        }
        lot -= share.count;
    }
    return {Ending::Luck, lot};
}

/// Nearly half of the tenants came over from the former system within the first month, the others
/// by and by.
Seconds arrival(const Span &span, Random &random, Seconds last)
{
    const Seconds length = last - span.start;
    if (random.chance(4800))
        return span.start + random.between(0, std::min<Seconds>(30 * day, length / 2));
    return span.start + random.between(0, length);
}

/// A sign-up whose renewals fall on `renewal`, at least one month earlier. 0 when the world is too
/// short for it.
Seconds signupBefore(const Span &span, Random &random, Seconds renewal)
{
    const int most = span.months - 1;
    const int wanted = static_cast<int>(random.between(1, most));
    for (int tries = 0; tries < most; ++tries) {
        const int months = (wanted + tries - 1) % most + 1;
        const Seconds signup = addMonths(renewal, -months);
        // A 31st that became a 28th does not come back.
        if (addMonths(signup, months) == renewal && signup >= span.start)
            return signup;
    }
    return 0;
}

PriceKind drawPlan(Random &random, bool mayBeYearly)
{
    const int lot = random.below(1000);
    const bool isYearly = random.chance(700) && mayBeYearly;
    if (lot < 560)
        return isYearly ? PriceKind::BasicYearly : PriceKind::BasicMonthly;
    if (lot < 880)
        return isYearly ? PriceKind::ProfessionalYearly : PriceKind::ProfessionalMonthly;
    if (lot < 970)
        return isYearly ? PriceKind::EnterpriseYearly : PriceKind::EnterpriseMonthly;
    return lot < 985 ? PriceKind::CustomSmall : PriceKind::CustomMedium;
}

/// The sign-up that the ending asks for; 0 when it cannot be had.
Seconds signupFor(Ending ending, const Span &span, Random &random)
{
    switch (ending) {
    case Ending::Trialing:
        return span.end - random.between(day, 13 * day);
    case Ending::Incomplete:
        return span.end - random.between(hour, 20 * hour);
    case Ending::IncompleteExpired:
        return arrival(span, random, span.end - 2 * day);
    case Ending::Paused:
        return arrival(span, random, span.end - 16 * day);
    case Ending::PastDue:
        return signupBefore(span, random, span.end - random.between(day, 13 * day));
    case Ending::Unpaid:
        return signupBefore(span, random, span.end - random.between(17 * day, 26 * day));
    case Ending::Drafted:
        return signupBefore(span, random, span.end - random.between(600, 3000));
    case Ending::Luck:
    case Ending::Leaving:
    case Ending::OverLimit:
        break;
    }
    return arrival(span, random, span.end - 2 * hour);
}

bool isChargedOnPurpose(Ending ending)
{
    return ending != Ending::Luck && ending != Ending::Leaving && ending != Ending::OverLimit;
}

} // namespace

Span spanOf(const WorldParameters &parameters)
{
    return {parameters.start().toSecsSinceEpoch(), parameters.end().toSecsSinceEpoch(),
            parameters.months};
}

Fate drawFate(const WorldParameters &parameters, const Span &span, int tenant)
{
    Random random(parameters.seed, tenant, Purpose::Fate);
    const Lot lot = drawLot(parameters.seed, tenant);
    Fate fate;
    fate.ending = lot.ending;
    fate.limitMetric = (lot.position + 2 * (tenant / blockSize)) % 4;
    fate.signup = signupFor(lot.ending, span, random);
    if (fate.signup == 0) {
        fate.ending = Ending::Luck;
        fate.signup = signupFor(Ending::Luck, span, random);
    }
    fate.price = drawPlan(random, !isChargedOnPurpose(fate.ending));
    const bool isBig = core::PlanTier::Enterprise <= tierOf(fate.price);
    if (random.chance(isBig ? 4000 : 600) && !isChargedOnPurpose(fate.ending))
        fate.dueDays = isBig ? 30 : 14;
    const bool startsFree = random.chance(3000);
    fate.becomesPaying = !random.chance(2200) || fate.ending != Ending::Luck;
    fate.hasMeteredItem = random.chance(1400) && !isYearly(fate.price);
    if (fate.ending == Ending::Trialing || fate.ending == Ending::Paused
        || (startsFree && !isChargedOnPurpose(fate.ending)))
        fate.trialDays = 14;
    return fate;
}

} // namespace demo
