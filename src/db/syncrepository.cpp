// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/syncrepository.h"

#include "db/bindvalues.h"
#include "db/pgconnection.h"
#include "db/session.h"
#include "db/syncfacts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace db {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncRepository)
};

core::Result<> done(const core::Result<PgRows> &rows)
{
    return rows ? core::Result<>() : core::passOn(rows);
}

core::Error movedOn()
{
    return {core::Error::Kind::Conflict,
            QCoreApplication::translate("SyncRepository",
                                        "The sync has moved on meanwhile. Look at it again."),
            {},
            {}};
}

QDateTime timeAt(const QSqlQuery &query, int column)
{
    const QVariant value = query.value(column);
    return value.isNull() ? QDateTime() : value.toDateTime().toUTC();
}

core::SyncRun runFrom(const QSqlQuery &query)
{
    core::SyncRun run;
    run.id = query.value(0).toUuid();
    run.mode = core::syncModeFromText(query.value(1).toString()).value_or(core::SyncMode::Backfill);
    run.state =
        core::syncStateFromText(query.value(2).toString()).value_or(core::SyncState::Failed);
    run.requestedBy = query.value(3).toString();
    run.startedAt = timeAt(query, 4);
    run.finishedAt = timeAt(query, 5);
    run.claimedBy = query.value(6).toString();
    run.problem = query.value(7).toString();
    return run;
}

/// As many as are here now are expected there.
QByteArray estimateOf(const SyncFacts &facts)
{
    return "(SELECT count(*) FROM " + QString(facts.table).toLatin1() + ")";
}

} // namespace

core::Result<QUuid> SyncRepository::request(core::SyncMode mode)
{
    auto row = m_session.run(u"SELECT request_sync(:mode)"_s, {{u"mode"_s, core::toText(mode)}});
    if (!row && row.error().kind == core::Error::Kind::Conflict)
        return core::fail(core::Error::Kind::Conflict,
                          Text::tr("A sync is under way already. Wait for it, or cancel it first."),
                          row.error().detail);
    if (!row)
        return core::passOn(row);
    row->next();
    return row->value(0).toUuid();
}

core::Result<> SyncRepository::steer(const QUuid &run, core::SyncState wanted)
{
    auto row = m_session.run(u"SELECT steer_sync(:run, :wanted)"_s,
                             {{u"run"_s, run}, {u"wanted"_s, core::toText(wanted)}});
    if (!row)
        return core::passOn(row);
    if (!row->next() || !row->value(0).toBool())
        return tl::unexpected(movedOn());
    return {};
}

core::Result<std::optional<core::SyncRun>> SyncRepository::one(const QString &which,
                                                               const QVariantMap &binds)
{
    auto query = m_session.run(uR"(
        SELECT r.id, r.mode, r.state, r.requested_by, r.started_at, r.finished_at,
               CASE WHEN r.lease_until > now() THEN r.claimed_by END, r.problem
          FROM sync_runs r )"_s + which,
                               binds);
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return std::nullopt;
    core::SyncRun run = runFrom(*query);
    auto known = lists(run.id);
    if (!known)
        return core::passOn(known);
    run.lists = *std::move(known);
    return std::optional(run);
}

core::Result<std::optional<core::SyncRun>> SyncRepository::latest()
{
    return one(u"ORDER BY r.seq DESC LIMIT 1"_s, {});
}

core::Result<core::SyncRun> SyncRepository::run(const QUuid &id)
{
    const auto found = one(u"WHERE r.id = :id"_s, {{u"id"_s, id}});
    if (!found)
        return core::passOn(found);
    if (!*found)
        return core::fail(core::Error::Kind::NotFound, Text::tr("There is no such sync."));
    return **found;
}

core::Result<QList<core::SyncList>> SyncRepository::lists(const QUuid &run)
{
    auto query = m_session.run(uR"(
        SELECT c.kind, c.phase, c.cursor, c.cursor_created, c.pages, c.objects, c.estimate,
               c.written, c.differing, c.unreadable, c.problem
          FROM sync_cursors c WHERE c.run_id = :run ORDER BY c.place, c.kind)"_s,
                               {{u"run"_s, run}});
    if (!query)
        return core::passOn(query);
    QList<core::SyncList> lists;
    while (query->next()) {
        core::SyncList list;
        list.kind = query->value(0).toString();
        list.phase = query->value(1).toString();
        list.cursor = query->value(2).toString();
        list.cursorCreated = timeAt(*query, 3);
        list.pages = query->value(4).toLongLong();
        list.objects = query->value(5).toLongLong();
        list.estimate = query->value(6).toLongLong();
        list.written = query->value(7).toLongLong();
        list.differing = query->value(8).toLongLong();
        list.unreadable = query->value(9).toLongLong();
        list.problem = query->value(10).toString();
        lists.append(list);
    }
    return lists;
}

