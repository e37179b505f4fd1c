// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core {
namespace {

constexpr std::array<std::u16string_view, 15> zeroDecimal{u"bif", u"clp", u"djf", u"gnf", u"jpy",
                                                          u"kmf", u"krw", u"mga", u"pyg", u"rwf",
                                                          u"vnd", u"vuv", u"xaf", u"xof", u"xpf"};
constexpr std::array<std::u16string_view, 5> threeDecimal{u"bhd", u"jod", u"kwd", u"omr", u"tnd"};

/// The digits of |minor| with at least exponent + 1 places. The smallest qint64 has no positive
/// twin, so the sign is dropped from the text, not from the number.
QString digits(qint64 minor, int exponent)
{
    QString text = QString::number(minor);
    if (text.startsWith(u'-'))
        text.remove(0, 1);
    return text.rightJustified(exponent + 1, u'0');
}

} // namespace

int currencyExponent(QStringView currency)
{
    const std::u16string_view code(currency.utf16(), static_cast<std::size_t>(currency.size()));
    if (std::ranges::find(zeroDecimal, code) != zeroDecimal.end())
        return 0;
    return std::ranges::find(threeDecimal, code) != threeDecimal.end() ? 3 : 2;
}

QString toDisplayText(const Money &money, QChar grouping, QChar point)
{
    const int exponent = currencyExponent(money.currency);
    const QString all = digits(money.minor, exponent);
    QString whole = all.chopped(exponent);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, grouping);
    if (money.minor < 0)
        whole.prepend(QChar(0x2212));
    return exponent == 0 ? whole : whole + point + all.last(exponent);
}

QString toPlainText(const Money &money)
{
    const int exponent = currencyExponent(money.currency);
    const QString all = digits(money.minor, exponent);
    const QString sign = money.minor < 0 ? QStringLiteral("-") : QString();
    if (exponent == 0)
        return sign + all;
    return sign + all.chopped(exponent) + u'.' + all.last(exponent);
}

} // namespace core
