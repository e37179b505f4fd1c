// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/router.h"

namespace services {
class Health;
}

namespace server {

/// GET /healthz: the process answers. GET /readyz: 200 while the database can be reached and is
/// migrated, else 503; Stripe has no say in it. `health` must outlive the server.
void addHealthRoutes(http::Router &router, const services::Health &health);

} // namespace server
