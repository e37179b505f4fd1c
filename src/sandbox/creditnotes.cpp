// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/creditnotes.h"

#include "sandbox/billing.h"
#include "sandbox/collection.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"
#include "sandbox/refunds.h"

#include <algorithm>
#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject lineJson(const QString &type, qint64 amount, std::optional<qint64> quantity,
                     const QString &description)
{
    const QJsonValue none = QJsonValue::Null;
    return {
        {u"id"_s, randomId("cnli_1"_L1, 23)},
        {u"object"_s, u"credit_note_line_item"_s},
        {u"amount"_s, amount},
        {u"amount_excluding_tax"_s, amount},
        {u"description"_s, description.isEmpty() ? none : QJsonValue(description)},
        {u"discount_amount"_s, 0},
        {u"discount_amounts"_s, QJsonArray()},
        {u"livemode"_s, false},
        {u"quantity"_s, quantity ? QJsonValue(*quantity) : none},
        {u"tax_amounts"_s, QJsonArray()},
        {u"tax_rates"_s, QJsonArray()},
        {u"type"_s, type},
        {u"unit_amount"_s, quantity ? none : QJsonValue(amount)},
        {u"unit_amount_decimal"_s, quantity ? none : QJsonValue(QString::number(amount))},
        {u"unit_amount_excluding_tax"_s, none},
    };
}

Answer invoiceLine(const QJsonObject &invoice, const Params &entry)
{
    const QString id = entry.text("invoice_line_item"_L1);
    for (const QJsonValue &value : listed(invoice, "lines"_L1)) {
        const QJsonObject line = value.toObject();
        if (text(line, "id"_L1) != id)
            continue;
        QJsonObject credited =
            lineJson(u"invoice_line_item"_s, entry.integer("amount"_L1, number(line, "amount"_L1)),
                     entry.integer("quantity"_L1, number(line, "quantity"_L1)),
                     entry.text("description"_L1, text(line, "description"_L1)));
        credited.insert("invoice_line_item"_L1, id);
        return credited;
    }
    return tl::unexpected(invalid(u"No such invoice line item: '%1'"_s.arg(id),
                                  entry.path(u"invoice_line_item"_s), u"resource_missing"_s));
}

/// As the call lists them, or one over the whole `amount`.
tl::expected<QJsonArray, ApiError> linesOf(const QJsonObject &invoice, const Params &params)
{
    QJsonArray lines;
    for (const Params &entry : params.list("lines"_L1)) {
        if (entry.text("type"_L1) == "invoice_line_item"_L1) {
            const Answer line = invoiceLine(invoice, entry);
            if (!line)
                return tl::unexpected(line.error());
            lines.append(*line);
            continue;
        }
        const qint64 quantity = entry.integer("quantity"_L1, 1);
        lines.append(lineJson(u"custom_line_item"_s, entry.integer("unit_amount"_L1) * quantity,
                              quantity, entry.text("description"_L1)));
    }
    if (lines.isEmpty() && params.has("amount"_L1))
        lines.append(lineJson(u"custom_line_item"_s, params.integer("amount"_L1), {}, {}));
    if (lines.isEmpty()) {
        return tl::unexpected(invalid(u"You must pass one of `amount`, `lines`, or "
                                      "`shipping_cost`."_s,
                                      u"amount"_s, u"parameter_missing"_s));
    }
    return lines;
}

qint64 sumOf(const QJsonArray &lines)
{
    qint64 sum = 0;
    for (const QJsonValue &line : lines)
        sum += number(line.toObject(), "amount"_L1);
    return sum;
}

/// Where the money of a paid invoice goes to.
struct Ways
{
    qint64 refund = 0;
    qint64 credit = 0;
    qint64 outside = 0;
};

Ways waysOf(const Params &params)
{
    return {params.integer("refund_amount"_L1), params.integer("credit_amount"_L1),
            params.integer("out_of_band_amount"_L1)};
}

