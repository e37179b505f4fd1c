// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createProduct(Context &context, const Call &call);
[[nodiscard]] Answer retrieveProduct(Context &context, const Call &call);
[[nodiscard]] Answer updateProduct(Context &context, const Call &call);
[[nodiscard]] Answer listProducts(Context &context, const Call &call);

[[nodiscard]] Answer createPrice(Context &context, const Call &call);
[[nodiscard]] Answer retrievePrice(Context &context, const Call &call);
[[nodiscard]] Answer updatePrice(Context &context, const Call &call);
[[nodiscard]] Answer listPrices(Context &context, const Call &call);

} // namespace sandbox
