// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kinds.h"

#include "core/texttable.h"

#include <QRandomGenerator>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr std::array<core::EnumText<Kind>, kindCount> kindTexts{{
    {Kind::Customer, "customer"_L1},
    {Kind::Product, "product"_L1},
    {Kind::Price, "price"_L1},
    {Kind::Subscription, "subscription"_L1},
    {Kind::Invoice, "invoice"_L1},
    {Kind::InvoiceItem, "invoiceitem"_L1},
    {Kind::PaymentIntent, "payment_intent"_L1},
    {Kind::PaymentMethod, "payment_method"_L1},
    {Kind::Refund, "refund"_L1},
    {Kind::CreditNote, "credit_note"_L1},
    {Kind::Event, "event"_L1},
    {Kind::WebhookEndpoint, "webhook_endpoint"_L1},
    {Kind::Coupon, "coupon"_L1},
    {Kind::ItemUsage, "item_usage"_L1},
}};

QString toText(Kind kind)
{
    return core::textOf(kindTexts, kind);
}

std::optional<Kind> kindFromText(QStringView text)
{
    return core::valueOf(kindTexts, text);
}

QString spokenName(Kind kind)
{
    // Stripe itself writes "PaymentMethod" but "payment_intent".
    return kind == Kind::PaymentMethod ? u"PaymentMethod"_s : toText(kind);
}

QString randomId(QLatin1StringView prefix, int length)
{
    static constexpr char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QString id = prefix;
    for (int i = 0; i < length; ++i)
        id += QLatin1Char(letters[QRandomGenerator::global()->bounded(int(sizeof letters) - 1)]);
    return id;
}

QString newId(Kind kind)
{
    switch (kind) {
    case Kind::Customer:
        return randomId("cus_"_L1, 14);
    case Kind::Product:
        return randomId("prod_"_L1, 14);
    case Kind::Price:
        return randomId("price_1"_L1, 23);
    case Kind::Subscription:
        return randomId("sub_1"_L1, 23);
    case Kind::Invoice:
        return randomId("in_1"_L1, 23);
    case Kind::InvoiceItem:
        return randomId("ii_1"_L1, 23);
    case Kind::PaymentIntent:
        return randomId("pi_3"_L1, 23);
    case Kind::PaymentMethod:
        return randomId("pm_1"_L1, 23);
    case Kind::Refund:
        return randomId("re_3"_L1, 23);
    case Kind::CreditNote:
        return randomId("cn_1"_L1, 23);
    case Kind::Event:
        return randomId("evt_1"_L1, 23);
    case Kind::WebhookEndpoint:
        return randomId("we_1"_L1, 23);
    case Kind::Coupon:
        return randomId({}, 8);
    case Kind::ItemUsage: // goes by its item's id
        break;
    }
    Q_UNREACHABLE();
}

} // namespace sandbox
