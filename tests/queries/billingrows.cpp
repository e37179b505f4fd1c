// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using db::PgArgument;

namespace {

db::PgConnection opened(const support::TestDatabase &database)
{
    core::Result<db::PgConnection> connection = db::PgConnection::open(database.ownerParameters());
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().detail));
    return *std::move(connection);
}

PgArgument uuidOrNull(const QUuid &id)
{
    return id.isNull() ? PgArgument() : PgArgument::untyped(id.toByteArray(QUuid::WithoutBraces));
}

} // namespace

BillingRows::BillingRows(const support::TestDatabase &database)
    : m_connection(opened(database))
{
}

void BillingRows::run(const QByteArray &sql, const QList<PgArgument> &arguments) const
{
    (void)column(sql, arguments);
}

QStringList BillingRows::column(const QByteArray &sql, const QList<PgArgument> &arguments) const
{
    const core::Result<db::PgRows> answer = m_connection.execute(sql, arguments);
    if (!answer)
        qFatal("%s: %s", sql.constData(), qUtf8Printable(answer.error().detail));
    QStringList texts;
    for (int row = 0; row < answer->size(); ++row)
        texts += answer->text(row, 0);
    return texts;
}

QUuid BillingRows::tenant(const QString &name, const QString &email) const
{
    return QUuid(
        column("INSERT INTO tenants (name, email) VALUES ($1, $2) RETURNING id", {name, email})
            .constFirst());
}

void BillingRows::customer(const QUuid &tenant, const QString &id) const
{
    run("INSERT INTO stripe_customers (tenant_id, stripe_customer_id, currency, livemode, raw,"
        " as_of, source) VALUES ($1, $2, 'eur', false, '{}', now(), 'seed')",
        {uuidOrNull(tenant), id});
}

void BillingRows::plan(const QUuid &tenant, const QString &tier) const
{
    run("INSERT INTO tenant_plans (tenant_id, plan_tier, name, max_orders_per_month,"
        " max_active_drivers, max_storage_gb, api_rate_limit_per_minute, started_at)"
        " VALUES ($1, $2, 'Plan', 100, 10, 10, 60, now() - interval '1 year')",
        {uuidOrNull(tenant), PgArgument::untyped(tier.toUtf8())});
}

QUuid BillingRows::subscription(const Subscription &row) const
{
    const QByteArray sql =
        "INSERT INTO stripe_subscriptions (tenant_id, stripe_subscription_id,"
        " stripe_customer_id, status, currency, amount, description, cancel_at_period_end,"
        " collection_method, mrr, livemode, raw, as_of, source, current_period_end, created,"
        " cancel_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'send_invoice',"
        " coalesce($6::bigint, 0), false, '{}', now(), 'seed', "
        + row.periodEnd + ", " + row.created + ", " + row.cancelAt + ") RETURNING id";
    const QUuid id(column(sql,
                          {uuidOrNull(row.tenant), row.id, row.customer,
                           PgArgument::untyped(row.status.toUtf8()), row.currency,
                           row.amount ? PgArgument(*row.amount) : PgArgument(), row.description,
                           row.cancelAtPeriodEnd})
                       .constFirst());
    run("INSERT INTO stripe_subscription_items (subscription_id, stripe_subscription_item_id,"
        " stripe_price_id, quantity, unit_amount, currency, recurring_interval,"
        " recurring_interval_count) VALUES ($1, $2, 'price_one', 1, $3, $4, $5, $6)",
        {uuidOrNull(id), u"si_"_s + row.id, row.amount ? PgArgument(*row.amount) : PgArgument(),
         row.currency, row.interval, row.intervalCount});
    return id;
}

QUuid BillingRows::invoice(const Invoice &row) const
{
    const QByteArray sql =
        "INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, status, currency,"
        " total, subtotal, amount_due, amount_paid, amount_remaining, attempt_count,"
        " collection_method, plan_tier, raw, stripe_customer_id, stripe_subscription_id,"
        " livemode, as_of, source, next_payment_attempt, due_date, paid_at, created)"
        " VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, false,"
        " now(), 'seed', "
        + row.nextAttempt + ", " + row.due + ", " + row.paidAt + ", " + row.created
        + ") RETURNING id";
    return QUuid(column(sql,
                        {uuidOrNull(row.tenant), row.id, row.number, row.status, row.currency,
                         row.total, row.paid, row.remaining, row.attempts, row.collection,
                         row.tier.isEmpty() ? PgArgument() : PgArgument::untyped(row.tier.toUtf8()),
                         PgArgument::untyped(row.raw), row.customer, row.subscription})
                     .constFirst());
}

void BillingRows::refreshFigures() const
{
    run("SELECT refresh_tenant_figures(array_agg(id)) FROM tenants");
}
