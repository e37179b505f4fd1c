// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/usage.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

// Kept for each item, under the item's id: {subscription, records: [{timestamp, quantity}] by time,
// billed: [{start, end, invoice}] by time}.

static QJsonObject ledgerOf(const Context &context, const QString &itemId)
{
    return context.store.find(Kind::ItemUsage, itemId);
}

static QJsonObject itemOf(const QJsonObject &subscription, const QString &itemId)
{
    for (const QJsonValue &value : listed(subscription, "items"_L1)) {
        if (text(value.toObject(), "id"_L1) == itemId)
            return value.toObject();
    }
    return {};
}

static QJsonObject recurringOf(const QJsonObject &item)
{
    return item.value("price"_L1).toObject().value("recurring"_L1).toObject();
}

void noteItems(Context &context, const QJsonObject &subscription)
{
    for (const QJsonValue &value : listed(subscription, "items"_L1)) {
        const QString id = text(value.toObject(), "id"_L1);
        if (!ledgerOf(context, id).isEmpty())
            continue;
        context.save(Kind::ItemUsage,
                     {{u"id"_s, id},
                      {u"object"_s, toText(Kind::ItemUsage)},
                      {u"created"_s, context.now()},
                      {u"subscription"_s, text(subscription, "id"_L1)}});
    }
}

qint64 usedBetween(const Context &context, const QJsonObject &item, qint64 start, qint64 end)
{
    const QString how = text(recurringOf(item), "aggregate_usage"_L1);
    const bool reachesBack = how == "last_ever"_L1;
    qint64 used = 0;
    for (const QJsonValue &value :
         ledgerOf(context, text(item, "id"_L1)).value("records"_L1).toArray()) {
        const QJsonObject record = value.toObject();
        const qint64 at = number(record, "timestamp"_L1);
        const qint64 quantity = number(record, "quantity"_L1);
        if (at >= end || (at < start && !reachesBack))
            continue;
        if (how == "max"_L1)
            used = std::max(used, quantity);
        else if (how == "last_during_period"_L1 || reachesBack)
            used = quantity;
        else
            used += quantity;
    }
    return used;
}

bool hasUsageSince(const Context &context, const QJsonObject &item, qint64 start)
{
    const QJsonArray records = ledgerOf(context, text(item, "id"_L1)).value("records"_L1).toArray();
    return std::ranges::any_of(records, [start](const QJsonValue &record) {
        return number(record.toObject(), "timestamp"_L1) >= start;
    });
}

void noteBilled(Context &context, const QString &itemId, qint64 start, qint64 end,
                const QString &invoiceId)
{
    QJsonObject ledger = ledgerOf(context, itemId);
    if (ledger.isEmpty())
        return;
    QJsonArray billed = ledger.value("billed"_L1).toArray();
    billed.append(QJsonObject{{u"start"_s, start}, {u"end"_s, end}, {u"invoice"_s, invoiceId}});
    ledger.insert("billed"_L1, billed);
    context.save(Kind::ItemUsage, ledger);
}

static std::optional<ApiError> usageFault(const Context &context, const QJsonObject &subscription,
                                          const QJsonObject &item, const Params &params)
{
    const QString id = text(item, "id"_L1);
    if (text(subscription, "status"_L1) == "canceled"_L1) {
        return invalid(
            u"Cannot create the usage record because the subscription has been canceled."_s);
    }
    if (text(recurringOf(item), "usage_type"_L1) != "metered"_L1) {
        return invalid(u"Cannot create a usage record for `%1`: its price is not metered "
                       "(`recurring.usage_type=metered`)."_s.arg(id));
    }
    const qint64 at = params.integer("timestamp"_L1, context.now());
    if (params.has("timestamp"_L1) && params.text("timestamp"_L1) != "now"_L1
        && (at < number(subscription, "current_period_start"_L1) || at > context.now())) {
        return invalid(u"Cannot create the usage record with this timestamp because timestamps "
                       "must be after the subscription's last invoice period (or current period "
                       "start time)."_s,
                       u"timestamp"_s);
    }
    if (params.integer("quantity"_L1) < 0) {
        return invalid(u"This value must be greater than or equal to 0."_s, u"quantity"_s,
                       u"parameter_invalid_integer"_s);
    }
    return std::nullopt;
}

