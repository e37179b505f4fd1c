// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

QJsonObject toJson(const InvoiceLine &line, const QString &invoiceId, const QString &subscriptionId,
                   const QString &currency, const PriceJson &prices)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "line_item", "discount_amounts": [], "discountable": true, "discounts": [],
        "livemode": false, "metadata": {}, "proration_details": {"credited_items": null},
        "tax_amounts": [], "tax_rates": []})");
    const QJsonObject price = prices ? prices(line.priceId) : QJsonObject();
    QJsonObject object = blank;
    object.insert("id"_L1, line.id);
    object.insert("amount"_L1, line.amount);
    object.insert("amount_excluding_tax"_L1, line.amount);
    object.insert("currency"_L1, currency);
    object.insert("description"_L1, textOrNull(line.description));
    object.insert("discountable"_L1, !line.isProration);
    object.insert("invoice"_L1, textOrNull(invoiceId));
    if (!line.invoiceItemId.isEmpty())
        object.insert("invoice_item"_L1, line.invoiceItemId);
    object.insert("period"_L1,
                  QJsonObject{{u"start"_s, stampOrNull(line.periodStart)},
                              {u"end"_s, stampOrNull(line.periodEnd)}});
    object.insert("plan"_L1,
                  price.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(planJson(price)));
    object.insert("price"_L1, objectOrNull(price));
    object.insert("proration"_L1, line.isProration);
    object.insert("quantity"_L1,
                  line.quantity ? QJsonValue(*line.quantity) : QJsonValue(QJsonValue::Null));
    object.insert("subscription"_L1, textOrNull(subscriptionId));
    if (!line.subscriptionItemId.isEmpty())
        object.insert("subscription_item"_L1, line.subscriptionItemId);
    object.insert("type"_L1,
                  line.invoiceItemId.isEmpty() && !subscriptionId.isEmpty() ? u"subscription"_s
                                                                            : u"invoiceitem"_s);
    object.insert("unit_amount_excluding_tax"_L1, price.value("unit_amount_decimal"_L1).toString());
    return object;
}

static QJsonObject invoiceSkeleton()
{
    static const QJsonObject blank = skeleton(R"({
        "object": "invoice", "account_country": "US", "account_name": "OMS Platform Sandbox",
        "account_tax_ids": null, "amount_shipping": 0, "application": null,
        "application_fee_amount": null, "charge": null,
        "automatic_tax": {"enabled": false, "liability": null, "status": null},
        "custom_fields": null, "customer_tax_ids": [], "default_payment_method": null,
        "default_source": null, "default_tax_rates": [], "description": null, "discount": null,
        "discounts": [], "ending_balance": null, "footer": null, "from_invoice": null,
        "issuer": {"type": "self"}, "last_finalization_error": null, "latest_revision": null,
        "livemode": false, "on_behalf_of": null, "paid_out_of_band": false,
        "payment_settings": {"default_mandate": null, "payment_method_options": null,
                             "payment_method_types": null},
        "post_payment_credit_notes_amount": 0, "pre_payment_credit_notes_amount": 0,
        "quote": null, "receipt_number": null, "rendering": null, "rendering_options": null,
        "shipping_cost": null, "shipping_details": null, "starting_balance": 0,
        "statement_descriptor": null, "test_clock": null, "total_discount_amounts": [],
        "transfer_data": null, "webhooks_delivered_at": null})");
    return blank;
}

static void insertCustomer(QJsonObject &object, const core::Customer &customer)
{
    object.insert("customer_address"_L1, addressOrNull(customer.address));
    object.insert("customer_email"_L1, textOrNull(customer.email));
    object.insert("customer_name"_L1, textOrNull(customer.name));
    object.insert("customer_phone"_L1, textOrNull(customer.phone));
    object.insert("customer_shipping"_L1, objectOrNull(customer.shipping));
    object.insert("customer_tax_exempt"_L1,
                  customer.taxExempt.isEmpty() ? u"none"_s : customer.taxExempt);
}

