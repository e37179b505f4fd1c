// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"
#include "stripe/exchange.h"

namespace stripe {

/// Classifies what is not a success by HTTP status first, then type, then code (NOTES §7), with
/// a sentence for the operator. `outcome` is about this attempt alone.
[[nodiscard]] Failure failureFrom(Method method, const Exchange &exchange);

/// A call that was never sent: `NoEffect`.
[[nodiscard]] Failure notSent(core::Error error);

/// Whether this answer tells for certain what became of the operation, also of earlier attempts
/// under the same idempotency key whose answers were lost: a stored result or a refusal that is
/// only given when there is none.
[[nodiscard]] bool settlesEarlierAttempts(const Failure &failure);

/// The object a list was to continue after no longer exists (NOTES §3): start over with a
/// `created` filter.
[[nodiscard]] bool isCursorMissing(const Failure &failure);

} // namespace stripe
