// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

#include <QList>

namespace stripe {

/// One line of a new subscription. Metered prices take no quantity.
struct NewItem
{
    QString priceId;
    std::optional<qint64> quantity;
    QJsonObject metadata = {};
};

struct NewSubscription
{
    QString customerId;
    QList<NewItem> items;
    std::optional<qint64> trialDays;
    QString collectionMethod;           ///< charge_automatically (also when empty) or send_invoice.
    std::optional<qint64> daysUntilDue; ///< Required with send_invoice.
    QString defaultPaymentMethod;
    QString paymentBehavior; ///< Empty: allow_incomplete.
    QString couponId;
    QJsonObject metadata;
};

/// A change to one item. With an id it changes that item; without one it adds an item (NOTES §2).
struct ItemChange
{
    QString itemId;
    QString priceId;
    std::optional<qint64> quantity;
    bool isRemoved = false;
    bool clearsUsage = false; ///< Removing a metered item needs it.
};

struct SubscriptionChange
{
    QList<ItemChange> items;
    QString prorationBehavior; ///< create_prorations, always_invoice or none; empty: the first.
    QDateTime prorationDate;   ///< The one of the preview that was confirmed.
    QString paymentBehavior;
    std::optional<bool> cancelAtPeriodEnd;
    std::optional<QString> cancellationComment;
    std::optional<QString>
        cancellationFeedback; ///< One of Stripe's words, too_expensive and so on.
    QString defaultPaymentMethod;
    bool endsTrialNow = false;
    QJsonObject metadata;
};

/// Canceling at once, which cannot be undone.
struct Cancellation
{
    bool invoicesNow = false; ///< Bills metered usage not yet invoiced; without it, it is lost.
    bool prorates = false;
    QString comment;
    QString feedback;
};

struct SubscriptionFilter
{
    QString status = QStringLiteral("all"); ///< Without it Stripe hides canceled ones.
    QString customerId;
    QString priceId;
};

[[nodiscard]] Call createSubscription(const NewSubscription &subscription, const QByteArray &key,
                                      Shape shape = Shape::Original);
[[nodiscard]] Call retrieveSubscription(const QString &id, Shape shape = Shape::Original);
[[nodiscard]] Call updateSubscription(const QString &id, const SubscriptionChange &change,
                                      const QByteArray &key, Shape shape = Shape::Original);
/// DELETE takes no idempotency key: after a lost answer, retrieve it to see what happened.
[[nodiscard]] Call cancelSubscriptionNow(const QString &id, const Cancellation &cancellation = {});
[[nodiscard]] Call listSubscriptions(const ListPage &page = {},
                                     const SubscriptionFilter &filter = {},
                                     Shape shape = Shape::Original);

} // namespace stripe
