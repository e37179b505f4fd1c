// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirroritems.h"

#include "db/pgconnection.h"

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array itemColumns{"stripe_subscription_item_id"_L1,
                                 "stripe_price_id"_L1,
                                 "stripe_product_id"_L1,
                                 "quantity"_L1,
                                 "usage_type"_L1,
                                 "unit_amount"_L1,
                                 "unit_amount_decimal"_L1,
                                 "billing_scheme"_L1,
                                 "currency"_L1,
                                 "recurring_interval"_L1,
                                 "recurring_interval_count"_L1,
                                 "period_start"_L1,
                                 "period_end"_L1,
                                 "metadata"_L1};

constexpr auto writeItemsSql = R"(
    INSERT INTO stripe_subscription_items AS t
           (subscription_id, stripe_subscription_item_id, stripe_price_id, stripe_product_id,
            quantity, usage_type, unit_amount, unit_amount_decimal, billing_scheme, currency,
            recurring_interval, recurring_interval_count, period_start, period_end, metadata)
    SELECT x.subscription::uuid, x.item, x.price, x.product, x.quantity::bigint,
           x.usage::stripe_usage_type, x.amount::bigint, x.exact::numeric, x.scheme, x.currency,
           x.every, x.count::integer, x.began::timestamptz, x.ends::timestamptz, x.metadata::jsonb
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                  $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
                  $13::text[], $14::text[], $15::text[])
           AS x (subscription, item, price, product, quantity, usage, amount, exact, scheme,
                 currency, every, count, began, ends, metadata)
     ORDER BY x.item
    ON CONFLICT (stripe_subscription_item_id) DO UPDATE SET
           subscription_id = excluded.subscription_id,
           stripe_price_id = excluded.stripe_price_id,
           stripe_product_id = excluded.stripe_product_id, quantity = excluded.quantity,
           usage_type = excluded.usage_type, unit_amount = excluded.unit_amount,
           unit_amount_decimal = excluded.unit_amount_decimal,
           billing_scheme = excluded.billing_scheme, currency = excluded.currency,
           recurring_interval = excluded.recurring_interval,
           recurring_interval_count = excluded.recurring_interval_count,
           period_start = excluded.period_start, period_end = excluded.period_end,
           metadata = excluded.metadata, is_deleted = false)";

QString uuidText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

core::Result<> run(Session &session, const QByteArray &sql, const QList<PgArgument> &arguments)
{
    const auto done = execute(session, sql, arguments);
    return done ? core::Result<>() : core::passOn(done);
}

/// Each item once: of an item that two subscriptions show, the later one's.
core::Result<> writeItems(Session &session, std::span<const MirrorCopy> copies,
                          std::span<const MirrorOutcome> outcomes)
{
    QHash<QString, std::pair<QUuid, const QVariantMap *>> items;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        for (const QVariantMap &item : copies[i].items)
            items.insert(item.value(itemColumns.front()).toString(), {outcomes[i].id, &item});
    }
    if (items.isEmpty())
        return {};
    QStringList subscriptions;
    std::array<QStringList, itemColumns.size()> columns;
    for (const auto &[subscription, item] : std::as_const(items)) {
        subscriptions.append(uuidText(subscription));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const QVariant value = item->value(itemColumns.at(column));
            columns.at(column).append(value.isNull() ? QString() : value.toString());
        }
    }
    QList<PgArgument> arguments{PgArgument::texts(subscriptions)};
    for (const QStringList &column : columns)
        arguments.append(PgArgument::texts(column));
    return run(session, writeItemsSql, arguments);
}

