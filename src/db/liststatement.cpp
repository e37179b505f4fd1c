// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/liststatement.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace db {
namespace {

QString sortExpression(const ListColumnFacts &column)
{
    return column.sort.isEmpty() ? column.value : column.sort;
}

QString joined(const QStringList &conditions)
{
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

core::ColumnKind kindOf(core::ListId list, const ListColumnFacts &column)
{
    return core::columnsOf(list)[static_cast<std::size_t>(core::columnIndex(list, column.id))].kind;
}

} // namespace

ListStatement::ListStatement(const ListFacts &facts, ListBinds::Style style)
    : m_facts(&facts)
    , m_binds(style)
{
}

core::Result<ListStatement> ListStatement::from(const core::ListQuery &query,
                                                ListBinds::Style style, SearchBy searchBy)
{
    ListStatement statement(factsOf(query.list), style);
    if (const core::Result<> sorted = statement.addSort(query); !sorted)
        return core::passOn(sorted);
    if (const core::Result<> filtered = statement.addFilters(query, searchBy); !filtered)
        return core::passOn(filtered);
    return statement;
}

core::Result<> ListStatement::addFilters(const core::ListQuery &query, SearchBy searchBy)
{
    for (const core::Filter &filter : query.filters) {
        const core::Result<QString> made = filterCondition(*m_facts, filter, m_binds);
        if (!made)
            return core::passOn(made);
        m_conditions += *made;
        const ListColumnFacts &column = *columnFacts(*m_facts, filter.column);
        m_filtersNeedJoin = m_filtersNeedJoin || column.isJoined;
        m_filtersReadClock = m_filtersReadClock || column.readsClock;
    }
    const QString search = searchCondition(*m_facts, query.search, searchBy, m_binds);
    for (const QString &further :
         {search, selectionCondition(*m_facts, query.selection, m_binds)}) {
        if (!further.isEmpty())
            m_conditions += further;
    }
    return {};
}

core::Result<> ListStatement::addSort(const core::ListQuery &query)
{
    for (const core::SortKey &key : query.sort) {
        const ListColumnFacts *column = columnFacts(*m_facts, key.column);
        if (!column)
            return core::fail(core::Error::Kind::Invalid,
                              QCoreApplication::translate("db", "This list has no such column."),
                              u"sort by column "_s + key.column, key.column);
        m_sort += SortTerm{column, key.order};
    }
    if (m_sort.isEmpty())
        m_sort +=
            SortTerm{columnFacts(*m_facts, QString(m_facts->defaultSort)), m_facts->defaultOrder};

    // Rows without a value stand apart: an index read backwards has them first, a partial one has
    // none, and without a partner in the joined table nothing can begin with that table's index.
    m_isSplit = m_sort.constFirst().column->isNullable;
    return {};
}

bool ListStatement::sortNeedsJoin() const
{
    return std::ranges::any_of(m_sort, [](const SortTerm &term) { return term.column->isJoined; });
}

bool ListStatement::readsClock() const
{
    return m_filtersReadClock || std::ranges::any_of(m_sort, [](const SortTerm &term) {
               return term.column->readsClock;
           });
}

QString ListStatement::source(bool isJoined) const
{
    return u" FROM "_s + m_facts->table + (isJoined ? u' ' + m_facts->join : QString());
}

QString ListStatement::condition(const QString &further) const
{
    return joined(further.isEmpty() ? m_conditions : m_conditions + QStringList{further});
}

QString ListStatement::partCondition(Part part) const
{
    const QString leading = m_sort.constFirst().column->value;
    switch (part) {
    case Part::All:
        return {};
    case Part::WithValue:
        return leading + u" IS NOT NULL"_s;
    case Part::WithoutValue:
        return leading + u" IS NULL"_s;
    }
    return {};
}

QString ListStatement::order(Part part) const
{
    QStringList terms;
    for (const SortTerm &term : m_sort) {
        // Said where it changes something only: with it, no index read backwards would do.
        const bool saysNulls = term.column->isNullable && term.order == Qt::DescendingOrder
            && !(part != Part::All && terms.isEmpty());
        terms += sortExpression(*term.column)
            + (term.order == Qt::DescendingOrder ? u" DESC"_s : QString())
            + (saysNulls ? u" NULLS LAST"_s : QString());
    }
    const bool isDescending = m_sort.constFirst().order == Qt::DescendingOrder;
    terms += m_facts->id + (isDescending ? u" DESC"_s : QString());
    return u" ORDER BY "_s + terms.join(u", "_s);
}

/// Times as whole milliseconds: their text would depend on the session's settings.
QString ListStatement::cells() const
{
    QStringList cells{m_facts->id};
    for (const ListColumnFacts &column : m_facts->columns) {
        if (kindOf(m_facts->list, column) == core::ColumnKind::DateTime)
            cells += u"floor(extract(epoch FROM "_s + column.value + u") * 1000)::bigint"_s;
        else
            cells += column.value;
        if (!column.currency.isEmpty())
            cells += column.currency;
    }
    return cells.join(u", "_s);
}

QString ListStatement::page(Part part, qint64 first, qint64 count)
{
    const QString limit = m_binds.number(count);
    const QString offset = m_binds.number(first);
    return u"WITH page AS MATERIALIZED (SELECT "_s + m_facts->id + u" AS row_id"_s
        + source(readsJoined()) + condition(partCondition(part)) + order(part) + u" LIMIT "_s
        + limit + u" OFFSET "_s + offset + u") SELECT "_s + cells() + u" FROM page JOIN "_s
        + m_facts->table + u" ON "_s + m_facts->id + u" = page.row_id "_s + m_facts->join
        + order(part);
}

QString ListStatement::count(Part part) const
{
    return u"SELECT count(*)"_s + source(readsJoined()) + condition(partCondition(part));
}

QString ListStatement::totals() const
{
    const ListColumnFacts *summed =
        columnFacts(*m_facts, QString(core::summedColumn(m_facts->list)));
    if (summed == nullptr)
        return u"SELECT count(*), NULL, NULL"_s + source(m_filtersNeedJoin) + condition({});
    return u"SELECT count(*), "_s + summed->currency + u", sum("_s + summed->value + u")::bigint"_s
        + source(m_filtersNeedJoin || summed->isJoined) + condition({}) + u" GROUP BY "_s
        + summed->currency + u" ORDER BY count(*) DESC, "_s + summed->currency;
}

QString ListStatement::among(const QList<QUuid> &ids)
{
    return m_facts->id + u" = ANY ("_s + m_binds.uuids(ids) + u')';
}

QString ListStatement::rows(const QList<QUuid> &ids)
{
    return u"SELECT "_s + cells() + source(true) + condition(among(ids)) + u" ORDER BY "_s
        + m_facts->id;
}

QString ListStatement::anyRows(const QList<QUuid> &ids)
{
    m_binds = ListBinds(ListBinds::Style::Numbered); // the filters' values have no place here
    return u"SELECT "_s + cells() + source(true) + u" WHERE "_s + among(ids) + u" ORDER BY "_s
        + m_facts->id;
}

QString ListStatement::matchingIds(const QList<QUuid> &ids)
{
    return u"SELECT "_s + m_facts->id + source(readsJoined()) + condition(among(ids))
        + order(Part::All);
}

QString ListStatement::sortedIds(const QList<QUuid> &ids)
{
    m_binds = ListBinds(ListBinds::Style::Numbered);
    return u"SELECT "_s + m_facts->id + source(sortNeedsJoin()) + u" WHERE "_s + among(ids)
        + order(Part::All);
}

QString ListStatement::copyIds(Part part) const
{
    return u"COPY (SELECT "_s + m_facts->id + source(readsJoined()) + condition(partCondition(part))
        + order(part) + u") TO STDOUT"_s;
}

QString ListStatement::copy(const QList<const ListColumnFacts *> &columns) const
{
    QStringList cells;
    bool isJoined = readsJoined();
    for (const ListColumnFacts *column : columns) {
        isJoined = isJoined || column->isJoined;
        if (kindOf(m_facts->list, *column) == core::ColumnKind::DateTime)
            cells += u'(' + column->value + u") AT TIME ZONE 'UTC'"_s;
        else
            cells += column->value;
        if (!column->currency.isEmpty())
            cells += column->currency;
    }
    return u"COPY (SELECT "_s + cells.join(u", "_s) + source(isJoined) + condition({})
        + order(Part::All) + u") TO STDOUT (FORMAT text, ENCODING 'UTF8')"_s;
}

} // namespace db
