// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrortable.h"

#include "db/session.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array snapshotColumns{"livemode"_L1,    "api_version"_L1,   "raw"_L1,
                                     "as_of"_L1,       "source"_L1,        "source_id"_L1,
                                     "is_terminal"_L1, "terminal_rank"_L1, "needs_fetch"_L1};

QLatin1StringView sourceText(core::Snapshot::Source source)
{
    switch (source) {
    case core::Snapshot::Source::Event:
        return "event"_L1;
    case core::Snapshot::Source::Fetch:
        return "fetch"_L1;
    case core::Snapshot::Source::Seed:
        return "seed"_L1;
    }
    return "event"_L1;
}

void bindSnapshot(QVariantMap &binds, const core::Snapshot &snapshot, Finality finality)
{
    binds[u"livemode"_s] = snapshot.livemode;
    binds[u"api_version"_s] = textOrNull(snapshot.apiVersion);
    binds[u"raw"_s] = jsonbText(snapshot.raw);
    binds[u"as_of"_s] = timeOrNull(snapshot.asOf);
    binds[u"source"_s] = QString(sourceText(snapshot.source));
    binds[u"source_id"_s] = snapshot.sourceId.isNull() ? u""_s : snapshot.sourceId;
    binds[u"is_terminal"_s] = finality.isTerminal;
    binds[u"terminal_rank"_s] = finality.rank;
    binds[u"needs_fetch"_s] = false;
}

QString auditObject(const MirrorTable &table, QLatin1StringView row)
{
    QStringList pairs;
    for (const QLatin1StringView column : table.auditColumns)
        pairs.append(u'\'' + column + u"', "_s + row + u'.' + column);
    return u"jsonb_build_object("_s + pairs.join(u", "_s) + u')';
}

/// What needs a question to Stripe: two copies of one second, which time cannot put in order; a
/// copy that says "not finished" of a later second than the one that says "finished"; and an answer
/// that an event of its own or a later second had preceded. Once in doubt a row stays in doubt
/// until it is fetched, so that no order of the events hides it.
constexpr auto doubtful =
    "CASE WHEN excluded.source = 'event'"
    " THEN t.needs_fetch OR (t.as_of = excluded.as_of AND t.source_id <> excluded.source_id)"
    " OR (excluded.is_terminal AND NOT t.is_terminal AND t.as_of > excluded.as_of)"
    " ELSE NOT t.needs_fetch AND t.source = 'event' AND t.as_of >= excluded.as_of END"_L1;
constexpr auto wins =
    "excluded.source <> 'event' OR (NOT (t.source = 'fetch' AND t.as_of = excluded.as_of)"
    " AND (excluded.is_terminal, excluded.as_of, excluded.terminal_rank, excluded.source_id)"
    " > (t.is_terminal, t.as_of, t.terminal_rank, t.source_id))"_L1;

/// INSERT … ON CONFLICT, put together from the table's literal names only.
QString upsertSql(const MirrorTable &table, const QVariantMap &values)
{
    QStringList names{QString(table.idColumn)};
    for (const QLatin1StringView column : table.columns) {
        Q_ASSERT(values.contains(column));
        names.append(column);
    }
    for (const QLatin1StringView column : snapshotColumns)
        names.append(column);
    QStringList binds;
    QStringList updates;
    for (const QString &name : std::as_const(names)) {
        binds.append(u':' + name);
        if (name == "needs_fetch"_L1)
            updates.append(name + u" = "_s + doubtful);
        else if (name != table.idColumn)
            updates.append(name + u" = excluded."_s + name);
    }
    const QString tenantSelect = u"(SELECT c.tenant_id FROM stripe_customers c"
                                 " WHERE c.stripe_customer_id = :stripe_customer_id)"_s;
    if (table.link == TenantLink::ByCustomer) {
        names.append(u"tenant_id"_s);
        binds.append(tenantSelect);
        updates.append(u"tenant_id = coalesce(excluded.tenant_id, t.tenant_id)"_s);
    }
    return u"INSERT INTO "_s + table.name + u" AS t ("_s + names.join(u", "_s) + u") VALUES ("_s
        + binds.join(u", "_s) + u") ON CONFLICT ("_s + table.idColumn + u") DO UPDATE SET "_s
        + updates.join(u", "_s) + u" WHERE "_s + wins + u" RETURNING t.id, "_s
        + (table.link == TenantLink::None ? u"NULL::uuid"_s : u"t.tenant_id"_s) + u", "_s
        + auditObject(table, "t"_L1);
}

