// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/customers.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"
#include "sandbox/paymentmethods.h"
#include "sandbox/renewal.h"

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

Answer liveCustomer(const Context &context, const QString &id, const QString &param)
{
    const QJsonObject customer = context.store.find(Kind::Customer, id);
    if (customer.isEmpty() || flag(customer, "deleted"_L1))
        return tl::unexpected(missing(Kind::Customer, id, param));
    return customer;
}

static std::optional<ApiError> fieldFault(const Params &params)
{
    const QString email = params.text("email"_L1);
    if (!email.isEmpty() && !email.contains(u'@'))
        return invalid(u"Invalid email address: "_s + email, u"email"_s, u"email_invalid"_s);
    if (email.size() > 512)
        return invalid(u"Invalid string: email is too long."_s, u"email"_s);
    if (const QString wrong = metadataFault(params); !wrong.isEmpty())
        return invalid(wrong, u"metadata"_s);
    return std::nullopt;
}

/// A hash such as `address`: what is named is set, the rest of it becomes null.
static QJsonValue hashOrNull(const Params &params, QLatin1StringView key,
                             std::span<const QLatin1StringView> fields)
{
    if (params.unsets(key))
        return QJsonValue::Null;
    QJsonObject object;
    const Params given = params.hash(key);
    for (const QLatin1StringView field : fields) {
        const QString value = given.text(field);
        object.insert(field, value.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(value));
    }
    return object;
}

static constexpr std::array addressFields{"city"_L1,  "country"_L1,     "line1"_L1,
                                          "line2"_L1, "postal_code"_L1, "state"_L1};

static void takeFields(QJsonObject &customer, const Params &params)
{
    takeTexts(customer, params,
              std::array{"description"_L1, "email"_L1, "name"_L1, "phone"_L1, "tax_exempt"_L1});
    takeMetadata(customer, params);
    if (params.has("address"_L1))
        customer.insert("address"_L1, hashOrNull(params, "address"_L1, addressFields));
    if (params.unsets("shipping"_L1)) {
        customer.insert("shipping"_L1, QJsonValue::Null);
    } else if (params.has("shipping"_L1)) {
        const Params given = params.hash("shipping"_L1);
        QJsonObject shipping{{u"name"_s, given.text("name"_L1)},
                             {u"address"_s, hashOrNull(given, "address"_L1, addressFields)}};
        if (given.has("phone"_L1))
            shipping.insert("phone"_L1, given.text("phone"_L1));
        customer.insert("shipping"_L1, shipping);
    }
    if (params.has("balance"_L1))
        customer.insert("balance"_L1, params.integer("balance"_L1));
    if (params.has("invoice_prefix"_L1))
        customer.insert("invoice_prefix"_L1, params.text("invoice_prefix"_L1));
    if (params.has("preferred_locales"_L1)) {
        customer.insert("preferred_locales"_L1,
                        QJsonArray::fromStringList(params.texts("preferred_locales"_L1)));
    }
}

/// @param attached  The card that `payment_method` has just attached, under the name given.
static std::optional<ApiError> takeDefaultCard(const Context &context, QJsonObject &customer,
                                               const Params &params, const QJsonObject &attached)
{
    const Params settings = params.hash("invoice_settings"_L1);
    if (!settings.has("default_payment_method"_L1))
        return std::nullopt;
    const QString id = settings.text("default_payment_method"_L1);
    QJsonObject card = context.store.find(Kind::PaymentMethod, id);
    if (!attached.isEmpty() && id == params.text("payment_method"_L1))
        card = attached; // a test card is another object once it is attached
    if (!id.isEmpty() && card.value("customer"_L1) != customer.value("id"_L1)) {
        return invalid(u"The customer does not have a payment method with the ID %1. The payment "
                       "method must be attached to the customer."_s.arg(id),
                       u"invoice_settings[default_payment_method]"_s, u"resource_missing"_s);
    }
    setInside(customer, "invoice_settings"_L1, "default_payment_method"_L1,
              id.isEmpty() ? QJsonValue(QJsonValue::Null) : card.value("id"_L1));
    return std::nullopt;
}

Answer createCustomer(Context &context, const Call &call)
{
    if (std::optional<ApiError> wrong = fieldFault(call.params))
        return tl::unexpected(*wrong);
    core::Customer blank;
    blank.id = newId(Kind::Customer);
    blank.created = context.nowTime();
    QJsonObject customer = demo::toJson(blank);
    takeFields(customer, call.params);
    QJsonObject card;
    if (call.params.has("payment_method"_L1)) {
        const Answer attached = attachedCard(context, call.params.text("payment_method"_L1),
                                             customer, u"payment_method"_s);
        if (!attached)
            return attached;
        card = *attached;
    }
    if (std::optional<ApiError> wrong = takeDefaultCard(context, customer, call.params, card))
        return tl::unexpected(*wrong);
    context.create(Kind::Customer, customer, u"customer.created"_s);
    if (!card.isEmpty())
        context.create(Kind::PaymentMethod, card, u"payment_method.attached"_s);
    return customer;
}

Answer retrieveCustomer(Context &context, const Call &call)
{
    return retrieve(context, Kind::Customer, call.id);
}

Answer updateCustomer(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Customer, call.id);
    if (!found || flag(*found, "deleted"_L1))
        return tl::unexpected(notFound(Kind::Customer, call.id));
    if (std::optional<ApiError> wrong = fieldFault(call.params))
        return tl::unexpected(*wrong);
    QJsonObject customer = *found;
    takeFields(customer, call.params);
    if (std::optional<ApiError> wrong = takeDefaultCard(context, customer, call.params, {}))
        return tl::unexpected(*wrong);
    context.change(Kind::Customer, customer, u"customer.updated"_s);
    return customer;
}

/// Ends the customer's subscriptions too, as Stripe does.
Answer deleteCustomer(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Customer, call.id);
    if (!found || flag(*found, "deleted"_L1))
        return tl::unexpected(notFound(Kind::Customer, call.id));
    for (const QJsonObject &subscription : context.store.ofCustomer(Kind::Subscription, call.id)) {
        const QString status = text(subscription, "status"_L1);
        if (status != "canceled"_L1 && status != "incomplete_expired"_L1)
            endSubscription(context, subscription, {{u"reason"_s, u"cancellation_requested"_s}});
    }
    const QJsonObject stub = demo::deletedJson(call.id, u"customer"_s);
    context.save(Kind::Customer, stub);
    context.tell(u"customer.deleted"_s, *found);
    return stub;
}

Answer listCustomers(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Customer, call.params);
    if (!query)
        return tl::unexpected(query.error());
    if (const QString email = call.params.text("email"_L1); !email.isEmpty()) {
        query->accepts = [email](const QJsonObject &customer) {
            return text(customer, "email"_L1) == email; // case counts, as at Stripe
        };
    }
    return listAnswer(context, call, *query);
}

} // namespace sandbox
