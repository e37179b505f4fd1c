// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"
#include "core/rowselection.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace core {

/// What a list's column holds, and so how it is compared, drawn, aligned and exported.
enum class ColumnKind {
    Text,
    Mono,     ///< Numbers and ids people read out: monospaced.
    Status,   ///< The wire text of a state; drawn as a chip.
    Money,    ///< The cell is a core::Money, or null.
    DateTime, ///< The cell is a QDateTime in UTC, or null.
    Ratio,    ///< The cell is a double, 1.0 = 100 %, or null.
    Count,    ///< The cell is a qint64.
};

/// One column of a list, named once for the SQL behind it, the header above it and the export.
struct ListColumn
{
    QLatin1StringView id;
    ColumnKind kind;
};

/// The lists of the product. A list's cells come in the order of these columns.
enum class ListId { Tenants, Subscriptions, Invoices, Drift, Events };

[[nodiscard]] std::span<const ListColumn> columnsOf(ListId list);
[[nodiscard]] int columnIndex(ListId list, QLatin1StringView id); ///< -1 when there is none.
/// The Money column whose sums per currency stand in the footer; empty: none.
[[nodiscard]] QLatin1StringView summedColumn(ListId list);
[[nodiscard]] QLatin1StringView entityOf(ListId list); ///< Of its rows in the change feed.
/// Whether rows show, and are found by, the name of their tenant.
[[nodiscard]] bool showsTenantNames(ListId list);
[[nodiscard]] QString toText(ListId list); ///< "tenants", …: stable, for settings and file names.

enum class FilterOperator {
    Contains,
    Equals,
    NotEquals,
    AtLeast,
    AtMost,
    Before,
    After,
    Within, ///< A time in the next so many days; in the last ones where the number is negative.
    IsSet
};

[[nodiscard]] QString toText(FilterOperator op); ///< "at_least", …: stable, for settings.
[[nodiscard]] std::optional<FilterOperator> filterOperatorFromText(QStringView text);

struct Filter
{
    QString column;
    FilterOperator op = FilterOperator::Contains;
    /// Text, qint64 (minor units for Money), double or QDateTime; a QStringList is "any of". For a
    /// DateTime column a qint64 is that many days from now, whenever the list is asked for.
    QVariant value;
    bool operator==(const Filter &) const = default;
};

struct SortKey
{
    QString column;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const SortKey &) const = default;
};

/// What a list shows. `search` looks in the columns people hunt by (name, number, e-mail, ids).
struct ListQuery
{
    ListId list = ListId::Tenants;
    QString search;
    QList<Filter> filters;
    QList<SortKey> sort; ///< Empty: the list's own order.
    RowSelection selection = {};
    bool operator==(const ListQuery &) const = default;
};

/// The query as the database takes it: days from now become points in time.
[[nodiscard]] ListQuery resolved(ListQuery query, const QDateTime &now);

/// These rows of the list, whatever search and filters let through by now.
[[nodiscard]] ListQuery onlyRows(ListQuery query, QList<QUuid> ids);

struct ListRow
{
    QUuid id;
    QVariantList cells;
    bool operator==(const ListRow &) const = default;
};

/// Rows [first, first + rows.size()) of the query's order.
struct ListWindow
{
    qint64 first = 0;
    QList<ListRow> rows;
};

struct ListTotals
{
    qint64 count = 0;
    QList<Money> sums; ///< Of summedColumn(), one per currency, largest count of rows first.
    bool operator==(const ListTotals &) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::Money)
