// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/operationhandler.h"

#include "db/auditlog.h"
#include "db/tenantrepository.h"
#include "services/operations/attachpaymentmethod.h"
#include "services/operations/cancelsubscription.h"
#include "services/operations/changeplan.h"
#include "services/operations/createcustomer.h"
#include "services/operations/createsubscription.h"
#include "services/operations/createwebhookendpoint.h"
#include "services/operations/deletewebhookendpoint.h"
#include "services/operations/setpaymentmethod.h"
#include "services/operations/updatewebhookendpoint.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace services {

const OperationHandler &handlerOf(core::OperationKind kind)
{
    static const CreateCustomer createCustomer;
    static const AttachPaymentMethod attachPaymentMethod;
    static const SetPaymentMethod setPaymentMethod;
    static const CreateSubscription createSubscription;
    static const ChangePlan changePlan;
    static const CancelSubscription cancelSubscription;
    static const CreateWebhookEndpoint createWebhookEndpoint;
    static const UpdateWebhookEndpoint updateWebhookEndpoint;
    static const DeleteWebhookEndpoint deleteWebhookEndpoint;
    switch (kind) {
    case core::OperationKind::CreateCustomer:
        return createCustomer;
    case core::OperationKind::AttachPaymentMethod:
        return attachPaymentMethod;
    case core::OperationKind::SetPaymentMethod:
        return setPaymentMethod;
    case core::OperationKind::CreateSubscription:
        return createSubscription;
    case core::OperationKind::ChangePlan:
        return changePlan;
    case core::OperationKind::CancelSubscription:
        return cancelSubscription;
    case core::OperationKind::CreateWebhookEndpoint:
        return createWebhookEndpoint;
    case core::OperationKind::UpdateWebhookEndpoint:
        return updateWebhookEndpoint;
    case core::OperationKind::DeleteWebhookEndpoint:
        return deleteWebhookEndpoint;
    }
    Q_UNREACHABLE();
}

core::Snapshot originOf(const stripe::Answer &answer)
{
    core::Snapshot origin;
    origin.apiVersion = QString::fromLatin1(answer.version);
    origin.asOf = answer.date.isValid() ? answer.date : QDateTime::currentDateTimeUtc();
    origin.source = core::Snapshot::Source::Fetch;
    origin.sourceId = answer.requestId;
    return origin;
}

db::AuditEntry auditOf(const core::Operation &operation, const stripe::Answer &answer)
{
    db::AuditEntry entry;
    entry.action = core::toText(operation.kind);
    entry.tenantId = operation.tenantId;
    entry.actor = operation.actor;
    entry.reason = operation.reason;
    entry.operationId = operation.id;
    entry.requestId = answer.requestId;
    return entry;
}

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonObject metadataOf(const core::Operation &operation)
{
    return {{u"op_id"_s, uuidText(operation.id)}, {u"tenant_id"_s, uuidText(operation.tenantId)}};
}

std::optional<QJsonObject> ownElement(const core::Operation &operation, const QJsonObject &list)
{
    const QString own = uuidText(operation.id);
    const QJsonArray elements = list[u"data"_s].toArray();
    for (const QJsonValue &element : elements) {
        const QJsonObject object = element.toObject();
        if (object[u"metadata"_s].toObject()[u"op_id"_s].toString() == own)
            return object;
    }
    return std::nullopt;
}

core::Result<QString> customerOf(db::Session &session, const QUuid &tenantId)
{
    const auto tenant = db::TenantRepository(session).billed(tenantId);
    if (!tenant)
        return core::passOn(tenant);
    if (!tenant->customerId.isEmpty())
        return QString(tenant->customerId);
    return core::fail(
        core::Error::Kind::Conflict,
        QCoreApplication::translate("SubscriptionService",
                                    "This tenant has no customer in Stripe yet. Provision it "
                                    "first."));
}

} // namespace services
