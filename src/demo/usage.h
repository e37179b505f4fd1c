// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/fate.h"
#include "demo/timeline.h"

#include <vector>

namespace demo {

/// What a tenant used in one calendar month, UTC.
struct UsageMonth
{
    Seconds start = 0;
    Seconds end = 0;
    qint64 orders = 0;
    qint64 activeDrivers = 0;
    qint64 storageHundredthsGb = 0; ///< 1234 is 12.34 GB.
    qint64 apiCalls = 0;
};

/// One row for each month in which the tenant was with us; the last may be partial.
[[nodiscard]] std::vector<UsageMonth> usageOf(quint64 seed, const Span &span,
                                              const Timeline &timeline);

} // namespace demo
