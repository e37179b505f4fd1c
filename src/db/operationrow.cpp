// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/operationrow.h"

#include "core/texttable.h"
#include "db/session.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array errorKinds{
    core::EnumText{core::Error::Kind::Invalid, "invalid"_L1},
    core::EnumText{core::Error::Kind::NotFound, "not_found"_L1},
    core::EnumText{core::Error::Kind::Conflict, "conflict"_L1},
    core::EnumText{core::Error::Kind::Forbidden, "forbidden"_L1},
    core::EnumText{core::Error::Kind::Rejected, "rejected"_L1},
    core::EnumText{core::Error::Kind::RateLimited, "rate_limited"_L1},
    core::EnumText{core::Error::Kind::Unreachable, "unreachable"_L1},
    core::EnumText{core::Error::Kind::Storage, "storage"_L1},
    core::EnumText{core::Error::Kind::Canceled, "canceled"_L1},
    core::EnumText{core::Error::Kind::Internal, "internal"_L1},
};

QJsonObject jsonFrom(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

std::optional<core::Error> errorFrom(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    const QJsonObject json = jsonFrom(value);
    return core::Error{
        core::valueOf(errorKinds, json[u"kind"_s].toString()).value_or(core::Error::Kind::Internal),
        json[u"message"_s].toString(), json[u"detail"_s].toString(), json[u"field"_s].toString()};
}

const QString selectOperations = uR"(
    SELECT id, group_id, step, kind, state, object_key, tenant_id, input::text, actor, reason,
           idempotency_key, attempts, next_attempt_at, first_sent_at, created_at, confirmed_at,
           result::text, error::text
      FROM operations )"_s;
const QString ofGroup = u"WHERE group_id = :group_id ORDER BY step, id"_s;
const QString withId = u"WHERE id = :id ORDER BY id"_s;
const QString unfinishedGroups = uR"(
     WHERE group_id IN (SELECT o.group_id FROM operations o
                         WHERE o.state NOT IN ('done', 'withdrawn'))
     ORDER BY created_at DESC, group_id, step, id
     LIMIT 500)"_s;

core::Result<QList<core::Operation>> readAll(core::Result<QSqlQuery> query)
{
    if (!query)
        return core::passOn(query);
    QList<core::Operation> operations;
    while (query->next())
        operations.append(operationFrom(*query));
    return operations;
}

} // namespace

// The row before it in its group must be done; a person must have said "go on" lately, or it must
// have been on its way already. The one to take is chosen once, before anything is joined to it:
// a subquery may be run again, and would then lock more than one.
const QLatin1StringView operationClaimSql = R"(
    WITH next AS MATERIALIZED (
        SELECT c.id
          FROM operations c
         WHERE (c.state IN ('sent', 'unknown')
                OR (c.state = 'planned'
                    AND c.confirmed_at > now() - :patience * interval '1 second'))
           AND (c.lease_until IS NULL OR c.lease_until < now())
           AND c.next_attempt_at <= now()
           AND coalesce(c.input ->> 'keeper', '') IN ('', :keeper)
           AND NOT EXISTS (SELECT FROM operations b
                            WHERE b.group_id = c.group_id AND b.step < c.step
                              AND b.state <> 'done')
         ORDER BY c.seq
         LIMIT 1
           FOR UPDATE SKIP LOCKED)
    UPDATE operations o
       SET claimed_by = :worker, lease_until = now() + :lease * interval '1 second'
      FROM next
     WHERE o.id = next.id
    RETURNING o.id, o.group_id, o.step, o.kind, o.state, o.object_key, o.tenant_id, o.input::text,
              o.actor, o.reason, o.idempotency_key, o.attempts, o.next_attempt_at, o.first_sent_at,
              o.created_at, o.confirmed_at, o.result::text, o.error::text, o.request_method,
              o.request_path, encode(o.request_body, 'base64'), o.stripe_version)"_L1;

QJsonObject errorJson(const core::Error &error)
{
    return {{u"kind"_s, core::textOf(errorKinds, error.kind)},
            {u"message"_s, error.message},
            {u"detail"_s, error.detail},
            {u"field"_s, error.field}};
}

core::Operation operationFrom(const QSqlQuery &row)
{
    core::Operation operation;
    operation.id = row.value(0).toUuid();
    operation.groupId = row.value(1).toUuid();
    operation.step = row.value(2).toInt();
    operation.kind = core::operationKindFromText(row.value(3).toString())
                         .value_or(core::OperationKind::CreateCustomer);
    operation.state = core::operationStateFromText(row.value(4).toString())
                          .value_or(core::OperationState::Unknown);
    operation.objectKey = row.value(5).toString();
    operation.tenantId = row.value(6).toUuid();
    operation.input = jsonFrom(row.value(7));
    operation.actor = row.value(8).toString();
    operation.reason = row.value(9).toString();
    operation.idempotencyKey = row.value(10).toString();
    operation.attempts = row.value(11).toInt();
    operation.nextAttemptAt = row.value(12).toDateTime().toUTC();
    operation.firstSentAt = row.value(13).toDateTime().toUTC();
    operation.createdAt = row.value(14).toDateTime().toUTC();
    operation.confirmedAt = row.value(15).toDateTime().toUTC();
    operation.result = jsonFrom(row.value(16));
    operation.error = errorFrom(row.value(17));
    return operation;
}

ClaimedOperation claimedFrom(const QSqlQuery &row)
{
    ClaimedOperation claimed{operationFrom(row), {}};
    claimed.request.method = row.value(18).toString();
    claimed.request.path = row.value(19).toString();
    claimed.request.body = QByteArray::fromBase64(row.value(20).toString().toLatin1());
    claimed.request.stripeVersion = row.value(21).toString();
    return claimed;
}

core::Result<QList<core::Operation>> OperationQueue::group(const QUuid &groupId)
{
    return readAll(m_session.run(selectOperations + ofGroup, {{u"group_id"_s, groupId}}));
}

core::Result<QList<core::Operation>> OperationQueue::unfinished()
{
    return readAll(m_session.run(selectOperations + unfinishedGroups));
}

core::Result<core::Operation> OperationQueue::find(const QUuid &id)
{
    const auto found = readAll(m_session.run(selectOperations + withId, {{u"id"_s, id}}));
    if (!found)
        return core::passOn(found);
    if (found->isEmpty())
        return core::fail(core::Error::Kind::NotFound, u"No such operation."_s);
    return found->first();
}

} // namespace db
