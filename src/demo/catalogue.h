// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "core/stripeobjects.h"
#include "demo/calendar.h"

#include <QStringList>

namespace demo {

/// What can be sold; each kind has one price in each currency.
enum class PriceKind : quint8 {
    BasicMonthly,
    ProfessionalMonthly,
    EnterpriseMonthly,
    BasicYearly,
    ProfessionalYearly,
    EnterpriseYearly,
    CustomSmall,
    CustomMedium,
    CustomLarge,
    RoutePlanner, ///< For each driver and month.
    ExtraOrders,  ///< Metered, beside a plan in the same subscription.
    Messages,     ///< Metered, a subscription of its own.
};
inline constexpr int priceKinds = 12;

/// The four limits of a plan, named as the columns of plan_catalogue.
struct PlanLimits
{
    qint64 maxOrdersPerMonth = 0;
    qint64 maxActiveDrivers = 0;
    qint64 maxStorageGb = 0;
    qint64 apiRateLimitPerMinute = 0;
    bool operator==(const PlanLimits &) const = default;
};

/// Currencies are numbered in the order of the catalogue's table.
[[nodiscard]] int currencyCount();
[[nodiscard]] const QString &currencyCode(int currency);
[[nodiscard]] int currencyFromCode(QStringView code); ///< 0 (euro) for one it does not know.

/// A computed amount, as a fraction that is not negative, rounded half up to one that can be
/// charged: where the minor unit is a thousandth, the last digit must be 0.
[[nodiscard]] qint64 chargeable(int currency, qint64 numerator, qint64 denominator);

/// In minor units; for the metered kinds in tenths of one.
[[nodiscard]] qint64 unitAmount(PriceKind kind, int currency);
[[nodiscard]] bool isMetered(PriceKind kind);
[[nodiscard]] bool isYearly(PriceKind kind);
/// The part of MRR of one item in twelfths of a minor unit: exact also for yearly prices.
[[nodiscard]] qint64 mrrTwelfths(PriceKind kind, int currency, qint64 quantity);

[[nodiscard]] const QString &priceId(PriceKind kind, int currency);
[[nodiscard]] const QString &productId(PriceKind kind);
/// Empty for a product that is not ours.
[[nodiscard]] QString productName(QStringView productId);
/// "14 × Route planner": a line of an invoice, as Stripe words it.
[[nodiscard]] QString lineDescription(PriceKind kind, qint64 quantity);
/// "0.4" or "2900": the unit amount as Stripe writes unit_amount_decimal.
[[nodiscard]] QString unitAmountDecimal(PriceKind kind, int currency);

/// The tier that a price of a plan stands for; custom for the others.
[[nodiscard]] core::PlanTier tierOf(PriceKind kind);
[[nodiscard]] QString planName(core::PlanTier tier);
[[nodiscard]] QString planDescription(core::PlanTier tier);
[[nodiscard]] QStringList planFeatures(core::PlanTier tier);
/// The catalogue's limits; for the custom prices what such a tenant was given.
[[nodiscard]] PlanLimits limitsOf(PriceKind kind);

[[nodiscard]] QList<core::Product> catalogueProducts(Seconds created,
                                                     const core::Snapshot &snapshot);
[[nodiscard]] QList<core::Price> cataloguePrices(Seconds created, const core::Snapshot &snapshot);

} // namespace demo
