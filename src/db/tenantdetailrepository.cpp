// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/tenantdetailrepository.h"

#include "db/detailvalues.h"
#include "db/session.h"
#include "db/tenantrepository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace db {
namespace {

const QString header = uR"(
    SELECT t.name, t.email, t.phone, t.address::text, t.status, array_to_json(t.tags)::text,
           t.notes, t.created_at, t.row_version, coalesce(f.status, t.status::text), f.mrr,
           f.overdue, f.currency, f.overdue_since, f.renews_at, f.stripe_customer_id
      FROM tenants t
      LEFT JOIN tenant_figures f ON f.tenant_id = t.id
     WHERE t.id = :tenant
     ORDER BY t.id)"_s;

const QString balance = uR"(
    SELECT coalesce(sum(i.amount_remaining), 0)::bigint, f.currency,
           count(*) FILTER (WHERE i.due_date < now())
      FROM tenant_figures f
      JOIN stripe_invoices i ON i.tenant_id = f.tenant_id AND i.currency = f.currency
                            AND i.status = 'open'
     WHERE f.tenant_id = :tenant
     GROUP BY f.currency
     ORDER BY f.currency)"_s;

const QString paymentMethodId = uR"(
    SELECT coalesce(c.default_payment_method,
                    CASE jsonb_typeof(c.invoice_settings -> 'default_payment_method')
                         WHEN 'object' THEN c.invoice_settings -> 'default_payment_method' ->> 'id'
                         ELSE c.invoice_settings ->> 'default_payment_method' END),
           (c.invoice_settings -> 'default_payment_method')::text,
           has_column_privilege('stripe_payment_intents', 'raw', 'SELECT')
      FROM stripe_customers c
     WHERE c.tenant_id = :tenant AND c.stripe_customer_id = :customer
     ORDER BY c.id)"_s;

// Stripe tells the method in full only with a failure.
const QString methodOfFailure = uR"(
    SELECT (p.raw -> 'last_payment_error' -> 'payment_method')::text
      FROM stripe_payment_intents p
     WHERE p.tenant_id = :tenant
       AND p.raw -> 'last_payment_error' -> 'payment_method' ->> 'id' = :method
     ORDER BY p.created DESC NULLS LAST, p.id
     LIMIT 1)"_s;

const QString limits = uR"(
    SELECT m.metric, m.allowed, l.used::double precision, l.ratio
      FROM tenant_plans p
     CROSS JOIN LATERAL (VALUES
           (1, 'max_orders_per_month', p.max_orders_per_month),
           (2, 'max_active_drivers', p.max_active_drivers),
           (3, 'max_storage_gb', p.max_storage_gb),
           (4, 'api_rate_limit_per_minute', p.api_rate_limit_per_minute))
           AS m (position, metric, allowed)
      LEFT JOIN tenant_limits l ON l.tenant_id = p.tenant_id AND l.metric = m.metric
     WHERE p.tenant_id = :tenant AND p.is_active
     ORDER BY m.position)"_s;

QStringList textsFrom(const QString &json)
{
    QStringList texts;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue &value : array)
        texts += value.toString();
    return texts;
}

/// Of Stripe's payment method object; nothing where there is only an id.
std::optional<core::PaymentMethodSummary> methodFrom(const QJsonObject &method)
{
    core::PaymentMethodSummary summary;
    summary.type = method[u"type"_s].toString();
    if (summary.type.isEmpty())
        return std::nullopt;
    const QJsonObject details = method[QStringView(summary.type)].toObject();
    summary.brand = details[u"brand"_s].toString();
    summary.last4 = details[u"last4"_s].toString();
    summary.expiryMonth = details[u"exp_month"_s].toInt();
    summary.expiryYear = details[u"exp_year"_s].toInt();
    return summary;
}

} // namespace

