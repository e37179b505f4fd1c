// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventrepository.h"

#include "db/bindvalues.h"
#include "db/detailvalues.h"
#include "db/eventstates.h"
#include "db/pgconnection.h"
#include "db/session.h"
#include "db/webhookfigures.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace db {
namespace {

// Rights are asked for, not tried: a refused statement would end the transaction.
const QString header = uR"(
    SELECT e.stripe_event_id, e.event_type, e.api_version, e.livemode, )"_s
    + shownEventState + uR"(, e.via, e.object_id,
           e.object_type, e.request_id, e.request_idempotency_key, e.pending_webhooks, e.created,
           e.received_at, e.processed_at, e.next_attempt_at, e.attempts, e.last_error,
           array_to_string(e.touched, ' '), e.tenant_id, t.name,
           has_column_privilege('stripe_webhook_events', 'payload', 'SELECT')
      FROM stripe_webhook_events e
      LEFT JOIN tenants t ON t.id = e.tenant_id
     WHERE e.id = :event
     ORDER BY e.id)"_s;

const QString history = uR"(
    SELECT e.attempt, )"_s
    + shownEventState + uR"(, e.error, e.at
      FROM stripe_event_attempts e
     WHERE e.stripe_event_id = :event
     ORDER BY e.seq DESC
     LIMIT 100)"_s;

const QString listing = uR"(
    SELECT now(), (SELECT a.events_listed_until FROM stripe_account a),
           (SELECT count(*) + coalesce(sum(r.unlisted), 0)::bigint
              FROM stripe_webhook_rejections r
             WHERE r.at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'))"_s;

// Minutes back from now: those in which nothing came are not among the rows.
const QString minutes = uR"(
    SELECT floor(extract(epoch FROM CAST(:at AS timestamptz) - e.received_at) / 60)::int AS back,
           count(*), count(*) FILTER (WHERE e.state IN ('failed', 'dead'))
      FROM stripe_webhook_events e
     WHERE e.received_at > CAST(:at AS timestamptz) - interval '1 hour'
       AND e.received_at <= :at
     GROUP BY back
     ORDER BY back)"_s;

const QString rejections = uR"(
    SELECT r.at, r.reason, r.peer, r.signed_at, r.body_size, r.unlisted
      FROM stripe_webhook_rejections r
     ORDER BY r.id DESC
     LIMIT :limit)"_s;

core::EventDetail detailFrom(const QSqlQuery &row)
{
    return {.eventId = row.value(0).toString(),
            .type = row.value(1).toString(),
            .apiVersion = row.value(2).toString(),
            .livemode = row.value(3).toBool(),
            .state = row.value(4).toString(),
            .via = row.value(5).toString(),
            .objectId = row.value(6).toString(),
            .objectType = row.value(7).toString(),
            .requestId = row.value(8).toString(),
            .idempotencyKey = row.value(9).toString(),
            .pendingWebhooks = numberAt(row, 10),
            .created = timeAt(row, 11),
            .received = timeAt(row, 12),
            .processed = timeAt(row, 13),
            .nextAttempt = timeAt(row, 14),
            .attempts = row.value(15).toInt(),
            .lastError = row.value(16).toString(),
            .touched = row.value(17).toString().split(u' ', Qt::SkipEmptyParts),
            .tenantId = row.value(18).toUuid(),
            .tenantName = row.value(19).toString(),
            .isPayloadReadable = row.value(20).toBool()};
}

} // namespace

core::Result<StoredEvent> EventRepository::find(const QUuid &id) const
{
    if (const core::Result<> begun = m_session.begin(); !begun)
        return core::passOn(begun);
    auto row = m_session.run(header, {{u"event"_s, id}});
    if (!row)
        return core::passOn(row);
    if (!row->next())
        return core::fail(core::Error::Kind::NotFound,
                          QCoreApplication::translate("db", "This event does not exist."));
    StoredEvent event{detailFrom(*row), {}};
    event.detail.id = id;
    if (const core::Result<> done = readHistory(event.detail); !done)
        return core::passOn(done);
    if (event.detail.isPayloadReadable) {
        const auto bytes = executeBinary(
            m_session, "SELECT e.payload FROM stripe_webhook_events e WHERE e.id = $1::uuid",
            {PgArgument(id.toString(QUuid::WithoutBraces))});
        if (!bytes)
            return core::passOn(bytes);
        if (bytes->size() == 1)
            event.payload = bytes->bytes(0, 0);
    }
    if (const core::Result<> ended = m_session.commit(); !ended)
        return core::passOn(ended);
    return event;
}

core::Result<> EventRepository::readHistory(core::EventDetail &event) const
{
    auto row = m_session.run(history, {{u"event"_s, event.eventId}});
    if (!row)
        return core::passOn(row);
    while (row->next())
        event.history += core::EventAttempt{row->value(0).toInt(), row->value(1).toString(),
                                            row->value(2).toString(), timeAt(*row, 3)};
    return {};
}

core::Result<core::EventHealth> EventRepository::health() const
{
    if (const core::Result<> begun = m_session.begin(); !begun)
        return core::passOn(begun);
    core::EventHealth health;
    auto row = m_session.run(listing);
    if (!row)
        return core::passOn(row);
    row->next();
    health.at = timeAt(*row, 0);
    health.listedUntil = timeAt(*row, 1);
    health.turnedAwayToday = row->value(2).toLongLong();
    const auto figures = readWebhookFigures(m_session, health.at);
    if (!figures)
        return core::passOn(figures);
    health.figures = *figures;
    if (const core::Result<> done = readMinutes(health); !done)
        return core::passOn(done);
    if (const core::Result<> ended = m_session.commit(); !ended)
        return core::passOn(ended);
    return health;
}

core::Result<> EventRepository::readMinutes(core::EventHealth &health) const
{
    health.minutes = QList<core::EventMinute>(core::eventMinutes);
    auto row = m_session.run(minutes, {{u"at"_s, health.at}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        const int back = row->value(0).toInt();
        if (back >= 0 && back < core::eventMinutes)
            health.minutes[core::eventMinutes - 1 - back] = {row->value(1).toLongLong(),
                                                             row->value(2).toLongLong()};
    }
    return {};
}

core::Result<QList<core::TurnedAwayDelivery>> EventRepository::turnedAway(int limit) const
{
    auto row = m_session.run(rejections, {{u"limit"_s, limit}});
    if (!row)
        return core::passOn(row);
    QList<core::TurnedAwayDelivery> deliveries;
    while (row->next())
        deliveries += core::TurnedAwayDelivery{
            .at = timeAt(*row, 0),
            .reason = row->value(1).toString(),
            .peer = row->value(2).toString(),
            .signedAt = timeAt(*row, 3),
            .bodySize = row->value(4).toLongLong(),
            .unlisted = row->value(5).toLongLong(),
        };
    return deliveries;
}

core::Result<qint64> EventRepository::replay(const QList<QUuid> &ids)
{
    QStringList texts;
    texts.reserve(ids.size());
    for (const QUuid &id : ids)
        texts.append(id.toString(QUuid::WithoutBraces));
    const auto asked =
        execute(m_session, "SELECT replay_events($1::text[]::uuid[])", {PgArgument::texts(texts)});
    if (!asked)
        return core::passOn(asked);
    return asked->number(0, 0);
}

} // namespace db
