// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/detailvalues.h"
#include "db/listdefinitions.h"
#include "db/operationrow.h"
#include "db/session.h"
#include "db/tenantdetailrepository.h"

using namespace Qt::StringLiterals;

// The lists inside a tenant's panel.
namespace db {
namespace {

const QString subscriptions = uR"(
    SELECT s.id, s.stripe_subscription_id, s.description, s.status, s.amount, s.currency,
           s.current_period_end, s.cancel_at_period_end,
           coalesce(s.cancel_at, CASE WHEN s.cancel_at_period_end THEN s.current_period_end END),
           s.ended_at
      FROM stripe_subscriptions s
     WHERE s.tenant_id = :tenant
     ORDER BY s.status IN ('canceled', 'incomplete_expired'), s.created DESC NULLS LAST, s.id)"_s;

const QString items = uR"(
    SELECT i.subscription_id, i.stripe_subscription_item_id, i.stripe_price_id, p.name, i.quantity,
           i.unit_amount, i.currency, i.recurring_interval, i.recurring_interval_count,
           i.usage_type
      FROM stripe_subscriptions s
      JOIN stripe_subscription_items i ON i.subscription_id = s.id AND NOT i.is_deleted
      LEFT JOIN stripe_products p ON p.stripe_product_id = i.stripe_product_id
     WHERE s.tenant_id = :tenant
     ORDER BY i.subscription_id, i.stripe_subscription_item_id)"_s;

const QString invoices = uR"(
    SELECT i.id, i.stripe_invoice_id, i.number, )"_s
    + derivedInvoiceStatus() + uR"(, i.created, i.total, i.amount_remaining, i.currency
      FROM stripe_invoices i
     WHERE i.tenant_id = :tenant
     ORDER BY i.created DESC NULLS LAST, i.id DESC
     LIMIT 12)"_s;

const QString invoiceCount = uR"(
    SELECT count(*) FROM stripe_invoices i WHERE i.tenant_id = :tenant)"_s;

const QString timeline = uR"(
    SELECT a.at, a.action, a.actor, a.entity, a.entity_id, a.before::text, a.after::text, a.reason
      FROM audit_log a
     WHERE a.tenant_id = :tenant
     ORDER BY a.seq DESC
     LIMIT 20)"_s;

// The columns operationFrom() expects.
const QString operations = uR"(
    SELECT id, group_id, step, kind, state, object_key, tenant_id, input::text, actor, reason,
           idempotency_key, attempts, next_attempt_at, first_sent_at, created_at, confirmed_at,
           result::text, error::text
      FROM operations
     WHERE group_id IN (SELECT o.group_id FROM operations o
                         WHERE o.tenant_id = :tenant AND o.state NOT IN ('done', 'withdrawn'))
     ORDER BY created_at, group_id, step, id
     LIMIT 200)"_s;

} // namespace

core::Result<> TenantDetailRepository::readSubscriptions(core::TenantDetail &tenant) const
{
    auto row = m_session.run(subscriptions, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        tenant.subscriptions += core::TenantSubscription{
            .id = row->value(0).toUuid(),
            .subscriptionId = row->value(1).toString(),
            .description = row->value(2).toString(),
            .status = row->value(3).toString(),
            .amount = moneyAt(*row, 4, 5),
            .periodEnd = timeAt(*row, 6),
            .cancelAtPeriodEnd = row->value(7).toBool(),
            .endsAt = row->value(9).isNull() ? timeAt(*row, 8) : QDateTime(),
            .endedAt = timeAt(*row, 9),
            .items = {},
        };
    }
    return {};
}

core::Result<> TenantDetailRepository::readItems(core::TenantDetail &tenant) const
{
    auto row = m_session.run(items, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        const auto owner = std::ranges::find(tenant.subscriptions, row->value(0).toUuid(),
                                             &core::TenantSubscription::id);
        if (owner == tenant.subscriptions.end())
            continue;
        owner->items += core::TenantSubscriptionItem{
            .itemId = row->value(1).toString(),
            .priceId = row->value(2).toString(),
            .productName = row->value(3).toString(),
            .quantity = numberAt(*row, 4),
            .unitAmount = moneyAt(*row, 5, 6),
            .recurrence = {row->value(7).toString(), row->value(8).toInt()},
            .usageType = core::usageTypeFromText(row->value(9).toString())
                             .value_or(core::UsageType::Licensed),
        };
    }
    return {};
}

core::Result<> TenantDetailRepository::readInvoices(core::TenantDetail &tenant) const
{
    auto row = m_session.run(invoices, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        const QString currency = row->value(7).toString();
        tenant.invoices += core::TenantInvoice{
            .id = row->value(0).toUuid(),
            .invoiceId = row->value(1).toString(),
            .number = row->value(2).toString(),
            .status = row->value(3).toString(),
            .created = timeAt(*row, 4),
            .total = {row->value(5).toLongLong(), currency},
            .remaining = {row->value(6).toLongLong(), currency},
        };
    }
    auto counted = m_session.run(invoiceCount, {{u"tenant"_s, tenant.id}});
    if (!counted)
        return core::passOn(counted);
    counted->next();
    tenant.invoiceCount = counted->value(0).toLongLong();
    return {};
}

core::Result<> TenantDetailRepository::readTimeline(core::TenantDetail &tenant) const
{
    auto row = m_session.run(timeline, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        tenant.timeline += core::TimelineEntry{
            .at = timeAt(*row, 0),
            .action = row->value(1).toString(),
            .actor = row->value(2).toString(),
            .entity = row->value(3).toString(),
            .entityId = row->value(4).toString(),
            .before = objectAt(*row, 5),
            .after = objectAt(*row, 6),
            .reason = row->value(7).toString(),
        };
    }
    return {};
}

core::Result<> TenantDetailRepository::readOperations(core::TenantDetail &tenant) const
{
    auto row = m_session.run(operations, {{u"tenant"_s, tenant.id}});
    if (!row)
        return core::passOn(row);
    while (row->next())
        tenant.openOperations += operationFrom(*row);
    return {};
}

} // namespace db
