// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

// Stripe's events as they were received, and how their reception fares.
namespace core {

/// A try to apply an event that did not go well.
struct EventAttempt
{
    int number = 0;
    QString state; ///< What the event was after it: retrying, dead, refused.
    QString error;
    QDateTime at;
};

/// One event with all that is known of it. Times are UTC, invalid where there is none.
struct EventDetail
{
    QUuid id;
    QString eventId; ///< Stripe's.
    QString type;
    QString apiVersion;
    bool livemode = false;
    QString state; ///< As in the list: waiting, done, ignored, retrying, dead, refused.
    QString via;   ///< webhook, poll.
    QString objectId;
    QString objectType;
    QString requestId;
    QString idempotencyKey;
    std::optional<qint64> pendingWebhooks;
    QDateTime created;
    QDateTime received;
    QDateTime processed;
    QDateTime nextAttempt;
    int attempts = 0;
    QString lastError;
    QStringList touched; ///< The objects it changed: "invoice:in_1".
    QUuid tenantId;
    QString tenantName;
    QList<EventAttempt> history;
    bool isPayloadReadable = false; ///< Else the role may not read it.
    /// The event as Stripe sent it, without secrets. Empty where it is not readable, or no JSON:
    /// `brokenPayload` then has how it begins.
    QJsonObject payload;
    QString brokenPayload;
};

inline constexpr int eventMinutes = 60;

struct EventMinute
{
    qint64 received = 0;
    qint64 failed = 0; ///< Of these: failed, dead.
};

/// How events come in and are worked off.
struct EventHealth
{
    WebhookFigures figures;
    QDateTime at;               ///< When this was so.
    QDateTime listedUntil;      ///< Stripe's own list was read up to here; invalid: never.
    qint64 turnedAwayToday = 0; ///< Deliveries that were not taken.
    QList<EventMinute> minutes; ///< The last hour, oldest first.
};

/// A delivery that was not taken, without its body.
struct TurnedAwayDelivery
{
    QDateTime at;
    QString reason;     ///< As stripe_webhook_rejections names it: no_match, too_old, …
    QString peer;       ///< loopback, private, public.
    QDateTime signedAt; ///< As its header claims.
    qint64 bodySize = 0;
    qint64 unlisted = 0; ///< Further ones since the one before, which are not listed.
};

} // namespace core
