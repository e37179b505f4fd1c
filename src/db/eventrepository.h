// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "core/result.h"

namespace db {

class Session;

/// An event as it is stored, with its signed bytes apart.
struct StoredEvent
{
    core::EventDetail detail;
    QByteArray payload; ///< Empty where the role may not read it.
};

/// Reads Stripe's events for people, and asks for them to be tried again.
class EventRepository
{
public:
    explicit EventRepository(Session &session)
        : m_session(session)
    {
    }

    /// Errors: NotFound.
    [[nodiscard]] core::Result<StoredEvent> find(const QUuid &id) const;
    [[nodiscard]] core::Result<core::EventHealth> health() const;
    /// The newest first.
    [[nodiscard]] core::Result<QList<core::TurnedAwayDelivery>> turnedAway(int limit) const;
    /// Gives the number of those that will be tried; what waits already is left alone.
    core::Result<qint64> replay(const QList<QUuid> &ids);

private:
    core::Result<> readHistory(core::EventDetail &event) const;
    core::Result<> readMinutes(core::EventHealth &health) const;

    Session &m_session;
};

} // namespace db
