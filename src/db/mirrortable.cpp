// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrortable.h"

#include "db/keptsql.h"
#include "db/mirrorlocks.h"
#include "db/pgconnection.h"
#include "db/session.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

using Source = core::Snapshot::Source;

constexpr std::array sourceTexts{std::pair{Source::Event, "event"_L1},
                                 std::pair{Source::Fetch, "fetch"_L1},
                                 std::pair{Source::Seed, "seed"_L1}};

QByteArray latin1(QLatin1StringView literal)
{
    return QByteArray(literal.data(), literal.size());
}

QString textOf(Source source)
{
    const auto it =
        std::ranges::find(sourceTexts, source, &decltype(sourceTexts)::value_type::first);
    return it->second;
}

Source sourceFrom(const QString &text)
{
    const auto it =
        std::ranges::find_if(sourceTexts, [&](const auto &s) { return s.second == text; });
    return it == sourceTexts.end() ? Source::Event : it->first;
}

// The customer of what comes in, as `c`: one look into the index each, never all customers.
constexpr auto joinCustomer =
    " LEFT JOIN LATERAL (SELECT k.tenant_id FROM stripe_customers k"
    " WHERE k.stripe_customer_id = x.stripe_customer_id LIMIT 1) c ON true";

QByteArray auditObject(const MirrorTable &table)
{
    QByteArrayList pairs;
    for (const QLatin1StringView column : table.auditColumns)
        pairs.append('\'' + latin1(column) + "', t." + latin1(column));
    return "jsonb_build_object(" + pairs.join(", ") + ')';
}

QByteArray tenantOf(const MirrorTable &table)
{
    return table.link == TenantLink::None ? "NULL::uuid" : "t.tenant_id";
}

QJsonObject objectFrom(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// The statement's columns one after the other: in the list of names, as an array that comes in,
/// as what is inserted, as what is updated.
class UpsertSql
{
public:
    void add(QLatin1StringView name, QLatin1StringView type, QLatin1StringView arrayType,
             const PgArgument &values, bool isKept = false)
    {
        m_arguments.append(values);
        const QByteArray text = latin1(name);
        m_arrays.append('$' + QByteArray::number(m_arguments.size()) + "::" + latin1(arrayType)
                        + "[]");
        m_fields.append(text);
        const bool isSame = type == arrayType;
        addMade(name, "x." + text + (isSame ? "" : "::" + latin1(type)),
                isKept ? "coalesce(excluded." + text + ", t." + text + ')' : "excluded." + text);
    }
    void addMade(QLatin1StringView name, const QByteArray &inserted, const QByteArray &updated)
    {
        const QByteArray text = latin1(name);
        m_names.append(text);
        m_inserted.append(inserted);
        m_updated.append(text + " = " + updated);
    }
    [[nodiscard]] QByteArray statement(const MirrorTable &table) const
    {
        const QByteArray id(table.idColumn.data(), table.idColumn.size());
        const QByteArray joins = table.link == TenantLink::ByCustomer ? joinCustomer : "";
        return "INSERT INTO " + latin1(table.name) + " AS t (" + m_names.join(", ") + ") SELECT "
            + m_inserted.join(", ") + " FROM unnest(" + m_arrays.join(", ") + ") AS x ("
            + m_fields.join(", ") + ')' + joins + " ON CONFLICT (" + id + ") DO UPDATE SET "
            + m_updated.join(", ") + " RETURNING t." + id + ", t.id, " + tenantOf(table) + ", "
            + auditObject(table);
    }
    [[nodiscard]] const QList<PgArgument> &arguments() const { return m_arguments; }

private:
    QByteArrayList m_names, m_arrays, m_fields, m_inserted, m_updated;
    QList<PgArgument> m_arguments;
};

QString textOf(const QVariant &value)
{
    return value.isNull() ? QString() : value.toString();
}

void addColumns(UpsertSql &sql, const MirrorTable &table, const QList<MirrorCopy> &copies)
{
    QStringList ids;
    for (const MirrorCopy &copy : copies)
        ids.append(copy.stripeId);
    sql.add(table.idColumn, "text"_L1, "text"_L1, PgArgument::texts(ids));
    for (const MirrorColumn &column : table.columns) {
        QStringList values;
        values.reserve(copies.size());
        for (const MirrorCopy &copy : copies)
            values.append(textOf(copy.values.value(column.name)));
        sql.add(column.name, column.type, "text"_L1, PgArgument::texts(values),
                column.name == table.untoldColumn);
    }
}

void addSnapshots(UpsertSql &sql, const QList<MirrorCopy> &copies)
{
    QList<bool> livemode, terminal, doubtful;
    QStringList versions, sources, sourceIds;
    QList<QByteArray> raw;
    QList<QDateTime> asOf;
    QList<qint64> ranks;
    for (const MirrorCopy &copy : copies) {
        const core::Snapshot &snapshot = copy.snapshot;
        livemode.append(snapshot.livemode);
        versions.append(textOrNull(snapshot.apiVersion).toString());
        raw.append(snapshot.rawText.isEmpty() ? jsonbBytes(snapshot.raw) : snapshot.rawText);
        asOf.append(snapshot.asOf);
        sources.append(textOf(snapshot.source));
        sourceIds.append(snapshot.sourceId.isNull() ? u""_s : snapshot.sourceId);
        terminal.append(copy.finality.isTerminal);
        ranks.append(copy.finality.rank);
        doubtful.append(copy.isDoubtful || !copy.isWhole);
    }
    sql.add("livemode"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(livemode));
    sql.add("api_version"_L1, "text"_L1, "text"_L1, PgArgument::texts(versions));
    sql.add("raw"_L1, "jsonb"_L1, "text"_L1, PgArgument::utf8(raw));
    sql.add("as_of"_L1, "timestamptz"_L1, "timestamptz"_L1, PgArgument::times(asOf));
    sql.add("source"_L1, "text"_L1, "text"_L1, PgArgument::texts(sources));
    sql.add("source_id"_L1, "text"_L1, "text"_L1, PgArgument::texts(sourceIds));
    sql.add("is_terminal"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(terminal));
    sql.add("terminal_rank"_L1, "smallint"_L1, "bigint"_L1, PgArgument::numbers(ranks));
    sql.add("needs_fetch"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(doubtful));
}

/// Leaves those that are to be written.
core::Result<> judgeAll(Session &session, QList<MirrorCopy> &copies, const MirrorStates &states)
{
    QStringList doubtful;
    QList<MirrorCopy> applied;
    const MirrorTable &table = *copies.first().table;
    for (MirrorCopy &copy : copies) {
        const auto state = states.constFind(copy.stripeId);
        if (state != states.cend()) {
            const MirrorVerdict verdict = judge(state->version, state->isDoubtful, copy.version());
            copy.isDoubtful = copy.isDoubtful || verdict.isDoubtful;
            if (!verdict.isApplied) {
                if (verdict.isDoubtful && !state->isDoubtful)
                    doubtful.append(copy.stripeId);
                continue;
            }
        }
        applied.append(copy);
    }
    copies = applied;
    return markDoubtful(session, table, doubtful);
}

/// Where neither the event nor the row knows the link, Stripe is asked.
core::Result<> askForLinks(Session &session, const QList<MirrorCopy> &copies)
{
    QStringList ids;
    for (const MirrorCopy &copy : copies) {
        if (!copy.isLinkTold && copy.snapshot.source == Source::Event)
            ids.append(copy.stripeId);
    }
    if (ids.isEmpty())
        return {};
    const MirrorTable &table = *copies.first().table;
    const auto asked = execute(session,
                               "UPDATE " + latin1(table.name) + " SET needs_fetch = true WHERE "
                                   + latin1(table.idColumn) + " = ANY ($1::text[]) AND "
                                   + latin1(table.untoldColumn) + " IS NULL AND NOT needs_fetch",
                               {PgArgument::texts(ids)});
    return asked ? core::Result<>() : core::passOn(asked);
}

core::Result<> checkAll(const QList<MirrorCopy> &copies)
{
    for (const MirrorCopy &copy : copies) {
        if (!copy.fault.isEmpty())
            return core::fail(core::Error::Kind::Invalid, copy.fault);
    }
    return {};
}

} // namespace

