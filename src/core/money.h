// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

/// An amount in the currency's minor unit (cents; yen, which has none; fils). Never a double.
struct Money
{
    qint64 minor = 0;
    QString currency; ///< ISO 4217, three lower-case letters, as Stripe writes it.

    bool operator==(const Money &) const = default;
};

/// Digits behind the decimal point of Stripe's amounts in this currency: 0, 2 or 3.
/// Zero and three are Stripe's lists (docs "currencies"); isk and ugx count as two.
[[nodiscard]] int currencyExponent(QStringView currency);

/// "1,234.50" with a real minus sign (U+2212), without the code; grouping by `grouping`,
/// decimals by `point`. For screens; never for files that are read again.
[[nodiscard]] QString toDisplayText(const Money &money, QChar grouping = u',', QChar point = u'.');

/// "-1234.50": plain ASCII for CSV and logs.
[[nodiscard]] QString toPlainText(const Money &money);

} // namespace core
