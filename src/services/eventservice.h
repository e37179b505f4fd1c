// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "core/result.h"

#include <QFuture>

#include <memory>

namespace core {
struct ListQuery;
}
namespace db {
class Database;
}

namespace services {

class EventReplay;

/// Stripe's events for people: how they fare, what is in one, and trying them again. The engine,
/// here or elsewhere, does the work; the change feed tells of "event".
class EventService
{
public:
    explicit EventService(db::Database &database)
        : m_database(database)
    {
    }

    /// Errors: NotFound.
    [[nodiscard]] QFuture<core::Result<core::EventDetail>> find(QUuid id);
    [[nodiscard]] QFuture<core::Result<core::EventHealth>> health();
    [[nodiscard]] QFuture<core::Result<QList<core::TurnedAwayDelivery>>> turnedAway();
    /// Has all that the query lets through tried again, bit by bit, processed ones too: what they
    /// did already is not done twice. Deleting the replay cancels the rest.
    [[nodiscard]] std::unique_ptr<EventReplay> replayAll(const core::ListQuery &query);

private:
    db::Database &m_database;
};

} // namespace services
