// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"

#include <QHash>

#include <memory>
#include <vector>

namespace db {
struct ObjectSecond;
}
namespace stripe {
struct Event;
}

namespace services {

struct EventType;

/// An event with the copy of the object that it holds.
struct EventCopy
{
    qsizetype place = 0; ///< Among the events of its batch; -1 for one that was worked off before.
    const stripe::Event *event = nullptr;
    const EventType *type = nullptr;
    db::MirrorCopy copy;
    std::optional<int> placeInSecond; ///< Where its second's events tell their order.
};

/// What is written for the events of one kind of object, and what Stripe is to be asked for.
struct EventPlan
{
    std::vector<std::shared_ptr<const stripe::Event>> earlier; ///< What the copies point to.
    QList<QList<EventCopy>> rounds; ///< One after the other; each object once in a round.
    QStringList doubtful;           ///< Objects that no copy of is written, but which are in doubt.
    QList<db::MirrorCopy> passedOver; ///< Older than what is kept, or undone by it.
};

[[nodiscard]] core::Snapshot eventOriginOf(const stripe::Event &event);
/// What the mirror keeps of an event's object. Errors: Invalid, why it cannot be kept.
[[nodiscard]] core::Result<db::MirrorCopy> eventCopyOf(const stripe::Event &event,
                                                       const EventType &type);

/// Puts the events of each object in their order, under the order rule (db/mirrororder.h). Events
/// of one second decide together, with those of that second that were worked off before.
[[nodiscard]] core::Result<EventPlan> planOf(db::Session &session, QList<EventCopy> copies,
                                             const db::MirrorStates &states);
/// Its two halves: the seconds in which more than one event of an object is known, and the plan
/// when those of them that were worked off before are among the copies.
[[nodiscard]] QList<db::ObjectSecond> sharedSeconds(const QList<EventCopy> &copies,
                                                    const db::MirrorStates &states);
[[nodiscard]] EventPlan planTogether(QList<EventCopy> copies, const db::MirrorStates &states,
                                     const QList<db::ObjectSecond> &shared);

} // namespace services