/// `increment` adds at that second, `set` overwrites what is there.
static QJsonArray withRecord(const QJsonArray &records, qint64 at, qint64 quantity, bool isSet,
                             qint64 *now)
{
    QJsonArray changed;
    qint64 total = quantity;
    for (const QJsonValue &value : records) {
        if (number(value.toObject(), "timestamp"_L1) == at)
            total += isSet ? 0 : number(value.toObject(), "quantity"_L1);
    }
    const QJsonObject own{{u"timestamp"_s, at}, {u"quantity"_s, total}};
    bool isPlaced = false;
    for (const QJsonValue &value : records) {
        const qint64 when = number(value.toObject(), "timestamp"_L1);
        if (when >= at && !std::exchange(isPlaced, true))
            changed.append(own);
        if (when != at)
            changed.append(value);
    }
    if (!isPlaced)
        changed.append(own);
    *now = total;
    return changed;
}

/// The item named in the URL and its subscription.
static tl::expected<std::pair<QJsonObject, QJsonObject>, ApiError>
itemAndSubscription(const Context &context, const QString &itemId)
{
    const QJsonObject ledger = ledgerOf(context, itemId);
    const QJsonObject subscription =
        context.store.find(Kind::Subscription, text(ledger, "subscription"_L1));
    const QJsonObject item = itemOf(subscription, itemId);
    if (item.isEmpty()) {
        ApiError none = invalid(u"No such subscription_item: '%1'"_s.arg(itemId), u"id"_s,
                                u"resource_missing"_s);
        none.status = 404;
        return tl::unexpected(none);
    }
    return std::pair(item, subscription);
}

Answer createUsageRecord(Context &context, const Call &call)
{
    const auto found = itemAndSubscription(context, call.id);
    if (!found)
        return tl::unexpected(found.error());
    const auto &[item, subscription] = *found;
    const Params &params = call.params;
    if (std::optional<ApiError> wrong = usageFault(context, subscription, item, params))
        return tl::unexpected(*wrong);
    const bool isNow = params.text("timestamp"_L1, u"now"_s) == "now"_L1;
    const qint64 at = isNow ? context.now() : params.integer("timestamp"_L1);
    QJsonObject ledger = ledgerOf(context, call.id);
    qint64 total = 0;
    ledger.insert("records"_L1,
                  withRecord(ledger.value("records"_L1).toArray(), at,
                             params.integer("quantity"_L1), params.text("action"_L1) == "set"_L1,
                             &total));
    context.save(Kind::ItemUsage, ledger);
    return QJsonObject{{u"id"_s, randomId("mbur_1"_L1, 23)},
                       {u"object"_s, u"usage_record"_s},
                       {u"livemode"_s, false},
                       {u"quantity"_s, total},
                       {u"subscription_item"_s, call.id},
                       {u"timestamp"_s, at}};
}

static QJsonObject summary(const Context &context, const QJsonObject &item, qint64 start,
                           std::optional<qint64> end, const QString &invoiceId)
{
    const QString id = text(item, "id"_L1);
    const qint64 until = end.value_or(context.now() + 1);
    return {{u"id"_s, QString(u"sis_"_s + id.mid(3) + u'_' + QString::number(start))},
            {u"object"_s, u"usage_record_summary"_s},
            {u"invoice"_s, invoiceId.isEmpty() ? QJsonValue(QJsonValue::Null) : invoiceId},
            {u"livemode"_s, false},
            {u"period"_s,
             QJsonObject{{u"start"_s, start},
                         {u"end"_s, end ? QJsonValue(*end) : QJsonValue(QJsonValue::Null)}}},
            {u"subscription_item"_s, id},
            {u"total_usage"_s, usedBetween(context, item, start, until)}};
}

Answer listUsageSummaries(Context &context, const Call &call)
{
    const auto found = itemAndSubscription(context, call.id);
    if (!found)
        return tl::unexpected(found.error());
    const auto &[item, subscription] = *found;
    QJsonArray newestFirst;
    newestFirst.append(
        summary(context, item, number(subscription, "current_period_start"_L1), std::nullopt, {}));
    const QJsonArray billed = ledgerOf(context, call.id).value("billed"_L1).toArray();
    for (qsizetype i = billed.size() - 1; i >= 0; --i) {
        const QJsonObject period = billed.at(i).toObject();
        newestFirst.append(summary(context, item, number(period, "start"_L1),
                                   number(period, "end"_L1), text(period, "invoice"_L1)));
    }
    return listAnswer(call, Kind::ItemUsage, newestFirst);
}

} // namespace sandbox
