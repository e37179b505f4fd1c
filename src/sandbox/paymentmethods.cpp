// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/paymentmethods.h"

#include "sandbox/cards.h"
#include "sandbox/customers.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"

namespace sandbox {

using namespace Qt::StringLiterals;

static QJsonObject cardOfToken(const Context &context, demo::Card card, const QJsonObject &customer)
{
    card.id = newId(Kind::PaymentMethod);
    card.customerId = text(customer, "id"_L1);
    card.billingName = text(customer, "name"_L1);
    card.billingEmail = text(customer, "email"_L1);
    card.created = context.nowTime();
    return demo::toJson(card);
}

Answer attachedCard(const Context &context, const QString &id, const QJsonObject &customer,
                    const QString &param)
{
    QJsonObject card = context.store.find(Kind::PaymentMethod, id);
    if (const std::optional<demo::Card> token = cardFromToken(id))
        card = cardOfToken(context, *token, customer);
    if (card.isEmpty())
        return tl::unexpected(missing(Kind::PaymentMethod, id, param));
    const CardBehaviour behaviour = behaviourOf(card);
    if (behaviour.isRefusedAtAttach) {
        ApiError error{.status = 402,
                       .type = u"card_error"_s,
                       .code = behaviour.code,
                       .message = behaviour.message};
        error.extra = {{u"decline_code"_s, behaviour.declineCode}};
        return tl::unexpected(error);
    }
    if (isNull(card, "customer"_L1)) {
        return tl::unexpected(
            invalid(u"This PaymentMethod was previously used without being attached to a Customer "
                    "or was detached from a Customer, and may not be used again."_s,
                    param));
    }
    if (card.value("customer"_L1) != customer.value("id"_L1)) {
        return tl::unexpected(invalid(
            u"The payment method you provided has already been attached to a customer."_s, param));
    }
    return card;
}

Answer retrievePaymentMethod(Context &context, const Call &call)
{
    if (const std::optional<demo::Card> token = cardFromToken(call.id)) {
        demo::Card card = *token;
        card.id = call.id;
        card.created = context.nowTime();
        return demo::toJson(card);
    }
    return retrieve(context, Kind::PaymentMethod, call.id);
}

Answer attachPaymentMethod(Context &context, const Call &call)
{
    const Answer customer = liveCustomer(context, call.params.text("customer"_L1), u"customer"_s);
    if (!customer)
        return customer;
    if (!cardFromToken(call.id) && context.store.find(Kind::PaymentMethod, call.id).isEmpty())
        return tl::unexpected(notFound(Kind::PaymentMethod, call.id));
    const Answer card = attachedCard(context, call.id, *customer, u"payment_method"_s);
    if (card && context.store.find(Kind::PaymentMethod, text(*card, "id"_L1)).isEmpty())
        context.create(Kind::PaymentMethod, *card, u"payment_method.attached"_s);
    return card;
}

Answer detachPaymentMethod(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::PaymentMethod, call.id);
    if (!found)
        return found;
    if (isNull(*found, "customer"_L1)) {
        return tl::unexpected(invalid(u"The payment method you provided is not attached to a "
                                      "customer so detachment is impossible."_s));
    }
    const QString owner = text(*found, "customer"_L1);
    QJsonObject card = *found;
    card.insert("customer"_L1, QJsonValue::Null);
    context.save(Kind::PaymentMethod, card);
    context.tell(u"payment_method.detached"_s, card, {{u"customer"_s, owner}});
    QJsonObject customer = context.store.find(Kind::Customer, owner);
    const QJsonObject settings = customer.value("invoice_settings"_L1).toObject();
    if (text(settings, "default_payment_method"_L1) == call.id) {
        setInside(customer, "invoice_settings"_L1, "default_payment_method"_L1, QJsonValue::Null);
        context.change(Kind::Customer, customer, u"customer.updated"_s);
    }
    return card;
}

static Answer listOf(Context &context, const Call &call, const QString &customerId,
                     const QString &param)
{
    const Answer customer = liveCustomer(context, customerId, param);
    if (!customer)
        return customer;
    auto query = listQuery(Kind::PaymentMethod, call.params);
    if (!query)
        return tl::unexpected(query.error());
    query->customer = customerId;
    const QString type = call.params.text("type"_L1);
    query->accepts = [type](const QJsonObject &card) {
        return type.isEmpty() || text(card, "type"_L1) == type;
    };
    return listAnswer(context, call, *query);
}

Answer listPaymentMethods(Context &context, const Call &call)
{
    return listOf(context, call, call.params.text("customer"_L1), u"customer"_s);
}

Answer listCustomerPaymentMethods(Context &context, const Call &call)
{
    return listOf(context, call, call.id, u"customer"_s);
}

} // namespace sandbox
