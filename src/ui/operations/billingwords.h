// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"
#include "core/requests.h"
#include "core/tenantdetail.h"

#include <QDateTime>

// The words that the dialogs share.
namespace ui {

[[nodiscard]] QString longDate(const QDateTime &time);                    ///< "12 Dec 2026".
[[nodiscard]] QString recurrenceText(const core::Recurrence &recurrence); ///< "monthly".
/// "99.00 EUR monthly", or a word for a price without one amount.
[[nodiscard]] QString priceText(const std::optional<core::Money> &amount,
                                const core::Recurrence &recurrence);
/// "Route planner, yearly plan · 120.00 EUR yearly": one row of a list of prices.
[[nodiscard]] QString optionText(const core::PriceOption &price);
[[nodiscard]] QString planTitle(const core::TenantPlan &plan);
[[nodiscard]] QString subscriptionTitle(const core::TenantSubscription &subscription);

/// One of the four limits: its column, which is also the field's name in errors, and its words.
struct LimitField
{
    const char *name;
    std::optional<qint64> core::PlanLimits::*member;
    const char *text; ///< In the translation context "BillingWords".
};
[[nodiscard]] const QList<LimitField> &limitFields();
[[nodiscard]] QString limitTitle(const LimitField &limit);
[[nodiscard]] QString limitText(const std::optional<qint64> &limit); ///< "10,000"; "–": not set.

/// The name a form knows a field by, for the name Stripe or a service gave it.
[[nodiscard]] QString fieldOf(const QString &errorField);

/// "billed now" for a subscription that lives.
[[nodiscard]] bool isLiving(const core::TenantSubscription &subscription);

} // namespace ui
