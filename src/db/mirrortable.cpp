// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrortable.h"

#include "db/keptsql.h"
#include "db/mirrorlocks.h"
#include "db/mirrorsql.h"
#include "db/pgconnection.h"
#include "db/session.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace db {
namespace {

using Source = core::Snapshot::Source;

QJsonObject objectFrom(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
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

core::Result<> markWhere(Session &session, const MirrorTable &table, const QStringList &stripeIds,
                         const QByteArray &condition)
{
    if (stripeIds.isEmpty())
        return {};
    const auto marked =
        execute(session,
                "UPDATE " + latin1(table.name) + " SET needs_fetch = true WHERE " + condition
                    + latin1(table.idColumn) + " = ANY ($1::text[]) AND NOT needs_fetch",
                {PgArgument::texts(stripeIds)});
    return marked ? core::Result<>() : core::passOn(marked);
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
    return markWhere(session, table, ids, latin1(table.untoldColumn) + " IS NULL AND ");
}

/// By Stripe's id. It is known which rows are new: "on conflict" would cost a third more.
core::Result<QHash<QString, MirrorOutcome>> storeEach(Session &session, QList<MirrorCopy> copies,
                                                      const MirrorStates &states)
{
    std::ranges::sort(copies, {}, &MirrorCopy::stripeId); // what comes in order is kept in order
    const auto known = std::ranges::stable_partition(
        copies, [&](const MirrorCopy &copy) { return !states.contains(copy.stripeId); });
    const qsizetype fresh = copies.size() - std::ssize(known);
    QHash<QString, MirrorOutcome> outcomes;
    for (const bool isFresh : {true, false}) {
        const QList<MirrorCopy> some = isFresh ? copies.first(fresh) : copies.sliced(fresh);
        if (some.isEmpty())
            continue;
        const MirrorWrite write = mirrorWriteOf(some, isFresh);
        const auto rows = executeKept(session, write.sql, write.arguments);
        if (!rows)
            return core::passOn(rows);
        for (int row = 0; row < rows->size(); ++row) {
            const QString stripeId = rows->text(row, 0);
            outcomes[stripeId] = {.id = QUuid(rows->raw(row, 1)),
                                  .tenantId = QUuid(rows->raw(row, 2)),
                                  .isApplied = true,
                                  .before = states.value(stripeId).told,
                                  .after = objectFrom(rows->raw(row, 3))};
        }
    }
    return outcomes;
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
    const QByteArray id = latin1(table.idColumn);
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
    const auto stored = storeEach(session, copies, states);
    if (!stored)
        return core::passOn(stored);
    for (qsizetype i = 0; i < copies.size(); ++i)
        outcomes[i] = stored->value(copies.at(i).stripeId);
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
    return markWhere(session, table, stripeIds, {});
}

} // namespace db