core::Result<MirrorStates> readStates(Session &session, const MirrorTable &table,
                                      QStringList stripeIds)
{
    if (stripeIds.isEmpty())
        return MirrorStates();
    const QByteArray id(table.idColumn.data(), table.idColumn.size());
    // One look into the index for each: a plan for all of them together is made by what the planner
    // thinks of the table's size.
    std::ranges::sort(stripeIds);
    const QByteArray sql = "SELECT f.stripe_id, f.id, f.tenant_id, f.is_terminal, f.terminal_rank,"
                           " f.as_of, f.source, f.source_id, f.needs_fetch, f.told"
                           " FROM unnest($1::text[]) AS u (stripe_id)"
                           " CROSS JOIN LATERAL (SELECT t."
        + id + " AS stripe_id, t.id, " + tenantOf(table)
        + " AS tenant_id, t.is_terminal, t.terminal_rank,"
          " (extract(epoch FROM t.as_of) * 1000)::bigint AS as_of, t.source, t.source_id,"
          " t.needs_fetch, "
        + auditObject(table) + " AS told FROM " + latin1(table.name) + " t WHERE t." + id
        + " = u.stripe_id LIMIT 1 FOR UPDATE) f";
    const auto rows = executeKept(session, sql, {PgArgument::texts(stripeIds)});
    if (!rows)
        return core::passOn(rows);
    MirrorStates states;
    for (int row = 0; row < rows->size(); ++row) {
        MirrorState state;
        state.id = QUuid(rows->raw(row, 1));
        state.tenantId = QUuid(rows->raw(row, 2));
        state.version.finality = {rows->isTrue(row, 3), int(rows->number(row, 4))};
        state.version.asOf = QDateTime::fromMSecsSinceEpoch(rows->number(row, 5), Qt::UTC);
        state.version.source = sourceFrom(rows->text(row, 6));
        state.version.sourceId = rows->text(row, 7);
        state.isDoubtful = rows->isTrue(row, 8);
        state.told = objectFrom(rows->raw(row, 9));
        states.insert(rows->text(row, 0), state);
    }
    return states;
}

