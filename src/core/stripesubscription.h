// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stripecatalog.h"

#include <QList>

namespace core {

struct SubscriptionItem
{
    QString id;
    QString priceId;
    QString productId;
    std::optional<qint64> quantity; ///< None on metered items.
    UsageType usageType = UsageType::Licensed;
    std::optional<qint64> unitAmount; ///< Minor units.
    QString unitAmountDecimal;
    QString currency;
    QString billingScheme;
    Recurrence recurrence;
    QDateTime periodStart;
    QDateTime periodEnd;
    QJsonObject metadata;
};

/// A discount as far as MRR cares: only those that never end count (analytics.md).
struct Discount
{
    QString couponId;
    std::optional<double> percentOff;
    std::optional<qint64> amountOff; ///< Minor units.
    QString duration;                ///< forever, once, repeating.
};

struct Subscription
{
    QString id;
    QString customerId;
    QString status; ///< Stripe's text; one we do not know yet is kept verbatim in `raw`.
    QString currency;
    QString collectionMethod;
    bool cancelAtPeriodEnd = false;
    QDateTime currentPeriodStart;
    QDateTime currentPeriodEnd;
    QDateTime trialStart;
    QDateTime trialEnd;
    QDateTime cancelAt;
    QDateTime canceledAt;
    QDateTime endedAt;
    QDateTime startDate;
    QString defaultPaymentMethod;
    QString latestInvoiceId;
    QList<SubscriptionItem> items;
    bool hasMoreItems = false; ///< Only the first page of items came with the object.
    QList<Discount> discounts;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
