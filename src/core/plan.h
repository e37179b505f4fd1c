// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "core/money.h"
#include "core/stripeobjects.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace core {

/// What a plan allows in a month. Nothing: not set (custom plans before they are agreed).
struct PlanLimits
{
    std::optional<qint64> maxOrdersPerMonth;
    std::optional<qint64> maxActiveDrivers;
    std::optional<qint64> maxStorageGb;
    std::optional<qint64> apiRateLimitPerMinute;
    bool operator==(const PlanLimits &) const = default;
};

/// A row of plan_catalogue that is valid now, with the mirrored price behind it where known.
struct CataloguePlan
{
    PlanTier tier = PlanTier::Basic;
    QString name;
    QString description;
    PlanLimits limits;
    QStringList features;
    QString priceId;             ///< Empty for custom.
    std::optional<Money> amount; ///< Of one interval; nothing when the price is not mirrored.
    std::optional<Recurrence> recurrence;
};

/// A tenant's active plan.
struct TenantPlan
{
    QUuid id;
    QUuid tenantId;
    PlanTier tier = PlanTier::Basic;
    QString name;
    QString description;
    PlanLimits limits;
    QStringList features;
    QString priceId;
    qint64 rowVersion = 0;
};

/// A price that a subscription can be made of.
struct PriceOption
{
    QString priceId;
    QString productName;
    QString nickname;
    std::optional<Money> amount;
    Recurrence recurrence;
    UsageType usageType = UsageType::Licensed;
};

} // namespace core
