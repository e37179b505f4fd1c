// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace db {

class PgConnection;
class Session;

/// A webhook event as it is stored: its envelope and the signed bytes.
struct InboxEvent
{
    QString id;
    QString type;
    QString apiVersion;
    QDateTime created;
    bool livemode = false;
    std::optional<qint64> pendingWebhooks;
    QString requestId;
    QString requestIdempotencyKey;
    QString objectId;
    QString objectType;
    QByteArray payload;
    QString state; ///< waiting, or dead for one that cannot be parsed.
    QString lastError;
    QString via; ///< webhook or poll.
    int attempts = 0;
    bool wasApplied = false; ///< It was worked off before, and is to be once more.
};

/// Events taken to be worked off.
struct InboxClaim
{
    QList<InboxEvent> events;
    bool hasMore = false; ///< More were due than fitted.
    int passedOver = 0;   ///< Due, but others are at their objects.
};

/// What an attempt made of an event.
struct EventSettlement
{
    InboxEvent event;
    QString state;
    QString error;       ///< Kept with the event and among its attempts.
    qint64 delayMs = 0;  ///< Until another try, for state "failed".
    QStringList touched; ///< The objects it changed: "invoice:in_1".
    QUuid tenantId = {}; ///< Whose it is, where that is known.
};

struct ObjectSecond
{
    QString objectId;
    QDateTime second;
    bool operator==(const ObjectSecond &) const = default;
};

/// Table stripe_webhook_events: each event once, then worked off.
class EventInbox
{
public:
    explicit EventInbox(Session &session)
        : m_session(session)
    {
    }

    /// Stores what is not there yet; gives how many were new. One statement for all.
    core::Result<qint64> store(QList<InboxEvent> events);
    /// The same on a connection of one's own that prepareStore() has made ready, committed when it
    /// returns. `failedState` gets the SQLSTATE of a failure.
    static core::Result<> prepareStore(const PgConnection &connection);
    static core::Result<qint64> store(const PgConnection &connection, QList<InboxEvent> events,
                                      QString &failedState);
    /// Locks the next events that are due, oldest first, with their objects: what others hold is
    /// passed over, so no two workers are at one object. All waiting events of an object come
    /// together.
    core::Result<InboxClaim> claim(int limit);
    /// What became of claimed events, one statement for all.
    core::Result<> settle(const QList<EventSettlement> &settlements);
    /// Worked-off events of these objects in these seconds.
    core::Result<QList<InboxEvent>> ofSeconds(const QList<ObjectSecond> &seconds);
    /// When the last one came, UTC; invalid for never.
    core::Result<QDateTime> lastReceived();

private:
    Session &m_session;
};

} // namespace db
