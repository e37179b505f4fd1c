// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stripeaccess.h"

namespace app {

core::Result<std::optional<stripe::ClientOptions>> stripeAccess(const Configuration &configuration)
{
    if (configuration.stripeKey.isEmpty())
        return std::nullopt;
    const auto key = stripe::checkKey(configuration.stripeKey, configuration.stripeBase);
    if (!key)
        return core::passOn(key);
    stripe::ClientOptions options;
    options.key = *key;
    options.base = configuration.stripeBase;
    options.version = configuration.stripeVersion;
    return std::optional(options);
}

} // namespace app
