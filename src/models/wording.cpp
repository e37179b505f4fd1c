// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording.h"

#include "core/enums.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QChar firstOf(const QString &text, QChar otherwise)
{
    return text.isEmpty() ? otherwise : text.front();
}

} // namespace

QString tierText(const QString &wire)
{
    const auto tier = core::planTierFromText(wire);
    if (!tier)
        return wire;
    switch (*tier) {
    case core::PlanTier::Basic:
        return Words::tr("Basic", "plan tier");
    case core::PlanTier::Professional:
        return Words::tr("Professional", "plan tier");
    case core::PlanTier::Enterprise:
        return Words::tr("Enterprise", "plan tier");
    case core::PlanTier::Custom:
        return Words::tr("Custom", "plan tier");
    }
    return wire;
}

QString intervalText(const QString &wire)
{
    const QStringList parts = wire.split(u' ');
    const QString unit = parts.last();
    const int count = parts.size() > 1 ? parts.first().toInt() : 1;
    if (unit == "day"_L1)
        return count == 1 ? Words::tr("daily") : Words::tr("every %n day(s)", nullptr, count);
    if (unit == "week"_L1)
        return count == 1 ? Words::tr("weekly") : Words::tr("every %n week(s)", nullptr, count);
    if (unit == "month"_L1)
        return count == 1 ? Words::tr("monthly") : Words::tr("every %n month(s)", nullptr, count);
    if (unit == "year"_L1)
        return count == 1 ? Words::tr("yearly") : Words::tr("every %n year(s)", nullptr, count);
    return wire;
}

QString collectionText(const QString &wire)
{
    if (wire == "charge_automatically"_L1)
        return Words::tr("Charged automatically");
    if (wire == "send_invoice"_L1)
        return Words::tr("Invoice by e-mail");
    return wire;
}

QString amountText(const core::Money &money)
{
    const QLocale locale;
    return core::toDisplayText(money, firstOf(locale.groupSeparator(), u','),
                               firstOf(locale.decimalPoint(), u'.'));
}

QString currencyCode(const core::Money &money)
{
    return money.currency.toUpper();
}

QString moneyText(const core::Money &money)
{
    return amountText(money) + u' ' + currencyCode(money);
}

QString countText(qint64 count)
{
    return amountText({count, u"jpy"_s}); // a currency without decimals: grouping and real minus
}

QString percentText(double ratio)
{
    //: A share, %1 is the number
    return Words::tr("%1 %").arg(countText(std::llround(ratio * 100)));
}

QString dayText(const QDate &date)
{
    //: Format of a day of this year, as in QDate::toString; keep it short, it stands in columns
    return QLocale().toString(date, Words::tr("d MMM"));
}

QString dayAndYearText(const QDate &date)
{
    //: Format of a day with its year, as in QDate::toString
    return QLocale().toString(date, Words::tr("d MMM yyyy"));
}

QString shortDate(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDate date = time.toUTC().date();
    return date.year() == now.toUTC().date().year() ? dayText(date) : dayAndYearText(date);
}

QString exactTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime inUtc = time.toUTC();
    return dayAndYearText(inUtc.date()) + ", "_L1 + inUtc.toString(u"HH:mm"_s) + " UTC"_L1;
}

QString momentText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDateTime inUtc = time.toUTC();
    if (inUtc.date() == now.toUTC().date())
        return inUtc.toString(u"HH:mm:ss"_s);
    return shortDate(inUtc, now) + ", "_L1 + inUtc.toString(u"HH:mm"_s);
}

int daysBetween(const QDateTime &now, const QDateTime &time)
{
    return static_cast<int>(now.toUTC().date().daysTo(time.toUTC().date()));
}

QString daysText(int days)
{
    if (days == 0)
        return Words::tr("today");
    //: Days, short: "3 d"
    return Words::tr("%1 d").arg(countText(days));
}

QString daysInWords(int days)
{
    if (days == 0)
        return Words::tr("today");
    return days > 0 ? Words::tr("in %n day(s)", nullptr, days)
                    : Words::tr("%n day(s) ago", nullptr, -days);
}

} // namespace models
