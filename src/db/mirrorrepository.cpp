// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorrepository.h"

#include "db/session.h"

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

constexpr std::array subscriptionColumns{"stripe_customer_id"_L1,
                                         "status"_L1,
                                         "currency"_L1,
                                         "current_period_start"_L1,
                                         "current_period_end"_L1,
                                         "trial_start"_L1,
                                         "trial_end"_L1,
                                         "start_date"_L1,
                                         "cancel_at_period_end"_L1,
                                         "cancel_at"_L1,
                                         "canceled_at"_L1,
                                         "ended_at"_L1,
                                         "collection_method"_L1,
                                         "default_payment_method"_L1,
                                         "latest_invoice_id"_L1,
                                         "discounts"_L1,
                                         "metadata"_L1,
                                         "created"_L1};
constexpr std::array subscriptionAudit{"status"_L1, "current_period_end"_L1,
                                       "cancel_at_period_end"_L1, "cancel_at"_L1, "ended_at"_L1};
constexpr MirrorTable subscriptions{"stripe_subscriptions"_L1, "stripe_subscription_id"_L1,
                                    subscriptionColumns, subscriptionAudit};

constexpr std::array invoiceColumns{"number"_L1,
                                    "stripe_customer_id"_L1,
                                    "stripe_subscription_id"_L1,
                                    "stripe_payment_intent_id"_L1,
                                    "amount_due"_L1,
                                    "amount_paid"_L1,
                                    "amount_remaining"_L1,
                                    "subtotal"_L1,
                                    "tax"_L1,
                                    "total"_L1,
                                    "currency"_L1,
                                    "status"_L1,
                                    "billing_reason"_L1,
                                    "collection_method"_L1,
                                    "attempt_count"_L1,
                                    "next_payment_attempt"_L1,
                                    "due_date"_L1,
                                    "finalized_at"_L1,
                                    "paid_at"_L1,
                                    "voided_at"_L1,
                                    "period_start"_L1,
                                    "period_end"_L1,
                                    "hosted_invoice_url"_L1,
                                    "invoice_pdf"_L1,
                                    "metadata"_L1,
                                    "created"_L1};
constexpr std::array invoiceAudit{"number"_L1,       "status"_L1,           "amount_due"_L1,
                                  "amount_paid"_L1,  "amount_remaining"_L1, "currency"_L1,
                                  "attempt_count"_L1};
constexpr MirrorTable invoices{"stripe_invoices"_L1, "stripe_invoice_id"_L1, invoiceColumns,
                               invoiceAudit};

Finality finalityOf(const core::Subscription &subscription)
{
    if (subscription.status == "canceled"_L1)
        return {true, 2};
    return {subscription.status == "incomplete_expired"_L1, 1};
}

Finality finalityOf(const core::Invoice &invoice)
{
    if (invoice.deleted)
        return {true, 3};
    if (invoice.status == "paid"_L1)
        return {true, 2};
    return {invoice.status == "void"_L1, 1};
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

QVariantMap valuesOf(const core::Invoice &i)
{
    const bool isKnown = core::invoiceStatusFromText(i.status).has_value();
    return {{u"number"_s, textOrNull(i.number)},
            {u"stripe_customer_id"_s, textOrNull(i.customerId)},
            {u"stripe_subscription_id"_s, textOrNull(i.subscriptionId)},
            {u"stripe_payment_intent_id"_s, textOrNull(i.paymentIntentId)},
            {u"amount_due"_s, i.amountDue},
            {u"amount_paid"_s, i.amountPaid},
            {u"amount_remaining"_s, i.amountRemaining},
            {u"subtotal"_s, i.subtotal},
            {u"tax"_s, i.tax},
            {u"total"_s, i.total},
            {u"currency"_s, i.currency},
            {u"status"_s, i.deleted ? u"deleted"_s : (isKnown ? i.status : u"unknown"_s)},
            {u"billing_reason"_s, textOrNull(i.billingReason)},
            {u"collection_method"_s, textOrNull(i.collectionMethod)},
            {u"attempt_count"_s, i.attemptCount},
            {u"next_payment_attempt"_s, timeOrNull(i.nextPaymentAttempt)},
            {u"due_date"_s, timeOrNull(i.dueDate)},
            {u"finalized_at"_s, timeOrNull(i.finalizedAt)},
            {u"paid_at"_s, timeOrNull(i.paidAt)},
            {u"voided_at"_s, timeOrNull(i.voidedAt)},
            {u"period_start"_s, timeOrNull(i.periodStart)},
            {u"period_end"_s, timeOrNull(i.periodEnd)},
            {u"hosted_invoice_url"_s, textOrNull(i.hostedInvoiceUrl)},
            {u"invoice_pdf"_s, textOrNull(i.invoicePdf)},
            {u"metadata"_s, jsonbText(i.metadata)},
            {u"created"_s, timeOrNull(i.created)}};
}

} // namespace

