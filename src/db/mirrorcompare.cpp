// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorcompare.h"

#include "db/mirrorrepository.h"
#include "db/pgconnection.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

/// Stripe makes these anew from time to time.
constexpr std::array unsteady{"hosted_invoice_url"_L1, "invoice_pdf"_L1};

QJsonValue jsonOf(const QVariant &value)
{
    if (value.isNull())
        return QJsonValue::Null;
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs);
    return QJsonValue::fromVariant(value);
}

/// What the copy tells.
QVariantMap toldBy(const MirrorCopy &copy)
{
    QVariantMap values = copy.values;
    if (!copy.isLinkTold)
        values.remove(copy.table->untoldColumn);
    return values;
}

QJsonObject jsonOf(const QVariantMap &values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object[it.key()] = jsonOf(it.value());
    return object;
}

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QVariantMap mapOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().toVariantMap();
}

/// $1 holds the copies; `typed` reads their values as the table's columns would.
QByteArray theirsSql(const QByteArray &table)
{
    return R"(
        SELECT o.value ->> 'id' AS stripe_id, o.value ->> 'parent' AS parent,
               o.value -> 'values' AS given,
               (o.value ->> 'as_of')::timestamptz AS as_of,
               to_jsonb(jsonb_populate_record(NULL::)"
        + table + R"(, typed.fields)) AS fields
          FROM jsonb_array_elements($1::jsonb) o,
               LATERAL (
                   SELECT jsonb_object_agg(v.key,
                              CASE WHEN v.value = 'null' THEN v.value
                                   WHEN a.atttypid = 'jsonb'::regtype
                                   THEN (v.value #>> '{}')::jsonb
                                   WHEN a.atttypid = 'text[]'::regtype
                                   THEN to_jsonb((v.value #>> '{}')::text[])
                                   ELSE v.value END) AS fields
                     FROM jsonb_each(o.value -> 'values') v
                     JOIN pg_attribute a ON a.attrelid = ')"
        + table + R"('::regclass AND a.attname = v.key) typed)";
}

QByteArray compareSql(const MirrorTable &table)
{
    const QByteArray name = QString(table.name).toLatin1();
    const QByteArray id = QString(table.idColumn).toLatin1();
    const QByteArray tenant =
        table.link == TenantLink::None ? QByteArray("NULL::uuid") : QByteArray("m.tenant_id");
    return "WITH theirs AS (" + theirsSql(name) + ")" + R"(
        SELECT t.stripe_id, m.id IS NULL AS is_missing,
               m.as_of > t.as_of AS is_newer, m.needs_fetch, )"
        + tenant + R"(, f.field, mine.fields ->> f.field, t.fields ->> f.field,
               (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(mine.fields) e
                 WHERE e.key LIKE '%amount%' OR e.key IN ('total', 'balance', 'currency'))
          FROM theirs t
          LEFT JOIN )"
        + name + " m ON m." + id + R"( = t.stripe_id
         CROSS JOIN LATERAL (SELECT to_jsonb(m) - 'raw' AS fields) mine
          LEFT JOIN LATERAL unnest($2::text[]) f (field)
            ON m.id IS NOT NULL AND t.given ? f.field AND mine.fields -> f.field IS DISTINCT FROM t.fields -> f.field
         WHERE m.id IS NULL OR f.field IS NOT NULL OR m.needs_fetch
         ORDER BY t.stripe_id, f.field)";
}

QStringList comparedColumns(const MirrorTable &table)
{
    QStringList columns;
    for (const QLatin1StringView column : table.columns) {
        if (std::ranges::find(unsteady, column) == unsteady.end())
            columns.append(column);
    }
    return columns;
}

QJsonArray itemsOf(const QList<core::Subscription> &subscriptions)
{
    QJsonArray items;
    for (const core::Subscription &subscription : subscriptions) {
        for (const core::SubscriptionItem &item : subscription.items)
            items.append(QJsonObject{{u"id"_s, item.id},
                                     {u"parent"_s, subscription.id},
                                     {u"values"_s, jsonOf(valuesOf(item))}});
    }
    return items;
}

constexpr auto itemsSql = R"(,
        mine AS (
            SELECT s.stripe_subscription_id AS parent, s.tenant_id,
                   i.stripe_subscription_item_id AS stripe_id, to_jsonb(i) AS fields
              FROM stripe_subscriptions s
              JOIN stripe_subscription_items i ON i.subscription_id = s.id AND NOT i.is_deleted
             WHERE s.stripe_subscription_id = ANY ($2::text[]))
        SELECT coalesce(m.parent, t.parent), s.tenant_id, coalesce(m.stripe_id, t.stripe_id),
               f.field,
               CASE WHEN f.field <> '' THEN m.fields ->> f.field
                    ELSE m.fields ->> 'stripe_price_id' END,
               CASE WHEN f.field <> '' THEN t.fields ->> f.field
                    ELSE t.fields ->> 'stripe_price_id' END,
               jsonb_build_object(
                   'amount', (m.fields ->> 'unit_amount')::bigint
                                 * coalesce((m.fields ->> 'quantity')::bigint, 1),
                   'amount_there', (t.fields ->> 'unit_amount')::bigint
                                 * coalesce((t.fields ->> 'quantity')::bigint, 1),
                   'currency', coalesce(t.fields ->> 'currency', m.fields ->> 'currency'))
          FROM theirs t
          FULL JOIN mine m ON m.stripe_id = t.stripe_id AND m.parent = t.parent
          JOIN stripe_subscriptions s ON s.stripe_subscription_id = coalesce(m.parent, t.parent)
          JOIN LATERAL unnest($3::text[]) f (field)
            ON CASE WHEN m.stripe_id IS NULL OR t.stripe_id IS NULL THEN f.field = ''
                    ELSE m.fields -> f.field IS DISTINCT FROM t.fields -> f.field END
         ORDER BY 1, 3, f.field)";

} // namespace

