// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/setpaymentmethod.h"

#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "db/operationqueue.h"
#include "services/mirrorwriter.h"
#include "stripe/requests/customers.h"

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// What the step before it attached; empty when that had nothing to do.
core::Result<QString> attachedBefore(db::Session &session, const core::Operation &operation)
{
    const auto steps = db::OperationQueue(session).group(operation.groupId);
    if (!steps)
        return core::passOn(steps);
    for (const core::Operation &step : *steps) {
        if (step.kind == core::OperationKind::AttachPaymentMethod)
            return step.result[u"payment_method_id"_s].toString();
    }
    return QString();
}

} // namespace

core::Result<stripe::Call> SetPaymentMethod::prepare(db::Session &session,
                                                     const core::Operation &operation) const
{
    const auto method = attachedBefore(session, operation);
    if (!method)
        return core::passOn(method);
    if (method->isEmpty())
        return stripe::Call{};
    const core::Result<QString> customer = customerOf(session, operation.tenantId);
    if (!customer)
        return core::passOn(customer);
    stripe::CustomerFields fields;
    fields.defaultPaymentMethod = *method;
    fields.metadata = metadataOf(operation);
    return stripe::updateCustomer(*customer, fields, operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> SetPaymentMethod::settle(db::Session &session,
                                                   const core::Operation &operation,
                                                   const stripe::Answer &answer) const
{
    if (answer.body.isEmpty())
        return QJsonObject{};
    const auto written = writeToMirror(session, answer.body, originOf(answer));
    if (!written)
        return core::passOn(written);
    const auto settled = db::MirrorRepository(session).settle(
        {operation.tenantId}, uuidText(operation.id), originOf(answer).asOf);
    if (!settled)
        return core::passOn(settled);
    const QString customerId = answer.body[u"id"_s].toString();
    const QJsonValue method =
        answer.body[u"invoice_settings"_s].toObject()[u"default_payment_method"_s];
    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"customer"_s;
    entry.entityId = customerId;
    entry.after = {{u"default_payment_method"_s, method}};
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"customer_id"_s, customerId}};
}

stripe::Call SetPaymentMethod::lookup(const core::Operation &, const stripe::Call &sent) const
{
    return stripe::retrieveCustomer(sent.path.section(u'/', -1));
}

std::optional<QJsonObject> SetPaymentMethod::find(const core::Operation &operation,
                                                  const QJsonObject &lookedUp) const
{
    const QString marked = lookedUp[u"metadata"_s].toObject()[u"op_id"_s].toString();
    return marked == uuidText(operation.id) ? std::optional(lookedUp) : std::nullopt;
}

} // namespace services
