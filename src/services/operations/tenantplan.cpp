// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/tenantplan.h"

#include "db/tenantrepository.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace services {

core::Result<core::TenantPlan> planFor(db::Session &session, const QUuid &tenantId,
                                       core::PlanTier tier, const core::PlanLimits &customLimits,
                                       const QString &customPriceId)
{
    const auto listed = db::TenantRepository(session).cataloguePlan(tier);
    if (!listed)
        return core::passOn(listed);
    core::TenantPlan plan;
    plan.tenantId = tenantId;
    plan.tier = tier;
    plan.name = listed->name;
    plan.description = listed->description;
    plan.features = listed->features;
    plan.limits = tier == core::PlanTier::Custom ? customLimits : listed->limits;
    plan.priceId = tier == core::PlanTier::Custom ? customPriceId : listed->priceId;
    return plan;
}

QJsonObject auditObject(const core::TenantPlan &plan)
{
    const auto limit = [](const std::optional<qint64> &value) {
        return value ? QJsonValue(*value) : QJsonValue();
    };
    return {{u"plan_tier"_s, core::toText(plan.tier)},
            {u"price_id"_s, plan.priceId},
            {u"max_orders_per_month"_s, limit(plan.limits.maxOrdersPerMonth)},
            {u"max_active_drivers"_s, limit(plan.limits.maxActiveDrivers)},
            {u"max_storage_gb"_s, limit(plan.limits.maxStorageGb)},
            {u"api_rate_limit_per_minute"_s, limit(plan.limits.apiRateLimitPerMinute)}};
}

} // namespace services
