// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/amounts.h"

#include "core/money.h"
#include "sandbox/fields.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static qint64 divided(qint64 numerator, qint64 denominator)
{
    const qint64 half = denominator / 2;
    return (numerator + (numerator < 0 ? -half : half)) / denominator;
}

/// `quantity` times a decimal number of minor units, "0.2".
static qint64 multiplied(const QString &decimal, qint64 quantity)
{
    const qsizetype point = decimal.indexOf(u'.');
    qint64 scale = 1;
    for (qsizetype i = point + 1; point >= 0 && i < decimal.size(); ++i)
        scale *= 10;
    return divided(QString(decimal).remove(u'.').toLongLong() * quantity, scale);
}

qint64 amountOf(const QJsonObject &price, qint64 quantity)
{
    if (text(price, "billing_scheme"_L1) == "tiered"_L1) {
        qint64 amount = 0;
        for (const TierPart &part : tierParts(price, quantity))
            amount += part.amount;
        return amount;
    }
    if (price.value("unit_amount"_L1).isDouble())
        return number(price, "unit_amount"_L1) * quantity;
    return multiplied(text(price, "unit_amount_decimal"_L1), quantity);
}

QList<TierPart> tierParts(const QJsonObject &price, qint64 quantity)
{
    const bool isVolume = text(price, "tiers_mode"_L1) == "volume"_L1;
    QList<TierPart> parts;
    qint64 below = 0; // what the tiers before hold
    int counted = 0;
    for (const QJsonValue &value : price.value("tiers"_L1).toArray()) {
        const QJsonObject tier = value.toObject();
        const bool isLast = tier.value("up_to"_L1).isNull();
        const qint64 upTo = isLast ? quantity : number(tier, "up_to"_L1);
        const bool holdsAll = isLast || quantity <= upTo;
        TierPart part{.number = ++counted};
        if (isVolume && !holdsAll)
            continue;
        part.quantity = isVolume ? quantity : std::min(quantity, upTo) - below;
        part.amount = multiplied(text(tier, "unit_amount_decimal"_L1), part.quantity)
            + multiplied(text(tier, "flat_amount_decimal"_L1), 1);
        parts.append(part);
        below = upTo;
        if (holdsAll)
            break;
    }
    return parts;
}

qint64 share(qint64 amount, qint64 part, qint64 whole)
{
    return whole > 0 ? divided(amount * part, whole) : 0;
}

static QDateTime moved(const QDateTime &from, const QString &interval, int count)
{
    if (interval == "day"_L1)
        return from.addDays(count);
    if (interval == "week"_L1)
        return from.addDays(qint64(count) * 7);
    return interval == "year"_L1 ? from.addYears(count) : from.addMonths(count);
}

qint64 periodEnd(qint64 anchor, const QJsonObject &recurring, qint64 after)
{
    const QDateTime first = QDateTime::fromSecsSinceEpoch(anchor, Qt::UTC);
    const QString interval = text(recurring, "interval"_L1);
    const int step = std::max(1, int(number(recurring, "interval_count"_L1)));
    int count = after < anchor ? 0 : step;
    while (moved(first, interval, count).toSecsSinceEpoch() <= after)
        count += step;
    return moved(first, interval, count).toSecsSinceEpoch();
}

QString tierText(const QJsonObject &price, const QString &productName, const TierPart &part)
{
    return u"%1 × %2 (Tier %3 / %4)"_s.arg(
        QString::number(part.quantity), productName, QString::number(part.number),
        text(price.value("recurring"_L1).toObject(), "interval"_L1));
}

QString lineText(const QJsonObject &price, const QString &productName, qint64 quantity)
{
    const QString currency = text(price, "currency"_L1);
    const QString each = price.value("unit_amount"_L1).isDouble()
        ? core::toPlainText({number(price, "unit_amount"_L1), currency})
        : QString(text(price, "unit_amount_decimal"_L1) + u" minor units of"_s);
    return u"%1 × %2 (at %3 %4 / %5)"_s.arg(
        QString::number(quantity), productName, each, currency.toUpper(),
        text(price.value("recurring"_L1).toObject(), "interval"_L1));
}

} // namespace sandbox
