// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

QJsonObject toJson(const core::Product &product)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "product", "default_price": null, "features": [], "images": [],
        "livemode": false, "package_dimensions": null, "shippable": null,
        "statement_descriptor": null, "tax_code": null, "type": "service", "unit_label": null,
        "url": null})");
    QJsonObject object = blank;
    object.insert("id"_L1, product.id);
    object.insert("active"_L1, product.active);
    object.insert("created"_L1, stampOrNull(product.created));
    object.insert("description"_L1, textOrNull(product.description));
    object.insert("metadata"_L1, product.metadata);
    object.insert("name"_L1, product.name);
    object.insert("updated"_L1, stampOrNull(product.created));
    return object;
}

static QJsonValue recurringJson(const core::Price &price)
{
    if (!price.recurrence)
        return QJsonValue::Null;
    const bool isMetered = price.usageType == core::UsageType::Metered;
    return QJsonObject{
        {u"aggregate_usage"_s, isMetered ? QJsonValue(u"sum"_s) : QJsonValue(QJsonValue::Null)},
        {u"interval"_s, price.recurrence->interval},
        {u"interval_count"_s, price.recurrence->count},
        {u"trial_period_days"_s, QJsonValue::Null},
        {u"usage_type"_s, core::toText(price.usageType)},
    };
}

QJsonObject toJson(const core::Price &price)
{
    static const QJsonObject blank = skeleton(R"({
        "object": "price", "custom_unit_amount": null, "livemode": false, "lookup_key": null,
        "tax_behavior": "unspecified", "tiers_mode": null, "transform_quantity": null})");
    QJsonObject object = blank;
    object.insert("id"_L1, price.id);
    object.insert("active"_L1, price.active);
    object.insert("billing_scheme"_L1,
                  price.billingScheme.isEmpty() ? u"per_unit"_s : price.billingScheme);
    object.insert("created"_L1, stampOrNull(price.created));
    object.insert("currency"_L1, price.currency);
    object.insert("metadata"_L1, price.metadata);
    object.insert("nickname"_L1, textOrNull(price.nickname));
    object.insert("product"_L1, price.productId);
    object.insert("recurring"_L1, recurringJson(price));
    object.insert("type"_L1, price.recurrence ? u"recurring"_s : u"one_time"_s);
    object.insert("unit_amount"_L1,
                  price.unitAmount ? QJsonValue(*price.unitAmount) : QJsonValue(QJsonValue::Null));
    const QString decimal = price.unitAmountDecimal.isEmpty() && price.unitAmount
        ? QString::number(*price.unitAmount)
        : price.unitAmountDecimal;
    object.insert("unit_amount_decimal"_L1, textOrNull(decimal));
    return object;
}

QJsonObject planJson(const QJsonObject &price)
{
    const QJsonObject recurring = price.value("recurring"_L1).toObject();
    QJsonObject plan{
        {u"object"_s, u"plan"_s},
        {u"amount"_s, price.value("unit_amount"_L1)},
        {u"amount_decimal"_s, price.value("unit_amount_decimal"_L1)},
        {u"transform_usage"_s, QJsonValue::Null},
    };
    for (const auto key :
         {"id"_L1, "active"_L1, "billing_scheme"_L1, "created"_L1, "currency"_L1, "livemode"_L1,
          "metadata"_L1, "nickname"_L1, "product"_L1, "tiers_mode"_L1}) {
        plan.insert(key, price.value(key));
    }
    for (const auto key : {"aggregate_usage"_L1, "interval"_L1, "interval_count"_L1,
                           "trial_period_days"_L1, "usage_type"_L1}) {
        plan.insert(key, recurring.value(key));
    }
    return plan;
}

} // namespace demo
