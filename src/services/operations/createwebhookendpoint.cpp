// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/createwebhookendpoint.h"

#include "db/auditlog.h"
#include "services/operations/endpointfields.h"
#include "services/operations/endpointinput.h"

using namespace Qt::StringLiterals;

namespace services {

core::Result<stripe::Call> CreateWebhookEndpoint::prepare(db::Session &,
                                                          const core::Operation &operation) const
{
    stripe::WebhookEndpointFields fields = creationFields(operation.input);
    fields.metadata[u"op_id"_s] = uuidText(operation.id); // so that it is found again
    return stripe::createWebhookEndpoint(fields, operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> CreateWebhookEndpoint::settle(db::Session &session,
                                                        const core::Operation &operation,
                                                        const stripe::Answer &answer) const
{
    const QString replaces = newEndpointFromJson(operation.input).overlap.replaces;
    const bool isKept = operation.result[keptKey].toBool();
    db::AuditEntry entry = auditOf(operation, answer);
    if (!replaces.isEmpty()) {
        entry.action = u"webhook_endpoint.roll"_s;
        entry.before = {{u"endpoint_id"_s, replaces}};
    }
    entry.entity = u"webhook_endpoint"_s;
    entry.entityId = answer.body[u"id"_s].toString();
    entry.after = told(answer.body);
    entry.after[keptKey] = isKept;
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"endpoint_id"_s, entry.entityId}, {keptKey, isKept}};
}

stripe::Call CreateWebhookEndpoint::lookup(const core::Operation &, const stripe::Call &) const
{
    return stripe::listWebhookEndpoints(); // an account has 16 at most: one page
}

std::optional<QJsonObject> CreateWebhookEndpoint::find(const core::Operation &operation,
                                                       const QJsonObject &lookedUp) const
{
    return ownElement(operation, lookedUp);
}

} // namespace services
