// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/collection.h"
#include "demo/fate.h"
#include "demo/random.h"
#include "demo/timeline.h"

namespace demo {

/// What one subscription starts with.
struct SubscriptionPlan
{
    Slot slot = Slot::Plan;
    Ending ending = Ending::Luck;
    Seconds start = 0;
    Seconds stop = 0; ///< Canceled then, because the plan was; 0: never.
    PriceKind price = PriceKind::BasicMonthly;
    int quantity = 1;
    int trialDays = 0;
    int dueDays = 0;
    int taxBasisPoints = 0;
    bool hasMeteredItem = false;
    bool becomesPaying = true;
};

/// Lives one subscription through, period by period, and writes down what happens. At most one
/// change of plan and one cancellation fall into a period.
class SubscriptionRun
{
public:
    SubscriptionRun(quint64 seed, const Span &span, const SubscriptionPlan &plan,
                    Timeline &timeline);
    void run();

private:
    bool liveTrial();
    void livePeriods(Seconds anchor);
    void activate(Seconds at);
    void renew(Seconds at);
    bool settle(Bill &bill, bool isLastPeriod);
    bool bill(int number, Seconds before);
    bool startUnpaid(Bill &bill);
    bool livePeriod(Seconds from, Seconds to);
    void upgrade(Seconds at, Seconds from, Seconds to);
    void changeTo(PriceKind price, int quantity, Seconds at);
    void finish(Seconds at);
    void stopWithPlan();
    void stopCounting(Seconds at);
    void meterInto(Bill &bill, Seconds from, Seconds to);
    void meter(Seconds from, Seconds to);
    void noteOverdue();

    [[nodiscard]] Bill newBill(BillingReason reason, Seconds from, Seconds to) const;
    [[nodiscard]] qint64 taxOn(qint64 amount) const;
    [[nodiscard]] qint64 meteredQuantity(Seconds from, Seconds to) const;
    [[nodiscard]] bool isSteady() const { return m_plan.ending != Ending::Luck; }
    [[nodiscard]] bool hasMeter() const;

    const quint64 m_seed;
    const Span m_span;
    const SubscriptionPlan m_plan;
    Timeline &m_timeline;
    SubscriptionLife m_life;
    Random m_random;
    std::size_t m_firstBill = 0;
    qint64 m_counted = 0; ///< Twelfths of MRR that it counts with now.
    int m_seasonal = 0;   ///< Drivers taken on for the season.
};

} // namespace demo
