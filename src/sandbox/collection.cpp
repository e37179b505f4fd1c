// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/collection.h"

#include "sandbox/billing.h"
#include "sandbox/fields.h"

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

/// Days between the attempts of a renewal; after the last one the subscription is canceled.
static constexpr std::array retryDays{3, 5, 7};
static constexpr qint64 daySeconds = 24 * 3600;

QJsonObject cardFor(const Context &context, const QJsonObject &subscription,
                    const QString &customerId)
{
    QString id = text(subscription, "default_payment_method"_L1);
    if (id.isEmpty()) {
        const QJsonObject customer = context.store.find(Kind::Customer, customerId);
        id = text(customer.value("invoice_settings"_L1).toObject(), "default_payment_method"_L1);
    }
    const QJsonObject card = context.store.find(Kind::PaymentMethod, id);
    return text(card, "customer"_L1) == customerId ? card : QJsonObject();
}

ApiError noCard()
{
    return invalid(u"This customer has no attached payment source or default payment method. "
                   "Please consider adding a default payment method. For more information, visit "
                   "https://stripe.com/docs/billing/subscriptions/payment-methods-setting"
                   "#payment-method-priority."_s,
                   {}, u"resource_missing"_s);
}

ApiError notAttached(const QString &paymentMethodId, const QString &param)
{
    return invalid(u"The customer does not have a payment method with the ID %1. The payment "
                   "method must be attached to the customer."_s.arg(paymentMethodId),
                   param, u"resource_missing"_s);
}

void followPayment(Context &context, const QJsonObject &invoice)
{
    const QString id = text(invoice, "subscription"_L1);
    const QJsonObject subscription = context.store.find(Kind::Subscription, id);
    const QString status = text(subscription, "status"_L1);
    const bool waits =
        status == "incomplete"_L1 || status == "past_due"_L1 || status == "unpaid"_L1;
    if (waits && text(subscription, "latest_invoice"_L1) == text(invoice, "id"_L1))
        changeSubscription(context, id, {{u"status"_s, u"active"_s}});
}

static void followFailure(Context &context, const QJsonObject &invoice)
{
    const QString id = text(invoice, "subscription"_L1);
    const QString status = text(context.store.find(Kind::Subscription, id), "status"_L1);
    if (status != "active"_L1 && status != "trialing"_L1 && status != "past_due"_L1)
        return; // an incomplete one stays so for 23 hours
    const bool isGivenUp = isNull(invoice, "next_payment_attempt"_L1)
        && number(invoice, "attempt_count"_L1) > qint64(retryDays.size());
    if (!isGivenUp) {
        changeSubscription(context, id, {{u"status"_s, u"past_due"_s}});
        return;
    }
    QJsonObject ended = context.store.find(Kind::Subscription, id);
    ended.insert("status"_L1, u"canceled"_s);
    ended.insert("canceled_at"_L1, context.now());
    ended.insert("ended_at"_L1, context.now());
    setInside(ended, "cancellation_details"_L1, "reason"_L1, u"payment_failed"_s);
    context.create(Kind::Subscription, ended, u"customer.subscription.deleted"_s);
}

/// Counts the attempt; only automatic ones move the schedule.
static void countAttempt(QJsonObject &invoice, Asker asker, qint64 now)
{
    const qint64 count = number(invoice, "attempt_count"_L1);
    if (asker != Asker::Operator || count == 0)
        invoice.insert("attempt_count"_L1, count + 1);
    invoice.insert("attempted"_L1, true);
    if (asker == Asker::Operator)
        return;
    const bool hasRetry = asker == Asker::Clock && count < qint64(retryDays.size());
    invoice.insert("next_payment_attempt"_L1,
                   hasRetry ? QJsonValue(now + retryDays[std::size_t(count)] * daySeconds)
                            : QJsonValue(QJsonValue::Null));
}

static Attempt succeed(Context &context, const QJsonObject &invoice, QJsonObject intent,
                       const QJsonObject &card, Asker asker)
{
    const QString charge = u"ch_"_s + text(intent, "id"_L1).mid(3); // so that it tells its intent
    intent.insert("status"_L1, u"succeeded"_s);
    intent.insert("amount_received"_L1, intent.value("amount"_L1));
    intent.insert("latest_charge"_L1, charge);
    intent.insert("payment_method"_L1, text(card, "id"_L1));
    intent.insert("last_payment_error"_L1, QJsonValue::Null);
    intent.insert("next_action"_L1, QJsonValue::Null);
    context.create(Kind::PaymentIntent, intent, u"payment_intent.succeeded"_s);
    QJsonObject counted = invoice;
    countAttempt(counted, asker, context.now());
    const QJsonObject paid =
        markPaid(context, invoice,
                 {{u"charge"_s, charge}, {u"attempt_count"_s, counted.value("attempt_count"_L1)}});
    followPayment(context, paid);
    return {.invoice = paid};
}

