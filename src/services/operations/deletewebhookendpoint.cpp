// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/deletewebhookendpoint.h"

#include "db/auditlog.h"
#include "stripe/requests/webhookendpoints.h"

using namespace Qt::StringLiterals;

namespace services {

core::Result<stripe::Call> DeleteWebhookEndpoint::prepare(db::Session &,
                                                          const core::Operation &operation) const
{
    return stripe::deleteWebhookEndpoint(operation.input[u"endpoint_id"_s].toString());
}

core::Result<QJsonObject> DeleteWebhookEndpoint::settle(db::Session &session,
                                                        const core::Operation &operation,
                                                        const stripe::Answer &answer) const
{
    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"webhook_endpoint"_s;
    entry.entityId = operation.input[u"endpoint_id"_s].toString();
    entry.before = operation.input[u"was"_s].toObject();
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"endpoint_id"_s, entry.entityId}};
}

stripe::Call DeleteWebhookEndpoint::lookup(const core::Operation &operation,
                                           const stripe::Call &) const
{
    return stripe::retrieveWebhookEndpoint(operation.input[u"endpoint_id"_s].toString());
}

std::optional<QJsonObject> DeleteWebhookEndpoint::find(const core::Operation &,
                                                       const QJsonObject &lookedUp) const
{
    return lookedUp[u"deleted"_s].toBool() ? std::optional(lookedUp) : std::nullopt;
}

std::optional<QJsonObject>
DeleteWebhookEndpoint::outcomeWhenGone(const core::Operation &operation) const
{
    return QJsonObject{{u"id"_s, operation.input[u"endpoint_id"_s]},
                       {u"object"_s, u"webhook_endpoint"_s},
                       {u"deleted"_s, true}};
}

} // namespace services
