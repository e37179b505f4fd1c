// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "core/money.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

// Stripe's billing objects as this product mirrors them. Layer stripe reads both API shapes into
// these, layer db stores them. Ids are Stripe's; times are UTC; an invalid QDateTime is "none".
namespace core {

/// What one copy of an object is worth: when it was true, and who said so.
struct Snapshot
{
    enum class Source { Event, Fetch, Seed };
    bool livemode = false;
    QString apiVersion;
    QJsonObject raw; ///< The object as received, secrets removed.
    QDateTime asOf;  ///< The event's `created`, or the `Date` of the answer it was fetched with.
    Source source = Source::Fetch;
    QString sourceId; ///< Event id or request id.
};

struct Customer
{
    QString id;
    bool deleted = false;
    QString email;
    QString name;
    QString phone;
    QString taxExempt;
    QString currency;
    QString defaultPaymentMethod;
    qint64 balance = 0; ///< Minor units; negative is credit.
    QJsonObject address;
    QJsonObject shipping;
    QStringList preferredLocales;
    QJsonObject invoiceSettings;
    QJsonObject discount;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

struct Product
{
    QString id;
    bool deleted = false;
    bool active = true;
    QString name;
    QString description;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

/// How often a price recurs. interval: day, week, month, year.
struct Recurrence
{
    QString interval;
    int count = 1;
    bool operator==(const Recurrence &) const = default;
};

struct Price
{
    QString id;
    bool deleted = false;
    bool active = true;
    QString productId;
    QString nickname;
    QString currency;
    std::optional<qint64> unitAmount;     ///< Minor units; none when tiered or sub-cent.
    QString unitAmountDecimal;            ///< Minor units as decimal text, for example "0.2".
    QString billingScheme;                ///< per_unit or tiered.
    std::optional<Recurrence> recurrence; ///< None for one-time prices.
    UsageType usageType = UsageType::Licensed;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

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

struct Invoice
{
    QString id;
    bool deleted = false;
    QString number;
    QString customerId;
    QString subscriptionId;
    QString paymentIntentId;
    QString status; ///< Stripe's text.
    QString billingReason;
    QString collectionMethod;
    QString currency;
    qint64 amountDue = 0; ///< Minor units, as all amounts here.
    qint64 amountPaid = 0;
    qint64 amountRemaining = 0;
    qint64 subtotal = 0;
    qint64 tax = 0;
    qint64 total = 0;
    int attemptCount = 0;
    bool attempted = false;
    QDateTime nextPaymentAttempt;
    QDateTime dueDate;
    QDateTime finalizedAt;
    QDateTime paidAt;
    QDateTime voidedAt;
    QDateTime periodStart;
    QDateTime periodEnd;
    QString hostedInvoiceUrl;
    QString invoicePdf;
    QStringList priceIds; ///< Of the lines that came with the object.
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

struct PaymentIntent
{
    QString id;
    QString customerId;
    QString invoiceId; ///< Empty from 2025-03-31 on.
    QString status;
    QString currency;
    qint64 amount = 0;
    qint64 amountReceived = 0;
    QStringList paymentMethodTypes;
    QString latestCharge;
    QString lastErrorCode; ///< decline_code where there is one, else code.
    QString lastErrorMessage;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
