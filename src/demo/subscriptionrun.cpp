// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/subscriptionrun.h"

#include "demo/planmoves.h"

#include <algorithm>

namespace demo {

using core::InvoiceStatus;
using core::SubscriptionStatus;

SubscriptionRun::SubscriptionRun(quint64 seed, const Span &span, const SubscriptionPlan &plan,
                                 Timeline &timeline)
    : m_seed(seed)
    , m_span(span)
    , m_plan(plan)
    , m_timeline(timeline)
    , m_random(seed, timeline.tenant, Purpose::Subscription, static_cast<quint64>(plan.slot))
    , m_firstBill(timeline.bills.size())
{
    m_life.slot = plan.slot;
    m_life.price = plan.price;
    m_life.quantity = plan.quantity;
    m_life.dueDays = plan.dueDays;
    m_life.hasMeteredItem = plan.hasMeteredItem;
    m_life.created = plan.start;
}

void SubscriptionRun::run()
{
    if (holdsPlan(m_plan.slot))
        m_timeline.plans.push_back({m_plan.start, 0, m_plan.price});
    if (m_plan.trialDays == 0 || liveTrial())
        livePeriods(m_plan.trialDays == 0 ? m_plan.start : m_life.trialEnd);
    noteOverdue();
    m_timeline.subscriptions.push_back(m_life);
}

/// @return False when nothing follows the trial, or it still runs.
bool SubscriptionRun::liveTrial()
{
    m_life.trialEnd = m_plan.start + m_plan.trialDays * day;
    m_life.periodStart = m_plan.start;
    m_life.periodEnd = m_life.trialEnd;
    Bill first = newBill(BillingReason::Create, m_plan.start, m_life.trialEnd);
    first.licensedAmount = 0;
    first.tax = 0;
    first.finalized = first.paid = first.created;
    first.status = InvoiceStatus::Paid;
    m_timeline.bills.push_back(first);
    if (m_life.trialEnd >= m_span.end) {
        m_life.status = SubscriptionStatus::Trialing;
        return false;
    }
    if (m_plan.ending == Ending::Paused) {
        m_life.status = SubscriptionStatus::Paused;
        return false;
    }
    if (!m_plan.becomesPaying) {
        m_life.canceled = m_life.trialEnd - m_random.between(hour, 6 * day);
        finish(m_life.trialEnd);
        return false;
    }
    return true;
}

void SubscriptionRun::livePeriods(Seconds anchor)
{
    const int months = isYearly(m_plan.price) ? 12 : 1;
    for (int number = 0;; ++number) {
        const Seconds from = addMonths(anchor, number * months);
        const Seconds to = addMonths(anchor, (number + 1) * months);
        if (number > 0 && m_plan.stop != 0 && m_plan.stop <= from) {
            stopWithPlan();
            return;
        }
        const Seconds before = m_life.periodStart;
        m_life.periodStart = from;
        m_life.periodEnd = to;
        if (number > 0)
            renew(from);
        if (!bill(number, before))
            return;
        if (hasMeter())
            meter(from, to);
        if (m_plan.stop != 0 && m_plan.stop < to) {
            stopWithPlan();
            return;
        }
        if (!livePeriod(from, to) || to >= m_span.end)
            return;
    }
}

void SubscriptionRun::stopWithPlan()
{
    m_life.canceled = m_plan.stop;
    finish(m_plan.stop);
}

void SubscriptionRun::activate(Seconds at)
{
    m_life.activeFrom = at;
    m_counted = mrrTwelfths(m_life.price, m_timeline.currency, m_life.quantity);
    if (m_counted != 0)
        m_timeline.steps.push_back({at, m_counted, m_life.slot});
}

/// What changes only between two periods: to a smaller plan, and the number of drivers.
void SubscriptionRun::renew(Seconds at)
{
    if (m_life.slot == Slot::RoutePlanner) {
        int quantity = m_life.quantity - m_seasonal;
        if (m_random.chance(900))
            quantity += 1 + m_random.below(2);
        else if (m_random.chance(300) && quantity > 1)
            --quantity;
        const int month = monthOfYear(at);
        m_seasonal = month >= 11 ? (m_plan.quantity + 2) / 3 : 0;
        changeTo(m_life.price, quantity + m_seasonal, at);
    } else if (holdsPlan(m_life.slot) && !isSteady()) {
        const int months = isYearly(m_life.price) ? 12 : 1;
        if (m_random.chance(downgradeChance(m_life.price) * months))
            changeTo(smallerPlan(m_life.price), 1, at);
    }
}

/// @param before  When the period before this one began.
/// @return        False when the subscription does not live on in this period.
bool SubscriptionRun::bill(int number, Seconds before)
{
    const Seconds from = m_life.periodStart;
    const Seconds to = m_life.periodEnd;
    const bool isFirst = number == 0 && m_life.trialEnd == 0;
    Bill next = newBill(isFirst ? BillingReason::Create : BillingReason::Cycle, from, to);
    if (hasMeter() && number > 0)
        meterInto(next, before, from);
    next.tax = taxOn(next.subtotal());
    // Stripe keeps a renewal's invoice as a draft for an hour.
    next.finalized = isFirst ? from : from + hour + m_random.between(0, 240);
    if (isFirst
        && (m_plan.ending == Ending::Incomplete || m_plan.ending == Ending::IncompleteExpired))
        return startUnpaid(next);
    if (number == 0)
        activate(from);
    if (next.finalized >= m_span.end) {
        next.nextAttempt = next.finalized;
        next.finalized = 0;
        m_timeline.bills.push_back(next);
        return true;
    }
    return settle(next, to >= m_span.end);
}

/// Collects a bill. @return False when the subscription ended over it.
bool SubscriptionRun::settle(Bill &bill, bool isLastPeriod)
{
    Seconds exhausted = 0;
    const bool mustFail =
        isLastPeriod && (m_plan.ending == Ending::PastDue || m_plan.ending == Ending::Unpaid);
    if (bill.subtotal() == 0) {
        bill.status = InvoiceStatus::Paid;
        bill.paid = bill.finalized;
    } else if (m_plan.dueDays > 0) {
        send(bill, m_plan.dueDays, m_span.end, m_random);
    } else {
        // The very first charge decides whether there is a subscription at all.
        const bool mustSucceed = isSteady() || bill.reason == BillingReason::Create;
        const Course course = mustFail ? Course::Fails
            : mustSucceed              ? Course::Succeeds
                                       : Course::Any;
        exhausted = charge(bill, course, m_span.end, m_random);
    }
    if (bill.reason == BillingReason::Create && bill.attempts > 0) {
        bill.attempts = 1;
        bill.status = InvoiceStatus::Paid;
        bill.paid = bill.finalized;
        bill.nextAttempt = 0;
        bill.decline = Decline::None;
    }
    if (exhausted != 0 && m_plan.ending != Ending::Unpaid)
        bill.status = InvoiceStatus::Uncollectible;
    m_timeline.bills.push_back(bill);
    if (exhausted == 0)
        return true;
    if (m_plan.ending == Ending::Unpaid) {
        m_life.status = SubscriptionStatus::Unpaid;
        stopCounting(exhausted);
    } else {
        m_life.canceled = exhausted;
        finish(exhausted);
    }
    return false;
}

/// The first payment did not go through: 23 hours are left for it.
bool SubscriptionRun::startUnpaid(Bill &bill)
{
    bill.attempts = 1;
    bill.status = InvoiceStatus::Open;
    bill.needsAction = m_random.chance(5000);
    bill.decline = bill.needsAction ? Decline::None : Decline::DoNotHonor;
    m_life.status = SubscriptionStatus::Incomplete;
    const Seconds expires = bill.created + 23 * hour;
    if (expires < m_span.end) {
        bill.status = InvoiceStatus::Void;
        bill.voided = expires;
        m_life.canceled = expires;
        finish(expires);
        m_life.status = SubscriptionStatus::IncompleteExpired;
    }
    m_timeline.bills.push_back(bill);
    return false;
}

/// What happens within a period. @return False when the subscription ended.
bool SubscriptionRun::livePeriod(Seconds from, Seconds to)
{
    const Seconds at = m_random.between(from + 2 * day, to - day);
    const int months = isYearly(m_plan.price) ? 12 : 1;
    const bool wantsToLeave = m_random.chance(leavingChance(m_life.price) * months);
    const bool leavesAtOnce = m_random.chance(3000);
    const bool wantsMore = m_random.chance(upgradeChance(m_life.price) * months);
    if (!holdsPlan(m_life.slot))
        return true;
    if (m_plan.ending == Ending::Leaving && to >= m_span.end) {
        m_life.leavesAtPeriodEnd = true;
        m_life.canceled = m_random.between(from, m_span.end - 1);
        return true;
    }
    const Bill &last = m_timeline.bills.back();
    const bool isSettled = last.status == InvoiceStatus::Paid && last.paid < at;
    if (isSteady() || at >= m_span.end || !isSettled)
        return true;
    if (wantsToLeave) {
        m_life.canceled = at;
        m_life.leavesAtPeriodEnd = !leavesAtOnce;
        if (leavesAtOnce || to < m_span.end)
            finish(leavesAtOnce ? at : to);
        return m_life.ended == 0;
    }
    if (wantsMore)
        upgrade(at, from, to);
    return true;
}

/// To a bigger plan at once; the difference for the rest of the period is billed at once, too.
void SubscriptionRun::upgrade(Seconds at, Seconds from, Seconds to)
{
    const PriceKind wanted = biggerPlan(m_life.price);
    if (wanted == m_life.price)
        return;
    const qint64 difference =
        unitAmount(wanted, m_timeline.currency) - unitAmount(m_life.price, m_timeline.currency);
    changeTo(wanted, 1, at);
    Bill extra = newBill(BillingReason::Update, at, to);
    extra.licensedAmount = chargeable(m_timeline.currency, difference * (to - at), to - from);
    extra.tax = taxOn(extra.licensedAmount);
    extra.finalized = at;
    if (m_plan.dueDays > 0) {
        send(extra, m_plan.dueDays, m_span.end, m_random);
    } else {
        extra.attempts = 1;
        extra.paid = at;
        extra.status = InvoiceStatus::Paid;
    }
    m_timeline.bills.push_back(extra);
}

void SubscriptionRun::changeTo(PriceKind price, int quantity, Seconds at)
{
    if (price != m_life.price && holdsPlan(m_life.slot)) {
        m_timeline.plans.back().to = at;
        m_timeline.plans.push_back({at, 0, price});
    }
    m_life.price = price;
    m_life.quantity = quantity;
    const qint64 counts = mrrTwelfths(price, m_timeline.currency, quantity);
    if (counts != m_counted)
        m_timeline.steps.push_back({at, counts - m_counted, m_life.slot});
    m_counted = counts;
}

void SubscriptionRun::finish(Seconds at)
{
    m_life.status = SubscriptionStatus::Canceled;
    m_life.ended = at;
    if (holdsPlan(m_life.slot))
        m_timeline.plans.back().to = at;
    stopCounting(at);
    // Stripe stops charging by itself what a canceled subscription still owes.
    for (std::size_t bill = m_firstBill; bill < m_timeline.bills.size(); ++bill)
        m_timeline.bills[bill].nextAttempt = 0;
}

void SubscriptionRun::stopCounting(Seconds at)
{
    if (m_counted != 0)
        m_timeline.steps.push_back({at, -m_counted, m_life.slot});
    m_counted = 0;
}

} // namespace demo