core::Result<core::TenantDetail> TenantDetailRepository::find(const QUuid &tenantId) const
{
    if (const core::Result<> begun = m_session.begin(); !begun)
        return core::passOn(begun);
    core::TenantDetail tenant;
    tenant.id = tenantId;
    using Step = core::Result<> (TenantDetailRepository::*)(core::TenantDetail &) const;
    for (const Step step :
         {&TenantDetailRepository::readHeader, &TenantDetailRepository::readBalance,
          &TenantDetailRepository::readPaymentMethod, &TenantDetailRepository::readPlan,
          &TenantDetailRepository::readLimits, &TenantDetailRepository::readSubscriptions,
          &TenantDetailRepository::readItems, &TenantDetailRepository::readInvoices,
          &TenantDetailRepository::readTimeline, &TenantDetailRepository::readOperations}) {
        if (const core::Result<> done = (this->*step)(tenant); !done)
            return core::passOn(done);
    }
    if (const core::Result<> ended = m_session.commit(); !ended)
        return core::passOn(ended);
    return tenant;
}

core::Result<> TenantDetailRepository::readHeader(core::TenantDetail &tenant) const
{
    auto row = m_session.run(header, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    if (!row->next())
        return core::fail(core::Error::Kind::NotFound,
                          QCoreApplication::translate("db", "This tenant does not exist."));
    tenant.name = row->value(0).toString();
    tenant.email = row->value(1).toString();
    tenant.phone = row->value(2).toString();
    tenant.address = objectAt(*row, 3);
    tenant.ownStatus = core::customerStatusFromText(row->value(4).toString())
                           .value_or(core::CustomerStatus::Active);
    tenant.tags = textsFrom(row->value(5).toString());
    tenant.notes = row->value(6).toString();
    tenant.created = timeAt(*row, 7);
    tenant.rowVersion = row->value(8).toLongLong();
    tenant.status = row->value(9).toString();
    tenant.mrr = moneyAt(*row, 10, 12);
    tenant.overdue = moneyAt(*row, 11, 12);
    tenant.overdueSince = timeAt(*row, 13);
    tenant.renewsAt = timeAt(*row, 14);
    tenant.customerId = row->value(15).toString();
    return {};
}

core::Result<> TenantDetailRepository::readBalance(core::TenantDetail &tenant) const
{
    if (tenant.mrr)
        tenant.balance = core::Money{0, tenant.mrr->currency};
    auto row = m_session.run(balance, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    if (row->next()) {
        tenant.balance = moneyAt(*row, 0, 1);
        tenant.overdueInvoices = row->value(2).toLongLong();
    }
    return {};
}

core::Result<> TenantDetailRepository::readPaymentMethod(core::TenantDetail &tenant) const
{
    auto row = m_session.run(paymentMethodId,
                             {{u"tenant"_s, tenant.id}, {u"customer"_s, tenant.customerId}});
    if (!row)
        return core::passOn(row);
    if (!row->next())
        return {};
    tenant.defaultPaymentMethod = row->value(0).toString();
    tenant.paymentMethod = methodFrom(objectAt(*row, 1));
    const bool mayReadRaw = row->value(2).toBool();
    if (tenant.paymentMethod || tenant.defaultPaymentMethod.isEmpty() || !mayReadRaw)
        return {};
    auto failure = m_session.run(
        methodOfFailure, {{u"tenant"_s, tenant.id}, {u"method"_s, tenant.defaultPaymentMethod}});
    if (!failure)
        return core::passOn(failure);
    if (failure->next())
        tenant.paymentMethod = methodFrom(objectAt(*failure, 0));
    return {};
}

core::Result<> TenantDetailRepository::readPlan(core::TenantDetail &tenant) const
{
    core::Result<core::TenantPlan> plan = TenantRepository(m_session).activePlan(tenant.id);
    if (plan)
        tenant.plan = *std::move(plan);
    else if (plan.error().kind != core::Error::Kind::NotFound)
        return core::passOn(plan);
    return {};
}

core::Result<> TenantDetailRepository::readLimits(core::TenantDetail &tenant) const
{
    auto row = m_session.run(limits, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next())
        tenant.limits += core::LimitUse{row->value(0).toString(), realAt(*row, 1), realAt(*row, 2),
                                        realAt(*row, 3)};
    return {};
}

} // namespace db
