// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/amounts.h"
#include "sandbox/billing.h"
#include "sandbox/collection.h"
#include "sandbox/discounts.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"
#include "sandbox/renewal.h"
#include "sandbox/subscriptions.h"

#include <algorithm>
#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

static std::optional<ApiError> stateFault(const QJsonObject &subscription, const Params &params)
{
    const QString status = text(subscription, "status"_L1);
    QStringList allowed{u"metadata"_s, u"expand"_s};
    if (status == "canceled"_L1 || status == "incomplete_expired"_L1)
        allowed.append(u"cancellation_details"_s);
    else if (status == "incomplete"_L1)
        allowed += {u"default_payment_method"_s, u"description"_s};
    else
        return std::nullopt;
    for (const QString &key : params.values().keys()) {
        if (!allowed.contains(key)) {
            return invalid(status == "incomplete"_L1
                               ? u"You cannot update a subscription in `incomplete` status in "
                                 "such a way. Only metadata and its payment method may change "
                                 "until its first invoice is paid."_s
                               : u"A canceled subscription can only update its "
                                 "cancellation_details and metadata."_s,
                           key);
        }
    }
    return std::nullopt;
}

static std::optional<ApiError> cardFault(const Context &context, const QJsonObject &subscription,
                                         const Params &params)
{
    const QString id = params.text("default_payment_method"_L1);
    if (id.isEmpty())
        return std::nullopt;
    const QJsonObject card = context.store.find(Kind::PaymentMethod, id);
    if (card.isEmpty() && !cardFromToken(id))
        return missing(Kind::PaymentMethod, id, u"default_payment_method"_s);
    if (text(card, "customer"_L1) != text(subscription, "customer"_L1))
        return notAttached(id, u"default_payment_method"_s);
    return std::nullopt;
}

static void takeCancellation(QJsonObject &subscription, const Params &params, qint64 now)
{
    if (params.has("cancel_at_period_end"_L1)) {
        const bool ends = params.flag("cancel_at_period_end"_L1);
        if (ends == flag(subscription, "cancel_at_period_end"_L1) && ends)
            return;
        subscription.insert("cancel_at_period_end"_L1, ends);
        subscription.insert("cancel_at"_L1,
                            ends ? subscription.value("current_period_end"_L1)
                                 : QJsonValue(QJsonValue::Null));
    } else if (params.unsets("cancel_at"_L1)) {
        subscription.insert("cancel_at"_L1, QJsonValue::Null);
        subscription.insert("cancel_at_period_end"_L1, false);
    } else if (params.has("cancel_at"_L1)) {
        subscription.insert("cancel_at"_L1, params.integer("cancel_at"_L1));
        subscription.insert("cancel_at_period_end"_L1, false);
    } else {
        return;
    }
    const bool ends = !isNull(subscription, "cancel_at"_L1);
    subscription.insert("canceled_at"_L1, ends ? QJsonValue(now) : QJsonValue(QJsonValue::Null));
    setInside(subscription, "cancellation_details"_L1, "reason"_L1,
              ends ? QJsonValue(u"cancellation_requested"_s) : QJsonValue(QJsonValue::Null));
}

/// What needs no billing.
static void takePlainFields(QJsonObject &subscription, const Params &params, qint64 now)
{
    takeMetadata(subscription, params);
    takeTexts(subscription, params,
              std::array{"description"_L1, "default_payment_method"_L1, "collection_method"_L1});
    if (params.has("days_until_due"_L1))
        subscription.insert("days_until_due"_L1, params.integer("days_until_due"_L1));
    if (text(subscription, "collection_method"_L1) == "charge_automatically"_L1)
        subscription.insert("days_until_due"_L1, QJsonValue::Null);
    takeCancellation(subscription, params, now);
    const Params details = params.hash("cancellation_details"_L1);
    for (const auto key : {"comment"_L1, "feedback"_L1}) {
        if (details.has(key))
            setInside(subscription, "cancellation_details"_L1, key, details.text(key));
    }
    if (params.unsets("pause_collection"_L1)) {
        subscription.insert("pause_collection"_L1, QJsonValue::Null);
    } else if (params.has("pause_collection"_L1)) {
        const Params pause = params.hash("pause_collection"_L1);
        const qint64 resumes = pause.integer("resumes_at"_L1);
        subscription.insert(
            "pause_collection"_L1,
            QJsonObject{
                {u"behavior"_s, pause.text("behavior"_L1)},
                {u"resumes_at"_s, resumes ? QJsonValue(resumes) : QJsonValue(QJsonValue::Null)}});
    }
}