core::Result<QList<MirrorOutcome>> storeCopies(Session &session, const QList<MirrorCopy> &copies,
                                               const MirrorStates &states)
{
    QList<MirrorOutcome> outcomes(copies.size());
    if (copies.isEmpty())
        return outcomes;
    if (const auto checked = checkAll(copies); !checked)
        return core::passOn(checked);
    const MirrorTable &table = *copies.first().table;
    QList<MirrorCopy> sorted = copies; // what comes in order is inserted in order
    std::ranges::sort(sorted, {}, &MirrorCopy::stripeId);
    UpsertSql sql;
    addColumns(sql, table, sorted);
    addSnapshots(sql, sorted);
    if (table.link == TenantLink::ByCustomer)
        sql.addMade("tenant_id"_L1, "c.tenant_id", "coalesce(excluded.tenant_id, t.tenant_id)");
    for (const MadeColumn &made : table.made)
        sql.addMade(made.name, latin1(made.inserted), latin1(made.updated));
    const auto rows = executeKept(session, sql.statement(table), sql.arguments());
    if (!rows)
        return core::passOn(rows);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < copies.size(); ++i)
        places.insert(copies.at(i).stripeId, i);
    for (int row = 0; row < rows->size(); ++row) {
        const QString stripeId = rows->text(row, 0);
        MirrorOutcome &outcome = outcomes[places.value(stripeId)];
        outcome.id = QUuid(rows->raw(row, 1));
        outcome.tenantId = QUuid(rows->raw(row, 2));
        outcome.isApplied = true;
        outcome.before = states.value(stripeId).told;
        outcome.after = objectFrom(rows->raw(row, 3));
    }
    if (table.follow != nullptr) {
        if (const auto followed = table.follow(session, copies, outcomes); !followed)
            return core::passOn(followed);
    }
    if (const auto asked = askForLinks(session, copies); !asked)
        return core::passOn(asked);
    return outcomes;
}

core::Result<QList<MirrorOutcome>> writeMirror(Session &session, QList<MirrorCopy> copies)
{
    if (copies.isEmpty())
        return QList<MirrorOutcome>();
    if (const auto set = planForIndexes(session); !set)
        return core::passOn(set);
    QStringList ids;
    QStringList customers;
    for (const MirrorCopy &copy : std::as_const(copies)) {
        ids.append(copy.stripeId);
        if (!copy.customerId.isEmpty())
            customers.append(copy.customerId);
    }
    if (const auto checked = checkAll(copies); !checked)
        return core::passOn(checked);
    if (const auto locked = lockObjects(session, ids); !locked)
        return core::passOn(locked);
    if (const auto locked = lockCustomers(session, customers); !locked)
        return core::passOn(locked);
    const auto states = readStates(session, *copies.first().table, ids);
    if (!states)
        return core::passOn(states);
    QHash<QString, MirrorOutcome> known;
    for (auto it = states->cbegin(); it != states->cend(); ++it)
        known[it.key()] = {.id = it->id, .before = it->told};
    if (const auto judged = judgeAll(session, copies, *states); !judged)
        return core::passOn(judged);
    const auto stored = storeCopies(session, copies, *states);
    if (!stored)
        return core::passOn(stored);
    for (qsizetype i = 0; i < copies.size(); ++i)
        known[copies.at(i).stripeId] = stored->at(i);
    QList<MirrorOutcome> outcomes;
    for (const QString &id : std::as_const(ids))
        outcomes.append(known.value(id));
    return outcomes;
}

core::Result<> fillLinks(Session &session, const QList<MirrorCopy> &passedOver)
{
    QStringList ids;
    QStringList links;
    for (const MirrorCopy &copy : passedOver) {
        const QString link = textOf(copy.values.value(copy.table->untoldColumn));
        if (link.isEmpty())
            continue;
        ids.append(copy.stripeId);
        links.append(link);
    }
    if (ids.isEmpty())
        return {};
    const MirrorTable &table = *passedOver.first().table;
    const QByteArray link = latin1(table.untoldColumn);
    const auto filled =
        execute(session,
                "UPDATE " + latin1(table.name) + " t SET " + link
                    + " = u.link FROM unnest($1::text[], $2::text[]) AS u (id, link) WHERE t."
                    + latin1(table.idColumn) + " = u.id AND t." + link + " IS NULL",
                {PgArgument::texts(ids), PgArgument::texts(links)});
    return filled ? core::Result<>() : core::passOn(filled);
}

core::Result<> markDoubtful(Session &session, const MirrorTable &table,
                            const QStringList &stripeIds)
{
    if (stripeIds.isEmpty())
        return {};
    const QByteArray id(table.idColumn.data(), table.idColumn.size());
    const auto marked = execute(session,
                                "UPDATE " + latin1(table.name) + " SET needs_fetch = true WHERE "
                                    + id + " = ANY ($1::text[]) AND NOT needs_fetch",
                                {PgArgument::texts(stripeIds)});
    return marked ? core::Result<>() : core::passOn(marked);
}

} // namespace db
