// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/renewal.h"

#include "sandbox/amounts.h"
#include "sandbox/billing.h"
#include "sandbox/collection.h"
#include "sandbox/fields.h"
#include "sandbox/items.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qint64 hourSeconds = 3600;
static constexpr qint64 incompleteSeconds = 23 * hourSeconds;

static bool isLive(const QString &status)
{
    return status == "active"_L1 || status == "trialing"_L1 || status == "past_due"_L1;
}

static std::optional<qint64> subscriptionDue(const QJsonObject &subscription)
{
    const QString status = text(subscription, "status"_L1);
    if (status == "incomplete"_L1)
        return number(subscription, "created"_L1) + incompleteSeconds;
    if (!isLive(status))
        return std::nullopt;
    const qint64 end = number(subscription, "current_period_end"_L1);
    return isNull(subscription, "cancel_at"_L1)
        ? end
        : std::min(end, number(subscription, "cancel_at"_L1));
}

static std::optional<qint64> invoiceDue(const Context &context, const QJsonObject &invoice)
{
    const QString status = text(invoice, "status"_L1);
    if (status == "draft"_L1 && flag(invoice, "auto_advance"_L1))
        return number(invoice, "created"_L1) + hourSeconds;
    if (status != "open"_L1)
        return std::nullopt;
    if (!isNull(invoice, "next_payment_attempt"_L1))
        return number(invoice, "next_payment_attempt"_L1);
    if (isNull(invoice, "due_date"_L1))
        return std::nullopt;
    const QJsonObject subscription =
        context.store.find(Kind::Subscription, text(invoice, "subscription"_L1));
    if (text(subscription, "status"_L1) == "active"_L1)
        return number(invoice, "due_date"_L1);
    return std::nullopt; // it is past due already, or over
}

std::optional<qint64> dueTime(const Context &context, Kind kind, const QJsonObject &object)
{
    if (kind == Kind::Subscription)
        return subscriptionDue(object);
    return kind == Kind::Invoice ? invoiceDue(context, object) : std::nullopt;
}

QJsonObject renew(Context &context, QJsonObject subscription, qint64 start, const QString &reason)
{
    const qint64 previousStart = number(subscription, "current_period_start"_L1);
    const QJsonObject cycle = cycleOf(listed(subscription, "items"_L1));
    const qint64 anchor = number(subscription, "billing_cycle_anchor"_L1);
    const bool isTrial = text(subscription, "status"_L1) == "trialing"_L1;
    subscription.insert("current_period_start"_L1, start);
    subscription.insert("current_period_end"_L1, periodEnd(std::min(anchor, start), cycle, start));
    if (isTrial)
        subscription.insert("status"_L1, u"active"_s);
    Bill bill{.subscription = subscription, .reason = reason};
    bill.lines = pendingLines(context, subscription);
    bill.lines += periodLines(context, subscription, isTrial ? 0 : previousStart);
    bill.periodStart = previousStart;
    bill.periodEnd = start;
    subscription.insert("latest_invoice"_L1, bill.invoiceId);
    context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
    QJsonObject draft = createInvoice(context, bill);
    if (!isNull(subscription, "pause_collection"_L1)) {
        draft.insert("auto_advance"_L1, false);
        context.save(Kind::Invoice, draft);
    }
    return draft;
}

void endSubscription(Context &context, QJsonObject subscription, const QJsonObject &details)
{
    subscription.insert("status"_L1, u"canceled"_s);
    if (isNull(subscription, "canceled_at"_L1))
        subscription.insert("canceled_at"_L1, context.now());
    subscription.insert("ended_at"_L1, context.now());
    QJsonObject merged = subscription.value("cancellation_details"_L1).toObject();
    for (auto it = details.begin(); it != details.end(); ++it)
        merged.insert(it.key(), it.value());
    subscription.insert("cancellation_details"_L1, merged);
    context.create(Kind::Subscription, subscription, u"customer.subscription.deleted"_s);
    const QString customer = text(subscription, "customer"_L1);
    for (QJsonObject invoice : context.store.ofCustomer(Kind::Invoice, customer)) {
        if (text(invoice, "subscription"_L1) != text(subscription, "id"_L1)
            || (text(invoice, "status"_L1) != "open"_L1
                && text(invoice, "status"_L1) != "draft"_L1)) {
            continue;
        }
        invoice.insert("auto_advance"_L1, false);
        invoice.insert("next_payment_attempt"_L1, QJsonValue::Null);
        context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    }
}

