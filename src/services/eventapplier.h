// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace db {
class Session;
}
namespace stripe {
struct Event;
}

namespace services {

enum class EventVerdict {
    Done,
    Ignored, ///< A type that changes nothing here; stored and shown all the same.
    Refused, ///< Of the other mode (test or live) than this database.
};

/// The types that change state here; Stripe takes at most 20 in one question.
[[nodiscard]] QStringList handledEventTypes();

/// Applies one event: mirror rows, MRR and figures, audit row, in the caller's transaction. Safe
/// to repeat and in any order (design §5.4).
[[nodiscard]] core::Result<EventVerdict> applyEvent(db::Session &session,
                                                    const stripe::Event &event);

} // namespace services
