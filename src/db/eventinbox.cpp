// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"

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
        payloads.append(event.payload);
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

core::Result<QList<InboxEvent>> EventInbox::claim(int limit)
{
    const auto rows = execute(m_session, R"(
        SELECT stripe_event_id, event_type, coalesce(api_version, ''),
               (extract(epoch FROM created) * 1000)::bigint, livemode, payload, attempts
          FROM stripe_webhook_events
         WHERE state IN ('waiting', 'failed') AND next_attempt_at <= now()
         ORDER BY next_attempt_at, stripe_event_id
         LIMIT $1
           FOR UPDATE SKIP LOCKED)",
                              {PgArgument(limit)});
    if (!rows)
        return core::passOn(rows);
    QList<InboxEvent> events;
    for (int row = 0; row < rows->size(); ++row) {
        InboxEvent event;
        event.id = rows->text(row, 0);
        event.type = rows->text(row, 1);
        event.apiVersion = rows->text(row, 2);
        event.created = QDateTime::fromMSecsSinceEpoch(rows->number(row, 3), Qt::UTC);
        event.livemode = rows->isTrue(row, 4);
        event.payload = rows->bytes(row, 5);
        event.attempts = static_cast<int>(rows->number(row, 6));
        events.append(event);
    }
    return events;
}

core::Result<> EventInbox::settle(const InboxEvent &event, const QString &state,
                                  const QString &error)
{
    const auto settled = execute(m_session, R"(
        UPDATE stripe_webhook_events
           SET state = $3, processed_at = now(), attempts = attempts + 1, last_error = $4
         WHERE stripe_event_id = $1 AND created = $2)",
                                 {PgArgument(event.id), PgArgument::time(event.created),
                                  PgArgument(state), PgArgument(error)});
    if (!settled)
        return core::passOn(settled);
    return {};
}

core::Result<> EventInbox::postpone(const InboxEvent &event, const QString &error, qint64 delayMs)
{
    const auto postponed = execute(m_session, R"(
        UPDATE stripe_webhook_events
           SET state = 'failed', attempts = attempts + 1, last_error = $3,
               next_attempt_at = now() + $4 * interval '1 millisecond'
         WHERE stripe_event_id = $1 AND created = $2)",
                                   {PgArgument(event.id), PgArgument::time(event.created),
                                    PgArgument(error), PgArgument(delayMs)});
    if (!postponed)
        return core::passOn(postponed);
    return {};
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
