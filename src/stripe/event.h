// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace stripe {

/// Stripe promises that no id is longer; a database's index has its limits too.
constexpr qsizetype longestId = 255;

/// What an event says of itself and of its object, without the object.
struct EventEnvelope
{
    QString id;
    QString type;
    QString apiVersion; ///< What `object` is rendered in.
    QDateTime created;  ///< UTC, whole seconds.
    bool livemode = false;
    int pendingWebhooks = 0;
    QString account;               ///< Empty but for connected accounts.
    QString requestId;             ///< Empty when Stripe acted by itself.
    QString requestIdempotencyKey; ///< Ours, when we caused it.
    QString objectId;              ///< Empty for objects without one (invoice.upcoming).
    QString objectType;

    bool operator==(const EventEnvelope &) const = default;
};

/// One webhook or listed event: a snapshot of an object as of `created`.
struct Event : EventEnvelope
{
    QJsonObject object;             ///< data.object as sent, secrets included, fit for PostgreSQL.
    QJsonObject previousAttributes; ///< Only on *.updated.
    bool wasApplied = false; ///< Its effects are here: it is tried once more. Not read from JSON.
    /// `object` as it stood in the body, where that can be kept as it is: without secrets, and as
    /// jsonb takes it. Else empty.
    QByteArray objectText;
};

/// Reads the body of a webhook. Fails with Error::Kind::Invalid, where `field` names what is at
/// fault: "body" (not JSON), "object" (no event, or a thin event), "id", "type", "created",
/// "data". NUL and lone surrogates in strings are no fault: they are replaced. Thread-safe.
[[nodiscard]] core::Result<Event> parseEvent(const QByteArray &body);

/// The envelope alone, of every body that parseEvent() takes, with the same errors for the rest.
/// Reads what Stripe sends many times as quickly; whatever looks unusual goes to parseEvent().
[[nodiscard]] core::Result<EventEnvelope> readEnvelope(const QByteArray &body);

/// An event from an element of GET /v1/events.
[[nodiscard]] core::Result<Event> eventFromJson(const QJsonObject &json);

} // namespace stripe
