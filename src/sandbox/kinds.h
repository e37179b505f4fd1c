// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sandbox {

/// What the sandbox keeps. The text is Stripe's `object` field.
enum class Kind {
    Customer,
    Product,
    Price,
    Subscription,
    Invoice,
    InvoiceItem,
    PaymentIntent,
    PaymentMethod,
    Refund,
    CreditNote,
    Event,
    WebhookEndpoint,
    Coupon,
    ItemUsage, ///< The sandbox's own: what was used of a subscription item.
};
inline constexpr int kindCount = 14;

[[nodiscard]] QString toText(Kind kind);
[[nodiscard]] std::optional<Kind> kindFromText(QStringView text);
/// "payment method": as error messages name it.
[[nodiscard]] QString spokenName(Kind kind);

/// A new id of that kind, of Stripe's prefix and length.
[[nodiscard]] QString newId(Kind kind);
/// `prefix` followed by that many random letters and digits.
[[nodiscard]] QString randomId(QLatin1StringView prefix, int length);

} // namespace sandbox
