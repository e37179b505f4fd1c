// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/billing.h"

#include "sandbox/amounts.h"
#include "sandbox/discounts.h"
#include "sandbox/fields.h"
#include "sandbox/usage.h"

#include <algorithm>
#include <numeric>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qint64 hourSeconds = 3600;
static constexpr qint64 daySeconds = 24 * hourSeconds;

static QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

/// An item's lines for a period: one, or of a graduated price one for each tier it reaches.
static QList<demo::InvoiceLine> itemLines(const Context &context, const QJsonObject &item,
                                          qint64 quantity, qint64 start, qint64 end)
{
    const QJsonObject price = context.wholePrice(item);
    const QJsonObject product = context.store.find(Kind::Product, text(price, "product"_L1));
    const bool isTiered = text(price, "billing_scheme"_L1) == "tiered"_L1;
    const QList<TierPart> parts = isTiered
        ? tierParts(price, quantity)
        : QList<TierPart>{{.quantity = quantity, .amount = amountOf(price, quantity)}};
    QList<demo::InvoiceLine> lines;
    for (const TierPart &part : parts) {
        demo::InvoiceLine line;
        line.id = randomId("il_1"_L1, 23);
        line.priceId = text(price, "id"_L1);
        line.quantity = part.quantity;
        line.amount = part.amount;
        line.description = isTiered ? tierText(price, text(product, "name"_L1), part)
                                    : lineText(price, text(product, "name"_L1), part.quantity);
        line.periodStart = at(start);
        line.periodEnd = at(end);
        line.subscriptionItemId = text(item, "id"_L1);
        lines.append(line);
    }
    return lines;
}

static bool isMetered(const QJsonObject &item)
{
    const QJsonObject recurring =
        item.value("price"_L1).toObject().value("recurring"_L1).toObject();
    return text(recurring, "usage_type"_L1) == "metered"_L1;
}

QList<demo::InvoiceLine> usageLines(const Context &context, const QJsonObject &subscription,
                                    qint64 start, qint64 end)
{
    QList<demo::InvoiceLine> lines;
    for (const QJsonValue &value : listed(subscription, "items"_L1)) {
        const QJsonObject item = value.toObject();
        if (isMetered(item))
            lines += itemLines(context, item, usedBetween(context, item, start, end), start, end);
    }
    return lines;
}

QList<demo::InvoiceLine> periodLines(const Context &context, const QJsonObject &subscription,
                                     qint64 previousStart)
{
    const qint64 start = number(subscription, "current_period_start"_L1);
    const qint64 end = number(subscription, "current_period_end"_L1);
    QList<demo::InvoiceLine> lines;
    for (const QJsonValue &value : listed(subscription, "items"_L1)) {
        const QJsonObject item = value.toObject();
        if (!isMetered(item))
            lines += itemLines(context, item, number(item, "quantity"_L1), start, end);
        else if (previousStart)
            lines += itemLines(context, item, usedBetween(context, item, previousStart, start),
                               previousStart, start);
    }
    return lines;
}

QList<demo::InvoiceLine> pendingLines(const Context &context, const QJsonObject &subscription)
{
    QList<demo::InvoiceLine> lines;
    const QString customer = text(subscription, "customer"_L1);
    for (const QJsonObject &item : context.store.ofCustomer(Kind::InvoiceItem, customer)) {
        if (!isNull(item, "invoice"_L1)
            || text(item, "subscription"_L1) != text(subscription, "id"_L1)) {
            continue;
        }
        const QJsonObject period = item.value("period"_L1).toObject();
        demo::InvoiceLine line;
        line.id = randomId("il_1"_L1, 23);
        line.description = text(item, "description"_L1);
        line.priceId = text(item.value("price"_L1).toObject(), "id"_L1);
        line.amount = number(item, "amount"_L1);
        line.quantity = number(item, "quantity"_L1);
        line.periodStart = at(number(period, "start"_L1));
        line.periodEnd = at(number(period, "end"_L1));
        line.subscriptionItemId = text(item, "subscription_item"_L1);
        line.invoiceItemId = text(item, "id"_L1);
        line.isProration = flag(item, "proration"_L1);
        lines.append(line);
    }
    return lines;
}

static core::Customer customerOf(const Context &context, const QString &id)
{
    const QJsonObject object = context.store.find(Kind::Customer, id);
    core::Customer customer;
    customer.id = id;
    customer.email = text(object, "email"_L1);
    customer.name = text(object, "name"_L1);
    customer.phone = text(object, "phone"_L1);
    customer.taxExempt = text(object, "tax_exempt"_L1);
    customer.address = object.value("address"_L1).toObject();
    customer.shipping = object.value("shipping"_L1).toObject();
    return customer;
}

