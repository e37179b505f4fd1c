// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/webhookfigures.h"

#include "db/detailvalues.h"
#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

const QString webhookStates = uR"(
    SELECT count(*) FILTER (WHERE e.state = 'waiting'),
           count(*) FILTER (WHERE e.state = 'failed'),
           (SELECT count(*) FROM stripe_webhook_events d WHERE d.state = 'dead'),
           floor(extract(epoch FROM now() - min(e.received_at)
                                             FILTER (WHERE e.state = 'waiting')) * 1000)::bigint
      FROM stripe_webhook_events e
     WHERE e.state IN ('waiting', 'failed'))"_s;

// Done today after waiting longer than a week is rare enough to miss, and would cost an index.
const QString webhookDay = uR"(
    SELECT count(*) FILTER (WHERE e.received_at >= :today),
           count(*) FILTER (WHERE e.processed_at >= :today AND e.state IN ('done', 'ignored'))
      FROM stripe_webhook_events e
     WHERE e.received_at >= CAST(:today AS timestamptz) - interval '7 days')"_s;

const QString webhookSpeed = uR"(
    SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.ms))::bigint,
           (percentile_cont(0.99) WITHIN GROUP (ORDER BY x.ms))::bigint
      FROM (SELECT extract(epoch FROM e.processed_at - e.received_at)::double precision * 1000 AS ms
              FROM stripe_webhook_events e
             WHERE e.received_at >= CAST(:at AS timestamptz) - interval '1 day'
               AND e.state = 'done'
             ORDER BY e.received_at DESC, e.stripe_event_id
             LIMIT 10000) x)"_s;

} // namespace

core::Result<core::WebhookFigures> readWebhookFigures(Session &session, const QDateTime &at)
{
    const QDateTime today(at.date(), QTime(0, 0), Qt::UTC);
    auto states = session.run(webhookStates);
    if (!states)
        return core::passOn(states);
    auto day = session.run(webhookDay, {{u"today"_s, today}});
    if (!day)
        return core::passOn(day);
    auto speed = session.run(webhookSpeed, {{u"at"_s, at}});
    if (!speed)
        return core::passOn(speed);
    states->next();
    day->next();
    speed->next();
    return core::WebhookFigures{.waiting = states->value(0).toLongLong(),
                                .failed = states->value(1).toLongLong(),
                                .dead = states->value(2).toLongLong(),
                                .receivedToday = day->value(0).toLongLong(),
                                .doneToday = day->value(1).toLongLong(),
                                .oldestWaitingMs = numberAt(*states, 3),
                                .medianMs = numberAt(*speed, 0),
                                .p99Ms = numberAt(*speed, 1)};
}

} // namespace db
