// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

#include <algorithm>

namespace stripe {

namespace {

core::SubscriptionItem itemFrom(const QJsonObject &json, const QJsonObject &subscription)
{
    const QJsonObject price = objectOf(json, "price");
    const PriceTerms terms =
        price.isEmpty() ? planTermsOf(objectOf(json, "plan")) : priceTermsOf(price);
    core::SubscriptionItem item;
    item.id = textOf(json, "id");
    item.priceId = terms.id.isEmpty() ? idOf(json, "price") : terms.id;
    item.productId = terms.productId;
    item.quantity = optionalIntegerOf(json, "quantity");
    item.usageType = terms.usageType;
    item.unitAmount = terms.unitAmount;
    item.unitAmountDecimal = terms.unitAmountDecimal;
    item.currency = terms.currency;
    item.billingScheme = terms.billingScheme;
    item.recurrence = terms.recurrence.value_or(core::Recurrence{});
    // From 2025-03-31 on each item has its own period; before, the subscription has the only one.
    const QJsonObject &period =
        json.contains(QLatin1StringView("current_period_end")) ? json : subscription;
    item.periodStart = timeOf(period, "current_period_start");
    item.periodEnd = timeOf(period, "current_period_end");
    item.metadata = objectOf(json, "metadata");
    return item;
}

/// The subscription's own period, or that of the item which ends last.
void readPeriod(const QJsonObject &object, core::Subscription &subscription)
{
    subscription.currentPeriodStart = timeOf(object, "current_period_start");
    subscription.currentPeriodEnd = timeOf(object, "current_period_end");
    if (subscription.currentPeriodEnd.isValid() || subscription.items.isEmpty())
        return;
    const auto last =
        std::ranges::max_element(subscription.items, {}, &core::SubscriptionItem::periodEnd);
    subscription.currentPeriodStart = last->periodStart;
    subscription.currentPeriodEnd = last->periodEnd;
}

void readTimes(const QJsonObject &object, core::Subscription &subscription)
{
    subscription.trialStart = timeOf(object, "trial_start");
    subscription.trialEnd = timeOf(object, "trial_end");
    subscription.cancelAt = timeOf(object, "cancel_at");
    subscription.canceledAt = timeOf(object, "canceled_at");
    subscription.endedAt = timeOf(object, "ended_at");
    subscription.startDate = timeOf(object, "start_date");
    subscription.created = timeOf(object, "created");
}

} // namespace

core::Result<core::Subscription> subscriptionFromJson(const QJsonObject &json,
                                                      core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "subscription", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Subscription subscription;
    subscription.id = textOf(object, "id");
    subscription.customerId = idOf(object, "customer");
    subscription.status = textOf(object, "status");
    subscription.currency = textOf(object, "currency");
    subscription.collectionMethod = textOf(object, "collection_method");
    subscription.cancelAtPeriodEnd = flagOf(object, "cancel_at_period_end");
    subscription.defaultPaymentMethod = idOf(object, "default_payment_method");
    subscription.latestInvoiceId = idOf(object, "latest_invoice");
    const QJsonObject items = objectOf(object, "items");
    for (const QJsonObject &item : elementsOf(items))
        subscription.items.append(itemFrom(item, object));
    subscription.hasMoreItems = flagOf(items, "has_more");
    subscription.discounts = discountsOf(object);
    subscription.metadata = objectOf(object, "metadata");
    readPeriod(object, subscription);
    readTimes(object, subscription);
    subscription.snapshot = snapshotOf(object, std::move(origin));
    return subscription;
}

} // namespace stripe