MirrorCopy copyOf(const core::Subscription &s)
{
    return {&subscriptions, s.id, s.customerId, valuesOf(s), s.snapshot, finalityOf(s)};
}

MirrorCopy copyOf(const core::Invoice &i)
{
    return {&invoices, i.id, i.customerId, valuesOf(i), i.snapshot, finalityOf(i)};
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

core::Result<MirrorOutcome> MirrorRepository::write(const core::Subscription &subscription)
{
    // Its column is an enumeration that others read too. Said aloud, so that the event is kept,
    // seen, and applied by the version that knows the state.
    if (!core::subscriptionStatusFromText(subscription.status))
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("Stripe names a subscription state that this version does not "
                                   "know: %1. Update the program, then try again.")
                              .arg(subscription.status));
    if (const auto locked = lockCustomer(m_session, subscription.customerId); !locked)
        return core::passOn(locked);
    auto outcome = writeMirror(m_session, copyOf(subscription));
    if (!outcome || !outcome->isApplied)
        return outcome;
    if (const auto written = writeItems(subscription, outcome->id); !written)
        return core::passOn(written);
    if (subscription.hasMoreItems) {
        if (const auto marked = markForFetch(m_session, subscriptions, outcome->id); !marked)
            return core::passOn(marked);
    }
    if (const auto derived = deriveSubscription(outcome->id); !derived)
        return core::passOn(derived);
    return outcome;
}

core::Result<MirrorOutcome> MirrorRepository::write(const core::Invoice &invoice)
{
    if (const auto locked = lockCustomer(m_session, invoice.customerId); !locked)
        return core::passOn(locked);
    auto outcome = writeMirror(m_session, copyOf(invoice));
    if (!outcome || !outcome->isApplied)
        return outcome;
    if (invoice.hasMoreLines) {
        if (const auto marked = markForFetch(m_session, invoices, outcome->id); !marked)
            return core::passOn(marked);
    }
    if (!invoice.paidAt.isValid())
        return outcome;
    const auto derived = m_session.exec(uR"(
        UPDATE stripe_invoices i
           SET plan_tier = tier_at(i.tenant_id, i.paid_at)
         WHERE i.id = :id AND i.plan_tier IS NULL)"_s,
                                        {{u"id"_s, outcome->id}});
    if (!derived)
        return core::passOn(derived);
    return outcome;
}