core::Result<Comparison> compareWithMirror(Session &session, const QList<MirrorCopy> &copies)
{
    Comparison comparison;
    if (copies.isEmpty())
        return comparison;
    const MirrorTable &table = *copies.first().table;
    QJsonArray array;
    for (const MirrorCopy &copy : copies)
        array.append(QJsonObject{{u"id"_s, copy.stripeId},
                                 {u"as_of"_s, jsonOf(QVariant(copy.snapshot.asOf))},
                                 {u"values"_s, jsonOf(toldBy(copy))}});
    const auto rows =
        execute(session, compareSql(table),
                {PgArgument::untyped(compact(array)), PgArgument::texts(comparedColumns(table))});
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row) {
        const QString id = rows->text(row, 0);
        if (rows->isTrue(row, 2)) {
            comparison.newer.insert(id);
            continue;
        }
        if (rows->isTrue(row, 3))
            comparison.doubtful.insert(id);
        if (rows->isTrue(row, 1) || !rows->isNull(row, 5))
            comparison.differences.append({id, QUuid(rows->text(row, 4)), rows->text(row, 5),
                                           rows->text(row, 6), rows->text(row, 7),
                                           mapOf(rows->raw(row, 8))});
    }
    return comparison;
}

core::Result<QList<Difference>> compareItems(Session &session,
                                             const QList<core::Subscription> &subscriptions)
{
    QStringList ids;
    for (const core::Subscription &subscription : subscriptions)
        ids.append(subscription.id);
    QStringList fields = valuesOf(core::SubscriptionItem()).keys();
    fields.append(u""_s);
    const auto rows = execute(
        session, "WITH theirs AS (" + theirsSql("stripe_subscription_items") + ")" + itemsSql,
        {PgArgument::untyped(compact(itemsOf(subscriptions))), PgArgument::texts(ids),
         PgArgument::texts(fields)});
    if (!rows)
        return core::passOn(rows);
    QList<Difference> differences;
    for (int row = 0; row < rows->size(); ++row) {
        const QString field = rows->text(row, 3);
        const QString item = u"items."_s + rows->text(row, 2);
        differences.append({rows->text(row, 0), QUuid(rows->text(row, 1)),
                            field.isEmpty() ? item : item + u'.' + field, rows->text(row, 4),
                            rows->text(row, 5), mapOf(rows->raw(row, 6))});
    }
    return differences;
}

} // namespace db
