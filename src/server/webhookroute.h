// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/router.h"

namespace services {
class WebhookIntake;
}

namespace server {

/// POST /api/v1/stripe/webhooks: hands the raw bytes and their signature to the intake, and
/// answers what it says, after it has said so. `intake` must outlive the server.
void addWebhookRoute(http::Router &router, services::WebhookIntake &intake);

} // namespace server
