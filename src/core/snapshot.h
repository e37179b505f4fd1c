// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace core {

/// What one copy of an object is worth: when it was true, and who said so.
struct Snapshot
{
    enum class Source { Event, Fetch, Seed };
    bool livemode = false;
    QString apiVersion;
    QJsonObject raw;    ///< The object as received, secrets removed.
    QByteArray rawText; ///< The same as JSON that jsonb takes, where it came so; else empty.
    QDateTime asOf;     ///< The event's `created`, or the `Date` of the answer it was fetched with.
    Source source = Source::Fetch;
    QString sourceId; ///< Event id or request id.
};

} // namespace core
