// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Stripe's events in words for billing staff.
namespace models {

/// "customer.subscription.updated" -> "Subscription changed"; a type that is not known in plain
/// letters: "Radar early fraud warning created".
[[nodiscard]] QString eventTypeText(const QString &type);
[[nodiscard]] QString eventWayText(const QString &wire); ///< webhook, poll: how it came.
/// Why a delivery was not taken, and what to do: "no_match", …
[[nodiscard]] QString rejectionText(const QString &wire);
[[nodiscard]] QString peerText(const QString &wire); ///< loopback, private, public.

} // namespace models