core::Result<std::optional<core::SyncRun>>
SyncRepository::claim(const QString &who, std::chrono::milliseconds lease, const QString &dead)
{
    const auto claimed =
        execute(m_session, R"(
        UPDATE sync_runs r
           SET claimed_by = $1, lease_until = now() + $2::bigint * interval '1 millisecond',
               changed_at = now()
         WHERE r.id IN (SELECT x.id FROM sync_runs x
                         WHERE x.state = 'running'
                           AND (x.lease_until IS NULL OR x.lease_until < now()
                                -- longer than anybody takes it for: the clock was set back
                                OR x.lease_until > now() + $2::bigint * interval '2 milliseconds'
                                OR x.claimed_by IN ($1, $3))
                         ORDER BY x.id FOR UPDATE SKIP LOCKED)
        RETURNING r.id)",
                {PgArgument(who), PgArgument(qint64(lease.count())), PgArgument(dead)});
    if (!claimed)
        return core::passOn(claimed);
    if (claimed->size() == 0)
        return std::nullopt;
    const QUuid id(claimed->text(0, 0));
    int place = 0;
    for (const SyncFacts &facts : syncFacts()) {
        const auto made =
            execute(m_session,
                    "INSERT INTO sync_cursors (run_id, kind, place, estimate)"
                    " SELECT $1::uuid, $2, $3, "
                        + estimateOf(facts)
                        + " WHERE NOT EXISTS (SELECT FROM sync_cursors c"
                          " WHERE c.run_id = $1::uuid AND c.kind = $2)",
                    {PgArgument::uuid(id), PgArgument(QString(facts.kind)), PgArgument(place++)});
        if (!made)
            return core::passOn(made);
    }
    const auto whole = run(id);
    if (!whole)
        return core::passOn(whole);
    return std::optional(*whole);
}

core::Result<bool> SyncRepository::renew(const QUuid &run, const QString &who,
                                         std::chrono::milliseconds lease, const QString &problem)
{
    const auto renewed =
        execute(m_session, R"(
        UPDATE sync_runs
           SET lease_until = now() + $3::bigint * interval '1 millisecond', changed_at = now(),
               problem = $4
         WHERE id = $1::uuid AND claimed_by = $2 AND state = 'running')",
                {PgArgument::uuid(run), PgArgument(who), PgArgument(qint64(lease.count())),
                 problem.isEmpty() ? PgArgument() : PgArgument(problem)});
    if (!renewed)
        return core::passOn(renewed);
    return renewed->affected() == 1;
}

core::Result<> SyncRepository::letGo(const QUuid &run, const QString &who)
{
    return done(execute(m_session, R"(
        UPDATE sync_runs SET claimed_by = NULL, lease_until = NULL, changed_at = now()
         WHERE id = $1::uuid AND claimed_by = $2 AND state = 'running')",
                        {PgArgument::uuid(run), PgArgument(who)}));
}

core::Result<> SyncRepository::saveList(const QUuid &run, const core::SyncList &list,
                                        const QString &cursorBefore, const QString &phaseBefore)
{
    const auto saved =
        execute(m_session, R"(
        UPDATE sync_cursors
           SET phase = $3, cursor = $4, cursor_created = $5, pages = $6, objects = $7,
               written = $8, differing = $9, unreadable = $10, problem = $11
         WHERE run_id = $1::uuid AND kind = $2 AND cursor = $12 AND phase = $13)",
                {PgArgument::uuid(run), PgArgument(list.kind), PgArgument(list.phase),
                 PgArgument(list.cursor), PgArgument::time(list.cursorCreated),
                 PgArgument(list.pages), PgArgument(list.objects), PgArgument(list.written),
                 PgArgument(list.differing), PgArgument(list.unreadable),
                 list.problem.isEmpty() ? PgArgument() : PgArgument(list.problem),
                 PgArgument(cursorBefore), PgArgument(phaseBefore)});
    if (!saved)
        return core::passOn(saved);
    if (saved->affected() != 1)
        return tl::unexpected(movedOn());
    return {};
}

