// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/calendar.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

struct Civil
{
    qint64 year;
    qint64 month; // 1 to 12
    qint64 day;   // 1 to 31
};

/// Days since 1970 to a date of the Gregorian calendar, for days from 0000-03-01 on: years begin
/// in March, so that the leap day is the last of its year.
Civil civilFromDays(qint64 days)
{
    const qint64 shifted = days + 719468;
    const qint64 era = shifted / 146097;
    const qint64 dayOfEra = shifted - era * 146097;
    const qint64 yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 march = (5 * dayOfYear + 2) / 153;
    const qint64 month = march < 10 ? march + 3 : march - 9;
    const qint64 year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * march + 2) / 5 + 1};
}

qint64 daysFromCivil(const Civil &date)
{
    const qint64 year = date.month <= 2 ? date.year - 1 : date.year;
    const qint64 era = year / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 march = date.month > 2 ? date.month - 3 : date.month + 9;
    const qint64 dayOfYear = (153 * march + 2) / 5 + date.day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

qint64 daysInMonth(qint64 year, qint64 month)
{
    constexpr std::array<qint64, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && isLeap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

} // namespace

Seconds addMonths(Seconds at, int months)
{
    const Civil from = civilFromDays(at / day);
    const qint64 number = from.year * 12 + from.month - 1 + months;
    Civil to{number / 12, number % 12 + 1, 1};
    to.day = std::min(from.day, daysInMonth(to.year, to.month));
    return daysFromCivil(to) * day + at % day;
}

int monthNumber(Seconds at)
{
    const Civil date = civilFromDays(at / day);
    return static_cast<int>(date.year * 12 + date.month - 1);
}

Seconds monthStart(int monthNumber)
{
    return daysFromCivil({monthNumber / 12, monthNumber % 12 + 1, 1}) * day;
}

int monthOfYear(Seconds at)
{
    return static_cast<int>(civilFromDays(at / day).month);
}

int yearOf(Seconds at)
{
    return static_cast<int>(civilFromDays(at / day).year);
}

QDateTime toDateTime(Seconds at)
{
    return at == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
}

CivilDate toCivil(Seconds at)
{
    const Civil date = civilFromDays(at / day);
    return {static_cast<int>(date.year), static_cast<int>(date.month), static_cast<int>(date.day)};
}

} // namespace demo
