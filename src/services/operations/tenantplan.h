// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"
#include "core/requests.h"
#include "core/result.h"

namespace db {
class Session;
}

namespace services {

/// The plan row for a tenant: the catalogue's of that tier, custom ones with their own limits and
/// price. Errors: Invalid with `field` plan_tier, or one of the limits for an incomplete custom
/// plan.
[[nodiscard]] core::Result<core::TenantPlan> planFor(db::Session &session, const QUuid &tenantId,
                                                     core::PlanTier tier,
                                                     const core::PlanLimits &customLimits,
                                                     const QString &customPriceId);

/// Errors: Conflict when the tenant's plan is not the one that the operator saw.
[[nodiscard]] core::Result<> expectPlanVersion(db::Session &session,
                                               const core::PlanChange &change);

/// What an audit row tells of a plan.
[[nodiscard]] QJsonObject auditObject(const core::TenantPlan &plan);

} // namespace services
