// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace sandbox {

/// An object as Stripe shows it, in answers and events: of the lists inside (a subscription's
/// items, an invoice's lines) the first ten only, so also in a list, or expanded in another; of a
/// price its tiers only where they were asked for.
[[nodiscard]] QJsonObject asShown(QJsonObject object, bool withTiers = false);

} // namespace sandbox
