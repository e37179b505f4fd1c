// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listrepository.h"

#include "db/listids.h"
#include "db/listrows.h"
#include "db/liststatement.h"
#include "db/pgconnection.h"
#include "db/pgcopy.h"
#include "db/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace db {
namespace {

/// One part of a query's rows. Each statement numbers its own values, so each is made anew.
core::Result<QList<core::ListRow>> partOf(Session &session, const core::ListQuery &query,
                                          ListStatement statement, ListStatement::Part part,
                                          qint64 first, qint64 count)
{
    const QString sql = statement.page(part, first, count);
    const core::Result<PgRows> answer = runStatement(session, sql, statement);
    if (!answer)
        return core::passOn(answer);
    return rowsOf(*answer, query.list);
}

core::Result<qint64> countOf(Session &session, const ListStatement &statement,
                             ListStatement::Part part)
{
    const core::Result<PgRows> answer = runStatement(session, statement.count(part), statement);
    if (!answer)
        return core::passOn(answer);
    return answer->number(0, 0);
}

/// The rest of a window that begins behind, or reaches into, the rows without a sort value.
core::Result<QList<core::ListRow>> tailOf(Session &session, const core::ListQuery &query,
                                          const ListStatement &statement, qint64 first,
                                          qint64 count, qint64 found)
{
    qint64 withValue = first + found;
    if (found == 0 && first > 0) {
        const core::Result<qint64> counted =
            countOf(session, statement, ListStatement::Part::WithValue);
        if (!counted)
            return core::passOn(counted);
        withValue = *counted;
    }
    return partOf(session, query, statement, ListStatement::Part::WithoutValue,
                  std::max<qint64>(0, first + found - withValue), count - found);
}

} // namespace

core::Result<core::ListWindow> ListRepository::window(const core::ListQuery &query, qint64 first,
                                                      int count) const
{
    const core::Result<ListStatement> statement =
        statementFor(m_session, query, ListBinds::Style::Numbered, Reads::Page);
    if (!statement)
        return core::passOn(statement);
    const auto part =
        statement->isSplit() ? ListStatement::Part::WithValue : ListStatement::Part::All;
    core::Result<QList<core::ListRow>> rows =
        partOf(m_session, query, *statement, part, first, count);
    if (!rows)
        return core::passOn(rows);
    if (statement->isSplit() && rows->size() < count) {
        const core::Result<QList<core::ListRow>> tail =
            tailOf(m_session, query, *statement, first, count, rows->size());
        if (!tail)
            return core::passOn(tail);
        *rows += *tail;
    }
    return core::ListWindow{first, *std::move(rows)};
}

core::Result<core::ListTotals> ListRepository::totals(const core::ListQuery &query) const
{
    const core::Result<ListStatement> statement =
        statementFor(m_session, query, ListBinds::Style::Numbered, Reads::All);
    if (!statement)
        return core::passOn(statement);
    const core::Result<PgRows> answer = runStatement(m_session, statement->totals(), *statement);
    if (!answer)
        return core::passOn(answer);
    core::ListTotals totals;
    for (int row = 0; row < answer->size(); ++row) {
        totals.count += answer->number(row, 0);
        if (!answer->isNull(row, 1) && !answer->isNull(row, 2))
            totals.sums += core::Money{answer->number(row, 2), answer->text(row, 1)};
    }
    return totals;
}

core::Result<QList<core::ListRow>> ListRepository::rows(const core::ListQuery &query,
                                                        const QList<QUuid> &ids) const
{
    core::Result<ListStatement> statement =
        statementFor(m_session, query, ListBinds::Style::Numbered, Reads::Page);
    if (!statement)
        return core::passOn(statement);
    const QString sql = statement->rows(ids);
    const core::Result<PgRows> answer = runStatement(m_session, sql, *statement);
    if (!answer)
        return core::passOn(answer);
    return rowsOf(*answer, query.list);
}

core::Result<QList<QUuid>> ListRepository::ids(const core::ListQuery &query,
                                               const std::atomic_bool &canceled) const
{
    const core::Result<ListStatement> statement =
        statementFor(m_session, query, ListBinds::Style::Quoted, Reads::All);
    if (!statement)
        return core::passOn(statement);
    QList<QUuid> ids;
    const core::Result<> read = copyIds(
        m_session, *statement, [&ids](const QUuid &id) { ids.append(id); }, canceled);
    if (!read)
        return core::passOn(read);
    return ids;
}

core::Result<qint64> ListRepository::writeLines(const core::ListQuery &query,
                                                const QStringList &columns, RowStream::Form form,
                                                const LineSink &sink,
                                                const std::atomic_bool &canceled) const
{
    const core::Result<ListStatement> statement =
        statementFor(m_session, query, ListBinds::Style::Quoted, Reads::All);
    if (!statement)
        return core::passOn(statement);
    QList<const ListColumnFacts *> chosen;
    QList<ColumnKind> kinds;
    for (const QString &id : columns) {
        const ListColumnFacts *column = columnFacts(factsOf(query.list), id);
        if (!column)
            return core::fail(core::Error::Kind::Invalid,
                              QCoreApplication::translate("db", "This list has no such column."),
                              u"export of column "_s + id, id);
        chosen += column;
        kinds +=
            core::columnsOf(
                query.list)[static_cast<std::size_t>(core::columnIndex(query.list, column->id))]
                .kind;
    }
    RowStream stream(form, kinds);
    const auto convert = [&](QByteArrayView lines) -> core::Result<> {
        stream.convert(lines);
        if (stream.pending() < RowStream::fullBlock)
            return {};
        return sink(stream.take(), stream.rows());
    };
    const core::Result<qint64> rows =
        copyOut(m_session, statement->copy(chosen), statement->binds().values(), convert, canceled);
    if (!rows)
        return core::passOn(rows);
    const core::Result<> last = sink(stream.take(), *rows);
    if (!last)
        return core::passOn(last);
    return rows;
}

} // namespace db