std::optional<ApiError> faultOf(Context &context, const QJsonObject &invoice, qint64 total,
                                const Ways &ways)
{
    const QString status = text(invoice, "status"_L1);
    if (status != "open"_L1 && status != "paid"_L1) {
        return invalid(u"You can only create a credit note for an open or paid invoice. This "
                       "invoice is %1."_s.arg(status),
                       u"invoice"_s);
    }
    const qint64 most = status == "open"_L1 ? number(invoice, "amount_remaining"_L1)
                                            : number(invoice, "amount_paid"_L1)
            - number(invoice, "post_payment_credit_notes_amount"_L1);
    if (total < 1 || total > most) {
        return invalid(u"The total of the credit note (%1) must be between 1 and %2, what can be "
                       "credited of the invoice."_s.arg(total)
                           .arg(most),
                       u"amount"_s);
    }
    if (status == "open"_L1)
        return std::nullopt;
    if (ways.refund + ways.credit + ways.outside != total) {
        return invalid(u"The sum of credit amount, refund amount and out of band amount must "
                       "equal the credit note amount (%1)."_s.arg(total));
    }
    const QJsonObject intent =
        context.store.find(Kind::PaymentIntent, text(invoice, "payment_intent"_L1));
    if (ways.refund > 0 && refundable(context, intent) < ways.refund)
        return invalid(u"The refund amount is more than can be refunded of the invoice's "
                       "payment."_s,
                       u"refund_amount"_s);
    return std::nullopt;
}

/// The invoice asks for that much more, or less, and so does its payment.
void moveDue(Context &context, QJsonObject &invoice, qint64 by)
{
    for (const auto key : {"amount_due"_L1, "amount_remaining"_L1})
        invoice.insert(key, number(invoice, key) + by);
    invoice.insert("pre_payment_credit_notes_amount"_L1,
                   number(invoice, "pre_payment_credit_notes_amount"_L1) - by);
    QJsonObject intent =
        context.store.find(Kind::PaymentIntent, text(invoice, "payment_intent"_L1));
    if (!intent.isEmpty() && number(invoice, "amount_due"_L1) > 0) {
        intent.insert("amount"_L1, invoice.value("amount_due"_L1));
        context.save(Kind::PaymentIntent, intent); // Stripe has no event for it
    } else if (!intent.isEmpty()) {
        intent.insert("status"_L1, u"canceled"_s);
        intent.insert("canceled_at"_L1, context.now());
        context.create(Kind::PaymentIntent, intent, u"payment_intent.canceled"_s);
    }
    if (number(invoice, "amount_due"_L1) == 0) {
        invoice = markPaid(context, invoice);
        followPayment(context, invoice);
    } else {
        context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    }
}

void giveBack(Context &context, QJsonObject &invoice, QJsonObject &note, const Ways &ways)
{
    if (ways.refund > 0) {
        const QJsonObject intent =
            context.store.find(Kind::PaymentIntent, text(invoice, "payment_intent"_L1));
        const QJsonObject refund =
            makeRefund(context, intent, ways.refund, u"requested_by_customer"_s);
        note.insert("refund"_L1, refund.value("id"_L1));
    }
    if (ways.credit > 0) {
        QJsonObject customer = context.store.find(Kind::Customer, text(invoice, "customer"_L1));
        customer.insert("balance"_L1, number(customer, "balance"_L1) - ways.credit);
        context.change(Kind::Customer, customer, u"customer.updated"_s);
        note.insert("customer_balance_transaction"_L1, randomId("cbtxn_1"_L1, 23));
    }
    if (ways.outside > 0)
        note.insert("out_of_band_amount"_L1, ways.outside);
    invoice.insert("post_payment_credit_notes_amount"_L1,
                   number(invoice, "post_payment_credit_notes_amount"_L1)
                       + number(note, "total"_L1));
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
}

