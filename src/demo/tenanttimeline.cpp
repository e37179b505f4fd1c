// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/tenanttimeline.h"

#include "demo/companyname.h"
#include "demo/planmoves.h"
#include "demo/subscriptionrun.h"

#include <algorithm>

namespace demo {
namespace {

int driversFor(PriceKind price, Random &random)
{
    switch (tierOf(price)) {
    case core::PlanTier::Basic:
        return static_cast<int>(random.between(2, 6));
    case core::PlanTier::Professional:
        return static_cast<int>(random.between(4, 20));
    case core::PlanTier::Enterprise:
    case core::PlanTier::Custom:
        return static_cast<int>(random.between(15, 60));
    }
    return 1;
}

/// When an addition is bought; 0 when the plan did not last long enough.
Seconds boughtAt(const SubscriptionLife &plan, const Span &span, Random &random)
{
    const bool atOnce = random.chance(4000);
    const Seconds wait =
        atOnce ? random.between(300, 2 * hour) : random.between(3 * day, 120 * day);
    const Seconds at = plan.activeFrom + wait;
    const Seconds last = plan.ended != 0 ? plan.ended : span.end;
    return plan.activeFrom != 0 && at < last - 3 * hour ? at : 0;
}

void addAdditions(quint64 seed, const Span &span, const SubscriptionPlan &main, Timeline &timeline)
{
    Random random(seed, timeline.tenant, Purpose::AddOns);
    const SubscriptionLife plan = timeline.subscriptions.front();
    SubscriptionPlan planner = main;
    planner.slot = Slot::RoutePlanner;
    planner.ending = Ending::Luck;
    planner.hasMeteredItem = false;
    planner.trialDays = 0;
    planner.stop = plan.ended;
    SubscriptionPlan messages = planner;
    messages.slot = Slot::Messages;
    messages.price = PriceKind::Messages;
    planner.price = PriceKind::RoutePlanner;
    planner.quantity = driversFor(main.price, random);
    const bool wantsPlanner = random.chance(4700);
    const bool wantsMessages = random.chance(2200);
    planner.start = boughtAt(plan, span, random);
    messages.start = boughtAt(plan, span, random);
    if (wantsPlanner && planner.start != 0)
        SubscriptionRun(seed, span, planner, timeline).run();
    if (wantsMessages && messages.start != 0)
        SubscriptionRun(seed, span, messages, timeline).run();
}

/// Some who left come back months later, with a new subscription.
void addReturn(quint64 seed, const Span &span, const SubscriptionPlan &main, Timeline &timeline)
{
    const SubscriptionLife left = timeline.subscriptions.front();
    Random random(seed, timeline.tenant, Purpose::AddOns, 1);
    const bool comesBack = random.chance(2600);
    const Seconds at = left.ended + random.between(35 * day, 170 * day);
    if (!comesBack || left.status != core::SubscriptionStatus::Canceled || left.activeFrom == 0
        || at >= span.end - 2 * hour)
        return;
    SubscriptionPlan again = main;
    again.slot = Slot::Return;
    again.start = at;
    again.price = left.price;
    again.trialDays = 0;
    SubscriptionRun(seed, span, again, timeline).run();
}

} // namespace

Timeline tenantTimeline(const WorldParameters &parameters, const Span &span, int tenant)
{
    const Fate fate = drawFate(parameters, span, tenant);
    const Place &place = placeOf(parameters.seed, tenant);
    Timeline timeline;
    timeline.tenant = tenant;
    timeline.currency = currencyFromCode(QString(place.currency));
    timeline.signup = fate.signup;
    timeline.breaksLimit = fate.ending == Ending::OverLimit;
    timeline.limitMetric = fate.limitMetric;

    SubscriptionPlan main;
    main.ending = fate.ending;
    main.start = fate.signup;
    main.price = fate.price;
    main.trialDays = fate.trialDays;
    main.dueDays = fate.dueDays;
    main.taxBasisPoints = place.taxBasisPoints;
    main.hasMeteredItem = fate.hasMeteredItem;
    main.becomesPaying = fate.becomesPaying;
    SubscriptionRun(parameters.seed, span, main, timeline).run();
    addAdditions(parameters.seed, span, main, timeline);
    addReturn(parameters.seed, span, main, timeline);

    std::ranges::stable_sort(timeline.bills, {},
                             [](const Bill &bill) { return std::pair(bill.created, bill.slot); });
    std::ranges::stable_sort(timeline.steps, {}, &MrrStep::at);
    return timeline;
}

} // namespace demo