/// The tax rate that the subscription was billed with last: the sandbox knows no tax tables.
static qint64 taxOf(const Context &context, const QJsonObject &subscription, qint64 taxable)
{
    const QJsonObject last =
        context.store.find(Kind::Invoice, text(subscription, "latest_invoice"_L1));
    const qint64 tax = number(last, "tax"_L1);
    return tax ? share(taxable, tax, number(last, "total_excluding_tax"_L1)) : 0;
}

static core::Invoice invoiceOf(const Context &context, const Bill &bill, qint64 discount)
{
    const QJsonObject &subscription = bill.subscription;
    core::Invoice invoice;
    invoice.id = bill.invoiceId;
    invoice.customerId = text(subscription, "customer"_L1);
    invoice.subscriptionId = text(subscription, "id"_L1);
    invoice.status = u"draft"_s;
    invoice.billingReason = bill.reason;
    invoice.collectionMethod = text(subscription, "collection_method"_L1);
    invoice.currency = text(subscription, "currency"_L1);
    for (const demo::InvoiceLine &line : bill.lines)
        invoice.subtotal += line.amount;
    const qint64 net = invoice.subtotal - discount;
    invoice.tax = taxOf(context, subscription, net);
    invoice.total = net + invoice.tax;
    invoice.amountDue = std::max<qint64>(0, invoice.total);
    invoice.amountRemaining = invoice.amountDue;
    invoice.created = context.nowTime();
    invoice.periodStart = at(bill.periodStart);
    invoice.periodEnd = at(bill.periodEnd);
    if (invoice.collectionMethod == "charge_automatically"_L1)
        invoice.nextPaymentAttempt = invoice.created.addSecs(hourSeconds);
    return invoice;
}

/// Says on the invoice, and on each of its lines, what the discount takes off.
static void applyDiscount(QJsonObject &invoice, const QJsonObject &discount,
                          const QList<qint64> &shares, qint64 sum)
{
    const QString id = text(discount, "id"_L1);
    const auto amount = [&id](qint64 off) {
        return QJsonArray{QJsonObject{{u"amount"_s, off}, {u"discount"_s, id}}};
    };
    QJsonArray lines = listed(invoice, "lines"_L1);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QJsonObject line = lines.at(i).toObject();
        if (shares.at(i) > 0)
            line.insert("discount_amounts"_L1, amount(shares.at(i)));
        lines.replace(i, line);
    }
    setInside(invoice, "lines"_L1, "data"_L1, lines);
    invoice.insert("discount"_L1, discount);
    invoice.insert("discounts"_L1, QJsonArray{id});
    invoice.insert("total_discount_amounts"_L1, amount(sum));
}

/// The metered lines' periods are on this invoice now; a graduated price has several lines of one.
static void noteUsage(Context &context, const Bill &bill, const QString &invoiceId)
{
    for (const QJsonValue &value : listed(bill.subscription, "items"_L1)) {
        const QJsonObject item = value.toObject();
        const QString id = text(item, "id"_L1);
        const auto line = std::ranges::find_if(bill.lines, [&](const demo::InvoiceLine &one) {
            return one.subscriptionItemId == id && one.invoiceItemId.isEmpty();
        });
        if (isMetered(item) && line != bill.lines.end())
            noteBilled(context, id, line->periodStart.toSecsSinceEpoch(),
                       line->periodEnd.toSecsSinceEpoch(), invoiceId);
    }
}

QJsonObject createInvoice(Context &context, const Bill &bill)
{
    const QJsonObject discount = discountAt(bill.subscription, context.now());
    const QList<qint64> shares = discountShares(discount, bill.lines);
    const qint64 off = std::accumulate(shares.begin(), shares.end(), qint64(0));
    const core::Invoice invoice = invoiceOf(context, bill, off);
    QJsonObject object = demo::toJson(invoice, customerOf(context, invoice.customerId), bill.lines,
                                      context.prices());
    const QJsonObject &subscription = bill.subscription;
    object.insert("subscription_details"_L1,
                  QJsonObject{{u"metadata"_s, subscription.value("metadata"_L1)}});
    if (off > 0)
        applyDiscount(object, discount, shares, off);
    context.create(Kind::Invoice, object, u"invoice.created"_s);
    for (const demo::InvoiceLine &line : bill.lines) {
        QJsonObject item = context.store.find(Kind::InvoiceItem, line.invoiceItemId);
        if (item.isEmpty())
            continue;
        item.insert("invoice"_L1, invoice.id);
        context.save(Kind::InvoiceItem, item);
    }
    noteUsage(context, bill, invoice.id);
    if (off > 0 || (discount.isEmpty() && !isNull(subscription, "discount"_L1)))
        endUsedDiscount(context, invoice.subscriptionId);
    return object;
}