QJsonObject objectFrom(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

/// What the row said before, which also takes its lock.
core::Result<MirrorOutcome> readBefore(Session &session, const MirrorTable &table,
                                       const QString &stripeId)
{
    const QString sql = u"SELECT t.id, "_s + auditObject(table, "t"_L1) + u" FROM "_s + table.name
        + u" t WHERE t."_s + table.idColumn + u" = :stripe_id FOR UPDATE"_s;
    auto query = session.run(sql, {{u"stripe_id"_s, stripeId}});
    if (!query)
        return core::passOn(query);
    MirrorOutcome outcome;
    if (query->next()) {
        outcome.id = query->value(0).toUuid();
        outcome.before = objectFrom(query->value(1));
    }
    return outcome;
}

/// An event that lost: is the row that beat it beyond doubt?
core::Result<> markIfDoubtful(Session &session, const MirrorCopy &copy)
{
    const QString sql = u"UPDATE "_s + copy.table->name + u" SET needs_fetch = true WHERE "_s
        + copy.table->idColumn
        + u" = :stripe_id AND NOT needs_fetch AND source_id <> :source_id"
          " AND (as_of = :as_of OR (is_terminal AND NOT :is_terminal AND :as_of2 > as_of))"_s;
    const auto marked = session.exec(sql,
                                     {{u"stripe_id"_s, copy.stripeId},
                                      {u"source_id"_s, copy.snapshot.sourceId},
                                      {u"as_of"_s, timeOrNull(copy.snapshot.asOf)},
                                      {u"as_of2"_s, timeOrNull(copy.snapshot.asOf)},
                                      {u"is_terminal"_s, copy.finality.isTerminal}});
    if (!marked)
        return core::passOn(marked);
    return {};
}

} // namespace

core::Result<MirrorOutcome> writeMirror(Session &session, const MirrorCopy &copy)
{
    const MirrorTable &table = *copy.table;
    core::Result<MirrorOutcome> outcome = readBefore(session, table, copy.stripeId);
    if (!outcome)
        return outcome;
    QVariantMap binds = copy.values;
    binds[table.idColumn] = copy.stripeId;
    bindSnapshot(binds, copy.snapshot, copy.finality);
    auto query = session.run(upsertSql(table, copy.values), binds);
    if (!query)
        return core::passOn(query);
    if (query->next()) {
        outcome->id = query->value(0).toUuid();
        outcome->tenantId = query->value(1).toUuid();
        outcome->after = objectFrom(query->value(2));
        outcome->isApplied = true;
        return outcome;
    }
    if (const auto marked = markIfDoubtful(session, copy); !marked)
        return core::passOn(marked);
    return outcome;
}

core::Result<> markForFetch(Session &session, const MirrorTable &table, const QUuid &rowId)
{
    const auto marked =
        session.exec(u"UPDATE "_s + table.name + u" SET needs_fetch = true WHERE id = :id"_s,
                     {{u"id"_s, rowId}});
    if (!marked)
        return core::passOn(marked);
    return {};
}

core::Result<> lockCustomer(Session &session, const QString &customerId)
{
    const auto locked =
        session.run(u"SELECT pg_advisory_xact_lock(hashtextextended(:customer, 6012))"_s,
                    {{u"customer"_s, customerId}});
    if (!locked)
        return core::passOn(locked);
    return {};
}

} // namespace db
