// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace stripe {

/// "oms.stripe": method, path, status, attempt, time, request id. Never keys, bodies or queries.
Q_DECLARE_LOGGING_CATEGORY(lcStripe)

} // namespace stripe
