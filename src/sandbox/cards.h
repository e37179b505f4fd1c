// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/json.h"

#include <optional>

namespace sandbox {

/// What a test card does when it is charged, and when it is attached.
struct CardBehaviour
{
    enum class Outcome { Succeeds, Declines, NeedsAction };
    Outcome charge = Outcome::Succeeds;
    bool isRefusedAtAttach = false; ///< Declined when it is attached to a customer already.
    QString code;                   ///< card_declined, expired_card, …
    QString declineCode;
    QString message;
};

/// The card behind one of Stripe's ready-made payment methods, `pm_card_visa` for example.
/// Nothing for a name that is none.
[[nodiscard]] std::optional<demo::Card> cardFromToken(const QString &token);

/// A card tells by its last four digits how it behaves: they differ between all test cards.
[[nodiscard]] CardBehaviour behaviourOf(const QJsonObject &paymentMethod);

} // namespace sandbox
