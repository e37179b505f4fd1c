// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/webhookendpoint.h"

#include <QJsonObject>

namespace stripe {

// What we note in an endpoint's metadata: how the rolling of its secret stands is then known at
// every desk, and after every crash.
inline constexpr char replacesKey[] = "replaces";
inline constexpr char overlapUntilKey[] = "overlap_until"; ///< Unix seconds.
inline constexpr char overlapEndsKey[] = "overlap_ends";
inline constexpr char firstEventWord[] = "first_event";

/// Everything but its secret. Errors: Invalid for another object.
[[nodiscard]] core::Result<core::WebhookEndpoint> webhookEndpointFromJson(const QJsonObject &json);

/// Empty where nothing is replaced.
[[nodiscard]] QJsonObject metadataOf(const core::RollOverlap &overlap);
[[nodiscard]] core::RollOverlap overlapFromMetadata(const QJsonObject &metadata);

} // namespace stripe
