// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tenantservice.h"

#include "db/database.h"
#include "db/tenantrepository.h"
#include "services/operations/operationgroup.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationinput.h"
#include "services/operations/tenantplan.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// The customer's step, and the subscription's where one is wanted.
QList<core::Operation> stepsOf(const core::NewTenant &tenant)
{
    QList<core::Operation> steps{newOperation(core::OperationKind::CreateCustomer, tenant.tenantId,
                                              toJson(tenant), tenant.reason)};
    // Two desks that provision one company must meet, and each has made up its own tenant id.
    const QString company =
        tenant.name.trimmed().toLower() + u'\n' + tenant.email.trimmed().toLower();
    const QByteArray hash =
        QCryptographicHash::hash(company.toUtf8(), QCryptographicHash::Sha256).toHex();
    steps.first().objectKey = u"company:"_s + QString::fromLatin1(hash.first(32));
    if (tenant.subscription) {
        core::NewSubscription subscription = *tenant.subscription;
        subscription.tenantId = tenant.tenantId;
        steps.append(newOperation(core::OperationKind::CreateSubscription, tenant.tenantId,
                                  toJson(subscription), tenant.reason));
    }
    return steps;
}

core::Result<QUuid> submitProvision(db::Session &session, core::NewTenant tenant)
{
    db::TenantRepository tenants(session);
    if (const FieldErrors errors = checkNewTenant(tenant); !errors.isEmpty())
        return tl::unexpected(errors.first());
    const auto taken = tenants.exists(tenant.tenantId);
    if (!taken)
        return core::passOn(taken);
    if (*taken)
        return core::fail(
            core::Error::Kind::Conflict,
            QCoreApplication::translate("TenantService", "This tenant id is in use already."), {},
            u"tenant_id"_s);
    const auto alike = tenants.findAlike(tenant.name, tenant.email);
    if (!alike)
        return core::passOn(alike);
    if (!alike->sameTenant.isNull())
        return core::fail(
            core::Error::Kind::Conflict,
            QCoreApplication::translate(
                "TenantService", "A tenant with this name and e-mail address exists already."),
            {}, u"name"_s);
    if (tenant.subscription && tenant.subscription->priceId.isEmpty()) {
        const auto plan = tenants.cataloguePlan(tenant.tier);
        if (!plan)
            return core::passOn(plan);
        tenant.subscription->priceId =
            tenant.tier == core::PlanTier::Custom ? tenant.customPriceId : plan->priceId;
    }
    if (tenant.subscription) {
        if (const auto valid = checkNewSubscription(*tenant.subscription); !valid)
            return core::passOn(valid);
    }
    return submitGroup(session, stepsOf(tenant));
}

core::Result<QUuid> submitPlanChange(db::Session &session, const core::PlanChange &change)
{
    if (const auto tenant = db::TenantRepository(session).billed(change.tenantId); !tenant)
        return core::passOn(tenant);
    // What is known to fail now is said now; the executor looks again before it sends.
    if (const auto current = expectPlanVersion(session, change); !current)
        return core::passOn(current);
    const auto plan =
        planFor(session, change.tenantId, change.tier, change.customLimits, change.customPriceId);
    if (!plan)
        return core::passOn(plan);
    return submitGroup(session,
                       {newOperation(core::OperationKind::ChangePlan, change.tenantId,
                                     toJson(change), change.reason)});
}

} // namespace

QFuture<core::Result<QList<core::CataloguePlan>>> TenantService::catalogue()
{
    return m_database.read(
        [](db::Session &session) { return db::TenantRepository(session).catalogue(); });
}

QFuture<core::Result<core::TenantPlan>> TenantService::activePlan(QUuid tenantId)
{
    return m_database.read([tenantId](db::Session &session) {
        return db::TenantRepository(session).activePlan(tenantId);
    });
}

QFuture<core::Result<Likeness>> TenantService::findAlike(QString name, QString email)
{
    return m_database.read([name, email](db::Session &session) -> core::Result<Likeness> {
        const auto alike = db::TenantRepository(session).findAlike(name, email);
        if (!alike)
            return core::passOn(alike);
        return Likeness{alike->sameTenant, alike->sameEmailNames};
    });
}

QFuture<core::Result<QUuid>> TenantService::provision(core::NewTenant tenant)
{
    if (tenant.tenantId.isNull())
        tenant.tenantId = QUuid::createUuid();
    return m_database.write(
        [tenant](db::Session &session) { return submitProvision(session, tenant); });
}

QFuture<core::Result<QUuid>> TenantService::changePlan(core::PlanChange change)
{
    return m_database.write(
        [change](db::Session &session) { return submitPlanChange(session, change); });
}

} // namespace services
