// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirroritems.h"
#include "db/mirrorrepository.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(MirrorRepository)
};

constexpr std::array subscriptionColumns{MirrorColumn{"stripe_customer_id"_L1},
                                         MirrorColumn{"status"_L1, "stripe_subscription_status"_L1},
                                         MirrorColumn{"currency"_L1},
                                         MirrorColumn{"current_period_start"_L1, "timestamptz"_L1},
                                         MirrorColumn{"current_period_end"_L1, "timestamptz"_L1},
                                         MirrorColumn{"trial_start"_L1, "timestamptz"_L1},
                                         MirrorColumn{"trial_end"_L1, "timestamptz"_L1},
                                         MirrorColumn{"start_date"_L1, "timestamptz"_L1},
                                         MirrorColumn{"cancel_at_period_end"_L1, "boolean"_L1},
                                         MirrorColumn{"cancel_at"_L1, "timestamptz"_L1},
                                         MirrorColumn{"canceled_at"_L1, "timestamptz"_L1},
                                         MirrorColumn{"ended_at"_L1, "timestamptz"_L1},
                                         MirrorColumn{"collection_method"_L1},
                                         MirrorColumn{"default_payment_method"_L1},
                                         MirrorColumn{"latest_invoice_id"_L1},
                                         MirrorColumn{"discounts"_L1, "jsonb"_L1},
                                         MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                         MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array subscriptionAudit{"status"_L1, "current_period_end"_L1,
                                       "cancel_at_period_end"_L1, "cancel_at"_L1, "ended_at"_L1};
constexpr MirrorTable subscriptions{"stripe_subscriptions"_L1, "stripe_subscription_id"_L1,
                                    subscriptionColumns,       subscriptionAudit,
                                    TenantLink::ByCustomer,    {},
                                    followSubscriptions};

Finality finalityOf(const core::Subscription &subscription)
{
    if (subscription.status == "canceled"_L1)
        return {true, 2};
    return {subscription.status == "incomplete_expired"_L1, 1};
}

QJsonArray discountsJson(const QList<core::Discount> &discounts)
{
    QJsonArray array;
    for (const core::Discount &discount : discounts) {
        QJsonObject object{{u"coupon"_s, discount.couponId}, {u"duration"_s, discount.duration}};
        if (discount.percentOff)
            object[u"percent_off"_s] = *discount.percentOff;
        if (discount.amountOff)
            object[u"amount_off"_s] = *discount.amountOff;
        array.append(object);
    }
    return array;
}

QVariantMap valuesOf(const core::Subscription &s)
{
    return {{u"stripe_customer_id"_s, s.customerId},
            {u"status"_s, s.status},
            {u"currency"_s, textOrNull(s.currency)},
            {u"current_period_start"_s, timeOrNull(s.currentPeriodStart)},
            {u"current_period_end"_s, timeOrNull(s.currentPeriodEnd)},
            {u"trial_start"_s, timeOrNull(s.trialStart)},
            {u"trial_end"_s, timeOrNull(s.trialEnd)},
            {u"start_date"_s, timeOrNull(s.startDate)},
            {u"cancel_at_period_end"_s, s.cancelAtPeriodEnd},
            {u"cancel_at"_s, timeOrNull(s.cancelAt)},
            {u"canceled_at"_s, timeOrNull(s.canceledAt)},
            {u"ended_at"_s, timeOrNull(s.endedAt)},
            {u"collection_method"_s, textOrNull(s.collectionMethod)},
            {u"default_payment_method"_s, textOrNull(s.defaultPaymentMethod)},
            {u"latest_invoice_id"_s, textOrNull(s.latestInvoiceId)},
            {u"discounts"_s, jsonbText(discountsJson(s.discounts))},
            {u"metadata"_s, jsonbText(s.metadata)},
            {u"created"_s, timeOrNull(s.created)}};
}

/// Its column is an enumeration that others read too. Said aloud, so that the event is kept, seen,
/// and applied by the version that knows the state.
QString faultOf(const core::Subscription &subscription)
{
    if (core::subscriptionStatusFromText(subscription.status))
        return {};
    return Text::tr("Stripe names a subscription state that this version does not know: %1. Update "
                    "the program, then try again.")
        .arg(subscription.status);
}

} // namespace

MirrorCopy copyOf(const core::Subscription &s)
{
    MirrorCopy copy{.table = &subscriptions,
                    .stripeId = s.id,
                    .customerId = s.customerId,
                    .values = valuesOf(s),
                    .snapshot = s.snapshot,
                    .finality = finalityOf(s),
                    .isWhole = !s.hasMoreItems,
                    .fault = faultOf(s)};
    for (const core::SubscriptionItem &item : s.items)
        copy.items.append(valuesOf(item));
    return copy;
}

QVariantMap valuesOf(const core::SubscriptionItem &item)
{
    return {
        {u"stripe_subscription_item_id"_s, item.id},
        {u"stripe_price_id"_s, item.priceId},
        {u"stripe_product_id"_s, textOrNull(item.productId)},
        {u"quantity"_s, item.quantity ? QVariant(*item.quantity) : QVariant()},
        {u"usage_type"_s, core::toText(item.usageType)},
        {u"unit_amount"_s, item.unitAmount ? QVariant(*item.unitAmount) : QVariant()},
        {u"unit_amount_decimal"_s, textOrNull(item.unitAmountDecimal)},
        {u"billing_scheme"_s, item.billingScheme.isEmpty() ? u"per_unit"_s : item.billingScheme},
        {u"currency"_s, item.currency},
        {u"recurring_interval"_s, item.recurrence.interval},
        {u"recurring_interval_count"_s, item.recurrence.count},
        {u"period_start"_s, timeOrNull(item.periodStart)},
        {u"period_end"_s, timeOrNull(item.periodEnd)},
        {u"metadata"_s, jsonbText(item.metadata)}};
}

} // namespace db
