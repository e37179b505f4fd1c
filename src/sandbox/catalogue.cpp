// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/catalogue.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr std::array productTexts{"description"_L1, "name"_L1, "statement_descriptor"_L1,
                                         "unit_label"_L1, "url"_L1};

static std::function<bool(const QJsonObject &)> isActiveFilter(const Params &params)
{
    if (!params.has("active"_L1))
        return [](const QJsonObject &) { return true; };
    const bool wanted = params.flag("active"_L1);
    return [wanted](const QJsonObject &object) { return flag(object, "active"_L1) == wanted; };
}

Answer createProduct(Context &context, const Call &call)
{
    const Params &params = call.params;
    core::Product product;
    product.id = params.text("id"_L1, newId(Kind::Product));
    product.created = context.nowTime();
    product.active = params.flag("active"_L1, true);
    if (!context.store.find(Kind::Product, product.id).isEmpty()) {
        return tl::unexpected(
            invalid(u"Product already exists."_s, u"id"_s, u"resource_already_exists"_s));
    }
    QJsonObject object = demo::toJson(product);
    takeTexts(object, params, productTexts);
    takeMetadata(object, params);
    context.create(Kind::Product, object, u"product.created"_s);
    return object;
}

Answer retrieveProduct(Context &context, const Call &call)
{
    return retrieve(context, Kind::Product, call.id);
}

Answer updateProduct(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Product, call.id);
    if (!found)
        return found;
    QJsonObject product = *found;
    takeTexts(product, call.params, productTexts);
    takeMetadata(product, call.params);
    if (call.params.has("active"_L1))
        product.insert("active"_L1, call.params.flag("active"_L1));
    if (call.params.has("default_price"_L1)) {
        const QString price = call.params.text("default_price"_L1);
        if (context.store.find(Kind::Price, price).isEmpty())
            return tl::unexpected(missing(Kind::Price, price, u"default_price"_s));
        product.insert("default_price"_L1, price);
    }
    if (product != *found)
        product.insert("updated"_L1, context.now());
    context.change(Kind::Product, product, u"product.updated"_s);
    return product;
}

Answer listProducts(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Product, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const QStringList ids = call.params.texts("ids"_L1);
    query->accepts = [isActive = isActiveFilter(call.params), ids](const QJsonObject &product) {
        return isActive(product) && (ids.isEmpty() || ids.contains(text(product, "id"_L1)));
    };
    return listAnswer(context, call, *query);
}

/// Tiers ascend, the last one has no end, and each costs something or says so.
static std::optional<ApiError> tierFault(const Params &params)
{
    const QList<Params> tiers = params.list("tiers"_L1);
    if (tiers.isEmpty() || !params.has("tiers_mode"_L1)) {
        const QString name = tiers.isEmpty() ? u"tiers"_s : u"tiers_mode"_s;
        return invalid(u"Missing required param: %1."_s.arg(name), name, u"parameter_missing"_s);
    }
    if (params.has("unit_amount"_L1) || params.has("unit_amount_decimal"_L1)) {
        return invalid(u"You cannot set `unit_amount` with `billing_scheme` set to `tiered`."_s,
                       u"unit_amount"_s);
    }
    qint64 below = 0;
    for (const Params &tier : tiers) {
        const bool isLast = &tier == &tiers.last();
        if (isLast != (tier.text("up_to"_L1) == "inf"_L1)) {
            return invalid(u"The last tier, and only that, must have `up_to` set to `inf`."_s,
                           tier.path(u"up_to"_s));
        }
        if (!isLast && tier.integer("up_to"_L1) <= below)
            return invalid(u"The tiers must be in ascending order."_s, tier.path(u"up_to"_s));
        below = tier.integer("up_to"_L1);
        const bool hasAmount = tier.has("unit_amount"_L1) || tier.has("unit_amount_decimal"_L1)
            || tier.has("flat_amount"_L1) || tier.has("flat_amount_decimal"_L1);
        if (!hasAmount) {
            return invalid(u"A tier needs a `unit_amount` or a `flat_amount`."_s,
                           tier.path(u"unit_amount"_s), u"parameter_missing"_s);
        }
    }
    return std::nullopt;
}

static std::optional<ApiError> priceFault(const Context &context, const Params &params)
{
    if (!params.has("product"_L1) && !params.has("product_data"_L1)) {
        return invalid(u"You must provide one of `product` or `product_data`."_s, u"product"_s,
                       u"parameter_missing"_s);
    }
    if (params.has("product"_L1)
        && context.store.find(Kind::Product, params.text("product"_L1)).isEmpty()) {
        return missing(Kind::Product, params.text("product"_L1), u"product"_s);
    }
    if (params.text("billing_scheme"_L1) == "tiered"_L1)
        return tierFault(params);
    if (params.has("tiers"_L1) || params.has("tiers_mode"_L1)) {
        return invalid(u"`tiers` can only be set with `billing_scheme` set to `tiered`."_s,
                       u"billing_scheme"_s);
    }
    if (!params.has("unit_amount"_L1) && !params.has("unit_amount_decimal"_L1)) {
        return invalid(u"Prices require an `unit_amount` or `unit_amount_decimal` parameter to be "
                       "set."_s,
                       u"unit_amount"_s, u"parameter_missing"_s);
    }
    if (params.integer("unit_amount"_L1) < 0) {
        return invalid(u"This value must be greater than or equal to 0."_s, u"unit_amount"_s,
                       u"parameter_invalid_integer"_s);
    }
    const Params recurring = params.hash("recurring"_L1);
    if (params.has("recurring"_L1) && !recurring.has("interval"_L1)) {
        return invalid(u"Missing required param: recurring[interval]."_s, u"recurring[interval]"_s,
                       u"parameter_missing"_s);
    }
    return std::nullopt;
}

