// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/usage.h"

#include "demo/planmoves.h"
#include "demo/random.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

enum Metric { Orders, Drivers, Storage, ApiCalls, Metrics };

/// Shares of a limit, in ten thousandths; below this nothing is exceeded.
constexpr qint64 ordinaryMaximum = 9600;

/// The plan in force just before `at`; nullptr when there was none any more.
const PlanSpan *planAt(const Timeline &timeline, Seconds at)
{
    const PlanSpan *found = nullptr;
    for (const PlanSpan &plan : timeline.plans) {
        if (plan.from < at && (plan.to == 0 || plan.to >= at))
            found = &plan;
    }
    return found;
}

/// The shares of one month, before what is special about it.
std::array<qint64, Metrics> ordinaryShares(quint64 seed, int tenant, int month, int age)
{
    Random habits(seed, tenant, Purpose::Usage);
    Random now(seed, tenant, Purpose::Usage, static_cast<quint64>(month));
    const qint64 busy = season(month % 12 + 1);
    std::array<qint64, Metrics> shares{};
    for (qint64 &share : shares) {
        const qint64 usual = habits.between(600, 6200);
        const qint64 grown = usual * (100 + std::min(age, 48)) / 100;
        share = grown * now.between(880, 1120) / 1000;
    }
    shares[Orders] = shares[Orders] * busy / 1000;
    shares[ApiCalls] = shares[ApiCalls] * busy / 1000;
    for (qint64 &share : shares)
        share = std::min(share, ordinaryMaximum - now.between(0, 900));
    // Now and then somebody went beyond a limit, and upgraded or fell back.
    if (now.chance(70))
        shares[static_cast<std::size_t>(now.below(Metrics))] = now.between(10050, 12900);
    return shares;
}

void fillIn(UsageMonth &usage, const PlanLimits &limits, const std::array<qint64, Metrics> &shares,
            Seconds elapsed)
{
    const Seconds length = usage.end - usage.start;
    const qint64 minutes = elapsed / 60;
    usage.orders = limits.maxOrdersPerMonth * shares[Orders] / 10000 * elapsed / length;
    usage.activeDrivers =
        (limits.maxActiveDrivers * shares[Drivers] + (shares[Drivers] > 10000 ? 9999 : 0)) / 10000;
    usage.storageHundredthsGb = limits.maxStorageGb * shares[Storage] / 100;
    usage.apiCalls = limits.apiRateLimitPerMinute * minutes * shares[ApiCalls] / 10000;
}

} // namespace

std::vector<UsageMonth> usageOf(quint64 seed, const Span &span, const Timeline &timeline)
{
    std::vector<UsageMonth> months;
    const int first = monthNumber(timeline.signup);
    // A month that has just begun still shows its first day.
    const Seconds seen = std::max(span.end, monthStart(monthNumber(span.end)) + day);
    for (int month = first; month <= monthNumber(span.end); ++month) {
        UsageMonth usage;
        usage.start = monthStart(month);
        usage.end = monthStart(month + 1);
        const Seconds until = std::min(seen, usage.end);
        const PlanSpan *plan = planAt(timeline, std::min(until, span.end));
        if (plan == nullptr)
            continue;
        auto shares = ordinaryShares(seed, timeline.tenant, month, month - first);
        const bool isNow = usage.end > span.end;
        if (isNow) {
            for (qint64 &share : shares)
                share = std::min(share, ordinaryMaximum);
        }
        Seconds elapsed = until - std::max(usage.start, timeline.signup);
        elapsed = std::max<Seconds>(elapsed, hour);
        if (isNow && timeline.breaksLimit) {
            Random random(seed, timeline.tenant, Purpose::Scenario);
            const auto metric = static_cast<std::size_t>(timeline.limitMetric);
            // Rates are taken over the time until they are looked at: leave them room to fall.
            shares[metric] =
                metric == ApiCalls ? random.between(12600, 15500) : random.between(10100, 13500);
            // Beyond the whole month's orders already.
            if (metric == Orders)
                shares[metric] = shares[metric] * (usage.end - usage.start) / elapsed + 10;
            elapsed = metric == ApiCalls ? std::max(elapsed, until - usage.start) : elapsed;
        }
        fillIn(usage, limitsOf(plan->price), shares, elapsed);
        months.push_back(usage);
    }
    return months;
}

} // namespace demo
