// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace sandbox {

/// What `quantity` units of a price cost, in minor units, rounded half away from zero. Exact: a
/// price may be a fraction of a minor unit ("0.2"). A tiered one must have its `tiers`.
[[nodiscard]] qint64 amountOf(const QJsonObject &price, qint64 quantity);

/// What one tier of a tiered price bills.
struct TierPart
{
    int number = 1; ///< From 1.
    qint64 quantity = 0;
    qint64 amount = 0; ///< Minor units, its flat amount included.
};
/// Graduated: each tier bills its own units. Volume: the tier that the whole quantity falls into
/// bills all of it. With nothing used the first tier's flat amount remains.
[[nodiscard]] QList<TierPart> tierParts(const QJsonObject &price, qint64 quantity);
/// amount × part ÷ whole, rounded half away from zero; 0 for an empty whole.
[[nodiscard]] qint64 share(qint64 amount, qint64 part, qint64 whole);

/// The end of the billing period that `after` lies in, counted from the anchor so that the 31st
/// comes back after February. `recurring` is the hash of a price.
[[nodiscard]] qint64 periodEnd(qint64 anchor, const QJsonObject &recurring, qint64 after);

/// "3 × Basic Plan (at 29.00 EUR / month)"
[[nodiscard]] QString lineText(const QJsonObject &price, const QString &productName,
                               qint64 quantity);

/// "1000 × API calls (Tier 1 / month)"
[[nodiscard]] QString tierText(const QJsonObject &price, const QString &productName,
                               const TierPart &part);

} // namespace sandbox
