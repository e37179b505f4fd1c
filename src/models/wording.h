// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"

#include <QDateTime>
#include <QString>

// The words and figures that lists, panels and dialogs share, so that one thing has one name.
namespace models {

[[nodiscard]] QString tierText(const QString &wire);       ///< "professional" -> "Professional".
[[nodiscard]] QString intervalText(const QString &wire);   ///< "3 month" -> "every 3 months".
[[nodiscard]] QString collectionText(const QString &wire); ///< How an invoice is collected.

/// "1,234.50" with the locale's separators, and the code apart from it: "EUR".
[[nodiscard]] QString amountText(const core::Money &money);
[[nodiscard]] QString currencyCode(const core::Money &money);
[[nodiscard]] QString moneyText(const core::Money &money); ///< "1,234.50 EUR".

[[nodiscard]] QString countText(qint64 count);   ///< "10,214".
[[nodiscard]] QString percentText(double ratio); ///< 0.93 -> "93 %".

/// "12 Jun" and "12 Jun 2026", in the order of the language.
[[nodiscard]] QString dayText(const QDate &date);
[[nodiscard]] QString dayAndYearText(const QDate &date);

/// "12 Jun", with the year where it is another than now's.
[[nodiscard]] QString shortDate(const QDateTime &time, const QDateTime &now);
[[nodiscard]] QString exactTime(const QDateTime &time); ///< "12 Jun 2026, 14:32 UTC".
/// "14:32:07" today, else "12 Jun, 14:32".
[[nodiscard]] QString momentText(const QDateTime &time, const QDateTime &now);
/// Whole days from now's date to time's, negative in the past.
[[nodiscard]] int daysBetween(const QDateTime &now, const QDateTime &time);
[[nodiscard]] QString daysText(int days);    ///< "today", "3 d", "−2 d".
[[nodiscard]] QString daysInWords(int days); ///< "today", "in 3 days", "2 days ago".

} // namespace models
