// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/bindvalues.h"
#include "db/session.h"
#include "db/tenantrepository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace db {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TenantRepository)
};

std::optional<qint64> limitAt(const QSqlQuery &row, int column)
{
    const QVariant value = row.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

core::PlanLimits limitsFrom(const QSqlQuery &row, int first)
{
    return {limitAt(row, first), limitAt(row, first + 1), limitAt(row, first + 2),
            limitAt(row, first + 3)};
}

QVariant limitOrNull(const std::optional<qint64> &limit)
{
    return limit ? QVariant(*limit) : QVariant();
}

/// A text[] column selected as array_to_json(…)::text.
QStringList textsFrom(const QVariant &json)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toString().toUtf8()).array();
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

core::PlanTier tierFrom(const QVariant &text)
{
    return core::planTierFromText(text.toString()).value_or(core::PlanTier::Custom);
}

std::optional<core::Money> moneyAt(const QSqlQuery &row, int amount, int currency)
{
    if (row.value(amount).isNull())
        return std::nullopt;
    return core::Money{row.value(amount).toLongLong(), row.value(currency).toString()};
}

} // namespace

core::Result<QList<core::CataloguePlan>> TenantRepository::catalogue()
{
    auto query = m_session.run(uR"(
        SELECT c.plan_tier, c.name, c.description, c.max_orders_per_month, c.max_active_drivers,
               c.max_storage_gb, c.api_rate_limit_per_minute, array_to_json(c.features)::text,
               c.stripe_price_id, p.unit_amount, p.currency, p.recurring_interval,
               p.recurring_interval_count
          FROM plan_catalogue c
          LEFT JOIN stripe_prices p ON p.stripe_price_id = c.stripe_price_id
         WHERE c.valid_from <= now() AND c.valid_to > now()
         ORDER BY c.plan_tier, c.valid_from DESC, c.id)"_s);
    if (!query)
        return core::passOn(query);
    QList<core::CataloguePlan> plans;
    while (query->next()) {
        core::CataloguePlan plan;
        plan.tier = tierFrom(query->value(0));
        plan.name = query->value(1).toString();
        plan.description = query->value(2).toString();
        plan.limits = limitsFrom(*query, 3);
        plan.features = textsFrom(query->value(7));
        plan.priceId = query->value(8).toString();
        plan.amount = moneyAt(*query, 9, 10);
        if (!query->value(11).isNull())
            plan.recurrence =
                core::Recurrence{query->value(11).toString(), query->value(12).toInt()};
        plans.append(plan);
    }
    return plans;
}

core::Result<core::CataloguePlan> TenantRepository::cataloguePlan(core::PlanTier tier)
{
    const auto plans = catalogue();
    if (!plans)
        return core::passOn(plans);
    const auto it = std::ranges::find(*plans, tier, &core::CataloguePlan::tier);
    if (it == plans->end())
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("This plan is not in the catalogue. Choose another plan."), {},
                          u"plan_tier"_s);
    return *it;
}

core::Result<core::TenantPlan> TenantRepository::activePlan(const QUuid &tenantId)
{
    auto query = m_session.run(uR"(
        SELECT id, plan_tier, name, description, max_orders_per_month, max_active_drivers,
               max_storage_gb, api_rate_limit_per_minute, array_to_json(features)::text,
               stripe_price_id, row_version
          FROM tenant_plans
         WHERE tenant_id = :tenant_id AND is_active
         ORDER BY id)"_s,
                               {{u"tenant_id"_s, tenantId}});
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return core::fail(core::Error::Kind::NotFound, Text::tr("This tenant has no plan."));
    core::TenantPlan plan;
    plan.id = query->value(0).toUuid();
    plan.tenantId = tenantId;
    plan.tier = tierFrom(query->value(1));
    plan.name = query->value(2).toString();
    plan.description = query->value(3).toString();
    plan.limits = limitsFrom(*query, 4);
    plan.features = textsFrom(query->value(8));
    plan.priceId = query->value(9).toString();
    plan.rowVersion = query->value(10).toLongLong();
    return plan;
}

