// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace stripe {

/// One webhook or listed event: a snapshot of an object as of `created`.
struct Event
{
    QString id;
    QString type;
    QString apiVersion; ///< What `object` is rendered in.
    QDateTime created;  ///< UTC, whole seconds.
    bool livemode = false;
    int pendingWebhooks = 0;
    QString account;                ///< Empty but for connected accounts.
    QString requestId;              ///< Empty when Stripe acted by itself.
    QString requestIdempotencyKey;  ///< Ours, when we caused it.
    QJsonObject object;             ///< data.object as sent, secrets included, fit for PostgreSQL.
    QJsonObject previousAttributes; ///< Only on *.updated.
    QString objectId;               ///< Empty for objects without one (invoice.upcoming).
    QString objectType;
};

/// Reads the body of a webhook. Fails with Error::Kind::Invalid, where `field` names what is at
/// fault: "body" (not JSON), "object" (no event, or a thin event), "id", "type", "created",
/// "data". NUL and lone surrogates in strings are no fault: they are replaced. Thread-safe.
[[nodiscard]] core::Result<Event> parseEvent(const QByteArray &body);

/// The same from an element of GET /v1/events.
[[nodiscard]] core::Result<Event> eventFromJson(const QJsonObject &json);

} // namespace stripe
