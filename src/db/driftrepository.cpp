// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/driftrepository.h"

#include "core/money.h"
#include "db/auditlog.h"
#include "db/pgconnection.h"
#include "db/session.h"
#include "db/syncfacts.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace db {
namespace {

core::Result<> done(const core::Result<PgRows> &rows)
{
    return rows ? core::Result<>() : core::passOn(rows);
}

core::Result<qint64> numberOf(const core::Result<PgRows> &rows)
{
    if (!rows)
        return core::passOn(rows);
    return rows->number(0, 0);
}

/// In thousandths of the currency's unit: what amounts of several currencies are sorted by.
qint64 orderOf(const DriftRow &row)
{
    const qint64 minor = std::max(std::abs(row.stake.value_or(0)), row.objectStake);
    qint64 factor = 1;
    for (int digits = core::currencyExponent(row.currency); digits < 3; ++digits)
        factor *= 10;
    return minor * factor;
}

QString idOrNull(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QString textOrNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

/// The rows as parallel arrays, in the order of the INSERT below.
QList<PgArgument> columnsOf(const QUuid &run, const QList<DriftRow> &rows)
{
    QStringList kinds, ids, whats, fields, heres, theres, tenants, customers, currencies;
    QList<std::optional<qint64>> stakes;
    QList<qint64> orders;
    QList<QDateTime> times;
    for (const DriftRow &row : rows) {
        kinds.append(row.kind);
        ids.append(row.stripeId);
        whats.append(row.what);
        fields.append(row.field.isNull() ? u""_s : row.field);
        heres.append(row.here);
        theres.append(row.there);
        tenants.append(idOrNull(row.tenantId));
        customers.append(textOrNull(row.customerId));
        currencies.append(textOrNull(row.currency));
        stakes.append(row.stake);
        orders.append(orderOf(row));
        times.append(row.asOf);
    }
    return {PgArgument::uuid(run),
            PgArgument::texts(kinds),
            PgArgument::texts(ids),
            PgArgument::texts(whats),
            PgArgument::texts(fields),
            PgArgument::texts(heres),
            PgArgument::texts(theres),
            PgArgument::texts(tenants),
            PgArgument::texts(customers),
            PgArgument::texts(currencies),
            PgArgument::optionalNumbers(stakes),
            PgArgument::numbers(orders),
            PgArgument::times(times)};
}

} // namespace

core::Result<> DriftRepository::record(const QUuid &run, const QList<DriftRow> &rows)
{
    if (rows.isEmpty())
        return {};
    return done(execute(m_session, R"(
        INSERT INTO drift AS t (run_id, kind, stripe_id, what, field, here, there, tenant_id,
                                stripe_customer_id, currency, stake, stake_order, as_of)
        SELECT $1::uuid, n.kind, n.id, n.what, n.field, n.here, n.there, n.tenant::uuid, n.customer,
               n.currency, n.stake, n.stake_order, n.as_of
          FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                      $8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[],
                      $13::timestamptz[])
               AS n (kind, id, what, field, here, there, tenant, customer, currency, stake,
                     stake_order, as_of)
         ORDER BY n.kind, n.id, n.field
        ON CONFLICT (kind, stripe_id, field) WHERE state IN ('open', 'adopting') DO UPDATE SET
               run_id = excluded.run_id, what = excluded.what, here = excluded.here,
               there = excluded.there, tenant_id = excluded.tenant_id, stake = excluded.stake,
               currency = excluded.currency, stake_order = excluded.stake_order,
               as_of = excluded.as_of)",
                        columnsOf(run, rows)));
}

core::Result<> DriftRepository::settle(const QUuid &run, const QString &kind,
                                       const QStringList &stripeIds)
{
    return done(execute(m_session, R"(
        UPDATE drift SET state = 'settled', closed_at = now()
         WHERE kind = $2 AND stripe_id = ANY ($3::text[]) AND state IN ('open', 'adopting')
           AND run_id <> $1::uuid)",
                        {PgArgument::uuid(run), PgArgument(kind), PgArgument::texts(stripeIds)}));
}

core::Result<QList<DriftRow>> DriftRepository::missingThere(const QString &kind,
                                                            const QStringList &stripeIds,
                                                            const QDateTime &asOf)
{
    const SyncFacts *facts = syncFactsOf(kind);
    QList<DriftRow> found;
    if (!facts)
        return found;
    const auto text = [](QLatin1StringView part) { return QString(part).toLatin1(); };
    const auto rows =
        execute(m_session,
                "SELECT t." + text(facts->idColumn) + ", " + text(facts->tenant) + ", "
                    + text(facts->customer) + ", " + text(facts->stake) + ", "
                    + text(facts->currency) + " FROM " + text(facts->table) + " t WHERE t."
                    + text(facts->idColumn) + " = ANY ($1::text[]) ORDER BY 1",
                {PgArgument::texts(stripeIds)});
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row) {
        DriftRow missing;
        missing.kind = kind;
        missing.stripeId = rows->text(row, 0);
        missing.what = u"missing_there"_s;
        missing.here = missing.stripeId;
        missing.tenantId = QUuid(rows->text(row, 1));
        missing.customerId = rows->text(row, 2);
        if (!rows->isNull(row, 3))
            missing.stake = rows->number(row, 3);
        missing.currency = rows->text(row, 4);
        missing.asOf = asOf;
        found.append(missing);
    }
    return found;
}

