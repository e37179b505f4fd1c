// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jump.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr qsizetype mostWords = 4;
constexpr qsizetype shortestReference = 3;

/// "594", "1,234.50" or "1.234,50" in minor units of currencies with 0, 2 and 3 decimals; nothing
/// for what is no amount.
QList<qint64> amountsOf(QString word)
{
    const qsizetype mark = std::max(word.lastIndexOf(u'.'), word.lastIndexOf(u','));
    const qsizetype decimals = mark < 0 ? 0 : word.size() - mark - 1;
    const bool isGroup = decimals == 3; // "1,234": rather a thousand than fils
    word.remove(u'.').remove(u',').remove(u'\'');
    bool isNumber = false;
    const qint64 digits = word.toLongLong(&isNumber);
    if (!isNumber || digits < 0 || digits > 1'000'000'000'000 || decimals > 3)
        return {};
    QList<qint64> amounts;
    const auto add = [&](qsizetype exponent, qsizetype given) {
        qint64 minor = digits;
        for (qsizetype i = given; i < exponent; ++i)
            minor *= 10;
        if (given <= exponent && !amounts.contains(minor))
            amounts.append(minor);
    };
    for (const qsizetype exponent : {0, 2, 3}) {
        add(exponent, decimals);
        if (isGroup)
            add(exponent, 0);
    }
    return amounts;
}

QString withUmlauts(QString word)
{
    return word.replace("ae"_L1, u"ä"_s, Qt::CaseInsensitive)
        .replace("oe"_L1, u"ö"_s, Qt::CaseInsensitive)
        .replace("ue"_L1, u"ü"_s, Qt::CaseInsensitive)
        .replace("ss"_L1, u"ß"_s, Qt::CaseInsensitive);
}

bool looksLikeReference(const QString &word)
{
    return word.size() >= shortestReference && std::ranges::any_of(word, [](QChar letter) {
               return letter.isDigit() || letter == u'_';
           });
}

} // namespace

JumpWords readJumpWords(const QString &typed)
{
    JumpWords read;
    QString text = typed;
    text.remove(QChar(u'\0'));
    read.uuid = QUuid::fromString(text.trimmed());
    if (!read.uuid.isNull())
        return read;
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (looksLikeReference(word) && read.reference.isEmpty())
            read.reference = word;
        const QList<qint64> amounts = amountsOf(word);
        if (!amounts.isEmpty()) {
            read.amounts = amounts;
        } else if (read.names.size() < mostWords) {
            read.names.append(word);
            read.spellings.append(withUmlauts(word));
        }
    }
    return read;
}

} // namespace core
