// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventservice.h"

#include "db/database.h"
#include "db/eventrepository.h"
#include "services/eventreplay.h"
#include "stripe/secrets.h"

#include <QJsonDocument>

namespace services {
namespace {

constexpr int mostTurnedAway = 1000; // as many as are kept
constexpr qsizetype brokenShown = 4000;

/// On the worker: a payload may be large.
core::EventDetail readable(db::StoredEvent stored)
{
    if (!stored.detail.isPayloadReadable)
        return stored.detail;
    const QJsonDocument json = QJsonDocument::fromJson(stored.payload);
    if (json.isObject())
        stored.detail.payload = stripe::withoutSecrets(json.object());
    else
        stored.detail.brokenPayload = stripe::withoutKeys(
            QString::fromUtf8(stored.payload.first(std::min(brokenShown, stored.payload.size()))));
    return stored.detail;
}

} // namespace

QFuture<core::Result<core::EventDetail>> EventService::find(QUuid id)
{
    return m_database.read([id](db::Session &session) -> core::Result<core::EventDetail> {
        core::Result<db::StoredEvent> stored = db::EventRepository(session).find(id);
        if (!stored)
            return core::passOn(stored);
        return readable(*std::move(stored));
    });
}

QFuture<core::Result<core::EventHealth>> EventService::health()
{
    return m_database.read(
        [](db::Session &session) { return db::EventRepository(session).health(); });
}

QFuture<core::Result<QList<core::TurnedAwayDelivery>>> EventService::turnedAway()
{
    return m_database.read([](db::Session &session) {
        return db::EventRepository(session).turnedAway(mostTurnedAway);
    });
}

std::unique_ptr<EventReplay> EventService::replayAll(const core::ListQuery &query)
{
    return std::make_unique<EventReplay>(m_database, query);
}

} // namespace services
