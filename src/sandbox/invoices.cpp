// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/invoices.h"

#include "sandbox/billing.h"
#include "sandbox/collection.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"
#include "sandbox/renewal.h"
#include "sandbox/subscriptions.h"

namespace sandbox {

using namespace Qt::StringLiterals;

Answer retrieveInvoice(Context &context, const Call &call)
{
    return retrieve(context, Kind::Invoice, call.id);
}

Answer listInvoices(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Invoice, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    if (const QString id = params.text("subscription"_L1); !id.isEmpty()) {
        const QJsonObject subscription = context.store.find(Kind::Subscription, id);
        if (subscription.isEmpty())
            return tl::unexpected(missing(Kind::Subscription, id, u"subscription"_s));
        if (query->customer.isEmpty()) // one customer's invoices are fewer to look through
            query->customer = text(subscription, "customer"_L1);
    }
    query->accepts = [params](const QJsonObject &invoice) {
        const auto matches = [&](QLatin1StringView key) {
            return !params.has(key) || text(invoice, key) == params.text(key);
        };
        return matches("status"_L1) && matches("subscription"_L1) && matches("collection_method"_L1)
            && isWithin(params, "due_date"_L1, number(invoice, "due_date"_L1));
    };
    return listAnswer(context, call, *query);
}

Answer listInvoiceLines(Context &context, const Call &call)
{
    const Answer invoice = retrieve(context, Kind::Invoice, call.id);
    return invoice ? listAnswer(call, Kind::Invoice, listed(*invoice, "lines"_L1)) : invoice;
}

Answer listInvoiceItems(Context &context, const Call &call)
{
    auto query = listQuery(Kind::InvoiceItem, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    query->accepts = [params](const QJsonObject &item) {
        return (!params.has("pending"_L1)
                || params.flag("pending"_L1) == isNull(item, "invoice"_L1))
            && (!params.has("invoice"_L1) || text(item, "invoice"_L1) == params.text("invoice"_L1));
    };
    return listAnswer(context, call, *query);
}

Answer finalizeDraft(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Invoice, call.id);
    if (!found)
        return found;
    if (text(*found, "status"_L1) != "draft"_L1) {
        return tl::unexpected(invalid(u"This invoice is already finalized, you can't re-finalize a "
                                      "non-draft invoice."_s,
                                      {}, u"invoice_not_editable"_s));
    }
    QJsonObject draft = *found;
    if (call.params.has("auto_advance"_L1))
        draft.insert("auto_advance"_L1, call.params.flag("auto_advance"_L1));
    if (!flag(draft, "auto_advance"_L1))
        draft.insert("next_payment_attempt"_L1, QJsonValue::Null);
    return finalizeInvoice(context, draft);
}

static std::optional<ApiError> payFault(const QJsonObject &invoice)
{
    const QString status = text(invoice, "status"_L1);
    if (status == "paid"_L1)
        return invalid(u"Invoice is already paid"_s, {}, u"invoice_already_paid"_s);
    if (status == "void"_L1)
        return invalid(u"This invoice can no longer be paid: it is void."_s, {},
                       u"invoice_not_editable"_s);
    return std::nullopt;
}

static Answer cardToCharge(const Context &context, const QJsonObject &invoice, const Params &params)
{
    const QString customer = text(invoice, "customer"_L1);
    if (const QString id = params.text("payment_method"_L1); !id.isEmpty()) {
        const QJsonObject card = context.store.find(Kind::PaymentMethod, id);
        if (card.isEmpty())
            return tl::unexpected(missing(Kind::PaymentMethod, id, u"payment_method"_s));
        if (text(card, "customer"_L1) != customer)
            return tl::unexpected(notAttached(id, u"payment_method"_s));
        return card;
    }
    const QJsonObject subscription =
        context.store.find(Kind::Subscription, text(invoice, "subscription"_L1));
    const QJsonObject card = cardFor(context, subscription, customer);
    if (card.isEmpty())
        return tl::unexpected(noCard());
    return card;
}

Answer payInvoice(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Invoice, call.id);
    if (!found)
        return found;
    if (std::optional<ApiError> wrong = payFault(*found))
        return tl::unexpected(*wrong);
    QJsonObject invoice = *found;
    if (call.params.flag("paid_out_of_band"_L1)) {
        if (text(invoice, "status"_L1) == "draft"_L1)
            invoice = finalizeInvoice(context, invoice);
        invoice.insert("paid_out_of_band"_L1, true);
        const QJsonObject paid = markPaid(context, invoice, {{u"amount_paid"_s, 0}});
        followPayment(context, paid);
        return paid;
    }
    const Answer card = cardToCharge(context, invoice, call.params);
    if (!card)
        return card;
    if (text(invoice, "status"_L1) == "draft"_L1)
        invoice = finalizeInvoice(context, invoice);
    if (text(invoice, "status"_L1) == "paid"_L1)
        return invoice;
    const Attempt attempt = collect(context, invoice, *card, Asker::Operator);
    if (attempt.outcome != CardBehaviour::Outcome::Succeeds)
        return tl::unexpected(attempt.error);
    return attempt.invoice;
}

