// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace services {

/// How Stripe's deliveries come in: what can wait should, for Stripe waits for its answer.
enum class IntakeLoad {
    None,      ///< Not at the moment.
    Receiving, ///< Now and then, or one after the other.
    Busy,      ///< So quickly that they queue.
};

} // namespace services
