// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

/// The price as far as the item tells, for one that is in no catalogue any more.
static QJsonObject priceOf(const core::SubscriptionItem &item, const PriceJson &prices)
{
    const QJsonObject known = prices ? prices(item.priceId) : QJsonObject();
    if (!known.isEmpty())
        return known;
    core::Price price;
    price.id = item.priceId;
    price.productId = item.productId;
    price.currency = item.currency;
    price.unitAmount = item.unitAmount;
    price.unitAmountDecimal = item.unitAmountDecimal;
    price.billingScheme = item.billingScheme;
    price.recurrence = item.recurrence;
    price.usageType = item.usageType;
    price.created = item.periodStart;
    return toJson(price);
}

QJsonObject toJson(const core::SubscriptionItem &item, const QString &subscriptionId,
                   const QDateTime &created, const PriceJson &prices)
{
    const QJsonObject price = priceOf(item, prices);
    QJsonObject object{
        {u"id"_s, item.id},
        {u"object"_s, u"subscription_item"_s},
        {u"billing_thresholds"_s, QJsonValue::Null},
        {u"created"_s, stampOrNull(created)},
        {u"discounts"_s, QJsonArray()},
        {u"metadata"_s, item.metadata},
        {u"plan"_s, planJson(price)},
        {u"price"_s, price},
        {u"subscription"_s, subscriptionId},
        {u"tax_rates"_s, QJsonArray()},
    };
    if (item.quantity) // metered items have none
        object.insert("quantity"_L1, *item.quantity);
    return object;
}

/// The API keeps one discount per subscription in this version; a further one is not shown.
static QJsonValue discountJson(const core::Subscription &subscription)
{
    if (subscription.discounts.isEmpty())
        return QJsonValue::Null;
    const core::Discount &discount = subscription.discounts.first();
    QJsonObject coupon = skeleton(R"({"object": "coupon", "duration_in_months": null,
        "livemode": false, "max_redemptions": null, "metadata": {}, "name": null,
        "redeem_by": null, "times_redeemed": 1, "valid": true})");
    const bool isAmount = discount.amountOff.has_value();
    coupon.insert("id"_L1, discount.couponId);
    coupon.insert("amount_off"_L1, isAmount ? QJsonValue(*discount.amountOff) : QJsonValue::Null);
    coupon.insert("created"_L1, stampOrNull(subscription.created));
    coupon.insert("currency"_L1, isAmount ? QJsonValue(subscription.currency) : QJsonValue::Null);
    coupon.insert("duration"_L1, discount.duration);
    if (discount.duration == "repeating"_L1)
        coupon.insert("duration_in_months"_L1, 3);
    coupon.insert("percent_off"_L1,
                  discount.percentOff ? QJsonValue(*discount.percentOff) : QJsonValue::Null);
    return QJsonObject{
        {u"id"_s, QString(u"di_"_s + subscription.id.mid(4))},
        {u"object"_s, u"discount"_s},
        {u"checkout_session"_s, QJsonValue::Null},
        {u"coupon"_s, coupon},
        {u"customer"_s, subscription.customerId},
        {u"end"_s, QJsonValue::Null},
        {u"invoice"_s, QJsonValue::Null},
        {u"invoice_item"_s, QJsonValue::Null},
        {u"promotion_code"_s, QJsonValue::Null},
        {u"start"_s, stampOrNull(subscription.created)},
        {u"subscription"_s, subscription.id},
    };
}

static QJsonObject itemList(const core::Subscription &subscription, const PriceJson &prices)
{
    QJsonArray items;
    for (const core::SubscriptionItem &item : subscription.items)
        items.append(toJson(item, subscription.id, subscription.created, prices));
    return listJson(u"/v1/subscription_items?subscription="_s + subscription.id, items,
                    subscription.hasMoreItems);
}

static QJsonObject subscriptionSkeleton()
{
    static const QJsonObject blank = skeleton(R"({
        "object": "subscription", "application": null, "application_fee_percent": null,
        "automatic_tax": {"enabled": false, "liability": null},
        "billing_cycle_anchor_config": null, "billing_thresholds": null,
        "cancellation_details": {"comment": null, "feedback": null, "reason": null},
        "days_until_due": null, "default_source": null, "default_tax_rates": [],
        "description": null, "discounts": [], "livemode": false,
        "next_pending_invoice_item_invoice": null, "on_behalf_of": null, "pause_collection": null,
        "payment_settings": {"payment_method_options": null, "payment_method_types": null,
                             "save_default_payment_method": "off"},
        "pending_invoice_item_interval": null, "pending_setup_intent": null,
        "pending_update": null, "schedule": null, "test_clock": null, "transfer_data": null,
        "trial_settings": {"end_behavior": {"missing_payment_method": "create_invoice"}}})");
    return blank;
}

QJsonObject toJson(const core::Subscription &subscription, const PriceJson &prices)
{
    QJsonObject object = subscriptionSkeleton();
    const auto stamp = [&object](QLatin1StringView key, const QDateTime &time) {
        object.insert(key, stampOrNull(time));
    };
    const bool isSent = subscription.collectionMethod == "send_invoice"_L1;
    object.insert("id"_L1, subscription.id);
    stamp("billing_cycle_anchor"_L1,
          subscription.trialEnd.isValid() ? subscription.trialEnd : subscription.startDate);
    stamp("cancel_at"_L1, subscription.cancelAt);
    object.insert("cancel_at_period_end"_L1, subscription.cancelAtPeriodEnd);
    stamp("canceled_at"_L1, subscription.canceledAt);
    if (subscription.canceledAt.isValid()) {
        object.insert("cancellation_details"_L1,
                      QJsonObject{{u"comment"_s, QJsonValue::Null},
                                  {u"feedback"_s, QJsonValue::Null},
                                  {u"reason"_s, u"cancellation_requested"_s}});
    }
    object.insert("collection_method"_L1, isSent ? u"send_invoice"_s : u"charge_automatically"_s);
    stamp("created"_L1, subscription.created);
    object.insert("currency"_L1, subscription.currency);
    stamp("current_period_end"_L1, subscription.currentPeriodEnd);
    stamp("current_period_start"_L1, subscription.currentPeriodStart);
    object.insert("customer"_L1, subscription.customerId);
    if (isSent)
        object.insert("days_until_due"_L1, 30);
    object.insert("default_payment_method"_L1, textOrNull(subscription.defaultPaymentMethod));
    object.insert("discount"_L1, discountJson(subscription));
    stamp("ended_at"_L1, subscription.endedAt);
    object.insert("items"_L1, itemList(subscription, prices));
    object.insert("latest_invoice"_L1, textOrNull(subscription.latestInvoiceId));
    object.insert("metadata"_L1, subscription.metadata);
    stamp("start_date"_L1, subscription.startDate);
    object.insert("status"_L1, subscription.status);
    stamp("trial_end"_L1, subscription.trialEnd);
    stamp("trial_start"_L1, subscription.trialStart);
    return object;
}

} // namespace demo
