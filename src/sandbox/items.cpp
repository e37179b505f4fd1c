// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/items.h"

#include "sandbox/amounts.h"
#include "sandbox/fields.h"

namespace sandbox {

using namespace Qt::StringLiterals;

static bool isMetered(const QJsonObject &price)
{
    return text(price.value("recurring"_L1).toObject(), "usage_type"_L1) == "metered"_L1;
}

static tl::expected<QJsonObject, ApiError> priceFor(const Context &context, const Params &entry,
                                                    const QString &currency)
{
    const QString param = entry.path(u"price"_s);
    const QString id = entry.text("price"_L1);
    const QJsonObject price = context.store.find(Kind::Price, id);
    if (price.isEmpty())
        return tl::unexpected(missing(Kind::Price, id, param));
    if (!flag(price, "active"_L1)) {
        return tl::unexpected(invalid(
            u"The price specified is inactive. This field only accepts active prices."_s, param));
    }
    if (text(price, "type"_L1) != "recurring"_L1) {
        return tl::unexpected(
            invalid(u"The price specified is set to `type=one_time` but this field only accepts "
                    "prices with `type=recurring`."_s,
                    param));
    }
    const QString own = text(price, "currency"_L1);
    if (!currency.isEmpty() && own != currency) {
        return tl::unexpected(invalid(u"The price specified only supports `%1`. This doesn't "
                                      "match the expected currency: `%2`."_s.arg(own, currency),
                                      param));
    }
    return price;
}

static std::optional<ApiError> takeQuantity(QJsonObject &item, const Params &entry)
{
    const QString param = entry.path(u"quantity"_s);
    if (isMetered(item.value("price"_L1).toObject())) {
        item.remove("quantity"_L1);
        if (entry.has("quantity"_L1))
            return invalid(u"You cannot set the quantity for metered plans."_s, param);
        return std::nullopt;
    }
    const qint64 quantity = entry.integer("quantity"_L1, item.value("quantity"_L1).toInteger(1));
    if (quantity < 0) {
        return invalid(u"This value must be greater than or equal to 0."_s, param,
                       u"parameter_invalid_integer"_s);
    }
    item.insert("quantity"_L1, quantity);
    return std::nullopt;
}

tl::expected<QJsonObject, ApiError> newItem(const Context &context, const Params &entry,
                                            const QString &subscriptionId, const QString &currency)
{
    if (!entry.has("price"_L1)) {
        const QString param = entry.path(u"price"_s);
        return tl::unexpected(
            invalid(u"Missing required param: %1."_s.arg(param), param, u"parameter_missing"_s));
    }
    const auto price = priceFor(context, entry, currency);
    if (!price)
        return tl::unexpected(price.error());
    core::SubscriptionItem item;
    item.id = randomId("si_"_L1, 14);
    item.priceId = text(*price, "id"_L1);
    QJsonObject object = demo::toJson(item, subscriptionId, context.nowTime(), context.prices());
    takeMetadata(object, entry);
    if (std::optional<ApiError> wrong = takeQuantity(object, entry))
        return tl::unexpected(*wrong);
    return object;
}

tl::expected<QJsonObject, ApiError> changedItem(const Context &context, QJsonObject item,
                                                const Params &entry, const QString &currency)
{
    if (entry.has("price"_L1)) {
        const auto price = priceFor(context, entry, currency);
        if (!price)
            return tl::unexpected(price.error());
        QJsonObject shown = *price;
        shown.remove("tiers"_L1);
        item.insert("price"_L1, shown);
        item.insert("plan"_L1, demo::planJson(*price));
    }
    takeMetadata(item, entry);
    if (std::optional<ApiError> wrong = takeQuantity(item, entry))
        return tl::unexpected(*wrong);
    return item;
}

std::optional<ApiError> intervalFault(const QJsonArray &items)
{
    const QJsonObject cycle = cycleOf(items);
    for (const QJsonValue &value : items) {
        const QJsonObject own =
            value.toObject().value("price"_L1).toObject().value("recurring"_L1).toObject();
        if (own.value("interval"_L1) != cycle.value("interval"_L1)
            || own.value("interval_count"_L1) != cycle.value("interval_count"_L1)) {
            return invalid(u"Currently, all prices on a subscription must have the same "
                           "`recurring.interval` and `recurring.interval_count`. If you meant to "
                           "update an existing subscription item instead of creating a new one, "
                           "make sure to include the subscription item ID in your request."_s);
        }
    }
    return std::nullopt;
}

qint64 periodAmount(const Context &context, const QJsonArray &items)
{
    qint64 amount = 0;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QJsonObject price = item.value("price"_L1).toObject();
        if (!isMetered(price))
            amount += amountOf(context.wholePrice(item), number(item, "quantity"_L1));
    }
    return amount;
}

QJsonObject cycleOf(const QJsonArray &items)
{
    return items.first().toObject().value("price"_L1).toObject().value("recurring"_L1).toObject();
}

} // namespace sandbox
