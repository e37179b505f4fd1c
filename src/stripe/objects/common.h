// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"
#include "stripe/objects/fields.h"

#include <QJsonObject>

namespace stripe {

/// The object, fit to be read and kept, if it is of that kind and has an id. One that comes with
/// its text (Snapshot::rawText) is known to be fit.
[[nodiscard]] core::Result<QJsonObject> checkedObject(const QJsonObject &json, const char *kind,
                                                      const core::Snapshot &origin);

/// `origin` completed by what the object itself says.
[[nodiscard]] core::Snapshot snapshotOf(const QJsonObject &object, core::Snapshot origin);

/// From 2025-03-31 on an invoice and its payment intent name each other only when asked to.
[[nodiscard]] bool leavesPaymentsOut(const core::Snapshot &origin);

/// What a price says, also where it stands in for a legacy plan.
struct PriceTerms
{
    QString id;
    QString productId;
    QString currency;
    std::optional<qint64> unitAmount;
    QString unitAmountDecimal;
    QString billingScheme;
    std::optional<core::Recurrence> recurrence;
    core::UsageType usageType = core::UsageType::Licensed;
};
[[nodiscard]] PriceTerms priceTermsOf(const QJsonObject &price);
[[nodiscard]] PriceTerms planTermsOf(const QJsonObject &plan);

/// The discounts that came with an object: `discount` of the older shape and every expanded
/// element of `discounts`, each once.
[[nodiscard]] QList<core::Discount> discountsOf(const QJsonObject &object);

} // namespace stripe
