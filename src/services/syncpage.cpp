// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncpage.h"

#include "db/driftrepository.h"
#include "db/mirrorrepository.h"
#include "db/syncfacts.h"
#include "db/syncrepository.h"
#include "services/mirrorwriter.h"
#include "services/synclists.h"
#include "stripe/objects/parse.h"

#include <QLoggingCategory>

#include <cmath>

Q_LOGGING_CATEGORY(lcSyncPage, "oms.sync")

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// The page's objects, as the mirror would take them.
struct Copies
{
    QList<db::MirrorCopy> copies;
    QList<core::Subscription> subscriptions;
    QHash<QString, QJsonObject> objects;
    qint64 unreadable = 0;
};

Copies copiesOf(const SyncSource &source, const SyncPage &page)
{
    Copies all;
    for (const QJsonObject &object : page.objects) {
        const auto copy = source.copy(object, page.origin);
        auto subscription = source.kind == "subscription"_L1
            ? stripe::subscriptionFromJson(object, page.origin)
            : core::Result<core::Subscription>();
        // A state that the table's column does not know would fail the whole page.
        if (!copy
            || (source.kind == "subscription"_L1
                && (!subscription || !core::subscriptionStatusFromText(subscription->status)))) {
            qCWarning(lcSyncPage).noquote()
                << "cannot be read:" << object.value(u"id"_s).toString();
            ++all.unreadable;
            continue;
        }
        all.copies.append(*copy);
        all.objects.insert(copy->stripeId, object);
        if (source.kind == "subscription"_L1)
            all.subscriptions.append(*subscription);
    }
    // The order in which their customers' locks are taken, in every program.
    std::ranges::sort(all.copies, {}, [](const db::MirrorCopy &copy) {
        return std::pair(copy.customerId, copy.stripeId);
    });
    return all;
}

/// One period's, licensed items, as the mirror derives it.
std::optional<qint64> periodAmount(const core::Subscription &subscription)
{
    std::optional<qint64> amount;
    for (const core::SubscriptionItem &item : subscription.items) {
        if (item.usageType == core::UsageType::Licensed && item.unitAmount)
            amount = amount.value_or(0) + *item.unitAmount * item.quantity.value_or(1);
    }
    return amount;
}

/// What the whole object is worth as Stripe has it.
std::optional<qint64> worthOf(const db::MirrorCopy &copy, const Copies &all)
{
    for (const core::Subscription &subscription : all.subscriptions) {
        if (subscription.id == copy.stripeId)
            return periodAmount(subscription);
    }
    for (const char *column : {"total", "amount", "balance"}) {
        const QVariant value = copy.values.value(QLatin1StringView(column));
        if (!value.isNull())
            return std::abs(value.toLongLong());
    }
    return std::nullopt;
}

bool has(std::span<const QLatin1StringView> fields, const QString &field)
{
    return std::ranges::find(fields, field) != fields.end();
}

std::optional<qint64> stakeOf(const db::SyncFacts &facts, const db::Difference &difference,
                              std::optional<qint64> worth)
{
    if (difference.field.isEmpty() || has(facts.decisive, difference.field))
        return worth;
    if (has(facts.amounts, difference.field))
        return std::abs(difference.there.toLongLong() - difference.here.toLongLong());
    if (difference.field.startsWith("items."_L1)) {
        const qint64 here = difference.row.value(u"amount"_s).toLongLong();
        const qint64 there = difference.row.value(u"amount_there"_s).toLongLong();
        if (here != there)
            return std::abs(there - here);
    }
    return std::nullopt;
}

/// The money of an object is counted once, at the row where most of it shows.
void countOnce(QList<db::DriftRow> &rows)
{
    QHash<QString, qsizetype> most;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const auto known = most.constFind(rows.at(at).stripeId);
        if (known == most.constEnd() || rows.at(at).stake > rows.at(*known).stake)
            most.insert(rows.at(at).stripeId, at);
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const qsizetype first = most.value(rows.at(at).stripeId);
        rows[at].objectStake = rows.at(first).stake.value_or(0);
        if (at != first)
            rows[at].stake.reset();
    }
}

