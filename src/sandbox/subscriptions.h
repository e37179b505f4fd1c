// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createSubscription(Context &context, const Call &call);
[[nodiscard]] Answer retrieveSubscription(Context &context, const Call &call);
[[nodiscard]] Answer updateSubscription(Context &context, const Call &call);
[[nodiscard]] Answer cancelSubscription(Context &context, const Call &call);
[[nodiscard]] Answer listSubscriptions(Context &context, const Call &call);
[[nodiscard]] Answer listSubscriptionItems(Context &context, const Call &call);

/// A change of items, of a subscription or of its preview.
struct ItemChange
{
    QList<Params> entries;     ///< One for each item to add, change or remove.
    QString prorationBehavior; ///< create_prorations (also when empty), always_invoice or none.
    qint64 when = 0;           ///< Prorations count from this second.
    bool resetsCycle = false;  ///< billing_cycle_anchor=now
};

/// What a change of items entails.
struct ItemOutcome
{
    bool isBilledNow = false; ///< Else with the next period.
    bool isNewPeriod = false; ///< Another interval begins one at once.
};

/// Puts the change into `subscription` and the prorations it causes among the pending items.
[[nodiscard]] tl::expected<ItemOutcome, ApiError>
changeItems(Context &context, QJsonObject &subscription, const ItemChange &change);

} // namespace sandbox
