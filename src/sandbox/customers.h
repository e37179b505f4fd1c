// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createCustomer(Context &context, const Call &call);
[[nodiscard]] Answer retrieveCustomer(Context &context, const Call &call);
[[nodiscard]] Answer updateCustomer(Context &context, const Call &call);
[[nodiscard]] Answer deleteCustomer(Context &context, const Call &call);
[[nodiscard]] Answer listCustomers(Context &context, const Call &call);

/// A customer that exists and is not deleted; else resource_missing for `param`.
[[nodiscard]] Answer liveCustomer(const Context &context, const QString &id, const QString &param);

} // namespace sandbox
