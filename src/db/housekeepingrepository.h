// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>

namespace db {

class Session;

/// Work of the clock. Every statement may run in several programs at once.
class HousekeepingRepository
{
public:
    explicit HousekeepingRepository(Session &session)
        : m_session(session)
    {
    }
    /// Figures of tenants with an invoice that became overdue since they were made, or whose
    /// month has turned.
    core::Result<> refreshDueFigures();
    core::Result<> ensurePartitions();
    core::Result<> forgetOldChanges();
    /// Milliseconds the oldest due event has waited; nothing when none waits.
    core::Result<std::optional<qint64>> eventLagMs();

private:
    Session &m_session;
};

} // namespace db
