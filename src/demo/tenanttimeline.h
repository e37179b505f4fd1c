// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/fate.h"
#include "demo/timeline.h"

namespace demo {

/// One tenant's history, from nothing but the parameters and its number.
[[nodiscard]] Timeline tenantTimeline(const WorldParameters &parameters, const Span &span,
                                      int tenant);

} // namespace demo
