// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "core/result.h"

namespace db {

class Session;

/// Reads the Overview's figures, all by the database's clock.
class OverviewRepository
{
public:
    explicit OverviewRepository(Session &session)
        : m_session(session)
    {
    }

    /// The last `months` months with the running one, in one snapshot. `at` is for tests, which
    /// choose the moment; the month's use against limits is always that of the running month.
    [[nodiscard]] core::Result<core::Overview> overview(int months, const QDateTime &at = {}) const;
    [[nodiscard]] core::Result<core::NavigationCounts> counts() const;

private:
    Session &m_session;
};

} // namespace db
