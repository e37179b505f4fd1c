// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer retrievePaymentIntent(Context &context, const Call &call);
[[nodiscard]] Answer listPaymentIntents(Context &context, const Call &call);

[[nodiscard]] Answer retrieveEvent(Context &context, const Call &call);
[[nodiscard]] Answer listEvents(Context &context, const Call &call);

[[nodiscard]] Answer retrieveAccount(Context &context, const Call &call);

} // namespace sandbox
