// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace services {

/// The page of an object in Stripe's dashboard, by the prefix of its id ("cus_…", "sub_…", "in_…",
/// "pi_…"); empty for one that has none.
[[nodiscard]] QUrl stripePage(const QString &stripeId, bool isTestMode);

} // namespace services
