// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogdesk.h"

#include "testcluster.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::orDie;

namespace {

// A product and a monthly price for each tier, one metered price, one yearly.
constexpr char products[] = R"(
    INSERT INTO stripe_products (stripe_product_id, name, livemode, raw, as_of, source)
    VALUES ('prod_basic', 'Basic Plan', false, '{}', now(), 'seed'),
           ('prod_professional', 'Professional Plan', false, '{}', now(), 'seed'),
           ('prod_enterprise', 'Enterprise Plan', false, '{}', now(), 'seed'),
           ('prod_route', 'Route planner', false, '{}', now(), 'seed'),
           ('prod_api', 'API calls', false, '{}', now(), 'seed'))";
constexpr char prices[] = R"(
    INSERT INTO stripe_prices (stripe_price_id, stripe_product_id, nickname, currency, unit_amount,
                               recurring_interval, recurring_interval_count, usage_type, livemode,
                               raw, as_of, source)
    VALUES ('price_basic_monthly', 'prod_basic', NULL, 'eur', 2900, 'month', 1, 'licensed', false,
            '{}', now(), 'seed'),
           ('price_professional_monthly', 'prod_professional', NULL, 'eur', 9900, 'month', 1,
            'licensed', false, '{}', now(), 'seed'),
           ('price_enterprise_monthly', 'prod_enterprise', NULL, 'eur', 49900, 'month', 1,
            'licensed', false, '{}', now(), 'seed'),
           ('price_route_yearly', 'prod_route', 'Yearly', 'eur', 12000, 'year', 1, 'licensed',
            false, '{}', now(), 'seed'),
           ('price_api', 'prod_api', NULL, 'eur', NULL, 'month', 1, 'metered', false, '{}', now(),
            'seed'))";

QByteArray quoted(const QString &text)
{
    return '\'' + QString(text).replace(u'\'', u"''"_s).toUtf8() + '\'';
}

QByteArray quoted(const QUuid &id)
{
    return quoted(id.toString(QUuid::WithoutBraces));
}

} // namespace

DialogDesk::DialogDesk()
    : m_database(m_testDatabase.parameters())
    , m_services(m_database)
{
    sql(products);
    sql(prices);
}

QUuid DialogDesk::addTenant(const QString &name, const QString &email, const QString &tier)
{
    const QUuid id = QUuid::createUuid();
    sql("INSERT INTO tenants (id, name, email) VALUES (" + quoted(id) + ", " + quoted(name) + ", "
        + quoted(email) + ")");
    if (!tier.isEmpty())
        sql("INSERT INTO tenant_plans (tenant_id, plan_tier, name, max_orders_per_month, "
            "max_active_drivers, max_storage_gb, api_rate_limit_per_minute, stripe_price_id) "
            "SELECT "
            + quoted(id)
            + ", plan_tier, name, max_orders_per_month, max_active_drivers, max_storage_gb, "
              "api_rate_limit_per_minute, stripe_price_id FROM plan_catalogue WHERE plan_tier = "
            + quoted(tier));
    sql("INSERT INTO stripe_customers (stripe_customer_id, tenant_id, livemode, raw, as_of, "
        "source) VALUES ('cus_Test"
        + QByteArray::number(++m_made) + "', " + quoted(id) + ", false, '{}', now(), 'seed')");
    return id;
}

QString DialogDesk::addSubscription(const QUuid &tenant, const QString &tier,
                                    const QDateTime &periodEnd)
{
    const QByteArray number = QByteArray::number(++m_made);
    const QByteArray end = quoted(periodEnd.toString(Qt::ISODate));
    sql("INSERT INTO stripe_subscriptions (tenant_id, stripe_subscription_id, stripe_customer_id, "
        "status, currency, current_period_start, current_period_end, amount, description, "
        "created, livemode, raw, as_of, source) SELECT "
        + quoted(tenant) + ", 'sub_Test" + number
        + "', c.stripe_customer_id, 'active', 'eur', now(), " + end
        + ", p.unit_amount, d.name, now(), false, '{}', now(), 'seed' FROM stripe_customers c, "
          "stripe_prices p JOIN stripe_products d USING (stripe_product_id) WHERE c.tenant_id = "
        + quoted(tenant) + " AND p.stripe_price_id = 'price_" + tier.toLatin1() + "_monthly'");
    sql("INSERT INTO stripe_subscription_items (subscription_id, stripe_subscription_item_id, "
        "stripe_price_id, stripe_product_id, quantity, unit_amount, currency, recurring_interval, "
        "recurring_interval_count, usage_type) SELECT s.id, 'si_Test"
        + number
        + "', p.stripe_price_id, p.stripe_product_id, 1, p.unit_amount, p.currency, 'month', 1, "
          "'licensed' FROM stripe_subscriptions s, stripe_prices p WHERE "
          "s.stripe_subscription_id = 'sub_Test"
        + number + "' AND p.stripe_price_id = 'price_" + tier.toLatin1() + "_monthly'");
    return u"sub_Test"_s + QString::fromLatin1(number);
}

