// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorrepository.h"

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array intentColumns{MirrorColumn{"stripe_customer_id"_L1},
                                   MirrorColumn{"stripe_invoice_id"_L1},
                                   MirrorColumn{"amount"_L1, "bigint"_L1},
                                   MirrorColumn{"amount_received"_L1, "bigint"_L1},
                                   MirrorColumn{"currency"_L1},
                                   MirrorColumn{"status"_L1},
                                   MirrorColumn{"payment_method_types"_L1, "text[]"_L1},
                                   MirrorColumn{"latest_charge"_L1},
                                   MirrorColumn{"last_error_code"_L1},
                                   MirrorColumn{"last_error_message"_L1},
                                   MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                   MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array intentAudit{"status"_L1, "amount"_L1, "amount_received"_L1, "currency"_L1,
                                 "last_error_code"_L1};
constexpr MirrorTable intents{.name = "stripe_payment_intents"_L1,
                              .idColumn = "stripe_payment_intent_id"_L1,
                              .columns = intentColumns,
                              .auditColumns = intentAudit,
                              .untoldColumn = "stripe_invoice_id"_L1};

// What names no customer belongs to the tenant of its payment intent.
constexpr std::array byIntent{
    MadeColumn{"tenant_id"_L1,
               "(SELECT p.tenant_id FROM stripe_payment_intents p"
               " WHERE p.stripe_payment_intent_id = x.stripe_payment_intent_id)"_L1,
               "coalesce(excluded.tenant_id, t.tenant_id)"_L1}};

constexpr std::array refundColumns{MirrorColumn{"stripe_charge_id"_L1},
                                   MirrorColumn{"stripe_payment_intent_id"_L1},
                                   MirrorColumn{"amount"_L1, "bigint"_L1},
                                   MirrorColumn{"currency"_L1},
                                   MirrorColumn{"status"_L1},
                                   MirrorColumn{"reason"_L1},
                                   MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array moneyAudit{"status"_L1, "amount"_L1, "currency"_L1, "reason"_L1};
constexpr MirrorTable refunds{"stripe_refunds"_L1, "stripe_refund_id"_L1, refundColumns,
                              moneyAudit,          TenantLink::Own,       byIntent};

constexpr std::array creditNoteColumns{MirrorColumn{"stripe_customer_id"_L1},
                                       MirrorColumn{"stripe_invoice_id"_L1},
                                       MirrorColumn{"number"_L1},
                                       MirrorColumn{"amount"_L1, "bigint"_L1},
                                       MirrorColumn{"currency"_L1},
                                       MirrorColumn{"status"_L1},
                                       MirrorColumn{"reason"_L1},
                                       MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr MirrorTable creditNotes{"stripe_credit_notes"_L1, "stripe_credit_note_id"_L1,
                                  creditNoteColumns, moneyAudit};

constexpr std::array disputeColumns{MirrorColumn{"stripe_charge_id"_L1},
                                    MirrorColumn{"stripe_payment_intent_id"_L1},
                                    MirrorColumn{"amount"_L1, "bigint"_L1},
                                    MirrorColumn{"currency"_L1},
                                    MirrorColumn{"status"_L1},
                                    MirrorColumn{"reason"_L1},
                                    MirrorColumn{"evidence_due_by"_L1, "timestamptz"_L1},
                                    MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr MirrorTable disputes{"stripe_disputes"_L1, "stripe_dispute_id"_L1, disputeColumns,
                               moneyAudit,           TenantLink::Own,        byIntent};

} // namespace

MirrorCopy copyOf(const core::PaymentIntent &i)
{
    const Finality finality =
        i.status == "succeeded"_L1 ? Finality{true, 2} : Finality{i.status == "canceled"_L1, 1};
    return {.table = &intents,
            .stripeId = i.id,
            .customerId = i.customerId,
            .values = {{u"stripe_customer_id"_s, textOrNull(i.customerId)},
                       {u"stripe_invoice_id"_s, textOrNull(i.invoiceId)},
                       {u"amount"_s, i.amount},
                       {u"amount_received"_s, i.amountReceived},
                       {u"currency"_s, i.currency},
                       {u"status"_s, i.status},
                       {u"payment_method_types"_s, arrayLiteral(i.paymentMethodTypes)},
                       {u"latest_charge"_s, textOrNull(i.latestCharge)},
                       {u"last_error_code"_s, textOrNull(i.lastErrorCode)},
                       {u"last_error_message"_s, textOrNull(i.lastErrorMessage)},
                       {u"metadata"_s, jsonbText(i.metadata)},
                       {u"created"_s, timeOrNull(i.created)}},
            .snapshot = i.snapshot,
            .finality = finality,
            .isLinkTold = i.isInvoiceTold};
}

MirrorCopy copyOf(const core::Refund &r)
{
    const bool isOver = r.status == "failed"_L1 || r.status == "canceled"_L1;
    return {.table = &refunds,
            .stripeId = r.id,
            .values = {{u"stripe_charge_id"_s, textOrNull(r.chargeId)},
                       {u"stripe_payment_intent_id"_s, textOrNull(r.paymentIntentId)},
                       {u"amount"_s, r.amount},
                       {u"currency"_s, r.currency},
                       {u"status"_s, textOrNull(r.status)},
                       {u"reason"_s, textOrNull(r.reason)},
                       {u"created"_s, timeOrNull(r.created)}},
            .snapshot = r.snapshot,
            .finality = {isOver, 1}};
}

MirrorCopy copyOf(const core::CreditNote &n)
{
    return {.table = &creditNotes,
            .stripeId = n.id,
            .customerId = n.customerId,
            .values = {{u"stripe_customer_id"_s, textOrNull(n.customerId)},
                       {u"stripe_invoice_id"_s, textOrNull(n.invoiceId)},
                       {u"number"_s, textOrNull(n.number)},
                       {u"amount"_s, n.amount},
                       {u"currency"_s, n.currency},
                       {u"status"_s, textOrNull(n.status)},
                       {u"reason"_s, textOrNull(n.reason)},
                       {u"created"_s, timeOrNull(n.created)}},
            .snapshot = n.snapshot,
            .finality = {n.status == "void"_L1, 1},
            .isWhole = !n.snapshot.raw["lines"_L1]["has_more"_L1].toBool()};
}

MirrorCopy copyOf(const core::Dispute &d)
{
    const bool isOver = d.status == "won"_L1 || d.status == "lost"_L1;
    return {.table = &disputes,
            .stripeId = d.id,
            .values = {{u"stripe_charge_id"_s, textOrNull(d.chargeId)},
                       {u"stripe_payment_intent_id"_s, textOrNull(d.paymentIntentId)},
                       {u"amount"_s, d.amount},
                       {u"currency"_s, d.currency},
                       {u"status"_s, textOrNull(d.status)},
                       {u"reason"_s, textOrNull(d.reason)},
                       {u"evidence_due_by"_s, timeOrNull(d.evidenceDueBy)},
                       {u"created"_s, timeOrNull(d.created)}},
            .snapshot = d.snapshot,
            .finality = {isOver, 1}};
}

} // namespace db