static QJsonObject intentFor(const Context &context, const QJsonObject &invoice)
{
    core::PaymentIntent intent;
    intent.id = newId(Kind::PaymentIntent);
    intent.customerId = text(invoice, "customer"_L1);
    intent.invoiceId = text(invoice, "id"_L1);
    intent.status = u"requires_payment_method"_s;
    intent.currency = text(invoice, "currency"_L1);
    intent.amount = number(invoice, "amount_due"_L1);
    intent.created = context.nowTime();
    QJsonObject object = demo::toJson(intent);
    if (text(invoice, "billing_reason"_L1) == "subscription_create"_L1)
        object.insert("description"_L1, u"Subscription creation"_s);
    return object;
}

/// Credit or debt on the customer's account counts when the invoice becomes final.
static void applyBalance(Context &context, QJsonObject &invoice, QJsonObject &customer)
{
    const qint64 balance = number(customer, "balance"_L1);
    const qint64 sum = number(invoice, "total"_L1) + balance;
    const qint64 due = std::max<qint64>(0, sum);
    invoice.insert("starting_balance"_L1, balance);
    invoice.insert("ending_balance"_L1, std::min<qint64>(0, sum));
    invoice.insert("amount_due"_L1, due);
    invoice.insert("amount_remaining"_L1, due);
    if (balance != std::min<qint64>(0, sum)) {
        customer.insert("balance"_L1, std::min<qint64>(0, sum));
        context.change(Kind::Customer, customer, u"customer.updated"_s);
    }
}

QJsonObject finalizeInvoice(Context &context, QJsonObject invoice)
{
    QJsonObject customer = context.store.find(Kind::Customer, text(invoice, "customer"_L1));
    applyBalance(context, invoice, customer);
    const qint64 sequence = std::max<qint64>(1, number(customer, "next_invoice_sequence"_L1));
    customer.insert("next_invoice_sequence"_L1, sequence + 1);
    context.save(Kind::Customer, customer);

    const QString id = text(invoice, "id"_L1);
    const QString link = u"acct_sandboxOMS/test_"_s + id.mid(3);
    invoice.insert("status"_L1, u"open"_s);
    invoice.insert("number"_L1,
                   QString(text(customer, "invoice_prefix"_L1) + u'-'
                           + QString::number(sequence).rightJustified(4, u'0')));
    invoice.insert("effective_at"_L1, context.now());
    setInside(invoice, "status_transitions"_L1, "finalized_at"_L1, context.now());
    invoice.insert("hosted_invoice_url"_L1,
                   QString(u"https://invoice.stripe.com/i/"_s + link + u"?s=ap"_s));
    invoice.insert("invoice_pdf"_L1,
                   QString(u"https://pay.stripe.com/invoice/"_s + link + u"/pdf?s=ap"_s));
    if (text(invoice, "collection_method"_L1) == "send_invoice"_L1) {
        const QJsonObject subscription =
            context.store.find(Kind::Subscription, text(invoice, "subscription"_L1));
        const qint64 days = std::max<qint64>(1, number(subscription, "days_until_due"_L1));
        if (isNull(invoice, "due_date"_L1))
            invoice.insert("due_date"_L1, context.now() + days * daySeconds);
        invoice.insert("auto_advance"_L1, false);
    }
    if (number(invoice, "amount_due"_L1) > 0) {
        const QJsonObject intent = intentFor(context, invoice);
        context.create(Kind::PaymentIntent, intent, u"payment_intent.created"_s);
        invoice.insert("payment_intent"_L1, text(intent, "id"_L1));
    }
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.finalized"_s, invoice);
    return number(invoice, "amount_due"_L1) > 0 ? invoice : markPaid(context, invoice);
}

QJsonObject markPaid(Context &context, QJsonObject invoice, const QJsonObject &fields)
{
    invoice.insert("amount_paid"_L1, invoice.value("amount_due"_L1));
    invoice.insert("amount_remaining"_L1, 0);
    invoice.insert("attempted"_L1, true);
    invoice.insert("auto_advance"_L1, false);
    invoice.insert("next_payment_attempt"_L1, QJsonValue::Null);
    invoice.insert("paid"_L1, true);
    invoice.insert("status"_L1, u"paid"_s);
    setInside(invoice, "status_transitions"_L1, "paid_at"_L1, context.now());
    for (auto it = fields.begin(); it != fields.end(); ++it)
        invoice.insert(it.key(), it.value());
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.paid"_s, invoice);
    if (!flag(invoice, "paid_out_of_band"_L1))
        context.tell(u"invoice.payment_succeeded"_s, invoice);
    return invoice;
}

void changeSubscription(Context &context, const QString &id, const QJsonObject &fields)
{
    QJsonObject subscription = context.store.find(Kind::Subscription, id);
    for (auto it = fields.begin(); it != fields.end(); ++it)
        subscription.insert(it.key(), it.value());
    context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
}

} // namespace sandbox
