// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/enums.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array customerStatuses{
    EnumText{CustomerStatus::Active, "active"_L1},
    EnumText{CustomerStatus::Inactive, "inactive"_L1},
    EnumText{CustomerStatus::Suspended, "suspended"_L1},
    EnumText{CustomerStatus::Terminated, "terminated"_L1},
};
constexpr std::array subscriptionStatuses{
    EnumText{SubscriptionStatus::Active, "active"_L1},
    EnumText{SubscriptionStatus::Canceled, "canceled"_L1},
    EnumText{SubscriptionStatus::PastDue, "past_due"_L1},
    EnumText{SubscriptionStatus::Unpaid, "unpaid"_L1},
    EnumText{SubscriptionStatus::Trialing, "trialing"_L1},
    EnumText{SubscriptionStatus::Incomplete, "incomplete"_L1},
    EnumText{SubscriptionStatus::IncompleteExpired, "incomplete_expired"_L1},
    EnumText{SubscriptionStatus::Paused, "paused"_L1},
};
constexpr std::array planTiers{
    EnumText{PlanTier::Basic, "basic"_L1},
    EnumText{PlanTier::Professional, "professional"_L1},
    EnumText{PlanTier::Enterprise, "enterprise"_L1},
    EnumText{PlanTier::Custom, "custom"_L1},
};
constexpr std::array usageTypes{
    EnumText{UsageType::Metered, "metered"_L1},
    EnumText{UsageType::Licensed, "licensed"_L1},
};
constexpr std::array invoiceStatuses{
    EnumText{InvoiceStatus::Draft, "draft"_L1},
    EnumText{InvoiceStatus::Open, "open"_L1},
    EnumText{InvoiceStatus::Paid, "paid"_L1},
    EnumText{InvoiceStatus::Uncollectible, "uncollectible"_L1},
    EnumText{InvoiceStatus::Void, "void"_L1},
};

} // namespace

QString toText(CustomerStatus status)
{
    return textOf(customerStatuses, status);
}
QString toText(SubscriptionStatus status)
{
    return textOf(subscriptionStatuses, status);
}
QString toText(PlanTier tier)
{
    return textOf(planTiers, tier);
}
QString toText(UsageType type)
{
    return textOf(usageTypes, type);
}
QString toText(InvoiceStatus status)
{
    return textOf(invoiceStatuses, status);
}

std::optional<CustomerStatus> customerStatusFromText(QStringView text)
{
    return valueOf(customerStatuses, text);
}
std::optional<SubscriptionStatus> subscriptionStatusFromText(QStringView text)
{
    return valueOf(subscriptionStatuses, text);
}
std::optional<PlanTier> planTierFromText(QStringView text)
{
    return valueOf(planTiers, text);
}
std::optional<UsageType> usageTypeFromText(QStringView text)
{
    return valueOf(usageTypes, text);
}
std::optional<InvoiceStatus> invoiceStatusFromText(QStringView text)
{
    return valueOf(invoiceStatuses, text);
}

} // namespace core