static QJsonObject cardError(const CardBehaviour &behaviour, const QString &charge,
                             const QJsonObject &card)
{
    return {
        {u"type"_s, u"card_error"_s},
        {u"code"_s, behaviour.code},
        {u"decline_code"_s, behaviour.declineCode},
        {u"doc_url"_s,
         QString(u"https://stripe.com/docs/error-codes/"_s
                 + QString(behaviour.code).replace(u'_', u'-'))},
        {u"message"_s, behaviour.message},
        {u"charge"_s, charge},
        {u"payment_method"_s, card},
    };
}

static Attempt decline(Context &context, QJsonObject invoice, QJsonObject intent,
                       const QJsonObject &card, Asker asker)
{
    const CardBehaviour behaviour = behaviourOf(card);
    const QString charge = randomId("ch_3"_L1, 23);
    intent.insert("status"_L1, u"requires_payment_method"_s);
    intent.insert("latest_charge"_L1, charge);
    intent.insert("payment_method"_L1, QJsonValue::Null);
    intent.insert("last_payment_error"_L1, cardError(behaviour, charge, card));
    context.create(Kind::PaymentIntent, intent, u"payment_intent.payment_failed"_s);
    countAttempt(invoice, asker, context.now());
    invoice.insert("charge"_L1, charge);
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.payment_failed"_s, invoice);
    followFailure(context, invoice);
    ApiError error{.status = 402,
                   .type = u"card_error"_s,
                   .code = behaviour.code,
                   .message = behaviour.message,
                   .keepsEffects = true,
                   .shouldRetry = "false"};
    error.extra = {{u"charge"_s, charge}, {u"decline_code"_s, behaviour.declineCode}};
    return {CardBehaviour::Outcome::Declines, invoice, error};
}

static Attempt requireAction(Context &context, QJsonObject invoice, QJsonObject intent,
                             const QJsonObject &card, Asker asker)
{
    intent.insert("status"_L1, u"requires_action"_s);
    intent.insert("payment_method"_L1, text(card, "id"_L1));
    intent.insert(
        "next_action"_L1,
        QJsonObject{{u"type"_s, u"use_stripe_sdk"_s},
                    {u"use_stripe_sdk"_s, QJsonObject{{u"type"_s, u"three_d_secure_redirect"_s}}}});
    context.create(Kind::PaymentIntent, intent, u"payment_intent.requires_action"_s);
    countAttempt(invoice, asker, context.now());
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.payment_action_required"_s, invoice);
    followFailure(context, invoice);
    ApiError error{.status = 402,
                   .type = u"card_error"_s,
                   .code = u"invoice_payment_intent_requires_action"_s,
                   .message = u"This payment requires additional user action before it can be "
                              "completed successfully. Payment can be completed using the "
                              "PaymentIntent associated with the invoice."_s,
                   .keepsEffects = true,
                   .shouldRetry = "false"};
    error.extra = {{u"payment_intent"_s, intent}};
    return {CardBehaviour::Outcome::NeedsAction, invoice, error};
}

Attempt collect(Context &context, const QJsonObject &invoice, const QJsonObject &card, Asker asker)
{
    const QJsonObject intent =
        context.store.find(Kind::PaymentIntent, text(invoice, "payment_intent"_L1));
    switch (behaviourOf(card).charge) {
    case CardBehaviour::Outcome::Succeeds:
        return succeed(context, invoice, intent, card, asker);
    case CardBehaviour::Outcome::Declines:
        return decline(context, invoice, intent, card, asker);
    case CardBehaviour::Outcome::NeedsAction:
        return requireAction(context, invoice, intent, card, asker);
    }
    Q_UNREACHABLE();
}

QJsonObject collectWithoutCard(Context &context, QJsonObject invoice)
{
    countAttempt(invoice, Asker::Clock, context.now());
    context.change(Kind::Invoice, invoice, u"invoice.updated"_s);
    context.tell(u"invoice.payment_failed"_s, invoice);
    followFailure(context, invoice);
    return invoice;
}

} // namespace sandbox
