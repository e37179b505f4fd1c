// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tenantservice.h"

#include "db/database.h"
#include "db/operationqueue.h"
#include "db/tenantrepository.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationinput.h"
#include "services/operations/tenantplan.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace services {
namespace {

core::Operation operationOf(core::OperationKind kind, const QUuid &groupId, int step,
                            const QUuid &tenantId, const QJsonObject &input, const QString &reason)
{
    core::Operation operation;
    operation.id = QUuid::createUuid();
    operation.groupId = groupId;
    operation.step = step;
    operation.kind = kind;
    operation.tenantId = tenantId;
    operation.objectKey = u"tenant:"_s + uuidText(tenantId);
    operation.input = input;
    operation.reason = reason;
    operation.idempotencyKey = uuidText(QUuid::createUuid());
    return operation;
}

/// The customer's step, and the subscription's where one is wanted.
QList<core::Operation> stepsOf(const core::NewTenant &tenant, const QUuid &group)
{
    QList<core::Operation> steps{operationOf(core::OperationKind::CreateCustomer, group, 1,
                                             tenant.tenantId, toJson(tenant), tenant.reason)};
    // Two desks that provision one company must meet, and each has made up its own tenant id.
    const QString company =
        tenant.name.trimmed().toLower() + u'\n' + tenant.email.trimmed().toLower();
    const QByteArray hash =
        QCryptographicHash::hash(company.toUtf8(), QCryptographicHash::Sha256).toHex();
    steps.first().objectKey = u"company:"_s + QString::fromLatin1(hash.first(32));
    if (tenant.subscription) {
        core::NewSubscription subscription = *tenant.subscription;
        subscription.tenantId = tenant.tenantId;
        steps.append(operationOf(core::OperationKind::CreateSubscription, group, 2, tenant.tenantId,
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
    const QUuid group = QUuid::createUuid();
    if (const auto sent = db::OperationQueue(session).submit(stepsOf(tenant, group)); !sent)
        return core::passOn(sent);
    return group;
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
    const QUuid group = QUuid::createUuid();
    const auto sent = db::OperationQueue(session).submit(
        {operationOf(core::OperationKind::ChangePlan, group, 1, change.tenantId, toJson(change),
                     change.reason)});
    if (!sent)
        return core::passOn(sent);
    return group;
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
