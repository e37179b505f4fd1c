// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"

#include "db/bindvalues.h"
#include "db/keptsql.h"
#include "db/pgconnection.h"
#include "db/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr auto storeSql = R"(
    INSERT INTO stripe_webhook_events
           (stripe_event_id, event_type, api_version, created, livemode, pending_webhooks,
            request_id, request_idempotency_key, object_id, object_type, payload, state,
            last_error, via)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::boolean[],
                         $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
                         $11::bytea[], $12::text[], $13::text[], $14::text[])
    ON CONFLICT (stripe_event_id, created) DO NOTHING)";

constexpr auto storeName = "store_events";

constexpr auto eventColumns =
    "e.stripe_event_id, e.event_type, coalesce(e.api_version, ''),"
    " (extract(epoch FROM e.created) * 1000)::bigint, e.livemode, e.payload, e.attempts,"
    " coalesce(e.object_id, ''), coalesce(e.object_type, ''), e.touched <> '{}'";
constexpr int lockedColumn = 10;

/// What was never tried is due, and what is put off for longer than anything is put off: the
/// server's clock was set back.
constexpr auto isDue = "(x.state = 'waiting' OR x.next_attempt_at <= now()"
                       " OR x.next_attempt_at > now() + interval '15 minutes')";

QByteArray dueOf(const char *alias)
{
    return QByteArray(isDue).replace("x.", QByteArray(alias) + '.');
}

/// An event without an object is its own object.
QByteArray claimSql()
{
    return QByteArray(R"(
        WITH due AS MATERIALIZED (
            SELECT n.stripe_event_id, n.event_type, n.api_version, n.created, n.livemode, n.payload,
                   n.attempts, n.object_id, n.object_type, n.touched
              FROM stripe_webhook_events n
             WHERE n.state IN ('waiting', 'failed') AND )")
        + dueOf("n") + R"(
             ORDER BY n.next_attempt_at -- as the index has it: sorting would read all that waits
             LIMIT $1
               FOR UPDATE SKIP LOCKED
        ), locked AS MATERIALIZED (
            SELECT o.key
              FROM (SELECT DISTINCT coalesce(d.object_id, d.stripe_event_id) AS key
                      FROM due d) o
             WHERE pg_try_advisory_xact_lock(mirror_lock(o.key))
        )
        SELECT )"
        + eventColumns + R"(, l.key IS NOT NULL
          FROM due e
          LEFT JOIN locked l ON l.key = coalesce(e.object_id, e.stripe_event_id))";
}

QByteArray claimSiblingsSql()
{
    return QByteArray("SELECT ") + eventColumns + R"(
          FROM stripe_webhook_events e
         WHERE e.object_id = ANY ($1::text[]) AND NOT (e.stripe_event_id = ANY ($2::text[]))
           AND e.created BETWEEN $3 AND $4
           AND e.state IN ('waiting', 'failed') AND )"
        + dueOf("e") + R"(
         ORDER BY e.stripe_event_id
           FOR UPDATE SKIP LOCKED)";
}

/// The bounds leave the months out that have none of them.
QByteArray ofSecondsSql()
{
    return QByteArray("SELECT ") + eventColumns + R"(
          FROM stripe_webhook_events e
          JOIN unnest($1::text[], $2::timestamptz[]) AS x (object_id, second)
            ON e.object_id = x.object_id AND e.created = x.second
         WHERE e.created BETWEEN $3 AND $4 AND e.state = 'done'
         ORDER BY e.stripe_event_id)";
}

