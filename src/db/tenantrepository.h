// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"
#include "core/requests.h"
#include "core/result.h"

namespace db {

class Session;

/// Tenants with the same e-mail as a new one.
struct AlikeTenants
{
    QUuid sameTenant; ///< Same name and e-mail.
    QStringList sameEmailNames;
};

/// What Stripe calls a tenant, and the subscription its plan bills through, where there is one.
struct BilledTenant
{
    QUuid tenantId;
    QString name;
    QString customerId;     ///< Empty: not provisioned at Stripe.
    QString subscriptionId; ///< The live one on the active plan's price, else empty.
    QString subscriptionItemId;
};

/// Tables tenants, tenant_plans and plan_catalogue.
class TenantRepository
{
public:
    explicit TenantRepository(Session &session)
        : m_session(session)
    {
    }

    core::Result<AlikeTenants> findAlike(const QString &name, const QString &email);
    core::Result<bool> exists(const QUuid &tenantId);
    core::Result<BilledTenant> billed(const QUuid &tenantId);
    /// Null for a subscription whose customer is linked to no tenant. Errors: NotFound.
    core::Result<QUuid> tenantOfSubscription(const QString &subscriptionId);
    /// The same for our own row of it.
    core::Result<QUuid> tenantOfRow(const QUuid &subscriptionRow);
    /// Errors: Conflict when name and e-mail, or the id, are taken.
    core::Result<> insert(const core::NewTenant &tenant);

    core::Result<QList<core::CataloguePlan>> catalogue();
    core::Result<core::CataloguePlan> cataloguePlan(core::PlanTier tier);
    core::Result<core::TenantPlan> activePlan(const QUuid &tenantId);
    /// Ends the active plan and starts this one. A row version other than the active plan's, when
    /// one is given (not 0), is a Conflict.
    core::Result<> startPlan(const core::TenantPlan &plan, qint64 expectedRowVersion);
    core::Result<QList<core::PriceOption>> prices();
    /// A price that the mirror does not know counts as licensed.
    core::Result<bool> isMetered(const QString &priceId);

private:
    Session &m_session;
};

} // namespace db
