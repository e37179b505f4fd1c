// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QString>

namespace server {

/// `{"error":{"type","code","message","request_id"}}`, the request id also as header Request-Id,
/// so that a caller's report can be found in our log.
[[nodiscard]] http::Response apiError(int status, QLatin1String code, const QString &message);

} // namespace server
