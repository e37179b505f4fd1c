// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"
#include "core/result.h"

namespace db {

class Session;

/// How webhooks are doing at this moment of the database's clock.
[[nodiscard]] core::Result<core::WebhookFigures> readWebhookFigures(Session &session,
                                                                    const QDateTime &at);

} // namespace db
