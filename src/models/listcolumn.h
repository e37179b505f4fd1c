// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

#include <span>

namespace models {

/// How a column's cells are drawn. The kind says what the cell holds, the look what it means.
enum class CellLook {
    Name, ///< What the row is called, in full text colour.
    Text,
    Mono,
    Status,
    Money,
    AlertMoney, ///< Money that should not be there: red above zero.
    LimitShare, ///< A bar and a percentage, amber from 80 %, red above 100 %.
    Countdown,  ///< "3 d", then the date.
    DueDate,    ///< The date, then how late it is.
    Date,
    Moment,   ///< The time of day, to the second; on other days the date before it.
    Duration, ///< The cell is a count of milliseconds.
    Count,
};

/// One column of a list as it is shown; the rows of these tables are core::columnsOf() in order.
struct ListColumn
{
    QLatin1StringView id;
    const char *title; ///< In the translation context "ListColumn".
    core::ColumnKind kind;
    CellLook look;
    int width;                 ///< Pixels at first; the Name column takes what is left over.
    bool isEndAligned = false; ///< Figures: right in left-to-right layouts.
    bool isShown = true;       ///< Without the column chooser.
    bool isSortable = true;
    QString (*wording)(const QString &wire) = nullptr; ///< For texts that are wire values.
};

[[nodiscard]] std::span<const ListColumn> tenantColumns();
[[nodiscard]] std::span<const ListColumn> subscriptionColumns();
[[nodiscard]] std::span<const ListColumn> invoiceColumns();
[[nodiscard]] std::span<const ListColumn> driftColumns();
[[nodiscard]] std::span<const ListColumn> eventColumns();
[[nodiscard]] std::span<const ListColumn> columnsFor(core::ListId list);

/// The cell as it is shown: what should not be there, and is not, shows as nothing rather than 0.
[[nodiscard]] QVariant shownCell(const ListColumn &column, const QVariant &cell);
[[nodiscard]] QString titleOf(const ListColumn &column); ///< Translated.
/// What a cell says, as shown. A null cell says nothing ("–" is the delegate's).
[[nodiscard]] QString cellText(const ListColumn &column, const QVariant &cell,
                               const QDateTime &now);
/// What the short text leaves out: the exact time, the rest of a long name. Often empty.
[[nodiscard]] QString cellToolTip(const ListColumn &column, const QVariant &cell,
                                  const QDateTime &now);
/// The cell as a sentence for a screen reader: "Renews: in 3 days, 15 Jun 2026, 00:00 UTC".
[[nodiscard]] QString cellSentence(const ListColumn &column, const QVariant &cell,
                                   const QDateTime &now);

} // namespace models