static core::Price priceFrom(const Context &context, const Params &params)
{
    core::Price price;
    price.id = newId(Kind::Price);
    price.active = params.flag("active"_L1, true);
    price.productId = params.text("product"_L1);
    price.currency = params.text("currency"_L1).toLower();
    price.created = context.nowTime();
    if (params.has("unit_amount"_L1))
        price.unitAmount = params.integer("unit_amount"_L1);
    price.unitAmountDecimal = params.text("unit_amount_decimal"_L1);
    bool isWhole = false;
    const qint64 whole = price.unitAmountDecimal.toLongLong(&isWhole);
    if (isWhole)
        price.unitAmount = whole;
    if (params.has("recurring"_L1)) {
        const Params recurring = params.hash("recurring"_L1);
        price.recurrence = core::Recurrence{recurring.text("interval"_L1),
                                            int(recurring.integer("interval_count"_L1, 1))};
        if (recurring.text("usage_type"_L1) == "metered"_L1)
            price.usageType = core::UsageType::Metered;
    }
    return price;
}

/// An amount as Stripe shows it: the whole number, where it is one, and the decimal text.
static void putAmount(QJsonObject &tier, const QString &name, const Params &given)
{
    const QByteArray plain = name.toLatin1();
    const QByteArray precise = plain + "_decimal";
    const QString decimal =
        given.text(QLatin1StringView(precise), given.text(QLatin1StringView(plain)));
    bool isWhole = false;
    const qint64 whole = decimal.toLongLong(&isWhole);
    tier.insert(name, isWhole ? QJsonValue(whole) : QJsonValue(QJsonValue::Null));
    tier.insert(QString::fromLatin1(precise),
                decimal.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(decimal));
}

static void takeTiers(QJsonObject &price, const Params &params)
{
    if (params.text("billing_scheme"_L1) != "tiered"_L1)
        return;
    QJsonArray tiers;
    for (const Params &given : params.list("tiers"_L1)) {
        QJsonObject tier;
        putAmount(tier, u"unit_amount"_s, given);
        putAmount(tier, u"flat_amount"_s, given);
        const bool isLast = given.text("up_to"_L1) == "inf"_L1;
        tier.insert("up_to"_L1,
                    isLast ? QJsonValue(QJsonValue::Null) : QJsonValue(given.integer("up_to"_L1)));
        tiers.append(tier);
    }
    price.insert("billing_scheme"_L1, u"tiered"_s);
    price.insert("tiers_mode"_L1, params.text("tiers_mode"_L1));
    price.insert("tiers"_L1, tiers);
}

Answer createPrice(Context &context, const Call &call)
{
    const Params &params = call.params;
    if (std::optional<ApiError> wrong = priceFault(context, params))
        return tl::unexpected(*wrong);
    core::Price price = priceFrom(context, params);
    if (price.productId.isEmpty()) {
        core::Product product;
        product.id = newId(Kind::Product);
        product.name = params.hash("product_data"_L1).text("name"_L1);
        product.created = price.created;
        context.create(Kind::Product, demo::toJson(product), u"product.created"_s);
        price.productId = product.id;
    }
    QJsonObject object = demo::toJson(price);
    takeTiers(object, params);
    if (const QString how = params.hash("recurring"_L1).text("aggregate_usage"_L1); !how.isEmpty())
        setInside(object, "recurring"_L1, "aggregate_usage"_L1, how);
    takeTexts(object, params, std::array{"nickname"_L1, "lookup_key"_L1, "tax_behavior"_L1});
    takeMetadata(object, params);
    context.create(Kind::Price, object, u"price.created"_s);
    return object;
}

Answer retrievePrice(Context &context, const Call &call)
{
    return retrieve(context, Kind::Price, call.id);
}

Answer updatePrice(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Price, call.id);
    if (!found)
        return found;
    QJsonObject price = *found;
    takeTexts(price, call.params, std::array{"nickname"_L1, "lookup_key"_L1, "tax_behavior"_L1});
    takeMetadata(price, call.params);
    if (call.params.has("active"_L1))
        price.insert("active"_L1, call.params.flag("active"_L1));
    context.change(Kind::Price, price, u"price.updated"_s);
    return price;
}

Answer listPrices(Context &context, const Call &call)
{
    auto query = listQuery(Kind::Price, call.params);
    if (!query)
        return tl::unexpected(query.error());
    const Params params = call.params;
    query->accepts = [isActive = isActiveFilter(params), params](const QJsonObject &price) {
        const auto matches = [&](QLatin1StringView key) {
            return !params.has(key) || text(price, key) == params.text(key);
        };
        const QStringList keys = params.texts("lookup_keys"_L1);
        return isActive(price) && matches("currency"_L1) && matches("product"_L1)
            && matches("type"_L1)
            && (keys.isEmpty() || keys.contains(text(price, "lookup_key"_L1)));
    };
    return listAnswer(context, call, *query);
}

} // namespace sandbox
