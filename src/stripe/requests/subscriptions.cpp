// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/subscriptions.h"

namespace stripe {

namespace {

constexpr QLatin1StringView subscriptions("subscriptions");

/// Discounts come as ids from 2025-03-31 on, and their coupon as an id from 2025-09-30 on.
void expandDiscounts(Form &form, Shape shape, QByteArrayView prefix = {})
{
    switch (shape) {
    case Shape::Original:
        return;
    case Shape::Basil:
        form.expand(prefix.toByteArray() + "discounts");
        return;
    case Shape::Clover:
        form.expand(prefix.toByteArray() + "discounts.source.coupon");
        return;
    }
}

void addItem(Form &form, qsizetype index, const NewItem &item)
{
    const QByteArray path = "items[" + QByteArray::number(index) + ']';
    form.add(path + "[price]", item.priceId);
    addOptional(form, path + "[quantity]", item.quantity);
    form.addHash(path + "[metadata]", item.metadata);
}

void addItemChange(Form &form, qsizetype index, const ItemChange &change)
{
    const QByteArray path = "items[" + QByteArray::number(index) + ']';
    addFilter(form, path + "[id]", change.itemId);
    addFilter(form, path + "[price]", change.priceId);
    addOptional(form, path + "[quantity]", change.quantity);
    if (change.isRemoved)
        form.addFlag(path + "[deleted]", true);
    if (change.clearsUsage)
        form.addFlag(path + "[clear_usage]", true);
}

} // namespace

Call createSubscription(const NewSubscription &subscription, const QByteArray &key, Shape shape)
{
    Form form;
    form.add("customer", subscription.customerId);
    for (qsizetype i = 0; i < subscription.items.size(); ++i)
        addItem(form, i, subscription.items.at(i));
    addOptional(form, "trial_period_days", subscription.trialDays);
    addFilter(form, "collection_method", subscription.collectionMethod);
    addOptional(form, "days_until_due", subscription.daysUntilDue);
    addFilter(form, "default_payment_method", subscription.defaultPaymentMethod);
    addFilter(form, "payment_behavior", subscription.paymentBehavior);
    const bool isOriginal = shape == Shape::Original;
    addFilter(form, isOriginal ? "coupon" : "discounts[0][coupon]", subscription.couponId);
    form.addHash("metadata", subscription.metadata);
    expandDiscounts(form, shape);
    return postCall(QStringLiteral("/v1/subscriptions"), form, key);
}

Call retrieveSubscription(const QString &id, Shape shape)
{
    Form form;
    expandDiscounts(form, shape);
    return getCall(pathTo(subscriptions, id), form);
}

Call updateSubscription(const QString &id, const SubscriptionChange &change, const QByteArray &key,
                        Shape shape)
{
    Form form;
    for (qsizetype i = 0; i < change.items.size(); ++i)
        addItemChange(form, i, change.items.at(i));
    addFilter(form, "proration_behavior", change.prorationBehavior);
    if (change.prorationDate.isValid())
        form.add("proration_date", change.prorationDate.toSecsSinceEpoch());
    addFilter(form, "payment_behavior", change.paymentBehavior);
    addOptional(form, "cancel_at_period_end", change.cancelAtPeriodEnd);
    addOptional(form, "cancellation_details[comment]", change.cancellationComment);
    addOptional(form, "cancellation_details[feedback]", change.cancellationFeedback);
    addFilter(form, "default_payment_method", change.defaultPaymentMethod);
    if (change.endsTrialNow)
        form.add("trial_end", QStringLiteral("now"));
    form.addHash("metadata", change.metadata);
    expandDiscounts(form, shape);
    return postCall(pathTo(subscriptions, id), form, key);
}

Call cancelSubscriptionNow(const QString &id, const Cancellation &cancellation)
{
    Form form;
    if (cancellation.invoicesNow)
        form.addFlag("invoice_now", true);
    if (cancellation.prorates)
        form.addFlag("prorate", true);
    addFilter(form, "cancellation_details[comment]", cancellation.comment);
    addFilter(form, "cancellation_details[feedback]", cancellation.feedback);
    return deleteCall(pathTo(subscriptions, id), form);
}

Call listSubscriptions(const ListPage &page, const SubscriptionFilter &filter, Shape shape)
{
    Form form;
    addFilter(form, "status", filter.status);
    addFilter(form, "customer", filter.customerId);
    addFilter(form, "price", filter.priceId);
    expandDiscounts(form, shape, "data.");
    return listCall(QStringLiteral("/v1/subscriptions"), page, form);
}

} // namespace stripe
