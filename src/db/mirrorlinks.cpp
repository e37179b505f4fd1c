// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorlocks.h"
#include "db/mirrorrepository.h"
#include "db/session.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

// The tables whose rows belong to a tenant through their customer.
const std::array linkStatements{
    u"UPDATE stripe_subscriptions SET tenant_id = :tenant"
    " WHERE stripe_customer_id = :customer AND tenant_id IS DISTINCT FROM :tenant2"_s,
    u"UPDATE stripe_invoices SET tenant_id = :tenant,"
    " plan_tier = coalesce(plan_tier, tier_at(:tenant3, paid_at))"
    " WHERE stripe_customer_id = :customer AND tenant_id IS DISTINCT FROM :tenant2"_s,
    u"UPDATE stripe_payment_intents SET tenant_id = :tenant"
    " WHERE stripe_customer_id = :customer AND tenant_id IS DISTINCT FROM :tenant2"_s,
    u"UPDATE stripe_credit_notes SET tenant_id = :tenant"
    " WHERE stripe_customer_id = :customer AND tenant_id IS DISTINCT FROM :tenant2"_s,
    u"UPDATE stripe_refunds o SET tenant_id = p.tenant_id FROM stripe_payment_intents p"
    " WHERE p.stripe_customer_id = :customer AND p.tenant_id IS NOT NULL"
    " AND o.stripe_payment_intent_id = p.stripe_payment_intent_id"
    " AND o.tenant_id IS DISTINCT FROM p.tenant_id"_s,
    u"UPDATE stripe_disputes o SET tenant_id = p.tenant_id FROM stripe_payment_intents p"
    " WHERE p.stripe_customer_id = :customer AND p.tenant_id IS NOT NULL"
    " AND o.stripe_payment_intent_id = p.stripe_payment_intent_id"
    " AND o.tenant_id IS DISTINCT FROM p.tenant_id"_s,
    u"UPDATE stripe_webhook_events e SET tenant_id = c.tenant_id FROM stripe_customers c"
    " WHERE c.stripe_customer_id = :customer AND c.tenant_id IS NOT NULL"
    " AND e.object_id IN (SELECT c.stripe_customer_id UNION ALL"
    " SELECT x.stripe_subscription_id FROM stripe_subscriptions x"
    " WHERE x.stripe_customer_id = c.stripe_customer_id UNION ALL"
    " SELECT x.stripe_invoice_id FROM stripe_invoices x"
    " WHERE x.stripe_customer_id = c.stripe_customer_id UNION ALL"
    " SELECT x.stripe_payment_intent_id FROM stripe_payment_intents x"
    " WHERE x.stripe_customer_id = c.stripe_customer_id)"
    " AND e.tenant_id IS DISTINCT FROM c.tenant_id"_s,
    u"INSERT INTO changes (entity) VALUES ('event')"_s, // which of them is not worth asking
};
const std::array strayStatements{
    u"UPDATE stripe_subscriptions o SET tenant_id = c.tenant_id FROM stripe_customers c"
    " WHERE o.tenant_id IS NULL AND c.stripe_customer_id = o.stripe_customer_id"
    " AND c.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
    u"UPDATE stripe_invoices o SET tenant_id = c.tenant_id,"
    " plan_tier = coalesce(o.plan_tier, tier_at(c.tenant_id, o.paid_at)) FROM stripe_customers c"
    " WHERE o.tenant_id IS NULL AND c.stripe_customer_id = o.stripe_customer_id"
    " AND c.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
    u"UPDATE stripe_payment_intents o SET tenant_id = c.tenant_id FROM stripe_customers c"
    " WHERE o.tenant_id IS NULL AND c.stripe_customer_id = o.stripe_customer_id"
    " AND c.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
    u"UPDATE stripe_credit_notes o SET tenant_id = c.tenant_id FROM stripe_customers c"
    " WHERE o.tenant_id IS NULL AND c.stripe_customer_id = o.stripe_customer_id"
    " AND c.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
    u"UPDATE stripe_refunds o SET tenant_id = p.tenant_id FROM stripe_payment_intents p"
    " WHERE o.tenant_id IS NULL AND p.stripe_payment_intent_id = o.stripe_payment_intent_id"
    " AND p.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
    u"UPDATE stripe_disputes o SET tenant_id = p.tenant_id FROM stripe_payment_intents p"
    " WHERE o.tenant_id IS NULL AND p.stripe_payment_intent_id = o.stripe_payment_intent_id"
    " AND p.tenant_id IS NOT NULL RETURNING o.tenant_id"_s,
};

} // namespace

core::Result<> MirrorRepository::linkCustomer(const QString &customerId, const QUuid &tenantId)
{
    if (const auto locked = lockCustomers(m_session, {customerId}); !locked)
        return core::passOn(locked);
    const auto own = m_session.exec(
        u"UPDATE stripe_customers SET tenant_id = :tenant WHERE stripe_customer_id = :customer"_s,
        {{u"tenant"_s, tenantId}, {u"customer"_s, customerId}});
    if (!own)
        return core::passOn(own);
    for (const QString &statement : linkStatements) {
        const auto linked = m_session.exec(statement,
                                           {{u"tenant"_s, tenantId},
                                            {u"tenant2"_s, tenantId},
                                            {u"tenant3"_s, tenantId},
                                            {u"customer"_s, customerId}});
        if (!linked)
            return core::passOn(linked);
    }
    return {};
}

core::Result<qint64> MirrorRepository::linkStrays()
{
    qint64 linked = 0;
    QSet<QUuid> tenants;
    for (const QString &statement : strayStatements) {
        auto rows = m_session.run(statement);
        if (!rows)
            return core::passOn(rows);
        for (; rows->next(); ++linked)
            tenants.insert(rows->value(0).toUuid());
    }
    const auto settled = settle(tenants.values(), u"link"_s, QDateTime::currentDateTimeUtc());
    if (!settled)
        return core::passOn(settled);
    return linked;
}

} // namespace db
