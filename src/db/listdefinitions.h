// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <span>

// What each list is in SQL. All text of its statements comes from these tables; what users type is
// bound. No '%' in here: exports pass the text through PostgreSQL's format().
namespace db {

/// A column of a list in SQL. Expressions speak of the list's table and its one joined table.
struct ListColumnFacts
{
    QLatin1StringView id;
    QLatin1StringView value;         ///< Money: the amount.
    QLatin1StringView currency = {}; ///< Money only.
    QLatin1StringView sort = {};     ///< Where rows do not sort by `value`.
    bool isJoined = false;           ///< Needs the joined table.
    bool readsClock = false;         ///< Its value changes as time goes by.
    bool isNullable = false;         ///< Rows without a value go last, whatever the direction.
};

/// How an exact identifier leads to rows: "sub_…" in the list of invoices finds what it billed.
struct ListLookup
{
    QLatin1StringView prefix; ///< Of Stripe's ids; empty: our uuids.
    QLatin1StringView ids;    ///< Statement that gives rows' ids; speaks of :id.
};

/// A derived state and the stored condition it implies, so that an index can serve a filter.
struct ListState
{
    QLatin1StringView text;
    QLatin1StringView implies;
};

struct ListFacts
{
    core::ListId list;
    QLatin1StringView table; ///< With its alias.
    QLatin1StringView id;    ///< The unique key that ends every order.
    QLatin1StringView join;
    std::span<const ListColumnFacts> columns; ///< In core::columnsOf()'s order.
    QLatin1StringView defaultSort;
    Qt::SortOrder defaultOrder;
    /// Statement that gives the ids of rows with text like :pattern; :exact is what was typed.
    QLatin1StringView containing;
    /// The same for searches of three letters and more, also in columns that only trigram indexes
    /// make quick: with fewer letters the whole table would have to be read.
    QLatin1StringView containingLong;
    QLatin1StringView matching;     ///< As a condition on a row, where many rows may match;
    QLatin1StringView matchingLong; ///< and what three letters and more add to it.
    std::span<const ListLookup> lookups;
    std::span<const ListState> states; ///< Of the column `status`, where it is derived.
};

[[nodiscard]] const ListFacts &factsOf(core::ListId list);
[[nodiscard]] const ListColumnFacts *columnFacts(const ListFacts &facts, QStringView id);

/// An invoice's state as people see it, of the invoice `i`; also for the detail panels.
[[nodiscard]] QLatin1StringView derivedInvoiceStatus();

} // namespace db