core::Result<> SyncRepository::addList(const QUuid &run, const QString &kind, qint64 estimate)
{
    return done(execute(m_session, R"(
        INSERT INTO sync_cursors (run_id, kind, place, estimate) VALUES ($1::uuid, $2, 1000, $3)
        ON CONFLICT (run_id, kind) DO NOTHING)",
                        {PgArgument::uuid(run), PgArgument(kind), PgArgument(estimate)}));
}

core::Result<> SyncRepository::finish(const QUuid &run, core::SyncState state,
                                      const QString &problem)
{
    const auto ended = execute(m_session, R"(
        UPDATE sync_runs
           SET state = $2, problem = $3, finished_at = now(), changed_at = now(),
               claimed_by = NULL, lease_until = NULL
         WHERE id = $1::uuid AND state = 'running')",
                               {PgArgument::uuid(run), PgArgument(core::toText(state)),
                                problem.isEmpty() ? PgArgument() : PgArgument(problem)});
    if (!ended)
        return core::passOn(ended);
    if (ended->affected() != 1)
        return tl::unexpected(movedOn());
    const auto forgotten = execute(m_session, "DELETE FROM sync_seen WHERE run_id = $1::uuid",
                                   {PgArgument::uuid(run)});
    if (!forgotten || state != core::SyncState::Done)
        return done(forgotten);
    // Everything has been read since the gap was noticed, and what differed was repaired.
    return done(execute(m_session, R"(
        UPDATE stripe_account a SET events_gap_from = NULL, events_gap_noticed_at = NULL
          FROM sync_runs r
         WHERE r.id = $1::uuid AND r.mode <> 'report' AND r.started_at > a.events_gap_noticed_at)",
                        {PgArgument::uuid(run)}));
}

core::Result<> SyncRepository::noteSeen(const QUuid &run, const QString &kind,
                                        const QStringList &ids)
{
    return done(execute(m_session, R"(
        INSERT INTO sync_seen (run_id, kind, stripe_id)
        SELECT $1::uuid, $2, i.id FROM unnest($3::text[]) i (id) ORDER BY i.id
        ON CONFLICT DO NOTHING)",
                        {PgArgument::uuid(run), PgArgument(kind), PgArgument::texts(ids)}));
}

core::Result<QStringList> SyncRepository::unseen(const QUuid &run, const QString &kind,
                                                 const QString &after, int limit)
{
    const SyncFacts *facts = syncFactsOf(kind);
    if (!facts)
        return QStringList();
    const QByteArray id = "t." + QString(facts->idColumn).toLatin1();
    const auto rows =
        execute(m_session,
                "SELECT " + id + " FROM " + QString(facts->table).toLatin1()
                    + " t JOIN sync_runs r ON r.id = $1::uuid"
                      " WHERE t.created < r.started_at AND t.as_of < r.started_at AND "
                    + id + " > $3 AND NOT (" + QString(facts->isGone).toLatin1()
                    + ") AND NOT EXISTS (SELECT FROM sync_seen s WHERE s.run_id = r.id"
                      " AND s.kind = $2 AND s.stripe_id = "
                    + id + ") ORDER BY " + id + " LIMIT $4",
                {PgArgument::uuid(run), PgArgument(kind), PgArgument(after), PgArgument(limit)});
    if (!rows)
        return core::passOn(rows);
    QStringList ids;
    for (int row = 0; row < rows->size(); ++row)
        ids.append(rows->text(row, 0));
    return ids;
}

core::Result<> SyncRepository::requestEventPoll()
{
    return done(execute(m_session, "SELECT request_event_poll()"));
}

core::Result<core::EventGap> SyncRepository::eventGap()
{
    auto query = m_session.run(uR"(
        SELECT events_listed_until, events_gap_from,
               floor(coalesce(extract(epoch FROM now() - events_listed_until) / 86400, 0))::integer
          FROM stripe_account ORDER BY only_row)"_s);
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return core::EventGap{};
    return core::EventGap{timeAt(*query, 0), timeAt(*query, 1), query->value(2).toInt()};
}

core::Result<> SyncRepository::noteEventGap(const QDateTime &from)
{
    return done(execute(m_session, R"(
        UPDATE stripe_account
           SET events_gap_from = coalesce(events_gap_from, $1), events_gap_noticed_at = now())",
                        {PgArgument::time(from)}));
}

} // namespace db
