// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stripeobjects.h"

#include <QJsonArray>

#include <functional>

// Stripe's 2023-10-16 JSON of the core value types, every required field present. The generated
// world and whatever the sandbox creates later are rendered by these same functions.
namespace demo {

/// The rendered price of that id; empty for one that nobody knows.
using PriceJson = std::function<QJsonObject(const QString &id)>;

/// One line of an invoice, which core::Invoice does not keep.
struct InvoiceLine
{
    QString id;
    QString description;
    QString priceId;
    qint64 amount = 0; ///< Minor units.
    std::optional<qint64> quantity;
    QDateTime periodStart;
    QDateTime periodEnd;
    QString subscriptionItemId;
    QString invoiceItemId; ///< Set for what did not come straight from the subscription.
    bool isProration = false;
};

/// A payment card of a customer.
struct Card
{
    QString id;         ///< pm_…
    QString customerId; ///< Empty while it is attached to nobody.
    QString brand = QStringLiteral("visa");
    QString last4 = QStringLiteral("4242");
    int expMonth = 12;
    int expYear = 2034;
    QString country = QStringLiteral("US");
    QString billingName;
    QString billingEmail;
    QDateTime created;
};

/// What makes an event beside its object.
struct EventFrame
{
    QString id;
    QString type;
    QDateTime created;
    QString requestId; ///< Empty for what Stripe did by itself.
    QString idempotencyKey;
    int pendingWebhooks = 0;
};

[[nodiscard]] QJsonObject toJson(const core::Customer &customer);
[[nodiscard]] QJsonObject toJson(const core::Product &product);
[[nodiscard]] QJsonObject toJson(const core::Price &price);
[[nodiscard]] QJsonObject toJson(const Card &card);
[[nodiscard]] QJsonObject toJson(const core::Subscription &subscription, const PriceJson &prices);
[[nodiscard]] QJsonObject toJson(const core::SubscriptionItem &item, const QString &subscriptionId,
                                 const QDateTime &created, const PriceJson &prices);
/// The customer's name, address and e-mail are copied onto the invoice, as Stripe does.
[[nodiscard]] QJsonObject toJson(const core::Invoice &invoice, const core::Customer &customer,
                                 const QList<InvoiceLine> &lines, const PriceJson &prices);
[[nodiscard]] QJsonObject toJson(const InvoiceLine &line, const QString &invoiceId,
                                 const QString &subscriptionId, const QString &currency,
                                 const PriceJson &prices);
[[nodiscard]] QJsonObject toJson(const core::PaymentIntent &intent);
[[nodiscard]] QJsonObject toJson(const core::Refund &refund);
/// `lines` as they are rendered.
[[nodiscard]] QJsonObject toJson(const core::CreditNote &note, const QJsonArray &lines);
/// The charge by which a rendered payment intent succeeded, that much of it given back.
[[nodiscard]] QJsonObject chargeJson(const QJsonObject &intent, qint64 refunded);

/// Stripe's older "plan" object, which still stands beside every recurring price.
[[nodiscard]] QJsonObject planJson(const QJsonObject &price);
/// `{id, object, deleted: true}`
[[nodiscard]] QJsonObject deletedJson(const QString &id, const QString &objectType);
/// @param previous  `previous_attributes`; left out when empty.
[[nodiscard]] QJsonObject eventJson(const EventFrame &frame, const QJsonObject &object,
                                    const QJsonObject &previous);
[[nodiscard]] QJsonObject listJson(const QString &url, const QJsonArray &data, bool hasMore);

} // namespace demo
