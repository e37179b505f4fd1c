// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorrepository.h"

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array invoiceColumns{MirrorColumn{"number"_L1},
                                    MirrorColumn{"stripe_customer_id"_L1},
                                    MirrorColumn{"stripe_subscription_id"_L1},
                                    MirrorColumn{"stripe_payment_intent_id"_L1},
                                    MirrorColumn{"amount_due"_L1, "bigint"_L1},
                                    MirrorColumn{"amount_paid"_L1, "bigint"_L1},
                                    MirrorColumn{"amount_remaining"_L1, "bigint"_L1},
                                    MirrorColumn{"subtotal"_L1, "bigint"_L1},
                                    MirrorColumn{"tax"_L1, "bigint"_L1},
                                    MirrorColumn{"total"_L1, "bigint"_L1},
                                    MirrorColumn{"currency"_L1},
                                    MirrorColumn{"status"_L1},
                                    MirrorColumn{"billing_reason"_L1},
                                    MirrorColumn{"collection_method"_L1},
                                    MirrorColumn{"attempt_count"_L1, "integer"_L1},
                                    MirrorColumn{"next_payment_attempt"_L1, "timestamptz"_L1},
                                    MirrorColumn{"due_date"_L1, "timestamptz"_L1},
                                    MirrorColumn{"finalized_at"_L1, "timestamptz"_L1},
                                    MirrorColumn{"paid_at"_L1, "timestamptz"_L1},
                                    MirrorColumn{"voided_at"_L1, "timestamptz"_L1},
                                    MirrorColumn{"period_start"_L1, "timestamptz"_L1},
                                    MirrorColumn{"period_end"_L1, "timestamptz"_L1},
                                    MirrorColumn{"hosted_invoice_url"_L1},
                                    MirrorColumn{"invoice_pdf"_L1},
                                    MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                    MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array invoiceAudit{"number"_L1,       "status"_L1,           "amount_due"_L1,
                                  "amount_paid"_L1,  "amount_remaining"_L1, "currency"_L1,
                                  "attempt_count"_L1};
// Paid invoices remember the tier that the tenant had then.
constexpr std::array invoiceMade{MadeColumn{
    "plan_tier"_L1,
    "CASE WHEN x.paid_at IS NOT NULL THEN tier_at(c.tenant_id, x.paid_at::timestamptz) END"_L1,
    "coalesce(t.plan_tier, CASE WHEN excluded.paid_at IS NOT NULL THEN"
    " coalesce(excluded.plan_tier, tier_at(t.tenant_id, excluded.paid_at)) END)"_L1}};
constexpr MirrorTable invoices{.name = "stripe_invoices"_L1,
                               .idColumn = "stripe_invoice_id"_L1,
                               .columns = invoiceColumns,
                               .auditColumns = invoiceAudit,
                               .made = invoiceMade,
                               .untoldColumn = "stripe_payment_intent_id"_L1};

Finality finalityOf(const core::Invoice &invoice)
{
    if (invoice.deleted)
        return {true, 3};
    if (invoice.status == "paid"_L1)
        return {true, 2};
    return {invoice.status == "void"_L1, 1};
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

MirrorCopy copyOf(const core::Invoice &i)
{
    return {.table = &invoices,
            .stripeId = i.id,
            .customerId = i.customerId,
            .values = valuesOf(i),
            .snapshot = i.snapshot,
            .finality = finalityOf(i),
            .isWhole = !i.hasMoreLines,
            .isLinkTold = i.isPaymentTold};
}

} // namespace db
