// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer retrieveWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer updateWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer deleteWebhookEndpoint(Context &context, const Call &call);
[[nodiscard]] Answer listWebhookEndpoints(Context &context, const Call &call);

} // namespace sandbox
