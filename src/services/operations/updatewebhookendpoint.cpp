// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/updatewebhookendpoint.h"

#include "db/auditlog.h"
#include "services/operations/endpointfields.h"
#include "services/operations/endpointinput.h"
#include "stripe/objects/webhookendpoint.h"

using namespace Qt::StringLiterals;

namespace services {

core::Result<stripe::Call> UpdateWebhookEndpoint::prepare(db::Session &,
                                                          const core::Operation &operation) const
{
    return stripe::updateWebhookEndpoint(operation.input[u"endpoint_id"_s].toString(),
                                         changeFields(operation.input),
                                         operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> UpdateWebhookEndpoint::settle(db::Session &session,
                                                        const core::Operation &operation,
                                                        const stripe::Answer &answer) const
{
    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"webhook_endpoint"_s;
    entry.entityId = answer.body[u"id"_s].toString();
    entry.before = operation.input[u"was"_s].toObject();
    entry.after = told(answer.body);
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"endpoint_id"_s, entry.entityId}};
}

stripe::Call UpdateWebhookEndpoint::lookup(const core::Operation &operation,
                                           const stripe::Call &) const
{
    return stripe::retrieveWebhookEndpoint(operation.input[u"endpoint_id"_s].toString());
}

std::optional<QJsonObject> UpdateWebhookEndpoint::find(const core::Operation &operation,
                                                       const QJsonObject &lookedUp) const
{
    const auto now = stripe::webhookEndpointFromJson(lookedUp);
    if (!now)
        return std::nullopt;
    const stripe::WebhookEndpointFields wanted = changeFields(operation.input);
    const QStringList has = now->enabledEvents;
    const bool isDone = wanted.url.value_or(now->url) == now->url
        && wanted.description.value_or(now->description) == now->description
        && wanted.disabled.value_or(!now->isEnabled) == !now->isEnabled
        && (wanted.enabledEvents.isEmpty()
            || QSet<QString>(wanted.enabledEvents.begin(), wanted.enabledEvents.end())
                == QSet<QString>(has.begin(), has.end()));
    return isDone ? std::optional(lookedUp) : std::nullopt;
}

} // namespace services
