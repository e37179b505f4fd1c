// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace services {

/// What an event of a type does here.
enum class EventEffect {
    Mirror,       ///< The object it holds is mirrored.
    MirrorGone,   ///< The same, and the object is deleted, which the object itself does not say.
    AskForParent, ///< What it belongs to (customer, subscription) is fetched.
    Refunds,      ///< The refunds of the charge it holds are mirrored, or asked for.
    Note,         ///< It is told in the audit log.
};

/// One row per event type that does something here, with the audit action it leaves.
struct EventType
{
    QLatin1StringView type;
    QLatin1StringView action; ///< object.verb
    QLatin1StringView entity;
    EventEffect effect = EventEffect::Mirror;
    /// The API version that brought it: an older endpoint cannot be told to send it.
    QLatin1StringView since = {};
};

/// Null for a type that changes nothing here.
[[nodiscard]] const EventType *eventTypeOf(const QString &type);
[[nodiscard]] QStringList handledEventTypes();
/// Those that an endpoint of this API version can send: what ours is created with.
[[nodiscard]] QStringList eventTypesFor(const QString &apiVersion);

} // namespace services
