// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listpositions.h"

#include "db/listids.h"
#include "db/listplaces.h"
#include "db/listrepository.h"
#include "db/listrows.h"
#include "db/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace db {
namespace {

/// Beyond this many changes reading all ids anew is quicker than finding the changed rows' places.
constexpr qsizetype mostChanges = 2000;
constexpr auto longestKept = 6h; // the change feed reaches back a day
constexpr auto clockKept = 1min; // where rows become overdue without being changed

core::Result<QByteArray> snapshotOf(Session &session)
{
    const core::Result<PgRows> now = execute(session, "SELECT pg_current_snapshot()");
    if (!now)
        return core::passOn(now);
    return now->raw(0, 0);
}

} // namespace

core::Result<core::ListWindow> ListPositions::window(Session &session, qint64 first, int count,
                                                     const std::atomic_bool &canceled)
{
    if (const core::Result<> fresh = refresh(session, canceled); !fresh)
        return core::passOn(fresh);
    const auto whole = wholeIds(session, m_query.list, m_ids.slice(first, count));
    if (!whole)
        return core::passOn(whole);
    if (!*whole) // two rows whose ids begin alike
        return ListRepository(session).window(m_query, first, count);
    const QList<QUuid> &ids = **whole;
    core::Result<ListStatement> statement =
        ListStatement::from(m_query, ListBinds::Style::Numbered);
    if (!statement)
        return core::passOn(statement);
    const QString sql = statement->anyRows(ids);
    const core::Result<PgRows> answer = runStatement(session, sql, *statement);
    if (!answer)
        return core::passOn(answer);
    QHash<QUuid, core::ListRow> found;
    for (core::ListRow &row : rowsOf(*answer, m_query.list))
        found.insert(row.id, std::move(row));
    core::ListWindow window{first, {}};
    for (const QUuid &id : ids) {
        if (const auto row = found.constFind(id); row != found.cend())
            window.rows += *row;
    }
    return window;
}

/// In one transaction with what the caller reads next: ids and rows are of the same moment.
core::Result<> ListPositions::refresh(Session &session, const std::atomic_bool &canceled)
{
    if (!session.inTransaction()) {
        if (const core::Result<> begun = session.begin(); !begun)
            return begun;
    }
    const core::Result<> done = bringUpToDate(session, canceled);
    if (!done)
        m_snapshot.clear(); // half of it may have been done
    return done;
}

core::Result<> ListPositions::bringUpToDate(Session &session, const std::atomic_bool &canceled)
{
    const core::Result<QByteArray> now = snapshotOf(session);
    if (!now)
        return core::passOn(now);
    if (*now == m_snapshot && !isAged())
        return {};
    if (!m_snapshot.isEmpty() && !isAged()) {
        const core::Result<Changes> changes = changesSince(session);
        if (!changes)
            return core::passOn(changes);
        if (!changes->isTooMany) {
            const core::Result<bool> applied = apply(session, changes->rows);
            if (!applied)
                return core::passOn(applied);
            if (*applied) {
                m_snapshot = *now;
                return {};
            }
        }
    }
    if (const core::Result<> read = readAll(session, canceled); !read)
        return read;
    m_snapshot = *now;
    return {};
}

core::Result<> ListPositions::readAll(Session &session, const std::atomic_bool &canceled)
{
    m_ids = {};
    m_snapshot.clear();
    const auto take = [this](const QUuid &id) { m_ids.append(halfOf(id)); };
    const core::Result<ListStatement> statement =
        statementFor(session, m_query, ListBinds::Style::Quoted, Reads::All);
    if (!statement)
        return core::passOn(statement);
    if (const core::Result<> read = copyIds(session, *statement, take, canceled); !read)
        return read;
    m_readAt = std::chrono::steady_clock::now();
    m_readsClock = statement->readsClock();
    m_readsTenants = core::showsTenantNames(m_query.list)
        && (statement->readsJoined() || !m_query.search.trimmed().isEmpty());
    return {};
}

