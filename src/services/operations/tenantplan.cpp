// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/tenantplan.h"

#include "db/tenantrepository.h"
#include "services/tenantservice.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace services {

core::Result<core::TenantPlan> planFor(db::Session &session, const QUuid &tenantId,
                                       core::PlanTier tier, const core::PlanLimits &customLimits,
                                       const QString &customPriceId)
{
    if (tier == core::PlanTier::Custom) {
        const FieldErrors errors = checkCustomLimits(customLimits);
        if (!errors.isEmpty())
            return tl::unexpected(errors.first());
    }
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

core::Result<> expectPlanVersion(db::Session &session, const core::PlanChange &change)
{
    if (change.expectedRowVersion == 0)
        return {};
    const auto now = db::TenantRepository(session).activePlan(change.tenantId);
    if (!now && now.error().kind != core::Error::Kind::NotFound)
        return core::passOn(now);
    if (now && now->rowVersion == change.expectedRowVersion)
        return {};
    return core::fail(
        core::Error::Kind::Conflict,
        QCoreApplication::translate(
            "TenantService", "Somebody else has changed this plan meanwhile. Look at it again."));
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
