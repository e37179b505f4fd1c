// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/subscriptions.h"

#include "sandbox/billing.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"
#include "sandbox/proration.h"
#include "sandbox/renewal.h"

namespace sandbox {

using namespace Qt::StringLiterals;

Answer retrieveSubscription(Context &context, const Call &call)
{
    return retrieve(context, Kind::Subscription, call.id);
}

static bool hasStatus(const QJsonObject &subscription, const QString &wanted)
{
    const QString status = text(subscription, "status"_L1);
    if (wanted == "all"_L1)
        return true;
    if (wanted.isEmpty()) // Stripe's default hides them
        return status != "canceled"_L1 && status != "incomplete_expired"_L1;
    if (wanted == "ended"_L1)
        return status == "canceled"_L1 || status == "incomplete_expired"_L1;
    return status == wanted;
}

static bool hasPrice(const QJsonObject &subscription, const QString &wanted)
{
    if (wanted.isEmpty())
        return true;
    for (const QJsonValue &item : listed(subscription, "items"_L1)) {
        if (text(item.toObject().value("price"_L1).toObject(), "id"_L1) == wanted)
            return true;
    }
    return false;
}

Answer listSubscriptions(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Subscription, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    query->accepts = [params](const QJsonObject &subscription) {
        const QString method = params.text("collection_method"_L1);
        return hasStatus(subscription, params.text("status"_L1))
            && hasPrice(subscription, params.text("price"_L1))
            && (method.isEmpty() || text(subscription, "collection_method"_L1) == method)
            && isWithin(params, "current_period_end"_L1,
                        number(subscription, "current_period_end"_L1))
            && isWithin(params, "current_period_start"_L1,
                        number(subscription, "current_period_start"_L1));
    };
    return listAnswer(context, call, *query);
}

Answer listSubscriptionItems(Context &context, const Call &call)
{
    const QString id = call.params.text("subscription"_L1);
    const QJsonObject subscription = context.store.find(Kind::Subscription, id);
    if (subscription.isEmpty())
        return tl::unexpected(missing(Kind::Subscription, id, u"subscription"_s));
    return listAnswer(call, Kind::Subscription, listed(subscription, "items"_L1));
}

/// invoice_now bills what is pending; prorate first adds a credit for the time left.
static void billLast(Context &context, const QJsonObject &subscription, const Params &params)
{
    if (params.flag("prorate"_L1)) {
        QList<ItemDifference> removed;
        for (const QJsonValue &item : listed(subscription, "items"_L1))
            removed.append({item.toObject(), {}});
        createProrations(context, subscription, removed, context.now());
    }
    if (!params.flag("invoice_now"_L1))
        return;
    Bill bill{.subscription = subscription, .reason = u"subscription_update"_s};
    bill.lines = pendingLines(context, subscription);
    bill.lines += usageLines(context, subscription, number(subscription, "current_period_start"_L1),
                             context.now() + 1);
    if (bill.lines.isEmpty())
        return;
    bill.periodStart = number(subscription, "current_period_start"_L1);
    bill.periodEnd = context.now();
    finalizeAndCollect(context, createInvoice(context, bill));
}

Answer cancelSubscription(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Subscription, call.id);
    if (!found)
        return found;
    const QString status = text(*found, "status"_L1);
    if (status == "canceled"_L1 || status == "incomplete_expired"_L1)
        return tl::unexpected(notFound(Kind::Subscription, call.id));
    if (status == "incomplete"_L1) {
        voidInvoice(context, context.store.find(Kind::Invoice, text(*found, "latest_invoice"_L1)));
        return context.store.find(Kind::Subscription, call.id);
    }
    if (status != "trialing"_L1)
        billLast(context, *found, call.params);
    QJsonObject details{{u"reason"_s, u"cancellation_requested"_s}};
    const Params given = call.params.hash("cancellation_details"_L1);
    for (const auto key : {"comment"_L1, "feedback"_L1}) {
        if (given.has(key))
            details.insert(key, given.text(key));
    }
    QJsonObject ended = context.store.find(Kind::Subscription, call.id);
    ended.insert("canceled_at"_L1, context.now());
    endSubscription(context, ended, details);
    return context.store.find(Kind::Subscription, call.id);
}

} // namespace sandbox
