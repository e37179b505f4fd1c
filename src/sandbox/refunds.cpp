// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/refunds.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"

namespace sandbox {

using namespace Qt::StringLiterals;

static ListQuery refundsOf(const QString &intentId)
{
    ListQuery query{.kind = Kind::Refund, .limit = std::numeric_limits<int>::max()};
    query.accepts = [intentId](const QJsonObject &refund) {
        return text(refund, "payment_intent"_L1) == intentId;
    };
    return query;
}

qint64 refundable(Context &context, const QJsonObject &intent)
{
    qint64 rest = number(intent, "amount_received"_L1);
    const auto page = context.store.list(refundsOf(text(intent, "id"_L1)));
    if (!page)
        return rest;
    for (const QJsonObject &refund : page->objects)
        rest -= number(refund, "amount"_L1);
    return rest;
}

QJsonObject makeRefund(Context &context, const QJsonObject &intent, qint64 amount,
                       const QString &reason, const Params &params)
{
    const qint64 before = number(intent, "amount_received"_L1) - refundable(context, intent);
    core::Refund refund;
    refund.id = newId(Kind::Refund);
    refund.chargeId = text(intent, "latest_charge"_L1);
    refund.paymentIntentId = text(intent, "id"_L1);
    refund.status = u"succeeded"_s;
    refund.reason = reason;
    refund.currency = text(intent, "currency"_L1);
    refund.amount = amount;
    refund.created = context.nowTime();
    QJsonObject object = demo::toJson(refund);
    takeMetadata(object, params);
    context.tell(u"charge.refunded"_s, demo::chargeJson(intent, before + amount),
                 {{u"amount_refunded"_s, before}});
    context.create(Kind::Refund, object, u"refund.created"_s);
    return object;
}

/// A charge that succeeded has its payment intent's id, but for the prefix.
static Answer intentOf(const Context &context, const Params &params)
{
    const QString charge = params.text("charge"_L1);
    const QString named = params.text("payment_intent"_L1);
    if (charge.isEmpty() == named.isEmpty()) {
        return tl::unexpected(
            invalid(u"One of the following params should be provided for this request: "
                    "payment_intent or charge."_s));
    }
    const QString id = named.isEmpty() ? u"pi_"_s + charge.mid(3) : named;
    const QJsonObject intent = context.store.find(Kind::PaymentIntent, id);
    const bool isThere =
        !intent.isEmpty() && (charge.isEmpty() || text(intent, "latest_charge"_L1) == charge);
    if (!isThere && !charge.isEmpty())
        return tl::unexpected(
            invalid(u"No such charge: '%1'"_s.arg(charge), u"charge"_s, u"resource_missing"_s));
    if (!isThere)
        return tl::unexpected(missing(Kind::PaymentIntent, id, u"payment_intent"_s));
    if (text(intent, "status"_L1) != "succeeded"_L1) {
        return tl::unexpected(invalid(u"This PaymentIntent (%1) does not have a successful charge "
                                      "to refund."_s.arg(id),
                                      u"payment_intent"_s, u"payment_intent_unexpected_state"_s));
    }
    return intent;
}

Answer createRefund(Context &context, const Call &call)
{
    const Answer intent = intentOf(context, call.params);
    if (!intent)
        return intent;
    const QString charge = text(*intent, "latest_charge"_L1);
    const qint64 rest = refundable(context, *intent);
    if (rest <= 0) {
        return tl::unexpected(invalid(u"Charge %1 has already been refunded."_s.arg(charge), {},
                                      u"charge_already_refunded"_s));
    }
    const qint64 amount = call.params.integer("amount"_L1, rest);
    if (amount < 1) {
        return tl::unexpected(invalid(u"This value must be greater than or equal to 1."_s,
                                      u"amount"_s, u"parameter_invalid_integer"_s));
    }
    if (amount > rest) {
        return tl::unexpected(invalid(
            u"Refund amount (%1) is greater than unrefunded amount on charge (%2)"_s.arg(amount)
                .arg(rest),
            u"amount"_s));
    }
    return makeRefund(context, *intent, amount, call.params.text("reason"_L1), call.params);
}

Answer retrieveRefund(Context &context, const Call &call)
{
    return retrieve(context, Kind::Refund, call.id);
}

Answer updateRefund(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Refund, call.id);
    if (!found)
        return found;
    QJsonObject refund = *found;
    takeMetadata(refund, call.params);
    const QJsonObject previous = previousAttributes(*found, refund);
    context.change(Kind::Refund, refund, u"refund.updated"_s);
    if (!previous.isEmpty())
        context.tell(u"charge.refund.updated"_s, refund, previous);
    return refund;
}

/// Only one that waits for the customer can be canceled; here none does.
Answer cancelRefund(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Refund, call.id);
    if (!found)
        return found;
    return tl::unexpected(invalid(u"Refund %1 cannot be canceled: its status is %2."_s.arg(
        call.id, text(*found, "status"_L1))));
}

Answer listRefunds(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Refund, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    query->accepts = [params](const QJsonObject &refund) {
        const auto matches = [&](QLatin1StringView key) {
            return !params.has(key) || text(refund, key) == params.text(key);
        };
        return matches("charge"_L1) && matches("payment_intent"_L1);
    };
    return listAnswer(context, call, *query);
}

} // namespace sandbox
