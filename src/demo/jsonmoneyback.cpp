// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

QJsonObject toJson(const core::Refund &refund)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "refund", "balance_transaction": null,
        "destination_details": {"card": {"reference_status": "pending",
            "reference_type": "acquirer_reference_number", "type": "refund"}, "type": "card"},
        "metadata": {}, "receipt_number": null, "source_transfer_reversal": null,
        "transfer_reversal": null})");
    QJsonObject object = blank;
    object.insert("id"_L1, refund.id);
    object.insert("amount"_L1, refund.amount);
    object.insert("charge"_L1, textOrNull(refund.chargeId));
    object.insert("created"_L1, stampOrNull(refund.created));
    object.insert("currency"_L1, refund.currency);
    object.insert("payment_intent"_L1, textOrNull(refund.paymentIntentId));
    object.insert("reason"_L1, textOrNull(refund.reason));
    object.insert("status"_L1, refund.status);
    return object;
}

QJsonObject toJson(const core::CreditNote &note, const QJsonArray &lines)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "credit_note", "amount_shipping": 0, "customer_balance_transaction": null,
        "discount_amount": 0, "discount_amounts": [], "livemode": false, "memo": null,
        "metadata": {}, "out_of_band_amount": null, "refund": null, "shipping_cost": null,
        "tax_amounts": [], "type": "post_payment", "voided_at": null})");
    QJsonObject object = blank;
    object.insert("id"_L1, note.id);
    for (const auto key : {"amount"_L1, "subtotal"_L1, "subtotal_excluding_tax"_L1, "total"_L1,
                           "total_excluding_tax"_L1})
        object.insert(key, note.amount);
    object.insert("created"_L1, stampOrNull(note.created));
    object.insert("currency"_L1, note.currency);
    object.insert("customer"_L1, note.customerId);
    object.insert("effective_at"_L1, stampOrNull(note.created));
    object.insert("invoice"_L1, note.invoiceId);
    object.insert("lines"_L1,
                  listJson(u"/v1/credit_notes/"_s + note.id + u"/lines"_s, lines, false));
    object.insert("number"_L1, note.number);
    object.insert("pdf"_L1,
                  QString(u"https://pay.stripe.com/credit_notes/acct_sandboxOMS/test_"_s
                          + note.id.mid(3) + u"/pdf?s=ap"_s));
    object.insert("reason"_L1, textOrNull(note.reason));
    object.insert("status"_L1, note.status);
    return object;
}

QJsonObject chargeJson(const QJsonObject &intent, qint64 refunded)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "charge", "application": null, "application_fee": null,
        "application_fee_amount": null, "balance_transaction": null,
        "billing_details": {"address": {"city": null, "country": null, "line1": null,
            "line2": null, "postal_code": null, "state": null}, "email": null, "name": null,
            "phone": null},
        "calculated_statement_descriptor": "OMS", "captured": true, "description": null,
        "disputed": false, "failure_balance_transaction": null, "failure_code": null,
        "failure_message": null, "fraud_details": {}, "livemode": false, "metadata": {},
        "on_behalf_of": null, "outcome": null, "paid": true, "payment_method_details": null,
        "receipt_email": null, "receipt_number": null, "receipt_url": null, "review": null,
        "shipping": null, "source_transfer": null, "statement_descriptor": null,
        "statement_descriptor_suffix": null, "status": "succeeded", "transfer_data": null,
        "transfer_group": null})");
    const qint64 amount = intent.value("amount_received"_L1).toInteger();
    QJsonObject object = blank; // its refunds are not inside: so since 2022-11-15
    object.insert("id"_L1, intent.value("latest_charge"_L1));
    object.insert("amount"_L1, amount);
    object.insert("amount_captured"_L1, amount);
    object.insert("amount_refunded"_L1, refunded);
    object.insert("payment_intent"_L1, intent.value("id"_L1));
    object.insert("refunded"_L1, refunded >= amount);
    for (const auto key :
         {"created"_L1, "currency"_L1, "customer"_L1, "invoice"_L1, "payment_method"_L1})
        object.insert(key, intent.value(key));
    return object;
}

} // namespace demo