constexpr auto settleSql = R"(
    WITH given AS MATERIALIZED (
        SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::bigint[],
                             $6::bigint[], $7::text[], $8::text[])
               AS x (id, created, state, error, attempt, delay, touched, tenant)
    ), told AS (
        INSERT INTO stripe_event_attempts (stripe_event_id, event_created, attempt, state, error)
        SELECT x.id, x.created, x.attempt, x.state, x.error FROM given x
         WHERE x.error IS NOT NULL
         ORDER BY x.id
    ), settled AS (
    UPDATE stripe_webhook_events e
       SET state = x.state, attempts = x.attempt, last_error = x.error,
           processed_at = CASE WHEN x.state = 'failed' THEN NULL ELSE now() END,
           next_attempt_at = CASE WHEN x.state = 'failed'
                                  THEN now() + x.delay * interval '1 millisecond'
                                  ELSE e.next_attempt_at END,
           touched = CASE WHEN x.touched = '{}' THEN e.touched ELSE x.touched::text[] END,
           tenant_id = coalesce(x.tenant::uuid, e.tenant_id)
      FROM given x
     WHERE e.stripe_event_id = x.id AND e.created = x.created AND e.created BETWEEN $9 AND $10
    RETURNING e.id, e.tenant_id
    )
    INSERT INTO changes (entity, id, tenant_id)
    SELECT 'event', s.id, s.tenant_id FROM settled s WHERE NOT $11
     UNION ALL
    SELECT 'event', NULL, NULL WHERE $11)";

/// So many are told one by one; more of them as one: who shows them then reads anew.
constexpr qsizetype mostToldByThemselves = 32;

InboxEvent eventFrom(const PgRows &rows, int row)
{
    InboxEvent event;
    event.id = rows.text(row, 0);
    event.type = rows.text(row, 1);
    event.apiVersion = rows.text(row, 2);
    event.created = QDateTime::fromMSecsSinceEpoch(rows.number(row, 3), Qt::UTC);
    event.livemode = rows.isTrue(row, 4);
    event.payload = rows.bytes(row, 5);
    event.attempts = static_cast<int>(rows.number(row, 6));
    event.objectId = rows.text(row, 7);
    event.objectType = rows.text(row, 8);
    event.wasApplied = rows.isTrue(row, 9);
    return event;
}

/// The columns of a batch, as unnest takes them.
struct Columns
{
    QStringList ids, types, versions, requestIds, keys, objectIds, objectTypes, states, errors, via;
    QList<QDateTime> created;
    QList<bool> livemode;
    QList<std::optional<qint64>> pending;
    QList<QByteArray> payloads;

    void append(const InboxEvent &event)
    {
        ids.append(event.id);
        types.append(event.type);
        versions.append(event.apiVersion);
        created.append(event.created);
        livemode.append(event.livemode);
        pending.append(event.pendingWebhooks);
        requestIds.append(event.requestId);
        keys.append(event.requestIdempotencyKey);
        objectIds.append(event.objectId);
        objectTypes.append(event.objectType);
        payloads.append(event.payload.isNull() ? QByteArray("") : event.payload);
        states.append(event.state);
        errors.append(event.lastError);
        via.append(event.via);
    }
    [[nodiscard]] QList<PgArgument> arguments() const
    {
        return {PgArgument::texts(ids),           PgArgument::texts(types),
                PgArgument::texts(versions),      PgArgument::times(created),
                PgArgument::truths(livemode),     PgArgument::optionalNumbers(pending),
                PgArgument::texts(requestIds),    PgArgument::texts(keys),
                PgArgument::texts(objectIds),     PgArgument::texts(objectTypes),
                PgArgument::byteArrays(payloads), PgArgument::texts(states),
                PgArgument::texts(errors),        PgArgument::texts(via)};
    }
};

/// Two batches with the same ids in different order deadlock, so every batch is sorted.
QList<PgArgument> sortedArguments(QList<InboxEvent> events)
{
    std::ranges::sort(events, {}, &InboxEvent::id);
    Columns columns;
    for (const InboxEvent &event : std::as_const(events))
        columns.append(event);
    return columns.arguments();
}

} // namespace

core::Result<> EventInbox::prepareStore(const PgConnection &connection)
{
    return connection.prepare(storeName, storeSql);
}

core::Result<qint64> EventInbox::store(const PgConnection &connection, QList<InboxEvent> events,
                                       QString &failedState)
{
    const auto stored =
        connection.executePrepared(storeName, sortedArguments(std::move(events)), &failedState);
    if (!stored)
        return core::passOn(stored);
    return stored->affected();
}

