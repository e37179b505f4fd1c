// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace db {

/// What the state of `e`, an event or a try of one, is called: one that failed is tried again.
inline constexpr QLatin1StringView
    shownEventState("CASE e.state WHEN 'failed' THEN 'retrying' ELSE e.state END");

} // namespace db
