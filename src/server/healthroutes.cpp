// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/healthroutes.h"

#include "server/apierror.h"
#include "services/health.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

constexpr auto retryAfter = "5"; ///< Seconds; the database is looked for about every second.

http::Response uncached(http::Response response)
{
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

} // namespace

void addHealthRoutes(http::Router &router, const services::Health &health)
{
    router.add("GET", "/healthz", [](const http::Request &, const http::Responder &respond) {
        respond(uncached({.body = R"({"status":"ok"})"}));
    });
    router.add("GET", "/readyz", [&health](const http::Request &, const http::Responder &respond) {
        if (health.isReady())
            return respond(uncached({.body = R"({"status":"ready"})"}));
        http::Response notReady =
            uncached(apiError(503, "database_unavailable"_L1,
                              u"The database cannot be reached, or its schema is not current."_s));
        notReady.headers.emplaceBack("Retry-After", retryAfter);
        respond(std::move(notReady));
    });
}

} // namespace server
