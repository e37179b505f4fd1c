// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/listcondition.h"

namespace db {

/// The statements of one list query, made of the literals of listdefinitions alone.
class ListStatement
{
public:
    /// Errors: Invalid, where a filter or a sort key does not fit its column.
    [[nodiscard]] static core::Result<ListStatement>
    from(const core::ListQuery &query, ListBinds::Style style, SearchBy searchBy = SearchBy::Ids);

    /// Rows whose first sort value is null come last; they are a part of their own.
    enum class Part { All, WithValue, WithoutValue };
    [[nodiscard]] bool isSplit() const { return m_isSplit; }

    /// Ids first, on as few tables as sort and filters need; then these rows, joined.
    [[nodiscard]] QString page(Part part, qint64 first, qint64 count);
    /// The number of rows of a part.
    [[nodiscard]] QString count(Part part) const;
    /// count, currency, sum: one row for each currency, that of most rows first; one row where
    /// the list sums nothing.
    [[nodiscard]] QString totals() const;
    [[nodiscard]] QString rows(const QList<QUuid> &ids);
    /// The same whether or not they match the filters.
    [[nodiscard]] QString anyRows(const QList<QUuid> &ids);
    /// COPY of the ids of a part, in order.
    [[nodiscard]] QString copyIds(Part part) const;
    /// Those of these ids that match, in order; and these ids in order, matching or not.
    [[nodiscard]] QString matchingIds(const QList<QUuid> &ids);
    [[nodiscard]] QString sortedIds(const QList<QUuid> &ids);
    /// Whether rows are found or ordered by what the joined table says of them.
    [[nodiscard]] bool readsJoined() const { return m_filtersNeedJoin || sortNeedsJoin(); }
    /// Whether rows change their place as time goes by, without being changed.
    [[nodiscard]] bool readsClock() const;
    /// COPY of these columns of all rows in their order. Money gives two, times are without zone.
    [[nodiscard]] QString copy(const QList<const ListColumnFacts *> &columns) const;

    /// For the statement made last: the values in the order of their placeholders.
    [[nodiscard]] const ListBinds &binds() const { return m_binds; }

private:
    struct SortTerm
    {
        const ListColumnFacts *column;
        Qt::SortOrder order;
    };
    ListStatement(const ListFacts &facts, ListBinds::Style style);

    core::Result<> addFilters(const core::ListQuery &query, SearchBy searchBy);
    core::Result<> addSort(const core::ListQuery &query);
    [[nodiscard]] QString source(bool isJoined) const;
    [[nodiscard]] QString among(const QList<QUuid> &ids);
    [[nodiscard]] QString condition(const QString &further) const;
    [[nodiscard]] QString partCondition(Part part) const;
    [[nodiscard]] QString order(Part part) const;
    [[nodiscard]] bool sortNeedsJoin() const;
    [[nodiscard]] QString cells() const;

    const ListFacts *m_facts;
    ListBinds m_binds;
    QStringList m_conditions;
    QList<SortTerm> m_sort;
    bool m_filtersNeedJoin = false;
    bool m_filtersReadClock = false;
    bool m_isSplit = false;
};

} // namespace db
