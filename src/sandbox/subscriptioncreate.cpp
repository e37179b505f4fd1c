// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/amounts.h"
#include "sandbox/billing.h"
#include "sandbox/collection.h"
#include "sandbox/discounts.h"
#include "sandbox/fields.h"
#include "sandbox/items.h"
#include "sandbox/subscriptions.h"
#include "sandbox/usage.h"

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qint64 daySeconds = 24 * 3600;

/// Unix seconds of the trial's end; 0 without a trial.
static qint64 trialEndOf(const Context &context, const Params &params)
{
    if (const qint64 days = params.integer("trial_period_days"_L1); days > 0)
        return context.now() + days * daySeconds;
    const qint64 end = params.integer("trial_end"_L1); // "now" reads as 0: no trial
    return end > context.now() ? end : 0;
}

static std::optional<ApiError> customerFault(const Context &context, const QString &id)
{
    const QJsonObject customer = context.store.find(Kind::Customer, id);
    if (customer.isEmpty() || flag(customer, "deleted"_L1))
        return missing(Kind::Customer, id, u"customer"_s);
    return std::nullopt;
}

static std::optional<ApiError> collectionFault(const Context &context, const Params &params)
{
    const bool isSent = params.text("collection_method"_L1) == "send_invoice"_L1;
    if (isSent && !params.has("days_until_due"_L1)) {
        return invalid(u"You must set `days_until_due` when creating a subscription with "
                       "`collection_method` set to `send_invoice`."_s,
                       u"days_until_due"_s, u"parameter_missing"_s);
    }
    if (!isSent && params.has("days_until_due"_L1)) {
        return invalid(u"You can only set `days_until_due` if the `collection_method` is set to "
                       "`send_invoice`."_s,
                       u"days_until_due"_s);
    }
    const QString card = params.text("default_payment_method"_L1);
    if (card.isEmpty())
        return std::nullopt;
    const QJsonObject method = context.store.find(Kind::PaymentMethod, card);
    if (method.isEmpty() && !cardFromToken(card))
        return missing(Kind::PaymentMethod, card, u"default_payment_method"_s);
    if (text(method, "customer"_L1) != params.text("customer"_L1))
        return notAttached(card, u"default_payment_method"_s);
    return std::nullopt;
}

static tl::expected<QJsonArray, ApiError> itemsOf(const Context &context, const Params &params,
                                                  const QString &subscriptionId)
{
    QJsonArray items;
    const QJsonObject customer = context.store.find(Kind::Customer, params.text("customer"_L1));
    QString currency = params.text("currency"_L1);
    for (const Params &entry : params.list("items"_L1)) {
        const auto item = newItem(context, entry, subscriptionId, currency);
        if (!item)
            return tl::unexpected(item.error());
        currency = text(item->value("price"_L1).toObject(), "currency"_L1);
        items.append(*item);
    }
    if (items.isEmpty()) {
        return tl::unexpected(
            invalid(u"Missing required param: items."_s, u"items"_s, u"parameter_missing"_s));
    }
    const QString own = text(customer, "currency"_L1);
    if (!own.isEmpty() && own != currency) {
        return tl::unexpected(
            invalid(u"You cannot combine currencies on a single customer. This customer has an "
                    "active subscription, subscription schedule, discount, quote, or invoice item "
                    "with currency %1"_s.arg(own)));
    }
    if (std::optional<ApiError> wrong = intervalFault(items))
        return tl::unexpected(*wrong);
    return items;
}

static QJsonObject rendered(const Context &context, const Params &params, const QString &id,
                            const QJsonArray &items)
{
    const qint64 trialEnd = trialEndOf(context, params);
    core::Subscription subscription;
    subscription.id = id;
    subscription.customerId = params.text("customer"_L1);
    subscription.status = u"incomplete"_s;
    subscription.currency =
        text(items.first().toObject().value("price"_L1).toObject(), "currency"_L1);
    subscription.collectionMethod = params.text("collection_method"_L1);
    subscription.created = context.nowTime();
    subscription.startDate = subscription.created;
    subscription.currentPeriodStart = subscription.created;
    subscription.defaultPaymentMethod = params.text("default_payment_method"_L1);
    qint64 end = periodEnd(context.now(), cycleOf(items), context.now());
    if (trialEnd) {
        subscription.trialStart = subscription.created;
        subscription.trialEnd = QDateTime::fromSecsSinceEpoch(trialEnd, Qt::UTC);
        subscription.status = u"trialing"_s;
        end = trialEnd;
    }
    subscription.currentPeriodEnd = QDateTime::fromSecsSinceEpoch(end, Qt::UTC);
    QJsonObject object = demo::toJson(subscription, context.prices());
    setInside(object, "items"_L1, "data"_L1, items);
    if (params.has("days_until_due"_L1))
        object.insert("days_until_due"_L1, params.integer("days_until_due"_L1));
    if (params.flag("cancel_at_period_end"_L1)) {
        object.insert("cancel_at_period_end"_L1, true);
        object.insert("cancel_at"_L1, end);
        object.insert("canceled_at"_L1, context.now());
    } else if (const qint64 at = params.integer("cancel_at"_L1)) {
        object.insert("cancel_at"_L1, at);
        object.insert("canceled_at"_L1, context.now());
    }
    const QString missingCard =
        params.hash("trial_settings"_L1).hash("end_behavior"_L1).text("missing_payment_method"_L1);
    if (!missingCard.isEmpty()) {
        object.insert("trial_settings"_L1,
                      QJsonObject{{u"end_behavior"_s,
                                   QJsonObject{{u"missing_payment_method"_s, missingCard}}}});
    }
    takeTexts(object, params, std::array{"description"_L1});
    takeMetadata(object, params);
    return object;
}

