// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "core/money.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QUuid>

#include <array>
#include <optional>

// The figures of the Overview page. Definitions: analytics.md. Months are calendar months in UTC,
// named by their first day; money is per currency and never summed across.
namespace core {

/// Why MRR moved (mrr_movements.kind), in the order in which columns are stacked.
enum class MovementKind { New, Expansion, Reactivation, Contraction, Churn };
inline constexpr std::size_t movementKinds = 5;

/// Layers of collected money: the plan tiers, then payments of nobody's tier: their customer had
/// no plan when they came in. They are not passed off as custom ones.
inline constexpr std::size_t collectedLayers = 5;
inline constexpr std::size_t unassignedLayer = 4; ///< The others are PlanTier's values.

/// How long open balances are past their due date. Without a due date they are not due.
enum class AgeBand { NotDue, Days1To30, Days31To60, Days61To90, Over90 };
inline constexpr std::size_t ageBands = 5;

struct AmountAndCount
{
    qint64 minor = 0;
    qint64 count = 0;
    bool operator==(const AmountAndCount &) const = default;
};

/// One currency's figures; every list has one entry for each of Overview::months.
struct CurrencyFigures
{
    QString currency;
    qint64 payingTenants = 0;
    QList<qint64> mrr; ///< At the end of the month; the last one: now.
    QList<std::array<qint64, movementKinds>> movements;   ///< By MovementKind; falls are negative.
    QList<std::array<qint64, collectedLayers>> collected; ///< amount_paid by paid_at.
    AmountAndCount overdue;                               ///< Open balance past its due date.
    std::array<AmountAndCount, ageBands> ageing;          ///< Open balances by AgeBand.
    AmountAndCount renewals; ///< Due in the coming 7 days: licensed amounts, subscriptions.
};

/// A tenant above at least one of its limits; the worst of them.
struct LimitBreach
{
    QUuid tenantId;
    QString name;
    std::optional<PlanTier> tier;
    QString metric; ///< The limit's column: max_orders_per_month, …
    double used = 0;
    double allowed = 0;
    double ratio = 0; ///< used / allowed; infinite where nothing is allowed.
    int metricsOver = 1;
};

struct Renewal
{
    QUuid subscriptionId;
    QUuid tenantId; ///< Null: the customer is linked to no tenant.
    QString name;   ///< The tenant's, else the Stripe customer's id.
    QDateTime at;
    std::optional<Money> amount; ///< Licensed items of one period.
    bool endsThen = false;       ///< It is cancelled for then, and does not renew.
};

/// Attempts to collect, of the invoices created in a month. Those of paid invoices failed but for
/// the last.
struct AttemptCounts
{
    qint64 attempts = 0;
    qint64 failed = 0;
};

struct DeclineCount
{
    QString code; ///< Stripe's decline code, or error code.
    qint64 count = 0;
};

struct WebhookFigures
{
    qint64 waiting = 0;
    qint64 failed = 0; ///< Will be tried again.
    qint64 dead = 0;   ///< Given up.
    qint64 receivedToday = 0;
    qint64 doneToday = 0;
    std::optional<qint64> oldestWaitingMs; ///< Since it was received.
    std::optional<qint64> medianMs;        ///< From receipt to done, of the last day's.
    std::optional<qint64> p99Ms;
};

/// Figures beside the entries of the navigation.
struct NavigationCounts
{
    qint64 tenants = 0;
    qint64 invoicesToWork = 0; ///< Open, and failed or past their due date.
    qint64 exceeding = 0;      ///< Tenants over a limit.
    qint64 renewalsThisWeek = 0;
    qint64 eventsToWork = 0; ///< Failed and dead.
    qint64 drift = 0;        ///< Differences from Stripe.
    bool operator==(const NavigationCounts &) const = default;
};

} // namespace core