core::Result<qint64> EventInbox::store(QList<InboxEvent> events)
{
    const auto stored = execute(m_session, storeSql, sortedArguments(std::move(events)));
    if (!stored)
        return core::passOn(stored);
    return stored->affected();
}

core::Result<InboxClaim> EventInbox::claim(int limit)
{
    if (const auto set = planForIndexes(m_session); !set)
        return core::passOn(set);
    static const QByteArray sql = claimSql();
    const auto rows = executeKept(m_session, sql, {PgArgument(limit)}, AnswerForm::Binary);
    if (!rows)
        return core::passOn(rows);
    InboxClaim claim;
    claim.hasMore = rows->size() == limit;
    QStringList objects;
    QStringList ids;
    for (int row = 0; row < rows->size(); ++row) {
        if (!rows->isTrue(row, lockedColumn)) {
            ++claim.passedOver;
            continue;
        }
        claim.events.append(eventFrom(*rows, row));
        ids.append(claim.events.last().id);
        if (!claim.events.last().objectId.isEmpty())
            objects.append(claim.events.last().objectId);
    }
    if (!claim.hasMore || objects.isEmpty())
        return claim;
    objects.removeDuplicates();
    const auto [first, last] = std::ranges::minmax(claim.events, {}, &InboxEvent::created);
    const auto more =
        executeBinary(m_session, claimSiblingsSql(),
                      {PgArgument::texts(objects), PgArgument::texts(ids),
                       PgArgument::time(first.created), PgArgument::time(last.created)});
    if (!more)
        return core::passOn(more);
    for (int row = 0; row < more->size(); ++row)
        claim.events.append(eventFrom(*more, row));
    return claim;
}

core::Result<> EventInbox::settle(const QList<EventSettlement> &settlements)
{
    if (settlements.isEmpty())
        return {};
    QStringList ids, states, errors, touched, tenants;
    QList<QDateTime> created;
    QList<qint64> attempts, delays;
    for (const EventSettlement &settlement : settlements) {
        ids.append(settlement.event.id);
        created.append(settlement.event.created);
        states.append(settlement.state);
        errors.append(settlement.error.isEmpty() ? QString() : settlement.error);
        attempts.append(settlement.event.attempts + 1);
        delays.append(settlement.delayMs);
        touched.append(arrayLiteral(settlement.touched));
        tenants.append(settlement.tenantId.isNull()
                           ? QString()
                           : settlement.tenantId.toString(QUuid::WithoutBraces));
    }
    const auto [first, last] = std::ranges::minmax(created);
    const auto settled = execute(
        m_session, settleSql,
        {PgArgument::texts(ids), PgArgument::times(created), PgArgument::texts(states),
         PgArgument::texts(errors), PgArgument::numbers(attempts), PgArgument::numbers(delays),
         PgArgument::texts(touched), PgArgument::texts(tenants), PgArgument::time(first),
         PgArgument::time(last), PgArgument(settlements.size() > mostToldByThemselves)});
    return settled ? core::Result<>() : core::passOn(settled);
}

core::Result<QList<InboxEvent>> EventInbox::ofSeconds(const QList<ObjectSecond> &seconds)
{
    QList<InboxEvent> events;
    if (seconds.isEmpty())
        return events;
    QStringList objects;
    QList<QDateTime> times;
    for (const ObjectSecond &second : seconds) {
        objects.append(second.objectId);
        times.append(second.second);
    }
    const auto [first, last] = std::ranges::minmax(times);
    const auto rows = executeBinary(m_session, ofSecondsSql(),
                                    {PgArgument::texts(objects), PgArgument::times(times),
                                     PgArgument::time(first), PgArgument::time(last)});
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row)
        events.append(eventFrom(*rows, row));
    return events;
}

core::Result<QDateTime> EventInbox::lastReceived()
{
    auto query = m_session.run(uR"(
        SELECT (extract(epoch FROM max(received_at)) * 1000)::bigint FROM stripe_webhook_events)"_s);
    if (!query)
        return core::passOn(query);
    if (!query->next() || query->value(0).isNull())
        return QDateTime();
    return QDateTime::fromMSecsSinceEpoch(query->value(0).toLongLong(), Qt::UTC);
}

} // namespace db