static ApiError notOpen()
{
    return invalid(u"You can only pass in open invoices. This invoice isn't open."_s, {},
                   u"invoice_not_editable"_s);
}

Answer voidOpenInvoice(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Invoice, call.id);
    if (!found)
        return found;
    const QString status = text(*found, "status"_L1);
    if (status != "open"_L1 && status != "uncollectible"_L1)
        return tl::unexpected(notOpen());
    return voidInvoice(context, *found);
}

Answer markUncollectible(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Invoice, call.id);
    if (!found)
        return found;
    if (text(*found, "status"_L1) != "open"_L1)
        return tl::unexpected(notOpen());
    QJsonObject invoice = *found;
    invoice.insert("status"_L1, u"uncollectible"_s);
    invoice.insert("auto_advance"_L1, false);
    invoice.insert("next_payment_attempt"_L1, QJsonValue::Null);
    setInside(invoice, "status_transitions"_L1, "marked_uncollectible_at"_L1, context.now());
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.marked_uncollectible"_s, invoice);
    return invoice;
}

/// The subscription to preview: the one named, else the customer's newest live one.
static Answer subscriptionToPreview(const Context &context, const Params &params)
{
    if (const QString id = params.text("subscription"_L1); !id.isEmpty()) {
        const QJsonObject subscription = context.store.find(Kind::Subscription, id);
        if (subscription.isEmpty())
            return tl::unexpected(missing(Kind::Subscription, id, u"subscription"_s));
        return subscription;
    }
    const QString customer = params.text("customer"_L1);
    if (context.store.find(Kind::Customer, customer).isEmpty())
        return tl::unexpected(missing(Kind::Customer, customer, u"customer"_s));
    QJsonObject newest;
    for (const QJsonObject &subscription : context.store.ofCustomer(Kind::Subscription, customer)) {
        if (dueTime(context, Kind::Subscription, subscription))
            newest = subscription;
    }
    return newest;
}

Answer upcomingInvoice(Context &context, const Call &call)
{
    const Answer found = subscriptionToPreview(context, call.params);
    if (!found)
        return found;
    const bool ends = !isNull(*found, "cancel_at"_L1)
        && number(*found, "cancel_at"_L1) <= number(*found, "current_period_end"_L1);
    if (found->isEmpty() || ends || !dueTime(context, Kind::Subscription, *found)) {
        ApiError none =
            invalid(u"No upcoming invoices for customer: "_s + text(*found, "customer"_L1), {},
                    u"invoice_upcoming_none"_s);
        none.status = 404;
        return tl::unexpected(none);
    }
    QJsonObject subscription = *found;
    const Params &params = call.params;
    if (params.has("subscription_items"_L1)) {
        const auto changed =
            changeItems(context, subscription,
                        {.entries = params.list("subscription_items"_L1),
                         .prorationBehavior = params.text("subscription_proration_behavior"_L1),
                         .when = params.integer("subscription_proration_date"_L1, context.now())});
        if (!changed)
            return tl::unexpected(changed.error());
    }
    const qint64 end = number(subscription, "current_period_end"_L1);
    QJsonObject invoice = renew(context, subscription, end, u"upcoming"_s);
    invoice.insert("created"_L1, end);
    invoice.insert("next_payment_attempt"_L1, end + 3600);
    for (const auto key : {"id"_L1, "auto_advance"_L1, "hosted_invoice_url"_L1, "invoice_pdf"_L1})
        invoice.remove(key); // a preview has none of them
    return invoice;
}

} // namespace sandbox