core::Result<qint64> DriftRepository::requestAdoption(const QList<QUuid> &rows)
{
    QStringList ids;
    for (const QUuid &row : rows)
        ids.append(idOrNull(row));
    if (rows.isEmpty())
        return numberOf(execute(m_session, "SELECT adopt_drift(NULL)"));
    return numberOf(
        execute(m_session, "SELECT adopt_drift($1::text[]::uuid[])", {PgArgument::texts(ids)}));
}

core::Result<qint64> DriftRepository::requestAdoptionOf(const QUuid &run, const QString &actor)
{
    return numberOf(execute(m_session, R"(
        WITH marked AS (
            UPDATE drift SET state = 'adopting', adopted_by = $2, problem = NULL
             WHERE run_id = $1::uuid AND state = 'open' AND what <> 'missing_there'
            RETURNING kind, stripe_id)
        SELECT count(DISTINCT (kind, stripe_id)) FROM marked)",
                            {PgArgument::uuid(run), PgArgument(actor)}));
}

core::Result<QList<DriftingObject>> DriftRepository::toAdopt(int limit)
{
    const auto rows = execute(m_session, R"(
        SELECT kind, stripe_id, max(adopted_by), min(what), max(tenant_id::text)
          FROM drift WHERE state = 'adopting'
         GROUP BY kind, stripe_id
         ORDER BY max(stake_order) DESC, kind, stripe_id
         LIMIT $1)",
                              {PgArgument(limit)});
    if (!rows)
        return core::passOn(rows);
    QList<DriftingObject> objects;
    for (int row = 0; row < rows->size(); ++row)
        objects.append({rows->text(row, 0), rows->text(row, 1), rows->text(row, 2),
                        rows->text(row, 3), QUuid(rows->text(row, 4))});
    return objects;
}

core::Result<qint64> DriftRepository::waiting()
{
    return numberOf(execute(m_session,
                            "SELECT count(DISTINCT (kind, stripe_id)) FROM drift"
                            " WHERE state = 'adopting'"));
}

core::Result<> DriftRepository::adopted(const DriftingObject &object, const QString &requestId)
{
    const auto closed = execute(m_session, R"(
        WITH closed AS (
            UPDATE drift SET state = 'adopted', closed_at = now(), problem = NULL
             WHERE kind = $1 AND stripe_id = $2 AND state = 'adopting'
            RETURNING field, here, there, event_id)
        SELECT jsonb_object_agg(CASE field WHEN '' THEN 'object' ELSE field END, here),
               jsonb_object_agg(CASE field WHEN '' THEN 'object' ELSE field END, there),
               max(event_id)
          FROM closed)",
                                {PgArgument(object.kind), PgArgument(object.stripeId)});
    if (!closed)
        return core::passOn(closed);
    AuditEntry entry;
    entry.action = u"drift.adopt"_s;
    entry.entity = object.kind;
    entry.entityId = object.stripeId;
    entry.tenantId = object.tenantId;
    entry.before = QJsonDocument::fromJson(closed->raw(0, 0)).object();
    entry.after = QJsonDocument::fromJson(closed->raw(0, 1)).object();
    entry.actor = object.adoptedBy;
    entry.eventId = closed->text(0, 2);
    entry.requestId = requestId;
    return AuditLog(m_session).append(entry);
}

core::Result<> DriftRepository::failed(const DriftingObject &object, const QString &why)
{
    return done(execute(m_session, R"(
        UPDATE drift SET state = 'open', problem = $3
         WHERE kind = $1 AND stripe_id = $2 AND state = 'adopting')",
                        {PgArgument(object.kind), PgArgument(object.stripeId), PgArgument(why)}));
}

core::Result<> DriftRepository::setGone(const DriftingObject &object, const QDateTime &asOf,
                                        const QString &requestId)
{
    const SyncFacts *facts = syncFactsOf(object.kind);
    if (!facts)
        return {};
    return done(execute(m_session,
                        "UPDATE " + QString(facts->table).toLatin1() + " SET "
                            + QString(facts->setGone).toLatin1()
                            + ", source = 'fetch', source_id = $3, as_of = $2,"
                              " needs_fetch = false WHERE "
                            + QString(facts->idColumn).toLatin1() + " = $1",
                        {PgArgument(object.stripeId), PgArgument::time(asOf),
                         PgArgument(requestId.isNull() ? u""_s : requestId)}));
}

