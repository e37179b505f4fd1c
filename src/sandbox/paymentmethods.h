// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer retrievePaymentMethod(Context &context, const Call &call);
[[nodiscard]] Answer attachPaymentMethod(Context &context, const Call &call);
[[nodiscard]] Answer detachPaymentMethod(Context &context, const Call &call);
[[nodiscard]] Answer listPaymentMethods(Context &context, const Call &call);
[[nodiscard]] Answer listCustomerPaymentMethods(Context &context, const Call &call);

/// What attaching gives: of a test card such as pm_card_visa a new method, of a real id that one.
/// Stores nothing. A card that declines at once is refused with 402.
[[nodiscard]] Answer attachedCard(const Context &context, const QString &id,
                                  const QJsonObject &customer, const QString &param);

} // namespace sandbox
