// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace services {

/// An event as far as its place among others of the same object and second goes.
struct ChainLink
{
    enum class Kind { Other, Creation, Deletion };
    QString eventId;
    Kind kind = Kind::Other;
    QJsonObject object;             ///< After the event.
    QJsonObject previousAttributes; ///< What it changed had been; only on *.updated.
};

/// The place of each event in its second, oldest first, by event id. Each change says what was
/// before it, so the changes make a trail from state to state; every event has to lie on it.
/// Nothing where they do not tell. Of the same events always the same, whatever order they are
/// given in.
[[nodiscard]] std::optional<QHash<QString, int>> placesOf(QList<ChainLink> links);

/// The object before a change: what `previous` names put back. Nested hashes hold only what
/// changed, lists are whole.
[[nodiscard]] QJsonObject withPrevious(QJsonObject object, const QJsonObject &previous);

} // namespace services
