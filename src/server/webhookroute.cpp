// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhookroute.h"

#include "server/apierror.h"
#include "services/webhookintake.h"

#include <algorithm>
#include <array>

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

bool isPrivate(const QHostAddress &address)
{
    constexpr std::array networks{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"};
    return address.isLinkLocal() || address.isUniqueLocalUnicast()
        || std::ranges::any_of(networks, [&](const char *network) {
               return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(network)));
           });
}

services::PeerKind kindOf(const QHostAddress &peer)
{
    using services::PeerKind;
    if (peer.isLoopback())
        return PeerKind::Loopback;
    return isPrivate(peer) ? PeerKind::Private : PeerKind::Public;
}

} // namespace

void addWebhookRoute(http::Router &router, services::WebhookIntake &intake)
{
    router.add(
        "POST", "/api/v1/stripe/webhooks",
        [&intake](const http::Request &request, const http::Responder &respond) {
            intake.accept(
                {request.body, request.header("stripe-signature"), kindOf(request.peer)},
                [respond](const services::IntakeAnswer &answer) { respond(responseFor(answer)); });
        });
}

} // namespace server
