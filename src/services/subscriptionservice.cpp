// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/subscriptionservice.h"

#include "db/database.h"
#include "db/tenantrepository.h"
#include "services/operations/operationgroup.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationinput.h"
#include "services/tenantservice.h"

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// The card's two steps, where one was chosen that the customer does not have yet.
QList<core::Operation> stepsOf(const core::NewSubscription &subscription)
{
    const QJsonObject input = toJson(subscription);
    QList<core::Operation> steps;
    const auto add = [&](core::OperationKind kind) {
        steps.append(newOperation(kind, subscription.tenantId, input, subscription.reason));
    };
    if (!subscription.collection.paymentMethod.isEmpty()) {
        add(core::OperationKind::AttachPaymentMethod);
        add(core::OperationKind::SetPaymentMethod);
    }
    add(core::OperationKind::CreateSubscription);
    return steps;
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
        return submitGroup(session, stepsOf(subscription));
    });
}

QFuture<core::Result<QUuid>> SubscriptionService::cancel(core::Cancellation cancellation)
{
    return m_database.write([cancellation](db::Session &session) -> core::Result<QUuid> {
        const auto tenant =
            db::TenantRepository(session).tenantOfSubscription(cancellation.subscriptionId);
        if (!tenant)
            return core::passOn(tenant);
        core::Operation step = newOperation(core::OperationKind::CancelSubscription, *tenant,
                                            toJson(cancellation), cancellation.reason);
        step.objectKey = u"subscription:"_s + cancellation.subscriptionId;
        return submitGroup(session, {step});
    });
}

} // namespace services