static void takeTrialEnd(QJsonObject &subscription, qint64 end, qint64 now)
{
    if (isNull(subscription, "trial_start"_L1))
        subscription.insert("trial_start"_L1, now);
    subscription.insert("trial_end"_L1, end);
    subscription.insert("billing_cycle_anchor"_L1, end);
    subscription.insert("current_period_end"_L1, end);
    subscription.insert("status"_L1, u"trialing"_s);
}

/// Makes the invoice of a change that is billed now, and collects it.
static std::optional<ApiError> billChange(Context &context, QJsonObject &subscription,
                                          bool isNewPeriod, const QString &paymentBehavior)
{
    Bill bill{.subscription = subscription, .reason = u"subscription_update"_s};
    bill.lines = pendingLines(context, subscription);
    if (isNewPeriod)
        bill.lines += periodLines(context, subscription, 0);
    bill.periodStart = bill.periodEnd = context.now();
    const QString id = text(subscription, "id"_L1);
    const QJsonObject draft = createInvoice(context, bill);
    changeSubscription(context, id, {{u"latest_invoice"_s, bill.invoiceId}});
    const QJsonObject invoice = finalizeAndCollect(context, draft);
    if (paymentBehavior == "error_if_incomplete"_L1 && text(invoice, "status"_L1) == "open"_L1
        && text(subscription, "collection_method"_L1) == "charge_automatically"_L1) {
        ApiError error = invalid(u"Your card was declined."_s, {}, u"card_declined"_s);
        error.status = 402;
        error.type = u"card_error"_s;
        return error;
    }
    return std::nullopt;
}

Answer updateSubscription(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Subscription, call.id);
    if (!found)
        return found;
    QJsonObject subscription = *found;
    const Params &params = call.params;
    if (std::optional<ApiError> wrong = stateFault(subscription, params))
        return tl::unexpected(*wrong);
    if (std::optional<ApiError> wrong = cardFault(context, subscription, params))
        return tl::unexpected(*wrong);
    if (std::optional<ApiError> wrong = takeCoupon(context, subscription, params))
        return tl::unexpected(*wrong);
    takePlainFields(subscription, params, context.now());
    const bool endsTrial =
        params.text("trial_end"_L1) == "now"_L1 && text(subscription, "status"_L1) == "trialing"_L1;
    if (const qint64 end = params.integer("trial_end"_L1); end > context.now())
        takeTrialEnd(subscription, end, context.now());

    const ItemChange change{.entries = params.list("items"_L1),
                            .prorationBehavior = params.text("proration_behavior"_L1),
                            .when = params.integer("proration_date"_L1, context.now()),
                            .resetsCycle = params.text("billing_cycle_anchor"_L1) == "now"_L1};
    tl::expected<ItemOutcome, ApiError> outcome;
    if (!change.entries.isEmpty() || change.resetsCycle)
        outcome = changeItems(context, subscription, change);
    if (!outcome)
        return tl::unexpected(outcome.error());
    // The cancellation moves with the period it was asked for.
    if (flag(subscription, "cancel_at_period_end"_L1))
        subscription.insert("cancel_at"_L1, subscription.value("current_period_end"_L1));
    if (endsTrial) {
        subscription.insert("trial_end"_L1, context.now());
        subscription.insert("billing_cycle_anchor"_L1, context.now());
        finalizeAndCollect(context,
                           renew(context, subscription, context.now(), u"subscription_update"_s));
        return context.store.find(Kind::Subscription, call.id);
    }
    context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
    if (outcome->isBilledNow) {
        if (std::optional<ApiError> declined = billChange(
                context, subscription, outcome->isNewPeriod, params.text("payment_behavior"_L1)))
            return tl::unexpected(*declined);
    }
    return context.store.find(Kind::Subscription, call.id);
}

} // namespace sandbox