void DialogDesk::addOpenInvoice(const QUuid &tenant, const QString &number, qint64 minor)
{
    const QByteArray amount = QByteArray::number(minor);
    sql("INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, stripe_customer_id, number, "
        "status, currency, subtotal, total, amount_due, amount_paid, amount_remaining, created, "
        "livemode, raw, as_of, source) SELECT "
        + quoted(tenant) + ", 'in_Test" + QByteArray::number(++m_made) + "', c.stripe_customer_id, "
        + quoted(number) + ", 'open', 'eur', " + amount + ", " + amount + ", " + amount + ", 0, "
        + amount
        + ", now(), false, '{}', now(), 'seed' FROM stripe_customers c WHERE c.tenant_id = "
        + quoted(tenant));
}

QList<core::Operation> DialogDesk::operations() const
{
    auto &database = const_cast<db::Database &>(m_database);
    const QStringList groups =
        sql("SELECT string_agg(g, ' ') FROM (SELECT group_id::text AS g FROM operations GROUP BY "
            "group_id ORDER BY min(seq)) o")
            .split(u' ', Qt::SkipEmptyParts);
    QList<core::Operation> all;
    for (const QString &group : groups) {
        const QUuid id = QUuid::fromString(group);
        const auto job = [id](db::Session &session) {
            return db::OperationQueue(session).group(id);
        };
        all += orDie(database.read(job).result(), "operations");
    }
    return all;
}

core::Operation DialogDesk::operation(core::OperationKind kind) const
{
    core::Operation last;
    for (const core::Operation &operation : operations()) {
        if (operation.kind == kind)
            last = operation;
    }
    return last;
}

core::Operation DialogDesk::send()
{
    const auto job = [](db::Session &session) -> core::Result<core::Operation> {
        db::OperationQueue queue(session);
        const auto claimed = queue.claim(u"test"_s, 30s, 300s);
        if (!claimed)
            return core::passOn(claimed);
        if (!*claimed)
            return core::fail(core::Error::Kind::NotFound, u"nothing to send"_s);
        const core::Operation operation = (*claimed)->operation;
        const db::OperationRequest request{u"POST"_s, u"/v1/test"_s, "a=b", u"2023-10-16"_s};
        if (const auto sent = queue.markSent(operation.id, request); !sent)
            return core::passOn(sent);
        return operation;
    };
    const core::Operation sent = orDie(m_database.write(job).result(), "claim");
    tell();
    return sent;
}

void DialogDesk::finish(const core::Operation &operation, const QJsonObject &result)
{
    const auto job = [operation, result](db::Session &session) {
        return db::OperationQueue(session).done(operation.id, result);
    };
    orDie(m_database.write(job).result(), "done");
    tell();
}

void DialogDesk::refuse(const core::Operation &operation, const core::Error &error)
{
    const auto job = [operation, error](db::Session &session) {
        return db::OperationQueue(session).refused(operation.id, error);
    };
    orDie(m_database.write(job).result(), "refused");
    tell();
}

void DialogDesk::loseAnswer(const core::Operation &operation)
{
    const core::Error error{
        core::Error::Kind::Unreachable, u"Stripe did not answer in time."_s, {}, {}};
    const auto job = [operation, error](db::Session &session) {
        return db::OperationQueue(session).unknown(operation.id, error, 0s);
    };
    orDie(m_database.write(job).result(), "unknown");
    tell();
}

void DialogDesk::tell()
{
    Q_EMIT m_services.changes.changed({{u"operation"_s, QUuid::createUuid(), {}}});
}

void DialogDesk::addUsage(const QUuid &tenant, qint64 orders)
{
    sql("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count) VALUES ("
        + quoted(tenant)
        + ", date_trunc('month', now()), date_trunc('month', now()) + interval '1 month', "
        + QByteArray::number(orders) + ")");
}
