// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer retrievePaymentIntent(Context &context, const Call &call);
[[nodiscard]] Answer listPaymentIntents(Context &context, const Call &call);

[[nodiscard]] Answer retrieveEvent(Context &context, const Call &call);
[[nodiscard]] Answer listEvents(Context &context, const Call &call);

[[nodiscard]] Answer retrieveAccount(Context &context, const Call &call);

[[nodiscard]] Answer createWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer retrieveWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer deleteWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer listWebhookEndpoints(Context &context, const Call &call);

} // namespace sandbox
