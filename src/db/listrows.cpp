// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listrows.h"

#include "db/liststatement.h"
#include "db/session.h"

#include <QDateTime>

#include <limits>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace db {
namespace {

QList<PgArgument> argumentsOf(const ListBinds &binds)
{
    QList<PgArgument> arguments;
    for (const QString &value : binds.values())
        arguments += PgArgument::untyped(value.toUtf8());
    return arguments;
}

double realOf(const PgRows &rows, int row, int column)
{
    const QByteArray text = rows.raw(row, column);
    return text == "Infinity" ? std::numeric_limits<double>::infinity() : text.toDouble();
}

/// The cell in this column of the answer; money takes the next one too.
QVariant cellOf(const PgRows &rows, int row, int column, ColumnKind kind)
{
    if (rows.isNull(row, column))
        return {};
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Mono:
    case ColumnKind::Status:
        return rows.text(row, column);
    case ColumnKind::Money:
        if (rows.isNull(row, column + 1))
            return {};
        return QVariant::fromValue(
            core::Money{rows.number(row, column), rows.text(row, column + 1)});
    case ColumnKind::DateTime:
        return QDateTime::fromMSecsSinceEpoch(rows.number(row, column), Qt::UTC);
    case ColumnKind::Ratio:
        return realOf(rows, row, column);
    case ColumnKind::Count:
        return rows.number(row, column);
    }
    return {};
}

/// Beyond this many rows found, collecting and sorting their ids takes longer than reading on
/// until a page is full; or than reading all rows, each of which is compared.
constexpr qint64 fewForPage = 5000;
constexpr qint64 fewForAll = 50'000;

} // namespace

core::Result<PgRows> runStatement(Session &session, const QString &sql,
                                  const ListStatement &statement)
{
    return execute(session, sql.toUtf8(), argumentsOf(statement.binds()));
}

QList<core::ListRow> rowsOf(const PgRows &answer, core::ListId list)
{
    QList<core::ListRow> rows;
    rows.reserve(answer.size());
    for (int row = 0; row < answer.size(); ++row) {
        core::ListRow made{QUuid(answer.text(row, 0)), {}};
        int column = 1;
        for (const core::ListColumn &shown : core::columnsOf(list)) {
            made.cells += cellOf(answer, row, column, shown.kind);
            column += shown.kind == ColumnKind::Money ? 2 : 1;
        }
        rows += std::move(made);
    }
    return rows;
}

core::Result<ListStatement> statementFor(Session &session, const core::ListQuery &query,
                                         ListBinds::Style style, Reads reads)
{
    const ListFacts &facts = factsOf(query.list);
    if (query.search.trimmed().isEmpty() || facts.matching.isEmpty())
        return ListStatement::from(query, style);
    if (reads == Reads::All && !isLongSearch(query.search))
        return ListStatement::from(query, style, SearchBy::Rows); // nothing of a row is compared
    const qint64 few = reads == Reads::All ? fewForAll : fewForPage;
    ListBinds binds(ListBinds::Style::Numbered);
    const QString found = searchedIds(facts, query.search, binds);
    const QString limit = binds.number(few);
    const QString sql =
        u"SELECT count(*) FROM ("_s + found + u" LIMIT "_s + limit + u") AS found"_s;
    const core::Result<PgRows> answer = execute(session, sql.toUtf8(), argumentsOf(binds));
    if (!answer)
        return core::passOn(answer);
    return ListStatement::from(query, style,
                               answer->number(0, 0) < few ? SearchBy::Ids : SearchBy::Rows);
}

} // namespace db
