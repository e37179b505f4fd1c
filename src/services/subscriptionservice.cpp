// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptionservice.h"

#include "db/database.h"
#include "db/operationqueue.h"
#include "db/tenantrepository.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationinput.h"
#include "services/tenantservice.h"

using namespace Qt::StringLiterals;

namespace services {
namespace {

core::Result<QUuid> submit(db::Session &session, core::OperationKind kind, const QUuid &tenantId,
                           const QString &objectKey, const QJsonObject &input,
                           const QString &reason)
{
    core::Operation operation;
    operation.id = QUuid::createUuid();
    operation.groupId = QUuid::createUuid();
    operation.kind = kind;
    operation.tenantId = tenantId;
    operation.objectKey = objectKey;
    operation.input = input;
    operation.reason = reason;
    operation.idempotencyKey = uuidText(QUuid::createUuid());
    if (const auto sent = db::OperationQueue(session).submit({operation}); !sent)
        return core::passOn(sent);
    return operation.groupId;
}

} // namespace

QFuture<core::Result<QList<core::PriceOption>>> SubscriptionService::prices()
{
    return m_database.read(
        [](db::Session &session) { return db::TenantRepository(session).prices(); });
}

QFuture<core::Result<QUuid>> SubscriptionService::tenantOf(QUuid subscriptionRow)
{
    return m_database.read([subscriptionRow](db::Session &session) {
        return db::TenantRepository(session).tenantOfRow(subscriptionRow);
    });
}

QFuture<core::Result<QUuid>> SubscriptionService::create(core::NewSubscription subscription)
{
    return m_database.write([subscription](db::Session &session) -> core::Result<QUuid> {
        if (const auto valid = checkNewSubscription(subscription); !valid)
            return core::passOn(valid);
        if (const auto tenant = db::TenantRepository(session).billed(subscription.tenantId);
            !tenant)
            return core::passOn(tenant);
        return submit(session, core::OperationKind::CreateSubscription, subscription.tenantId,
                      u"tenant:"_s + uuidText(subscription.tenantId), toJson(subscription),
                      subscription.reason);
    });
}

QFuture<core::Result<QUuid>> SubscriptionService::cancel(core::Cancellation cancellation)
{
    return m_database.write([cancellation](db::Session &session) -> core::Result<QUuid> {
        const auto tenant =
            db::TenantRepository(session).tenantOfSubscription(cancellation.subscriptionId);
        if (!tenant)
            return core::passOn(tenant);
        return submit(session, core::OperationKind::CancelSubscription, *tenant,
                      u"subscription:"_s + cancellation.subscriptionId, toJson(cancellation),
                      cancellation.reason);
    });
}

} // namespace services
