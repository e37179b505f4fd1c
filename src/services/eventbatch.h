// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace db {
class Session;
}

namespace services {

constexpr int maxEventAttempts = 8;

struct ProcessedBatch
{
    int events = 0;       ///< Worked off, or put off after a failure.
    bool hasMore = false; ///< More are due.
    int passedOver = 0;   ///< Due, but others are at their objects.
};

/// Claims up to `limit` events and works them off, in the caller's transaction: effects and states
/// are committed together. Where a batch fails, its halves are tried, down to the one event that is
/// at fault, which is put off with its error or given up after maxEventAttempts.
[[nodiscard]] core::Result<ProcessedBatch> processBatch(db::Session &session, int limit);

} // namespace services
