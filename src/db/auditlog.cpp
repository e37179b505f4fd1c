// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/auditlog.h"

#include "db/bindvalues.h"
#include "db/keptsql.h"
#include "db/pgconnection.h"
#include "db/session.h"

namespace db {
namespace {

constexpr auto appendSql = R"(
    INSERT INTO audit_log (actor, action, entity, entity_id, tenant_id, before, after, reason,
                           operation_id, stripe_event_id, request_id)
    SELECT coalesce(x.actor, session_user), x.action, x.entity, x.entity_id, x.tenant::uuid,
           x.before::jsonb, x.after::jsonb, coalesce(x.reason, ''), x.operation::uuid, x.event,
           x.request
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                  $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
           WITH ORDINALITY
           AS x (actor, action, entity, entity_id, tenant, before, after, reason, operation, event,
                 request, place)
     ORDER BY x.place)";

QByteArray jsonOf(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : jsonbBytes(object);
}

QString textOf(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

QString uuidOf(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

} // namespace

core::Result<> AuditLog::append(const QList<AuditEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    QStringList actors, actions, entities, ids, tenants, reasons, operations, events, requests;
    QList<QByteArray> before, after;
    for (const AuditEntry &entry : entries) {
        actors.append(textOf(entry.actor));
        actions.append(entry.action);
        entities.append(entry.entity);
        ids.append(entry.entityId);
        tenants.append(uuidOf(entry.tenantId));
        before.append(jsonOf(entry.before));
        after.append(jsonOf(entry.after));
        reasons.append(textOf(entry.reason));
        operations.append(uuidOf(entry.operationId));
        events.append(textOf(entry.eventId));
        requests.append(textOf(entry.requestId));
    }
    const auto written = executeKept(
        m_session, appendSql,
        {PgArgument::texts(actors), PgArgument::texts(actions), PgArgument::texts(entities),
         PgArgument::texts(ids), PgArgument::texts(tenants), PgArgument::utf8(before),
         PgArgument::utf8(after), PgArgument::texts(reasons), PgArgument::texts(operations),
         PgArgument::texts(events), PgArgument::texts(requests)});
    return written ? core::Result<>() : core::passOn(written);
}

} // namespace db