core::Result<QStringList> DriftRepository::unexplained(const QUuid &run, const QString &kind)
{
    const auto rows = execute(m_session, R"(
        SELECT DISTINCT stripe_id FROM drift
         WHERE run_id = $1::uuid AND kind = $2 AND state IN ('open', 'adopting')
           AND event_id IS NULL
         ORDER BY stripe_id)",
                              {PgArgument::uuid(run), PgArgument(kind)});
    if (!rows)
        return core::passOn(rows);
    QStringList ids;
    for (int row = 0; row < rows->size(); ++row)
        ids.append(rows->text(row, 0));
    return ids;
}

core::Result<> DriftRepository::explainFromInbox(const QUuid &run, const QStringList &states)
{
    return done(execute(m_session, R"(
        UPDATE drift d
           SET event_id = e.stripe_event_id, event_type = e.event_type, event_created = e.created,
               event_state = e.state
          FROM (SELECT DISTINCT ON (x.object_id) x.object_id, x.stripe_event_id, x.event_type,
                       x.created, x.state
                  FROM stripe_webhook_events x
                 WHERE x.state = ANY ($2::text[])
                   AND x.object_id IN (SELECT w.stripe_id FROM drift w
                                        WHERE w.run_id = $1::uuid
                                          AND w.state IN ('open', 'adopting'))
                 ORDER BY x.object_id, x.created DESC, x.stripe_event_id DESC) e
         WHERE d.run_id = $1::uuid AND d.state IN ('open', 'adopting') AND d.event_id IS NULL
           AND d.stripe_id = e.object_id)",
                        {PgArgument::uuid(run), PgArgument::texts(states)}));
}

core::Result<> DriftRepository::explain(const QUuid &run, const QString &kind,
                                        const QString &stripeId, const TellingEvent &event)
{
    return done(
        execute(m_session, R"(
        UPDATE drift
           SET event_id = $4, event_type = $5, event_created = $6, event_state = $7
         WHERE run_id = $1::uuid AND kind = $2 AND stripe_id = $3
           AND state IN ('open', 'adopting') AND event_id IS NULL)",
                {PgArgument::uuid(run), PgArgument(kind), PgArgument(stripeId),
                 PgArgument(event.id), PgArgument(event.type), PgArgument::time(event.created),
                 event.state.isEmpty() ? PgArgument() : PgArgument(event.state)}));
}

core::Result<QStringList> DriftRepository::neverReceived(const QStringList &eventIds)
{
    const auto rows = execute(m_session, R"(
        SELECT i.id FROM unnest($1::text[]) i (id)
         WHERE NOT EXISTS (SELECT FROM stripe_webhook_events e WHERE e.stripe_event_id = i.id)
         ORDER BY i.id)",
                              {PgArgument::texts(eventIds)});
    if (!rows)
        return core::passOn(rows);
    QStringList ids;
    for (int row = 0; row < rows->size(); ++row)
        ids.append(rows->text(row, 0));
    return ids;
}

core::Result<qint64> DriftRepository::open()
{
    return numberOf(
        execute(m_session, "SELECT count(*) FROM drift WHERE state IN ('open', 'adopting')"));
}

core::Result<QList<DriftRow>> DriftRepository::openRows(const QString &afterRow, int limit)
{
    const auto rows = execute(m_session, R"(
        SELECT d.id, d.kind, d.stripe_id, d.what, d.field, d.here, d.there, d.stake, d.currency
          FROM drift d
         WHERE d.state IN ('open', 'adopting')
           AND ($1::uuid IS NULL OR (d.stake_order, d.id) < (SELECT x.stake_order, x.id
                                                               FROM drift x WHERE x.id = $1::uuid))
         ORDER BY d.stake_order DESC, d.id DESC
         LIMIT $2)",
                              {PgArgument::uuid(QUuid(afterRow)), PgArgument(limit)});
    if (!rows)
        return core::passOn(rows);
    QList<DriftRow> found;
    for (int row = 0; row < rows->size(); ++row) {
        DriftRow one;
        one.rowId = rows->text(row, 0);
        one.kind = rows->text(row, 1);
        one.stripeId = rows->text(row, 2);
        one.what = rows->text(row, 3);
        one.field = rows->text(row, 4);
        one.here = rows->text(row, 5);
        one.there = rows->text(row, 6);
        if (!rows->isNull(row, 7))
            one.stake = rows->number(row, 7);
        one.currency = rows->text(row, 8);
        found.append(one);
    }
    return found;
}

} // namespace db