bool ListPositions::isAged() const
{
    const auto age = std::chrono::steady_clock::now() - m_readAt;
    return age > longestKept || (m_readsClock && age > clockKept);
}

/// A change belongs to what the old snapshot did not see; what the session does not see yet is not
/// among the rows, and comes next time.
core::Result<ListPositions::Changes> ListPositions::changesSince(Session &session) const
{
    const QString entity = core::entityOf(m_query.list);
    const core::Result<PgRows> rows = execute(
        session,
        "SELECT c.entity, c.id FROM changes c"
        " WHERE c.xid >= pg_snapshot_xmin(CAST($1 AS pg_snapshot))"
        " AND NOT pg_visible_in_snapshot(c.xid, CAST($1 AS pg_snapshot))"
        " AND (c.entity = '*' OR c.entity = $2 OR (c.entity = 'tenant_name' AND $3)) LIMIT $4",
        {PgArgument::untyped(m_snapshot), PgArgument(entity), PgArgument(m_readsTenants),
         PgArgument(qint64(4 * mostChanges))});
    if (!rows)
        return core::passOn(rows);
    Changes changes;
    QSet<QString> tenants;
    changes.isTooMany = rows->size() >= 4 * mostChanges;
    for (int row = 0; row < rows->size(); ++row) {
        if (rows->text(row, 0) == "*"_L1 || rows->isNull(row, 1))
            changes.isTooMany = true;
        else if (rows->text(row, 0) == entity)
            changes.rows += QUuid(rows->text(row, 1));
        else
            tenants += rows->text(row, 1);
    }
    if (!changes.isTooMany && !tenants.isEmpty()) {
        if (const core::Result<> added = addTenantsRows(session, tenants.values(), changes); !added)
            return core::passOn(added);
    }
    changes.isTooMany = changes.isTooMany || changes.rows.size() > mostChanges;
    return changes;
}

core::Result<> ListPositions::addTenantsRows(Session &session, const QStringList &tenants,
                                             Changes &changes) const
{
    const ListFacts &facts = factsOf(m_query.list);
    const QString sql = u"SELECT "_s + facts.id + u" FROM "_s + facts.table
        + u" WHERE tenant_id = ANY ($1::uuid[]) LIMIT $2"_s;
    const core::Result<PgRows> rows = execute(
        session, sql.toUtf8(), {PgArgument::texts(tenants), PgArgument(qint64(mostChanges + 1))});
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row)
        changes.rows += QUuid(rows->text(row, 0));
    return {};
}

core::Result<bool> ListPositions::apply(Session &session, const QSet<QUuid> &changed)
{
    if (changed.isEmpty())
        return true;
    QSet<HalfId> halves;
    for (const QUuid &id : changed)
        halves += halfOf(id);
    const auto whole = wholeIds(session, m_query.list, halves.values());
    if (!whole)
        return core::passOn(whole);
    const auto isAnother = [&](const QUuid &id) { return !changed.contains(id); };
    if (!*whole || std::ranges::any_of(**whole, isAnother))
        return false; // its half may stand for another row
    m_ids.remove(halves);
    core::Result<ListStatement> statement =
        ListStatement::from(m_query, ListBinds::Style::Numbered);
    if (!statement)
        return core::passOn(statement);
    const QString sql = statement->matchingIds(changed.values());
    const core::Result<PgRows> matching = runStatement(session, sql, *statement);
    if (!matching)
        return core::passOn(matching);
    QList<QUuid> fresh;
    for (int row = 0; row < matching->size(); ++row)
        fresh += QUuid(matching->text(row, 0));

    const core::Result<std::optional<QList<qint64>>> places =
        findPlaces(session, m_query, m_ids, fresh);
    if (!places)
        return core::passOn(places);
    if (!*places)
        return false;
    for (qsizetype i = fresh.size() - 1; i >= 0; --i) // those before keep their places
        m_ids.insert((*places)->at(i), halfOf(fresh.at(i)));
    return true;
}

} // namespace db
