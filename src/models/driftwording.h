// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What differs from Stripe, in words that billing staff know.
namespace models {

[[nodiscard]] QString objectKindText(const QString &wire); ///< "payment_intent" -> "Payment".
/// The same for the list of such objects: "Payments".
[[nodiscard]] QString objectKindsText(const QString &wire);
[[nodiscard]] QString driftFieldText(const QString &wire); ///< "items.si_1.quantity" -> "Quantity".
/// A field's value: an amount, a time, a state, a flag, or as it is.
[[nodiscard]] QString driftValueText(const QString &wire);
/// How an event that was not applied lies in the inbox; empty: it never came.
[[nodiscard]] QString eventStateText(const QString &wire);

} // namespace models
