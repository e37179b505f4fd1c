// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/catalogue.h"

namespace demo {

/// The next bigger plan with the same interval; the same one when there is none.
[[nodiscard]] PriceKind biggerPlan(PriceKind price);
/// The next smaller plan with the same interval; the same one when there is none.
[[nodiscard]] PriceKind smallerPlan(PriceKind price);

/// Chances in one month, in ten thousandths.
[[nodiscard]] int upgradeChance(PriceKind price);
[[nodiscard]] int downgradeChance(PriceKind price);
[[nodiscard]] int leavingChance(PriceKind price);

/// How busy a month is, in thousandths of an ordinary one: delivery lives on December.
[[nodiscard]] int season(int monthOfYear);

} // namespace demo