QJsonObject voidInvoice(Context &context, QJsonObject invoice)
{
    invoice.insert("status"_L1, u"void"_s);
    invoice.insert("auto_advance"_L1, false);
    invoice.insert("next_payment_attempt"_L1, QJsonValue::Null);
    setInside(invoice, "status_transitions"_L1, "voided_at"_L1, context.now());
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.voided"_s, invoice);
    QJsonObject intent =
        context.store.find(Kind::PaymentIntent, text(invoice, "payment_intent"_L1));
    if (!intent.isEmpty()) {
        intent.insert("status"_L1, u"canceled"_s);
        intent.insert("canceled_at"_L1, context.now());
        intent.insert("cancellation_reason"_L1, u"void_invoice"_s);
        intent.insert("next_action"_L1, QJsonValue::Null);
        context.create(Kind::PaymentIntent, intent, u"payment_intent.canceled"_s);
    }
    const QString id = text(invoice, "subscription"_L1);
    const QJsonObject subscription = context.store.find(Kind::Subscription, id);
    if (text(subscription, "status"_L1) == "incomplete"_L1)
        changeSubscription(
            context, id, {{u"status"_s, u"incomplete_expired"_s}, {u"ended_at"_s, context.now()}});
    return invoice;
}

static QJsonObject collectNow(Context &context, const QJsonObject &invoice)
{
    if (text(invoice, "status"_L1) != "open"_L1
        || text(invoice, "collection_method"_L1) == "send_invoice"_L1) {
        return invoice;
    }
    const QJsonObject subscription =
        context.store.find(Kind::Subscription, text(invoice, "subscription"_L1));
    const QJsonObject card = cardFor(context, subscription, text(invoice, "customer"_L1));
    return card.isEmpty() ? collectWithoutCard(context, invoice)
                          : collect(context, invoice, card, Asker::Clock).invoice;
}

QJsonObject finalizeAndCollect(Context &context, const QJsonObject &draft)
{
    return collectNow(context, finalizeInvoice(context, draft));
}

/// A trial that ends without a card ends as the subscription says.
static bool endTrialWithoutCard(Context &context, QJsonObject subscription)
{
    const QString behavior =
        text(subscription.value("trial_settings"_L1).toObject().value("end_behavior"_L1).toObject(),
             "missing_payment_method"_L1);
    if (text(subscription, "status"_L1) != "trialing"_L1 || behavior == "create_invoice"_L1
        || !cardFor(context, subscription, text(subscription, "customer"_L1)).isEmpty()) {
        return false;
    }
    if (behavior == "pause"_L1) {
        subscription.insert("status"_L1, u"paused"_s);
        context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
        context.tell(u"customer.subscription.paused"_s, subscription);
    } else {
        endSubscription(context, subscription, {});
    }
    return true;
}

static void doDueSubscription(Context &context, const QJsonObject &subscription)
{
    if (text(subscription, "status"_L1) == "incomplete"_L1) {
        const QJsonObject first =
            context.store.find(Kind::Invoice, text(subscription, "latest_invoice"_L1));
        voidInvoice(context, first); // the subscription expires with it
        return;
    }
    if (!isNull(subscription, "cancel_at"_L1)
        && number(subscription, "cancel_at"_L1) <= context.now()) {
        endSubscription(context, subscription, {});
        return;
    }
    if (endTrialWithoutCard(context, subscription))
        return;
    renew(context, subscription, number(subscription, "current_period_end"_L1),
          u"subscription_cycle"_s);
}

void doDue(Context &context, Kind kind, const QString &id)
{
    const QJsonObject object = context.store.find(kind, id);
    const std::optional<qint64> due = dueTime(context, kind, object);
    if (!due || *due > context.now())
        return;
    if (kind == Kind::Subscription)
        doDueSubscription(context, object);
    else if (text(object, "status"_L1) == "draft"_L1)
        finalizeAndCollect(context, object);
    else if (!isNull(object, "next_payment_attempt"_L1))
        collectNow(context, object);
    else
        changeSubscription(context, text(object, "subscription"_L1),
                           {{u"status"_s, u"past_due"_s}});
}

} // namespace sandbox
