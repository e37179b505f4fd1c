// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace core {

/// PostgreSQL type stripe_customer_status.
enum class CustomerStatus { Active, Inactive, Suspended, Terminated };
/// PostgreSQL type stripe_subscription_status, Stripe's own states.
enum class SubscriptionStatus {
    Active,
    Canceled,
    PastDue,
    Unpaid,
    Trialing,
    Incomplete,
    IncompleteExpired,
    Paused,
};
/// PostgreSQL type stripe_plan_tier.
enum class PlanTier { Basic, Professional, Enterprise, Custom };
/// PostgreSQL type stripe_usage_type.
enum class UsageType { Metered, Licensed };
/// Stripe's invoice states.
enum class InvoiceStatus { Draft, Open, Paid, Uncollectible, Void };

QString toText(CustomerStatus status);
QString toText(SubscriptionStatus status);
QString toText(PlanTier tier);
QString toText(UsageType type);
QString toText(InvoiceStatus status);

std::optional<CustomerStatus> customerStatusFromText(QStringView text);
std::optional<SubscriptionStatus> subscriptionStatusFromText(QStringView text);
std::optional<PlanTier> planTierFromText(QStringView text);
std::optional<UsageType> usageTypeFromText(QStringView text);
std::optional<InvoiceStatus> invoiceStatusFromText(QStringView text);

} // namespace core
