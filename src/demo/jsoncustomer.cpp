// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

#include <QCryptographicHash>

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

/// Eight letters and digits that belong to this customer: the head of its invoice numbers.
static QString invoicePrefix(const QString &customerId)
{
    const QByteArray digest =
        QCryptographicHash::hash(customerId.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(digest.toHex().left(8).toUpper());
}

QJsonObject json::invoiceSettings(const core::Customer &customer)
{
    static const QJsonObject blank = skeleton(R"({"custom_fields": null, "footer": null,
        "default_payment_method": null, "rendering_options": null})");
    QJsonObject settings = blank;
    for (auto it = customer.invoiceSettings.begin(); it != customer.invoiceSettings.end(); ++it)
        settings.insert(it.key(), it.value());
    if (!customer.defaultPaymentMethod.isEmpty())
        settings.insert("default_payment_method"_L1, customer.defaultPaymentMethod);
    return settings;
}

QJsonObject toJson(const core::Customer &customer)
{
    if (customer.deleted)
        return deletedJson(customer.id, u"customer"_s);
    static const QJsonObject blank = skeleton(R"({
        "object": "customer", "default_source": null, "delinquent": false, "description": null,
        "livemode": false, "next_invoice_sequence": 1, "test_clock": null})");
    QJsonObject object = blank;
    object.insert("id"_L1, customer.id);
    object.insert("address"_L1, addressOrNull(customer.address));
    object.insert("balance"_L1, customer.balance);
    object.insert("created"_L1, stampOrNull(customer.created));
    object.insert("currency"_L1, textOrNull(customer.currency));
    object.insert("discount"_L1, objectOrNull(customer.discount));
    object.insert("email"_L1, textOrNull(customer.email));
    object.insert("invoice_prefix"_L1, invoicePrefix(customer.id));
    object.insert("invoice_settings"_L1, invoiceSettings(customer));
    object.insert("metadata"_L1, customer.metadata);
    object.insert("name"_L1, textOrNull(customer.name));
    object.insert("phone"_L1, textOrNull(customer.phone));
    object.insert("preferred_locales"_L1, QJsonArray::fromStringList(customer.preferredLocales));
    object.insert("shipping"_L1, objectOrNull(customer.shipping));
    object.insert("tax_exempt"_L1, customer.taxExempt.isEmpty() ? u"none"_s : customer.taxExempt);
    return object;
}

static QJsonObject cardJson(const Card &card)
{
    static const QJsonObject blank = skeleton(R"({
        "checks": {"address_line1_check": null, "address_postal_code_check": "pass",
                   "cvc_check": "pass"},
        "funding": "credit", "three_d_secure_usage": {"supported": true}, "wallet": null})");
    const QByteArray digest =
        QCryptographicHash::hash((card.brand + card.last4).toUtf8(), QCryptographicHash::Sha1);
    QJsonObject object = blank;
    object.insert("brand"_L1, card.brand);
    object.insert("country"_L1, card.country);
    object.insert("display_brand"_L1, card.brand);
    object.insert("exp_month"_L1, card.expMonth);
    object.insert("exp_year"_L1, card.expYear);
    object.insert("fingerprint"_L1, QString::fromLatin1(digest.toHex().left(16)));
    object.insert("last4"_L1, card.last4);
    object.insert(
        "networks"_L1,
        QJsonObject{{u"available"_s, QJsonArray{card.brand}}, {u"preferred"_s, QJsonValue::Null}});
    return object;
}

QJsonObject toJson(const Card &card)
{
    QJsonObject billing = skeleton(R"({"address": {"city": null, "country": null, "line1": null,
        "line2": null, "postal_code": null, "state": null}, "phone": null})");
    billing.insert("email"_L1, textOrNull(card.billingEmail));
    billing.insert("name"_L1, textOrNull(card.billingName));
    return {
        {u"id"_s, card.id},
        {u"object"_s, u"payment_method"_s},
        {u"billing_details"_s, billing},
        {u"card"_s, cardJson(card)},
        {u"created"_s, stampOrNull(card.created)},
        {u"customer"_s, textOrNull(card.customerId)},
        {u"livemode"_s, false},
        {u"metadata"_s, QJsonObject()},
        {u"type"_s, u"card"_s},
    };
}

} // namespace demo