QList<db::DriftRow> driftOf(const SyncSource &source, const SyncPage &page, const Copies &all,
                            const QList<db::Difference> &differences)
{
    QHash<QString, db::MirrorCopy> byId;
    for (const db::MirrorCopy &copy : all.copies)
        byId.insert(copy.stripeId, copy);
    QList<db::DriftRow> rows;
    for (const db::Difference &difference : differences) {
        const db::MirrorCopy copy = byId.value(difference.stripeId);
        db::DriftRow row;
        row.kind = source.kind;
        row.stripeId = difference.stripeId;
        row.what = difference.field.isEmpty() ? u"missing_here"_s : u"differs"_s;
        row.field = difference.field;
        row.here = difference.here;
        row.there = difference.field.isEmpty() ? difference.stripeId : difference.there;
        row.tenantId = difference.tenantId;
        row.customerId = copy.customerId;
        row.stake = stakeOf(*db::syncFactsOf(row.kind), difference, worthOf(copy, all));
        row.currency = copy.values.value(u"currency"_s).toString();
        row.asOf = page.origin.asOf;
        rows.append(row);
    }
    countOnce(rows);
    return rows;
}

core::Result<qint64> writeObjects(db::Session &session, const SyncPage &page, const Copies &all,
                                  const QSet<QString> &ids)
{
    QList<QUuid> tenants;
    qint64 written = 0;
    for (const db::MirrorCopy &copy : all.copies) {
        if (!ids.contains(copy.stripeId))
            continue;
        const auto outcome = writeToMirror(session, all.objects.value(copy.stripeId), page.origin);
        if (!outcome)
            return core::passOn(outcome);
        tenants.append(outcome->tenantId);
        ++written;
    }
    const auto settled =
        db::MirrorRepository(session).settle(tenants, page.origin.sourceId, page.origin.asOf);
    if (!settled)
        return core::passOn(settled);
    return written;
}

/// All differences of the page: of the rows, and of subscriptions' items.
core::Result<db::Comparison> compare(db::Session &session, const Copies &all)
{
    auto comparison = db::compareWithMirror(session, all.copies);
    if (!comparison || all.subscriptions.isEmpty())
        return comparison;
    const auto items = db::compareItems(session, all.subscriptions);
    if (!items)
        return core::passOn(items);
    for (const db::Difference &item : *items) {
        if (!comparison->newer.contains(item.stripeId))
            comparison->differences.append(item);
    }
    return comparison;
}

core::Result<> recordGone(db::Session &session, const SyncPage &page)
{
    db::DriftRepository drift(session);
    const auto rows = drift.missingThere(page.list.kind, page.gone, page.origin.asOf);
    if (!rows)
        return core::passOn(rows);
    return drift.record(page.run.id, *rows);
}

} // namespace

core::Result<core::SyncList> applyPage(db::Session &session, const SyncPage &page)
{
    const SyncSource &source = *syncSourceOf(page.list.kind);
    const Copies all = copiesOf(source, page);
    const auto comparison = compare(session, all);
    if (!comparison)
        return core::passOn(comparison);
    core::SyncList list = page.list;
    list.unreadable += all.unreadable;
    QSet<QString> differing;
    for (const db::Difference &difference : comparison->differences)
        differing.insert(difference.stripeId);
    list.differing += differing.size() + page.gone.size();

    db::DriftRepository drift(session);
    if (page.run.mode == core::SyncMode::Backfill) {
        const auto written = writeObjects(session, page, all, differing | comparison->doubtful);
        if (!written)
            return core::passOn(written);
        list.written += *written;
    } else if (const auto recorded =
                   drift.record(page.run.id, driftOf(source, page, all, comparison->differences));
               !recorded) {
        return core::passOn(recorded);
    }
    if (const auto gone = recordGone(session, page); !gone)
        return core::passOn(gone);
    QStringList known;
    for (const db::MirrorCopy &copy : all.copies)
        known.append(copy.stripeId);
    if (const auto settled = drift.settle(page.run.id, source.kind, known); !settled)
        return core::passOn(settled);
    return list;
}

} // namespace services
