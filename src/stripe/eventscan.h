// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/event.h"

#include <optional>

namespace stripe {

/// The envelope of an event as Stripe writes it, read in one pass over the bytes: strict JSON in
/// valid UTF-8, what is asked for present once, of its type, without escapes. Nothing for all else,
/// which may be an event all the same.
[[nodiscard]] std::optional<EventEnvelope> scanEnvelope(QByteArrayView json);

/// An event's data.object as JSON, where the text is as above and no name in it is escaped or that
/// of a secret. Else empty. Its members are in the order that jsonb has them in, the shorter names
/// first, which spares the database sorting them.
[[nodiscard]] QByteArray scanObject(QByteArrayView json);

} // namespace stripe
