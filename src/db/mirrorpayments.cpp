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
constexpr MirrorTable intents{"stripe_payment_intents"_L1, "stripe_payment_intent_id"_L1,
                              intentColumns, intentAudit};

} // namespace

MirrorCopy copyOf(const core::PaymentIntent &i)
{
    const Finality finality =
        i.status == "succeeded"_L1 ? Finality{true, 2} : Finality{i.status == "canceled"_L1, 1};
    return {&intents,
            i.id,
            i.customerId,
            {{u"stripe_customer_id"_s, textOrNull(i.customerId)},
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
            i.snapshot,
            finality};
}

} // namespace db
