// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "demo/catalogue.h"

#include <vector>

// One tenant's history as plain numbers: what the generator decides, before any text is made of
// it. Lists of a whole world are ordered from these without building a single object.
namespace demo {

/// The subscriptions that a tenant can have had; the value is the ordinal in its id.
enum class Slot : quint8 { Plan = 0, RoutePlanner = 1, Messages = 2, Return = 3 };

[[nodiscard]] inline bool holdsPlan(Slot slot)
{
    return slot == Slot::Plan || slot == Slot::Return;
}

/// How the last payment attempt was refused.
enum class Decline : quint8 {
    None,
    InsufficientFunds,
    DoNotHonor,
    ExpiredCard,
    AuthenticationRequired,
    VelocityExceeded,
    LostCard,
};

enum class BillingReason : quint8 { Create, Cycle, Update };

/// An invoice, and the payment intent that belongs to it.
struct Bill
{
    Seconds created = 0;
    Seconds finalized = 0;
    Seconds paid = 0;
    Seconds voided = 0;
    Seconds due = 0; ///< Only for invoices that are sent.
    Seconds nextAttempt = 0;
    Seconds periodStart = 0;
    Seconds periodEnd = 0;
    qint64 licensedAmount = 0;
    qint64 meteredAmount = 0;
    qint64 meteredQuantity = 0;
    qint64 tax = 0;
    int quantity = 1;
    int attempts = 0;
    Slot slot = Slot::Plan;
    PriceKind price = PriceKind::BasicMonthly;
    BillingReason reason = BillingReason::Create;
    core::InvoiceStatus status = core::InvoiceStatus::Draft;
    Decline decline = Decline::None;
    bool needsAction = false; ///< The first payment waits for the customer's bank.

    [[nodiscard]] qint64 subtotal() const { return licensedAmount + meteredAmount; }
    [[nodiscard]] qint64 total() const { return subtotal() + tax; }
    [[nodiscard]] bool hasIntent() const { return finalized != 0 && total() > 0; }
};

struct SubscriptionLife
{
    Slot slot = Slot::Plan;
    core::SubscriptionStatus status = core::SubscriptionStatus::Active;
    PriceKind price = PriceKind::BasicMonthly;
    int quantity = 1;
    int dueDays = 0;             ///< 0: charged automatically.
    bool hasMeteredItem = false; ///< Extra orders beside the plan.
    bool leavesAtPeriodEnd = false;
    Seconds created = 0;
    Seconds activeFrom = 0; ///< When it first counted as paid; 0 if never.
    Seconds trialEnd = 0;
    Seconds periodStart = 0;
    Seconds periodEnd = 0;
    Seconds canceled = 0;
    Seconds ended = 0;
};

/// A stretch of time on one plan.
struct PlanSpan
{
    Seconds from = 0;
    Seconds to = 0; ///< 0: still.
    PriceKind price = PriceKind::BasicMonthly;
};

/// A change of what a tenant pays, in twelfths of a minor unit a month.
struct MrrStep
{
    Seconds at = 0;
    qint64 twelfths = 0;
    Slot slot = Slot::Plan;
};

/// A stretch in which a metered item counted, with all that is billed for it.
struct MeteredPeriod
{
    Slot slot = Slot::Messages;
    Seconds from = 0;
    Seconds to = 0;
    qint64 quantity = 0; ///< Of the whole period, also when the world ends within it.
};

struct Timeline
{
    int tenant = 0;
    int currency = 0;
    Seconds signup = 0;
    bool breaksLimit = false;                    ///< Exceeds a limit now, by intent.
    int limitMetric = 0;                         ///< Which of the four.
    std::vector<SubscriptionLife> subscriptions; ///< The plan's first.
    std::vector<Bill> bills; ///< By created and slot; the position is the ordinal in the id.
    std::vector<PlanSpan> plans;
    std::vector<MrrStep> steps; ///< By time.
    std::vector<MeteredPeriod> metered;
};

} // namespace demo
