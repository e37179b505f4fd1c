// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/tenantrepository.h"

#include "db/bindvalues.h"
#include "db/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace db {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TenantRepository)
};

core::Result<QUuid> firstTenant(core::Result<QSqlQuery> query)
{
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return core::fail(core::Error::Kind::NotFound,
                          Text::tr("This subscription does not exist."));
    return query->value(0).toUuid();
}

QVariant emptyNotNull(const QString &text)
{
    return text.isNull() ? QVariant(u""_s) : QVariant(text);
}

} // namespace

core::Result<AlikeTenants> TenantRepository::findAlike(const QString &name, const QString &email)
{
    auto query = m_session.run(
        uR"(
        SELECT id, name, lower(btrim(name)) = lower(btrim(:name)) AS same_name
          FROM tenants
         WHERE lower(email) = lower(:email) AND status <> 'terminated'
         ORDER BY same_name DESC, name, id
         LIMIT 20)"_s,
        {{u"name"_s, emptyNotNull(name)}, {u"email"_s, emptyNotNull(email.trimmed())}});
    if (!query)
        return core::passOn(query);
    AlikeTenants alike;
    while (query->next()) {
        if (query->value(2).toBool())
            alike.sameTenant = query->value(0).toUuid();
        else
            alike.sameEmailNames.append(query->value(1).toString());
    }
    return alike;
}

core::Result<bool> TenantRepository::exists(const QUuid &tenantId)
{
    auto query = m_session.run(u"SELECT id FROM tenants WHERE id = :id ORDER BY id"_s,
                               {{u"id"_s, tenantId}});
    if (!query)
        return core::passOn(query);
    return query->next();
}

core::Result<BilledTenant> TenantRepository::billed(const QUuid &tenantId)
{
    auto query = m_session.run(uR"(
        SELECT t.id, t.name, c.stripe_customer_id, s.stripe_subscription_id,
               s.stripe_subscription_item_id
          FROM tenants t
          LEFT JOIN LATERAL (
               SELECT x.stripe_customer_id
                 FROM stripe_customers x
                WHERE x.tenant_id = t.id AND NOT x.is_deleted
                ORDER BY x.created DESC NULLS LAST, x.id
                LIMIT 1) c ON true
          LEFT JOIN LATERAL (
               SELECT x.stripe_subscription_id, i.stripe_subscription_item_id
                 FROM stripe_subscriptions x
                 JOIN stripe_subscription_items i ON i.subscription_id = x.id AND NOT i.is_deleted
                 LEFT JOIN tenant_plans p ON p.tenant_id = t.id AND p.is_active
                WHERE x.tenant_id = t.id AND i.usage_type = 'licensed'
                  AND x.status IN ('active', 'trialing', 'past_due', 'unpaid', 'paused')
                  AND i.stripe_price_id = p.stripe_price_id
                ORDER BY x.created, x.id
                LIMIT 1) s ON true
         WHERE t.id = :id
         ORDER BY t.id)"_s,
                               {{u"id"_s, tenantId}});
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return core::fail(core::Error::Kind::NotFound, Text::tr("This tenant does not exist."), {},
                          u"tenant_id"_s);
    return BilledTenant{query->value(0).toUuid(), query->value(1).toString(),
                        query->value(2).toString(), query->value(3).toString(),
                        query->value(4).toString()};
}

core::Result<QUuid> TenantRepository::tenantOfSubscription(const QString &subscriptionId)
{
    return firstTenant(m_session.run(uR"(
        SELECT tenant_id FROM stripe_subscriptions
         WHERE stripe_subscription_id = :id
         ORDER BY id)"_s,
                                     {{u"id"_s, subscriptionId}}));
}

core::Result<QUuid> TenantRepository::tenantOfRow(const QUuid &subscriptionRow)
{
    return firstTenant(
        m_session.run(u"SELECT tenant_id FROM stripe_subscriptions WHERE id = :id ORDER BY id"_s,
                      {{u"id"_s, subscriptionRow}}));
}

core::Result<> TenantRepository::insert(const core::NewTenant &tenant)
{
    const auto added = m_session.exec(uR"(
        INSERT INTO tenants (id, name, email, phone, address)
        VALUES (:id, :name, :email, :phone, :address))"_s,
                                      {{u"id"_s, tenant.tenantId},
                                       {u"name"_s, tenant.name.trimmed()},
                                       {u"email"_s, tenant.email.trimmed()},
                                       {u"phone"_s, textOrNull(tenant.phone)},
                                       {u"address"_s, jsonOrNull(tenant.address)}});
    if (!added && added.error().kind == core::Error::Kind::Conflict)
        return core::fail(core::Error::Kind::Conflict,
                          Text::tr("A tenant with this name and e-mail address exists already."),
                          added.error().detail, u"name"_s);
    if (!added)
        return core::passOn(added);
    return {};
}

} // namespace db
