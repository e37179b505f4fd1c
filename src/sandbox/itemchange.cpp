// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/amounts.h"
#include "sandbox/fields.h"
#include "sandbox/items.h"
#include "sandbox/proration.h"
#include "sandbox/subscriptions.h"
#include "sandbox/usage.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static qsizetype indexOf(const QJsonArray &items, const QString &id)
{
    qsizetype index = 0;
    while (index < items.size() && text(items.at(index).toObject(), "id"_L1) != id)
        ++index;
    return index;
}

/// One entry of `items`: without an id it adds an item, with one it changes or removes that one.
static tl::expected<ItemDifference, ApiError> applyEntry(const Context &context, QJsonArray &items,
                                                         const QJsonObject &subscription,
                                                         const Params &entry)
{
    const QString currency = text(subscription, "currency"_L1);
    ItemDifference difference;
    if (!entry.has("id"_L1)) {
        const auto item = newItem(context, entry, text(subscription, "id"_L1), currency);
        if (!item)
            return tl::unexpected(item.error());
        difference.after = *item;
        items.append(*item);
        return difference;
    }
    const QString id = entry.text("id"_L1);
    const qsizetype index = indexOf(items, id);
    if (index == items.size()) {
        return tl::unexpected(invalid(u"No such subscription item: '%1'"_s.arg(id),
                                      entry.path(u"id"_s), u"resource_missing"_s));
    }
    difference.before = items.at(index).toObject();
    if (entry.flag("deleted"_L1)) {
        const qint64 start = number(subscription, "current_period_start"_L1);
        if (!entry.flag("clear_usage"_L1) && hasUsageSince(context, difference.before, start)) {
            return tl::unexpected(
                invalid(u"Subscription item %1 cannot be deleted because it has usage. Set "
                        "`clear_usage` to delete the usage with it."_s.arg(id),
                        entry.path(u"clear_usage"_s)));
        }
        items.removeAt(index);
        return difference;
    }
    const auto item = changedItem(context, difference.before, entry, currency);
    if (!item)
        return tl::unexpected(item.error());
    difference.after = *item;
    items.replace(index, *item);
    return difference;
}

/// Two items of one price cannot be told apart on an invoice.
static std::optional<ApiError> itemsFault(const QJsonArray &items)
{
    if (items.isEmpty()) {
        return invalid(u"A subscription must have at least one active plan. If you want to cancel "
                       "it, cancel the subscription instead."_s,
                       u"items"_s);
    }
    QStringList prices;
    for (const QJsonValue &value : items)
        prices.append(text(value.toObject().value("price"_L1).toObject(), "id"_L1));
    if (prices.removeDuplicates() > 0) {
        return invalid(u"Cannot add multiple subscription items with the same plan."_s, u"items"_s);
    }
    return intervalFault(items);
}

static void beginNewPeriod(QJsonObject &subscription, const QJsonArray &items, qint64 now)
{
    subscription.insert("billing_cycle_anchor"_L1, now);
    subscription.insert("current_period_start"_L1, now);
    subscription.insert("current_period_end"_L1, periodEnd(now, cycleOf(items), now));
}

tl::expected<ItemOutcome, ApiError> changeItems(Context &context, QJsonObject &subscription,
                                                const ItemChange &change)
{
    const QJsonArray before = listed(subscription, "items"_L1);
    QJsonArray items = before;
    QList<ItemDifference> differences;
    for (const Params &entry : change.entries) {
        const auto difference = applyEntry(context, items, subscription, entry);
        if (!difference)
            return tl::unexpected(difference.error());
        if (difference->before != difference->after)
            differences.append(*difference);
    }
    if (std::optional<ApiError> wrong = itemsFault(items))
        return tl::unexpected(*wrong);

    const QJsonObject oldCycle = cycleOf(before);
    const QJsonObject newCycle = cycleOf(items);
    const bool isTrial = text(subscription, "status"_L1) == "trialing"_L1;
    const bool isNewCycle = !isTrial
        && (change.resetsCycle || oldCycle.value("interval"_L1) != newCycle.value("interval"_L1)
            || oldCycle.value("interval_count"_L1) != newCycle.value("interval_count"_L1));
    if (isNewCycle) { // every old item is settled, every new one is billed from now on
        differences.clear();
        for (const QJsonValue &item : before)
            differences.append({item.toObject(), {}});
    }
    if (!isTrial && change.prorationBehavior != "none"_L1)
        createProrations(context, subscription, differences, change.when);
    setInside(subscription, "items"_L1, "data"_L1, items);
    noteItems(context, subscription);
    if (isNewCycle)
        beginNewPeriod(subscription, items, context.now());
    const bool isInvoiced = change.prorationBehavior == "always_invoice"_L1;
    return ItemOutcome{.isBilledNow =
                           isNewCycle || (isInvoiced && !isTrial && !differences.isEmpty()),
                       .isNewPeriod = isNewCycle};
}

} // namespace sandbox