int notesOf(Context &context, const QJsonObject &invoice)
{
    const QList<QJsonObject> notes =
        context.store.ofCustomer(Kind::CreditNote, text(invoice, "customer"_L1));
    return int(std::ranges::count_if(notes, [&](const QJsonObject &note) {
        return note.value("invoice"_L1) == invoice.value("id"_L1);
    }));
}

QJsonObject noteOf(Context &context, const QJsonObject &invoice, const QJsonArray &lines,
                   const Params &params)
{
    core::CreditNote note;
    note.id = newId(Kind::CreditNote);
    note.number = u"%1-CN-%2"_s.arg(text(invoice, "number"_L1))
                      .arg(notesOf(context, invoice) + 1, 2, 10, QLatin1Char('0'));
    note.customerId = text(invoice, "customer"_L1);
    note.invoiceId = text(invoice, "id"_L1);
    note.status = u"issued"_s;
    note.reason = params.text("reason"_L1);
    note.currency = text(invoice, "currency"_L1);
    note.amount = sumOf(lines);
    note.created = context.nowTime();
    QJsonObject object = demo::toJson(note, lines);
    takeMetadata(object, params);
    takeTexts(object, params, std::array{"memo"_L1});
    return object;
}

} // namespace

Answer createCreditNote(Context &context, const Call &call)
{
    const QString id = call.params.text("invoice"_L1);
    QJsonObject invoice = context.store.find(Kind::Invoice, id);
    if (invoice.isEmpty())
        return tl::unexpected(missing(Kind::Invoice, id, u"invoice"_s));
    const auto lines = linesOf(invoice, call.params);
    if (!lines)
        return tl::unexpected(lines.error());
    const Ways ways = waysOf(call.params);
    if (std::optional<ApiError> wrong = faultOf(context, invoice, sumOf(*lines), ways))
        return tl::unexpected(*wrong);
    QJsonObject note = noteOf(context, invoice, *lines, call.params);
    if (text(invoice, "status"_L1) == "open"_L1) {
        note.insert("type"_L1, u"pre_payment"_s);
        moveDue(context, invoice, -number(note, "total"_L1));
    } else {
        giveBack(context, invoice, note, ways);
    }
    context.create(Kind::CreditNote, note, u"credit_note.created"_s);
    return note;
}

Answer retrieveCreditNote(Context &context, const Call &call)
{
    return retrieve(context, Kind::CreditNote, call.id);
}

Answer updateCreditNote(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::CreditNote, call.id);
    if (!found)
        return found;
    QJsonObject note = *found;
    takeMetadata(note, call.params);
    takeTexts(note, call.params, std::array{"memo"_L1});
    context.change(Kind::CreditNote, note, u"credit_note.updated"_s);
    return note;
}

Answer voidCreditNote(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::CreditNote, call.id);
    if (!found)
        return found;
    QJsonObject note = *found;
    QJsonObject invoice = context.store.find(Kind::Invoice, text(note, "invoice"_L1));
    if (text(note, "status"_L1) != "issued"_L1 || text(invoice, "status"_L1) != "open"_L1) {
        return tl::unexpected(
            invalid(u"You can only void an issued credit note of an open invoice."_s));
    }
    moveDue(context, invoice, number(note, "total"_L1));
    note.insert("status"_L1, u"void"_s);
    note.insert("voided_at"_L1, context.now());
    context.create(Kind::CreditNote, note, u"credit_note.voided"_s);
    return note;
}

Answer listCreditNotes(Context &context, const Call &call)
{
    auto query = listQuery(Kind::CreditNote, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    query->accepts = [params](const QJsonObject &note) {
        return !params.has("invoice"_L1) || text(note, "invoice"_L1) == params.text("invoice"_L1);
    };
    return listAnswer(context, call, *query);
}

Answer listCreditNoteLines(Context &context, const Call &call)
{
    const Answer note = retrieve(context, Kind::CreditNote, call.id);
    return note ? listAnswer(call, Kind::CreditNote, listed(*note, "lines"_L1)) : note;
}

} // namespace sandbox