static QList<demo::InvoiceLine> firstLines(const Context &context, const QJsonObject &subscription)
{
    QList<demo::InvoiceLine> lines = periodLines(context, subscription, 0);
    if (text(subscription, "status"_L1) != "trialing"_L1)
        return lines;
    for (demo::InvoiceLine &line : lines) {
        line.amount = 0;
        line.description = u"Trial period for "_s + line.description;
    }
    return lines;
}

/// Bills the first period within the request, as Stripe does, without the hour a draft waits.
static std::optional<ApiError> billFirst(Context &context, const Params &params,
                                         const QJsonObject &subscription, const QString &invoiceId)
{
    const Bill bill{.subscription = subscription,
                    .reason = u"subscription_create"_s,
                    .invoiceId = invoiceId,
                    .lines = firstLines(context, subscription),
                    .periodStart = context.now(),
                    .periodEnd = context.now()};
    const QJsonObject invoice = finalizeInvoice(context, createInvoice(context, bill));
    if (text(invoice, "status"_L1) == "paid"_L1) { // nothing to pay
        followPayment(context, invoice);
        return std::nullopt;
    }
    const QString behavior = params.text("payment_behavior"_L1);
    if (text(subscription, "collection_method"_L1) == "send_invoice"_L1
        || behavior == "default_incomplete"_L1) {
        return std::nullopt;
    }
    const QJsonObject card = cardFor(context, subscription, text(subscription, "customer"_L1));
    const Attempt attempt = collect(context, invoice, card, Asker::Creation);
    if (attempt.outcome == CardBehaviour::Outcome::Succeeds
        || behavior != "error_if_incomplete"_L1) {
        return std::nullopt;
    }
    ApiError error = attempt.error;
    error.keepsEffects = false; // nothing is created at all
    return error;
}

Answer createSubscription(Context &context, const Call &call)
{
    const Params &params = call.params;
    const QString customerId = params.text("customer"_L1);
    if (std::optional<ApiError> wrong = customerFault(context, customerId))
        return tl::unexpected(*wrong);
    if (std::optional<ApiError> wrong = collectionFault(context, params))
        return tl::unexpected(*wrong);
    const QString id = newId(Kind::Subscription);
    const auto items = itemsOf(context, params, id);
    if (!items)
        return tl::unexpected(items.error());
    QJsonObject subscription = rendered(context, params, id, *items);
    const bool isSent = text(subscription, "collection_method"_L1) == "send_invoice"_L1;
    const bool isTrial = text(subscription, "status"_L1) == "trialing"_L1;
    const bool needsCard = !isSent && !isTrial && periodAmount(context, *items) > 0
        && params.text("payment_behavior"_L1) != "default_incomplete"_L1;
    if (needsCard && cardFor(context, subscription, customerId).isEmpty())
        return tl::unexpected(noCard());
    if (isSent && !isTrial)
        subscription.insert("status"_L1, u"active"_s);

    if (std::optional<ApiError> wrong = takeCoupon(context, subscription, params))
        return tl::unexpected(*wrong);
    QJsonObject customer = context.store.find(Kind::Customer, customerId);
    if (isNull(customer, "currency"_L1)) {
        customer.insert("currency"_L1, text(subscription, "currency"_L1));
        context.change(Kind::Customer, customer, u"customer.updated"_s);
    }
    const QString invoiceId = newId(Kind::Invoice);
    subscription.insert("latest_invoice"_L1, invoiceId);
    context.create(Kind::Subscription, subscription, u"customer.subscription.created"_s);
    noteItems(context, subscription);
    if (std::optional<ApiError> declined = billFirst(context, params, subscription, invoiceId))
        return tl::unexpected(*declined);
    return context.store.find(Kind::Subscription, id);
}

} // namespace sandbox
