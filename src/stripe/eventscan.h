// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/event.h"

#include <optional>

namespace stripe {

/// The envelope of an event as Stripe writes it, read in one pass over the bytes: strict JSON in
/// valid UTF-8, what is asked for present once, of its type, without escapes. Nothing for all else,
/// which may be an event all the same.
[[nodiscard]] std::optional<EventEnvelope> scanEnvelope(QByteArrayView json);

} // namespace stripe
