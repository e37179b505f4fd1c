// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "db/operationqueue.h"
#include "stripe/client.h"

namespace services {

/// What is kept of a call, and the same call again from what was kept.
[[nodiscard]] db::OperationRequest requestOf(const stripe::Call &call);
[[nodiscard]] stripe::Call callOf(const db::OperationRequest &request,
                                  const core::Operation &operation);

} // namespace services
