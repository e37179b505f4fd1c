// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "services/eventtypes.h"

#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

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

struct AppliedEvent
{
    EventVerdict verdict = EventVerdict::Done;
    QStringList touched;              ///< The objects it changed: "invoice:in_1".
    QUuid tenantId = {};              ///< Whose objects these are, where that is known.
    std::optional<core::Error> fault; ///< Why this event cannot be applied at all.
};

/// Applies events in the caller's transaction, with one statement for all that is alike: mirror
/// rows, MRR and figures, audit rows. Safe to repeat and in any order (design §5.4): an event that
/// was applied before leaves an audit row only where it still changes something. The caller holds
/// the locks of their objects. One result for each event; an error undoes all.
[[nodiscard]] core::Result<QList<AppliedEvent>> applyEvents(db::Session &session,
                                                            const QList<stripe::Event> &events);

/// The same for one event, with its lock.
[[nodiscard]] core::Result<EventVerdict> applyEvent(db::Session &session,
                                                    const stripe::Event &event);

} // namespace services
