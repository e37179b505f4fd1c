// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookroute.h"

#include "server/apierror.h"
#include "services/webhookintake.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

http::Response responseFor(const services::IntakeAnswer &answer)
{
    if (answer.httpStatus == 200)
        return {.body = R"({"received":true})"};
    const QLatin1String code =
        answer.httpStatus < 500 ? "webhook_rejected"_L1 : "webhook_not_stored"_L1;
    http::Response response = apiError(answer.httpStatus, code, answer.message);
    if (answer.retryAfterSeconds > 0)
        response.headers.append({"Retry-After", QByteArray::number(answer.retryAfterSeconds)});
    return response;
}

} // namespace

void addWebhookRoute(http::Router &router, services::WebhookIntake &intake)
{
    router.add("POST", "/api/v1/stripe/webhooks",
               [&intake](const http::Request &request, const http::Responder &respond) {
                   intake.accept(request.body, request.header("stripe-signature"),
                                 [respond](const services::IntakeAnswer &answer) {
                                     respond(responseFor(answer));
                                 });
               });
}

} // namespace server
