// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/auditlog.h"

#include "db/bindvalues.h"
#include "db/pgconnection.h"
#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

PgArgument jsonOf(const QJsonObject &object)
{
    return object.isEmpty() ? PgArgument() : PgArgument::untyped(jsonbText(object).toUtf8());
}

PgArgument textOf(const QString &text)
{
    return text.isEmpty() ? PgArgument() : PgArgument(text);
}

} // namespace

core::Result<> AuditLog::append(const AuditEntry &entry)
{
    const auto written =
        execute(m_session, R"(
        INSERT INTO audit_log (actor, action, entity, entity_id, tenant_id, before, after, reason,
                               operation_id, stripe_event_id, request_id)
        VALUES (coalesce($1, session_user), $2, $3, $4, $5::uuid, $6::jsonb, $7::jsonb,
                coalesce($8, ''), $9::uuid, $10, $11))",
                {textOf(entry.actor), PgArgument(entry.action), PgArgument(entry.entity),
                 PgArgument(entry.entityId), PgArgument::uuid(entry.tenantId), jsonOf(entry.before),
                 jsonOf(entry.after), textOf(entry.reason), PgArgument::uuid(entry.operationId),
                 textOf(entry.eventId), textOf(entry.requestId)});
    if (!written)
        return core::passOn(written);
    return {};
}

} // namespace db