static void insertAmounts(QJsonObject &object, const core::Invoice &invoice)
{
    object.insert("amount_due"_L1, invoice.amountDue);
    object.insert("amount_paid"_L1, invoice.amountPaid);
    object.insert("amount_remaining"_L1, invoice.amountRemaining);
    object.insert("currency"_L1, invoice.currency);
    object.insert("subtotal"_L1, invoice.subtotal);
    object.insert("subtotal_excluding_tax"_L1, invoice.subtotal);
    object.insert("tax"_L1, invoice.tax ? QJsonValue(invoice.tax) : QJsonValue(QJsonValue::Null));
    object.insert("total"_L1, invoice.total);
    object.insert("total_excluding_tax"_L1, invoice.total - invoice.tax);
    QJsonArray taxes;
    if (invoice.tax) {
        taxes.append(QJsonObject{{u"amount"_s, invoice.tax},
                                 {u"inclusive"_s, false},
                                 {u"tax_rate"_s, u"txr_sandbox"_s},
                                 {u"taxability_reason"_s, QJsonValue::Null},
                                 {u"taxable_amount"_s, invoice.subtotal}});
    }
    object.insert("total_tax_amounts"_L1, taxes);
}

static void insertState(QJsonObject &object, const core::Invoice &invoice)
{
    const bool isPaid = invoice.status == "paid"_L1;
    const bool isAutomatic = invoice.collectionMethod != "send_invoice"_L1;
    const bool isDraft = invoice.status == "draft"_L1;
    object.insert("attempt_count"_L1, invoice.attemptCount);
    object.insert("attempted"_L1, invoice.attempted);
    object.insert("auto_advance"_L1, isDraft || (invoice.status == "open"_L1 && isAutomatic));
    object.insert("billing_reason"_L1, textOrNull(invoice.billingReason));
    object.insert("collection_method"_L1,
                  isAutomatic ? u"charge_automatically"_s : u"send_invoice"_s);
    object.insert("due_date"_L1, stampOrNull(invoice.dueDate));
    object.insert("effective_at"_L1, stampOrNull(invoice.finalizedAt));
    object.insert("ending_balance"_L1, isDraft ? QJsonValue(QJsonValue::Null) : QJsonValue(0));
    object.insert("next_payment_attempt"_L1, stampOrNull(invoice.nextPaymentAttempt));
    object.insert("paid"_L1, isPaid);
    object.insert("status"_L1, invoice.status);
    const bool isUncollectible = invoice.status == "uncollectible"_L1;
    object.insert("status_transitions"_L1,
                  QJsonObject{{u"finalized_at"_s, stampOrNull(invoice.finalizedAt)},
                              {u"marked_uncollectible_at"_s,
                               isUncollectible ? stampOrNull(invoice.finalizedAt)
                                               : QJsonValue(QJsonValue::Null)},
                              {u"paid_at"_s, stampOrNull(invoice.paidAt)},
                              {u"voided_at"_s, stampOrNull(invoice.voidedAt)}});
}

QJsonObject toJson(const core::Invoice &invoice, const core::Customer &customer,
                   const QList<InvoiceLine> &lines, const PriceJson &prices)
{
    if (invoice.deleted)
        return deletedJson(invoice.id, u"invoice"_s);
    QJsonArray rendered;
    for (const InvoiceLine &line : lines) {
        rendered.append(toJson(line, invoice.id, invoice.subscriptionId, invoice.currency, prices));
    }
    QJsonObject object = invoiceSkeleton();
    insertCustomer(object, customer);
    insertAmounts(object, invoice);
    insertState(object, invoice);
    object.insert("id"_L1, invoice.id);
    if (!invoice.paymentIntentId.isEmpty() && invoice.attempted)
        object.insert("charge"_L1, QString(u"ch_"_s + invoice.paymentIntentId.mid(3)));
    object.insert("created"_L1, stampOrNull(invoice.created));
    object.insert("customer"_L1, invoice.customerId);
    object.insert("hosted_invoice_url"_L1, textOrNull(invoice.hostedInvoiceUrl));
    object.insert("invoice_pdf"_L1, textOrNull(invoice.invoicePdf));
    object.insert("lines"_L1,
                  listJson(u"/v1/invoices/"_s + invoice.id + u"/lines"_s, rendered, false));
    object.insert("metadata"_L1, invoice.metadata);
    object.insert("number"_L1, textOrNull(invoice.number));
    object.insert("payment_intent"_L1, textOrNull(invoice.paymentIntentId));
    object.insert("period_end"_L1, stampOrNull(invoice.periodEnd));
    object.insert("period_start"_L1, stampOrNull(invoice.periodStart));
    object.insert("subscription"_L1, textOrNull(invoice.subscriptionId));
    object.insert("subscription_details"_L1, QJsonObject{{u"metadata"_s, QJsonObject()}});
    return object;
}

} // namespace demo
