// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace support {

[[nodiscard]] QJsonObject fixture(const QString &name);

/// What an object's life may be: each state with the type of event that tells of it; an update
/// without a type of its own comes as one.
struct Life
{
    const char *name;
    const char *table;
    QStringList shapes; ///< The fixture in each API shape: 2023-10-16, and since basil.
    QList<std::pair<QString, QString>> steps; ///< Status and event type.
    bool endsForGood = true;
};
[[nodiscard]] const QList<Life> &lives();

/// One object's life as it went on at Stripe: its states, and the events of each, as Stripe makes
/// them. A change tells what was before; several states fall into one second.
struct History
{
    struct Step
    {
        qint64 second = 0;
        QJsonObject object; ///< As Stripe answers, in the version that we ask in.
        QList<QJsonObject> events;
    };
    QString id;
    QString link; ///< Of an invoice its payment intent and the other way round; else empty.
    QList<Step> steps;

    [[nodiscard]] QList<QJsonObject> events() const;
    /// What a mirror must hold of a state: its status and the number of the step.
    [[nodiscard]] static QString markOf(const QJsonObject &object);
};

/// A history of an object of that id, in any shape and API version that tells of it, those later
/// than basil too.
[[nodiscard]] History historyOf(const Life &life, const QString &id, QRandomGenerator &dice);

/// OMS_SEED, else a new one; printed, so that a failure can be repeated.
[[nodiscard]] quint32 printedSeed();

} // namespace support
