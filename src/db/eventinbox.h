// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

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
    /// Locks the next events that are due, oldest first; others' locks are passed over.
    core::Result<QList<InboxEvent>> claim(int limit);
    core::Result<> settle(const InboxEvent &event, const QString &state, const QString &error);
    /// Another try after `delayMs`; the attempt is counted.
    core::Result<> postpone(const InboxEvent &event, const QString &error, qint64 delayMs);
    /// When the last one came, UTC; invalid for never.
    core::Result<QDateTime> lastReceived();

private:
    Session &m_session;
};

} // namespace db