core::Result<> MirrorRepository::writeItems(const core::Subscription &subscription,
                                            const QUuid &rowId)
{
    QStringList kept;
    for (const core::SubscriptionItem &item : subscription.items) {
        kept.append(item.id);
        QVariantMap binds = valuesOf(item);
        binds[u"subscription_id"_s] = rowId;
        const auto written = m_session.exec(uR"(
            INSERT INTO stripe_subscription_items AS t
                   (subscription_id, stripe_subscription_item_id, stripe_price_id,
                    stripe_product_id, quantity, usage_type, unit_amount, unit_amount_decimal,
                    billing_scheme, currency, recurring_interval, recurring_interval_count,
                    period_start, period_end, metadata)
            VALUES (:subscription_id, :stripe_subscription_item_id, :stripe_price_id,
                    :stripe_product_id, :quantity, :usage_type, :unit_amount, :unit_amount_decimal,
                    :billing_scheme, :currency, :recurring_interval, :recurring_interval_count,
                    :period_start, :period_end, :metadata)
            ON CONFLICT (stripe_subscription_item_id) DO UPDATE SET
                   subscription_id = excluded.subscription_id,
                   stripe_price_id = excluded.stripe_price_id,
                   stripe_product_id = excluded.stripe_product_id, quantity = excluded.quantity,
                   usage_type = excluded.usage_type, unit_amount = excluded.unit_amount,
                   unit_amount_decimal = excluded.unit_amount_decimal,
                   billing_scheme = excluded.billing_scheme, currency = excluded.currency,
                   recurring_interval = excluded.recurring_interval,
                   recurring_interval_count = excluded.recurring_interval_count,
                   period_start = excluded.period_start, period_end = excluded.period_end,
                   metadata = excluded.metadata, is_deleted = false)"_s,
                                            binds);
        if (!written)
            return core::passOn(written);
    }
    if (subscription.hasMoreItems)
        return {}; // only the first page came: what is missing may still be there
    const auto removed =
        m_session.exec(uR"(
        UPDATE stripe_subscription_items
           SET is_deleted = true
         WHERE subscription_id = :subscription_id AND NOT is_deleted
           AND stripe_subscription_item_id <> ALL (:kept::text[]))"_s,
                       {{u"subscription_id"_s, rowId}, {u"kept"_s, arrayLiteral(kept)}});
    if (!removed)
        return core::passOn(removed);
    return {};
}

core::Result<> MirrorRepository::deriveSubscription(const QUuid &rowId)
{
    return derive(u"WHERE s.id = :key"_s, rowId);
}

core::Result<> MirrorRepository::deriveAllWith(const QString &priceOrProductId)
{
    return derive(uR"(
        WHERE s.id IN (SELECT n.subscription_id
                         FROM stripe_subscription_items n
                         LEFT JOIN stripe_prices q ON q.stripe_price_id = n.stripe_price_id
                        WHERE NOT n.is_deleted
                          AND :key IN (n.stripe_price_id,
                                       coalesce(n.stripe_product_id, q.stripe_product_id))))"_s,
                  priceOrProductId);
}

core::Result<> MirrorRepository::derive(const QString &which, const QVariant &key)
{
    const auto derived = m_session.exec(uR"(
        UPDATE stripe_subscriptions t
           SET mrr = subscription_mrr(t.id), amount = x.amount, description = x.description
          FROM (SELECT s.id,
                       sum(i.unit_amount * coalesce(i.quantity, 1))
                           FILTER (WHERE i.usage_type = 'licensed')::bigint AS amount,
                       coalesce(string_agg(
                           coalesce(p.name, r.nickname, i.stripe_price_id)
                               || CASE WHEN i.quantity > 1 THEN ' × ' || i.quantity ELSE '' END,
                           ', ' ORDER BY i.usage_type DESC, i.stripe_subscription_item_id), '')
                           AS description
                  FROM stripe_subscriptions s
                  LEFT JOIN stripe_subscription_items i
                    ON i.subscription_id = s.id AND NOT i.is_deleted
                  LEFT JOIN stripe_prices r ON r.stripe_price_id = i.stripe_price_id
                  LEFT JOIN stripe_products p
                    ON p.stripe_product_id = coalesce(i.stripe_product_id, r.stripe_product_id)
                 )"_s + which + uR"(
                 GROUP BY s.id) x
         WHERE t.id = x.id)"_s,
                                        {{u"key"_s, key}});
    if (!derived)
        return core::passOn(derived);
    return {};
}

core::Result<> MirrorRepository::settle(const QList<QUuid> &tenants, const QString &cause,
                                        const QDateTime &at)
{
    QList<QUuid> ids = tenants;
    ids.removeAll(QUuid());
    if (ids.isEmpty())
        return {};
    const auto settled = m_session.run(
        u"SELECT settle_tenants(:tenants::uuid[], :cause, :at::timestamptz)"_s,
        {{u"tenants"_s, arrayLiteral(ids)}, {u"cause"_s, cause}, {u"at"_s, timeOrNull(at)}});
    if (!settled)
        return core::passOn(settled);
    return {};
}

} // namespace db
