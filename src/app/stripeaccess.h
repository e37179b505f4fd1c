// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"
#include "stripe/clientoptions.h"

#include <optional>

namespace app {

/// What a Stripe client needs, of the configuration; nothing without a key. Errors: a key that
/// cannot be used there.
[[nodiscard]] core::Result<std::optional<stripe::ClientOptions>>
stripeAccess(const Configuration &configuration);

} // namespace app
