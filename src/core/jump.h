// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"

#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace core {

/// What the jump list finds beside pages and actions.
enum class JumpKind { Tenant, Subscription, Invoice, Event };

/// Names one object; kept between two runs in place of the object's data.
struct JumpTarget
{
    JumpKind kind = JumpKind::Tenant;
    QUuid id;
    bool operator==(const JumpTarget &) const = default;
};

/// One object that was found, with what tells it from others.
struct JumpHit
{
    JumpTarget target;
    QUuid tenantId;
    QString title;    ///< A tenant's name, an invoice's number, an event's type.
    QString detail;   ///< Whose it is; a tenant's e-mail address.
    QString stripeId; ///< Empty where Stripe does not know it yet.
    QString status;   ///< Wire text, or an invoice's derived state.
    std::optional<Money> amount;
};

/// What was typed, taken apart: "hoefl 594" is a name and an amount, "in_1Nx" a reference.
struct JumpWords
{
    QStringList names;     ///< Words that a name or an address may contain.
    QStringList spellings; ///< The same with "ae", "oe", "ue" and "ss" as ä, ö, ü and ß.
    QList<qint64> amounts; ///< A number as minor units with 0, 2 and 3 decimals.
    QString reference;     ///< A word that may be a number or an id: it holds a digit or "_".
    QUuid uuid;            ///< One of our own ids.

    [[nodiscard]] bool isEmpty() const
    {
        return names.isEmpty() && amounts.isEmpty() && reference.isEmpty() && uuid.isNull();
    }
};
[[nodiscard]] JumpWords readJumpWords(const QString &typed);

} // namespace core
