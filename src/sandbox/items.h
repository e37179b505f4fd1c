// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// A new item from one entry of `items`. Fails for a price that is missing, inactive, one-time, of
/// another currency or interval than `currency` and `recurring` (empty: any), or a bad quantity.
[[nodiscard]] tl::expected<QJsonObject, ApiError> newItem(const Context &context,
                                                          const Params &entry,
                                                          const QString &subscriptionId,
                                                          const QString &currency);

/// Puts another price or quantity into an item.
[[nodiscard]] tl::expected<QJsonObject, ApiError>
changedItem(const Context &context, QJsonObject item, const Params &entry, const QString &currency);

/// Stripe's refusal of items that are not billed at the same time.
[[nodiscard]] std::optional<ApiError> intervalFault(const QJsonArray &items);

/// Sum of the licensed items: what one period costs in advance.
[[nodiscard]] qint64 periodAmount(const Context &context, const QJsonArray &items);

/// The `recurring` hash that rules the billing cycle: that of the first item.
[[nodiscard]] QJsonObject cycleOf(const QJsonArray &items);

} // namespace sandbox
