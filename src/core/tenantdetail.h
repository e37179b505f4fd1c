// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/plan.h"

#include <QJsonObject>

namespace core {

/// One limit of a tenant's plan and what the running month has used of it.
struct LimitUse
{
    QString metric;                ///< max_orders_per_month, max_active_drivers, max_storage_gb,
                                   ///< api_rate_limit_per_minute: the limit's column.
    std::optional<double> allowed; ///< Nothing: no such limit.
    std::optional<double> used;    ///< Nothing: no usage reported this month.
    std::optional<double> ratio;   ///< used / allowed; infinite where nothing is allowed.
};

/// An item of a subscription.
struct TenantSubscriptionItem
{
    QString itemId; ///< Stripe's.
    QString priceId;
    QString productName; ///< Empty when the product is not mirrored.
    std::optional<qint64> quantity;
    std::optional<Money> unitAmount;
    Recurrence recurrence;
    UsageType usageType = UsageType::Licensed;
};

struct TenantSubscription
{
    QUuid id;
    QString subscriptionId; ///< Stripe's.
    QString description;    ///< "Professional Plan × 3".
    QString status;         ///< Wire text.
    std::optional<Money> amount;
    QDateTime periodEnd;
    bool cancelAtPeriodEnd = false;
    QDateTime endsAt;  ///< Scheduled end; invalid when none is.
    QDateTime endedAt; ///< Invalid while it lives.
    QList<TenantSubscriptionItem> items;
};

struct TenantInvoice
{
    QUuid id;
    QString invoiceId; ///< Stripe's.
    QString number;    ///< Empty on drafts.
    QString status;    ///< Derived, as in the list: draft, open, overdue, retrying, failed, …
    QDateTime created;
    Money total;
    Money remaining;
};

/// What is on file to pay with. Card numbers never reach us: the last four digits at most.
struct PaymentMethodSummary
{
    QString type;  ///< card, sepa_debit, …
    QString brand; ///< visa, …; empty when not known.
    QString last4;
    int expiryMonth = 0; ///< 0: not known.
    int expiryYear = 0;
};

/// One audit row as raw facts; the window finds the words.
struct TimelineEntry
{
    QDateTime at;
    QString action; ///< tenant.create, invoice.payment_failed, …
    QString actor;
    QString entity;
    QString entityId;
    QJsonObject before;
    QJsonObject after;
    QString reason;
};

struct TenantDetail
{
    QUuid id;
    QString name;
    QString email;
    QString phone;
    QJsonObject address; ///< line1, line2, postal_code, city, state, country.
    QString status;      ///< As in the list: the gravest subscription's, else the tenant's own.
    CustomerStatus ownStatus = CustomerStatus::Active;
    QStringList tags;
    QString notes;
    QDateTime created;
    qint64 rowVersion = 0;

    std::optional<TenantPlan> plan;
    std::optional<Money> mrr;     ///< Nothing before the first subscription.
    std::optional<Money> balance; ///< Open invoices together, in the main currency.
    std::optional<Money> overdue;
    QDateTime overdueSince; ///< The oldest due date that has passed.
    qint64 overdueInvoices = 0;
    QDateTime renewsAt;
    QString customerId;           ///< Stripe's; empty until the customer exists.
    QString defaultPaymentMethod; ///< Stripe's id; empty when none is known.
    std::optional<PaymentMethodSummary> paymentMethod; ///< Where the mirror knows it.

    QList<LimitUse> limits; ///< The four, always in the same order; empty without a plan.
    QList<TenantSubscription> subscriptions; ///< Living ones first, then by age, newest first.
    QList<TenantInvoice> invoices;           ///< The latest 12.
    qint64 invoiceCount = 0;
    QList<TimelineEntry> timeline;   ///< The latest 20, newest first.
    QList<Operation> openOperations; ///< Oldest first; every step of a group that is not done.
};

} // namespace core