/// Items that a whole subscription no longer shows. Of one that is not whole they may be there.
core::Result<> removeItems(Session &session, std::span<const MirrorCopy> copies,
                           std::span<const MirrorOutcome> outcomes)
{
    QStringList subscriptions;
    QStringList kept;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        if (!copies[i].isWhole)
            continue;
        subscriptions.append(uuidText(outcomes[i].id));
        for (const QVariantMap &item : copies[i].items)
            kept.append(item.value(itemColumns.front()).toString());
    }
    if (subscriptions.isEmpty())
        return {};
    return run(session, R"(
        UPDATE stripe_subscription_items
           SET is_deleted = true
         WHERE subscription_id = ANY ($1::text[]::uuid[]) AND NOT is_deleted
           AND NOT (stripe_subscription_item_id = ANY ($2::text[])))",
               {PgArgument::texts(subscriptions), PgArgument::texts(kept)});
}

core::Result<> derive(Session &session, const QByteArray &which, const QStringList &keys)
{
    if (keys.isEmpty())
        return {};
    return run(session,
               R"(
        UPDATE stripe_subscriptions t
           SET mrr = x.mrr, amount = x.amount, description = x.description
          FROM (SELECT s.id, subscription_mrr(s.id) AS mrr,
                       sum(i.unit_amount * coalesce(i.quantity, 1))
                           FILTER (WHERE i.usage_type = 'licensed')::bigint AS amount,
                       coalesce(string_agg(
                           coalesce(p.name, r.nickname, i.stripe_price_id)
                               || CASE WHEN i.quantity > 1 THEN ' × ' || i.quantity ELSE '' END,
                           ', ' ORDER BY i.usage_type DESC, i.stripe_subscription_item_id), '')
                           AS description
                  FROM stripe_subscriptions s
                  LEFT JOIN stripe_subscription_items i
                    ON i.subscription_id = s.id AND NOT i.is_deleted
                  LEFT JOIN stripe_prices r ON r.stripe_price_id = i.stripe_price_id
                  LEFT JOIN stripe_products p
                    ON p.stripe_product_id = coalesce(i.stripe_product_id, r.stripe_product_id)
                 WHERE s.id IN ()"
                   + which + R"()
                 GROUP BY s.id) x
         WHERE t.id = x.id
           AND (t.mrr, t.amount, t.description) IS DISTINCT FROM (x.mrr, x.amount, x.description))",
               {PgArgument::texts(keys)});
}

/// Subscriptions whose text names these prices or products, which may come after them.
core::Result<> deriveAllWith(Session &session, const QStringList &priceOrProductIds)
{
    return derive(session, R"(
        SELECT n.subscription_id
          FROM stripe_subscription_items n
          LEFT JOIN stripe_prices q ON q.stripe_price_id = n.stripe_price_id
         WHERE NOT n.is_deleted
           AND (n.stripe_price_id = ANY ($1::text[])
                OR coalesce(n.stripe_product_id, q.stripe_product_id) = ANY ($1::text[])))",
                  priceOrProductIds);
}

} // namespace

core::Result<> followSubscriptions(Session &session, std::span<const MirrorCopy> copies,
                                   std::span<const MirrorOutcome> outcomes)
{
    if (const auto written = writeItems(session, copies, outcomes); !written)
        return written;
    if (const auto removed = removeItems(session, copies, outcomes); !removed)
        return removed;
    QStringList rows;
    for (const MirrorOutcome &outcome : outcomes)
        rows.append(uuidText(outcome.id));
    return derive(session, "SELECT unnest($1::text[]::uuid[])", rows);
}

core::Result<> followProducts(Session &session, std::span<const MirrorCopy> copies,
                              std::span<const MirrorOutcome> outcomes)
{
    QStringList renamed;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        if (outcomes[i].before["name"_L1] != outcomes[i].after["name"_L1])
            renamed.append(copies[i].stripeId);
    }
    return deriveAllWith(session, renamed);
}

core::Result<> followPrices(Session &session, std::span<const MirrorCopy> copies,
                            std::span<const MirrorOutcome> outcomes)
{
    QStringList fresh;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        if (outcomes[i].before.isEmpty())
            fresh.append(copies[i].stripeId);
    }
    return deriveAllWith(session, fresh);
}

} // namespace db