core::Result<> TenantRepository::startPlan(const core::TenantPlan &plan, qint64 expectedRowVersion)
{
    const auto ended = m_session.exec(uR"(
        UPDATE tenant_plans SET is_active = false, ended_at = now()
         WHERE tenant_id = :tenant_id AND is_active
           AND (:expected = 0 OR row_version = :expected2))"_s,
                                      {{u"tenant_id"_s, plan.tenantId},
                                       {u"expected"_s, expectedRowVersion},
                                       {u"expected2"_s, expectedRowVersion}});
    if (!ended)
        return core::passOn(ended);
    if (*ended == 0 && expectedRowVersion != 0)
        return core::fail(
            core::Error::Kind::Conflict,
            Text::tr("Somebody else has changed this plan meanwhile. Look at it again."));
    // The version goes on from one plan to the next: who saw an earlier one is told.
    const auto started =
        m_session.exec(uR"(
        INSERT INTO tenant_plans (tenant_id, plan_tier, name, description, max_orders_per_month,
                                  max_active_drivers, max_storage_gb, api_rate_limit_per_minute,
                                  features, stripe_price_id, row_version)
        VALUES (:tenant_id, :tier, :name, :description, :orders, :drivers, :storage, :rate,
                :features, :price_id,
                (SELECT coalesce(max(p.row_version), 0) + 1
                   FROM tenant_plans p WHERE p.tenant_id = :history_of)))"_s,
                       {{u"tenant_id"_s, plan.tenantId},
                        {u"tier"_s, core::toText(plan.tier)},
                        {u"name"_s, plan.name},
                        {u"description"_s, plan.description.isNull() ? u""_s : plan.description},
                        {u"orders"_s, limitOrNull(plan.limits.maxOrdersPerMonth)},
                        {u"drivers"_s, limitOrNull(plan.limits.maxActiveDrivers)},
                        {u"storage"_s, limitOrNull(plan.limits.maxStorageGb)},
                        {u"rate"_s, limitOrNull(plan.limits.apiRateLimitPerMinute)},
                        {u"features"_s, arrayLiteral(plan.features)},
                        {u"price_id"_s, textOrNull(plan.priceId)},
                        {u"history_of"_s, plan.tenantId}});
    if (!started)
        return core::passOn(started);
    return {};
}

core::Result<bool> TenantRepository::isMetered(const QString &priceId)
{
    auto query = m_session.run(uR"(
        SELECT usage_type = 'metered' FROM stripe_prices
         WHERE stripe_price_id = :price_id
         ORDER BY id)"_s,
                               {{u"price_id"_s, priceId}});
    if (!query)
        return core::passOn(query);
    return query->next() && query->value(0).toBool();
}

core::Result<QList<core::PriceOption>> TenantRepository::prices()
{
    auto query = m_session.run(uR"(
        SELECT p.stripe_price_id, coalesce(d.name, p.stripe_product_id), p.nickname, p.unit_amount,
               p.currency, p.recurring_interval, p.recurring_interval_count, p.usage_type
          FROM stripe_prices p
          LEFT JOIN stripe_products d ON d.stripe_product_id = p.stripe_product_id
         WHERE p.is_active AND NOT p.is_deleted AND p.recurring_interval IS NOT NULL
         ORDER BY 2, p.currency, p.unit_amount NULLS LAST, p.stripe_price_id)"_s);
    if (!query)
        return core::passOn(query);
    QList<core::PriceOption> prices;
    while (query->next()) {
        core::PriceOption price;
        price.priceId = query->value(0).toString();
        price.productName = query->value(1).toString();
        price.nickname = query->value(2).toString();
        price.amount = moneyAt(*query, 3, 4);
        price.recurrence = {query->value(5).toString(), query->value(6).toInt()};
        price.usageType =
            core::usageTypeFromText(query->value(7).toString()).value_or(core::UsageType::Licensed);
        prices.append(price);
    }
    return prices;
}

} // namespace db
