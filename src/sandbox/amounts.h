// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

/// What `quantity` units of a price cost, in minor units, rounded half away from zero. Exact: a
/// price may be a fraction of a minor unit ("0.2").
[[nodiscard]] qint64 amountOf(const QJsonObject &price, qint64 quantity);
/// amount × part ÷ whole, rounded half away from zero; 0 for an empty whole.
[[nodiscard]] qint64 share(qint64 amount, qint64 part, qint64 whole);

/// The end of the billing period that `after` lies in, counted from the anchor so that the 31st
/// comes back after February. `recurring` is the hash of a price.
[[nodiscard]] qint64 periodEnd(qint64 anchor, const QJsonObject &recurring, qint64 after);

/// "3 × Basic Plan (at 29.00 EUR / month)"
[[nodiscard]] QString lineText(const QJsonObject &price, const QString &productName,
                               qint64 quantity);

} // namespace sandbox
