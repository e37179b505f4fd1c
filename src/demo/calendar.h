// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace demo {

/// Unix seconds, UTC. The generated world counts in these: a QDateTime for each of a million
/// renewals is slow. 0 is "none", as no world begins in 1970.
using Seconds = qint64;

inline constexpr Seconds hour = 3600;
inline constexpr Seconds day = 24 * hour;

/// The same day of another month, or that month's last day where it has no such day; the time of
/// day stays. Stripe moves a billing period on the same way.
[[nodiscard]] Seconds addMonths(Seconds at, int months);

/// Months since year 0, so that months are counted and compared as integers.
[[nodiscard]] int monthNumber(Seconds at);
[[nodiscard]] Seconds monthStart(int monthNumber);

/// January is 1.
[[nodiscard]] int monthOfYear(Seconds at);
[[nodiscard]] int yearOf(Seconds at);

/// An invalid QDateTime for 0.
[[nodiscard]] QDateTime toDateTime(Seconds at);

struct CivilDate
{
    int year = 1970;
    int month = 1; ///< 1 to 12.
    int day = 1;
};
[[nodiscard]] CivilDate toCivil(Seconds at);

} // namespace demo
