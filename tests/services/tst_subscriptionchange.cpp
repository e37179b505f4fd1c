// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "testdesk.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using support::TestDesk;

/// Plan changes, new subscriptions and cancellations against the sandbox.
class SubscriptionChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void changesAPlanThatNothingIsBilledFor();
    void movesTheSubscriptionToThePlansPrice_data();
    void movesTheSubscriptionToThePlansPrice();
    void toldThatAnotherDeskChangedThePlan();
    void refusesACustomPlanWithoutLimits();
    void refusesTenantsThatDoNotExist();
    void addsASubscription();
    void attachesTheCardThatASubscriptionBrings();
    void goesOnWithoutACardThatIsRefused();
    void sendsNoQuantityForAMeteredPrice();
    void cancelsAtTheEndOfThePeriod();
    void cancelsNow();
    void refusesToCancelTwice();

private:
    [[nodiscard]] QString sql(const core::NewTenant &tenant, QByteArray query) const
    {
        const QByteArray id = tenant.tenantId.toByteArray(QUuid::WithoutBraces);
        return m_database->value(query.replace("$id", "'" + id + "'"));
    }
    core::NewTenant provisioned(const QString &name, bool isSubscribed = true);
    [[nodiscard]] QString subscriptionOf(const core::NewTenant &tenant) const
    {
        return sql(tenant,
                   "SELECT stripe_subscription_id FROM stripe_subscriptions"
                   " WHERE tenant_id = $id ORDER BY created DESC LIMIT 1");
    }

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<TestDesk> m_desk;
    QUuid m_group; ///< Of the provision.
};

void SubscriptionChangeTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QVERIFY2(m_sandbox->isRunning(), qPrintable(m_sandbox->error()));
    m_desk = std::make_unique<TestDesk>(m_database->parameters(), m_sandbox->baseUrl());
    m_desk->work();
}

void SubscriptionChangeTest::cleanupTestCase()
{
    m_desk.reset();
    m_sandbox.reset();
    m_database.reset();
}

void SubscriptionChangeTest::init()
{
    m_desk->client.forget();
}

void SubscriptionChangeTest::cleanup()
{
    QCOMPARE(m_desk->client.violations(), QStringList());
    // Whatever happened, the ledger says what the subscriptions say.
    QCOMPARE(m_database->value("SELECT count(*) FROM tenant_figures f WHERE f.mrr <>"
                               " coalesce((SELECT sum(m.delta) FROM mrr_movements m"
                               " WHERE m.tenant_id = f.tenant_id), 0)"),
             u"0"_s);
}

core::NewTenant SubscriptionChangeTest::provisioned(const QString &name, bool isSubscribed)
{
    const core::NewTenant tenant = support::company(name, isSubscribed);
    m_group = m_desk->provision(tenant);
    const QString wanted = isSubscribed ? u"done, done"_s : u"done"_s;
    if (!QTest::qWaitFor([&] { return m_desk->states(m_group) == wanted; }))
        qWarning() << "not provisioned:" << m_desk->states(m_group);
    m_desk->client.forget();
    return tenant;
}

void SubscriptionChangeTest::changesAPlanThatNothingIsBilledFor()
{
    const core::NewTenant tenant = provisioned(u"Unbilled"_s, false);
    core::PlanChange change;
    change.tenantId = tenant.tenantId;
    change.tier = core::PlanTier::Enterprise;
    change.reason = u"grew"_s;
    const QUuid group = m_desk->changePlan(change);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.writes().size(), 0); // nothing for Stripe to do
    QCOMPARE(sql(tenant, "SELECT plan_tier FROM tenant_figures WHERE tenant_id = $id"),
             u"enterprise"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(plan_tier::text, ' ' ORDER BY row_version)"
                 " FROM tenant_plans WHERE tenant_id = $id"),
             u"basic enterprise"_s);
    QCOMPARE(sql(tenant,
                 "SELECT concat_ws(' ', action, before ->> 'plan_tier',"
                 " after ->> 'plan_tier', reason) FROM audit_log WHERE tenant_id = $id"
                 " ORDER BY seq DESC LIMIT 1"),
             u"tenant.plan_change basic enterprise grew"_s);
}

void SubscriptionChangeTest::movesTheSubscriptionToThePlansPrice_data()
{
    QTest::addColumn<core::Proration>("proration");
    QTest::addColumn<QString>("sent");
    QTest::newRow("with prorations on the next invoice")
        << core::Proration::CreateProrations << u"create_prorations"_s;
    QTest::newRow("billed at once") << core::Proration::AlwaysInvoice << u"always_invoice"_s;
    QTest::newRow("without prorations") << core::Proration::None << u"none"_s;
}

void SubscriptionChangeTest::movesTheSubscriptionToThePlansPrice()
{
    QFETCH(core::Proration, proration);
    QFETCH(QString, sent);
    const core::NewTenant tenant = provisioned(u"Mover "_s + sent);
    core::PlanChange change;
    change.tenantId = tenant.tenantId;
    change.tier = core::PlanTier::Professional;
    change.expectedRowVersion = 1;
    change.proration = proration;
    const QUuid group = m_desk->changePlan(change);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.writes().size(), 1);
    const QUrlQuery form(QString::fromLatin1(m_desk->client.writes().first().form));
    QCOMPARE(form.queryItemValue(u"proration_behavior"_s), sent);
    QCOMPARE(sql(tenant,
                 "SELECT i.stripe_price_id FROM stripe_subscription_items i"
                 " JOIN stripe_subscriptions s ON s.id = i.subscription_id"
                 " WHERE s.tenant_id = $id AND NOT i.is_deleted"),
             u"price_professional_monthly"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(kind, ' ' ORDER BY seq) FROM mrr_movements"
                 " WHERE tenant_id = $id"),
             u"new expansion"_s);
}

void SubscriptionChangeTest::toldThatAnotherDeskChangedThePlan()
{
    const core::NewTenant tenant = provisioned(u"Contested"_s);
    core::PlanChange first;
    first.tenantId = tenant.tenantId;
    first.tier = core::PlanTier::Professional;
    first.expectedRowVersion =
        support::resultOf(m_desk->tenants.activePlan(tenant.tenantId))->rowVersion;
    const QUuid group = m_desk->changePlan(first);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    core::PlanChange second = first; // from a dialog that was opened before
    second.tier = core::PlanTier::Enterprise;
    const auto refused = support::resultOf(m_desk->tenants.changePlan(second));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Conflict);
    QVERIFY(refused.error().message.contains(u"meanwhile"));
    QCOMPARE(sql(tenant, "SELECT plan_tier FROM tenant_figures WHERE tenant_id = $id"),
             u"professional"_s);
}

void SubscriptionChangeTest::refusesACustomPlanWithoutLimits()
{
    const core::NewTenant tenant = provisioned(u"Bespoke"_s, false);
    core::PlanChange change;
    change.tenantId = tenant.tenantId;
    change.tier = core::PlanTier::Custom;
    const auto refused = support::resultOf(m_desk->tenants.changePlan(change));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, u"max_orders_per_month"_s);
    change.customLimits = {1, 2, 3, 4};
    const QUuid group = m_desk->changePlan(change);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(sql(tenant,
                 "SELECT max_storage_gb FROM tenant_plans WHERE tenant_id = $id"
                 " AND is_active"),
             u"3"_s);
}

void SubscriptionChangeTest::refusesTenantsThatDoNotExist()
{
    core::PlanChange change;
    change.tenantId = QUuid::createUuid();
    QCOMPARE(support::resultOf(m_desk->tenants.changePlan(change)).error().kind,
             core::Error::Kind::NotFound);
    core::NewSubscription subscription;
    subscription.tenantId = change.tenantId;
    subscription.priceId = u"price_basic_monthly"_s;
    QCOMPARE(support::resultOf(m_desk->subscriptions.create(subscription)).error().kind,
             core::Error::Kind::NotFound);
    core::Cancellation cancellation;
    cancellation.subscriptionId = u"sub_nobody"_s;
    QCOMPARE(support::resultOf(m_desk->subscriptions.cancel(cancellation)).error().kind,
             core::Error::Kind::NotFound);
}

void SubscriptionChangeTest::addsASubscription()
{
    const core::NewTenant tenant = provisioned(u"Second"_s);
    core::NewSubscription subscription;
    subscription.tenantId = tenant.tenantId;
    subscription.priceId = u"price_custom_small_monthly"_s;
    subscription.quantity = 3;
    const QUuid group = m_desk->subscribe(subscription);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(sql(tenant, "SELECT count(*) FROM stripe_subscriptions WHERE tenant_id = $id"),
             u"2"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(kind, ' ' ORDER BY seq) FROM mrr_movements"
                 " WHERE tenant_id = $id"),
             u"new expansion"_s);
    QCOMPARE(sql(tenant,
                 "SELECT after ->> 'price_id' FROM audit_log WHERE tenant_id = $id"
                 " ORDER BY seq DESC LIMIT 1"),
             subscription.priceId);
}

void SubscriptionChangeTest::attachesTheCardThatASubscriptionBrings()
{
    const core::NewTenant tenant = provisioned(u"Card Bringer"_s, false);
    core::NewSubscription subscription;
    subscription.tenantId = tenant.tenantId;
    subscription.priceId = u"price_basic_monthly"_s;
    subscription.collection = {core::Collection::Method::ChargeAutomatically, 0, u"pm_card_visa"_s};
    const QUuid group = m_desk->subscribe(subscription);
    QTRY_COMPARE(m_desk->states(group), u"done, done, done"_s);
    QStringList paths;
    for (const stripe::Call &call : m_desk->client.writes())
        paths.append(call.path.section(u'/', 2, 2));
    QCOMPARE(paths, QStringList({u"payment_methods"_s, u"customers"_s, u"subscriptions"_s}));
    const QString attached = m_desk->step(group, 1).result[u"payment_method_id"_s].toString();
    QVERIFY2(attached.startsWith("pm_1"_L1), qPrintable(attached));
    QCOMPARE(
        sql(tenant, "SELECT default_payment_method FROM stripe_customers WHERE tenant_id = $id"),
        attached);
    QCOMPARE(sql(tenant,
                 "SELECT concat_ws(' ', status, collection_method) FROM stripe_subscriptions"
                 " WHERE tenant_id = $id"),
             u"active charge_automatically"_s); // paid at once
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(action, ' ' ORDER BY seq) FROM audit_log"
                 " WHERE tenant_id = $id AND action <> 'tenant.create'"),
             u"payment_method.attach payment_method.set_default subscription.create"_s);
}

void SubscriptionChangeTest::goesOnWithoutACardThatIsRefused()
{
    const core::NewTenant tenant = provisioned(u"Declined"_s, false);
    core::NewSubscription subscription;
    subscription.tenantId = tenant.tenantId;
    subscription.priceId = u"price_basic_monthly"_s;
    subscription.collection = {core::Collection::Method::ChargeAutomatically, 0,
                               u"pm_card_visa_chargeDeclined"_s};
    const QUuid group = m_desk->subscribe(subscription);
    QTRY_COMPARE(m_desk->states(group), u"refused, planned, planned"_s);
    m_desk->client.forget();
    // Whoever corrects it chooses an invoice: there is nothing to attach then.
    const QJsonObject byInvoice{{u"payment_method"_s, QString()},
                                {u"collection_method"_s, u"send_invoice"_s},
                                {u"days_until_due"_s, 30}};
    for (const int step : {3, 2, 1})
        m_desk->resume(m_desk->step(group, step).id, byInvoice);
    QTRY_COMPARE(m_desk->states(group), u"done, done, done"_s);
    QCOMPARE(m_desk->client.writes().size(), 1);
    QCOMPARE(
        sql(tenant, "SELECT collection_method FROM stripe_subscriptions WHERE tenant_id = $id"),
        u"send_invoice"_s);
}

void SubscriptionChangeTest::sendsNoQuantityForAMeteredPrice()
{
    const core::NewTenant tenant = provisioned(u"Metered"_s, false);
    (void)m_database->value(
        "INSERT INTO stripe_prices (stripe_price_id, stripe_product_id, currency, usage_type,"
        " livemode, raw, as_of, source) VALUES ('price_metered_here', 'prod_x', 'usd', 'metered',"
        " false, '{}', now(), 'seed') RETURNING 1");
    core::NewSubscription subscription;
    subscription.tenantId = tenant.tenantId;
    subscription.priceId = u"price_metered_here"_s;
    const QUuid group = m_desk->subscribe(subscription);
    QTRY_COMPARE(m_desk->states(group), u"refused"_s); // the sandbox has no such price
    QCOMPARE(m_desk->client.writes().size(), 1);
    QVERIFY(!m_desk->client.writes().first().form.contains("quantity"));
}

void SubscriptionChangeTest::cancelsAtTheEndOfThePeriod()
{
    const core::NewTenant tenant = provisioned(u"Leaving Later"_s);
    core::Cancellation cancellation;
    cancellation.subscriptionId = subscriptionOf(tenant);
    cancellation.reason = u"closes the shop"_s;
    cancellation.feedback = u"unused"_s;
    const QUuid group = m_desk->cancel(cancellation);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(sql(tenant,
                 "SELECT concat_ws(' ', status, cancel_at_period_end) FROM"
                 " stripe_subscriptions WHERE tenant_id = $id"),
             u"active t"_s);
    QCOMPARE(sql(tenant, "SELECT count(*) FROM mrr_movements WHERE tenant_id = $id"), u"1"_s);
    QCOMPARE(sql(tenant,
                 "SELECT concat_ws('|', action, reason, before ->> 'cancel_at_period_end',"
                 " after ->> 'cancel_at_period_end') FROM audit_log"
                 " WHERE tenant_id = $id ORDER BY seq DESC LIMIT 1"),
             u"subscription.cancel|closes the shop|false|true"_s);
}

void SubscriptionChangeTest::cancelsNow()
{
    const core::NewTenant tenant = provisioned(u"Leaving Now"_s);
    core::Cancellation cancellation;
    cancellation.subscriptionId = subscriptionOf(tenant);
    cancellation.atPeriodEnd = false;
    const QUuid group = m_desk->cancel(cancellation);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(sql(tenant, "SELECT status FROM tenant_figures WHERE tenant_id = $id"), u"canceled"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(kind, ' ' ORDER BY seq) FROM mrr_movements"
                 " WHERE tenant_id = $id"),
             u"new churn"_s);
    // And back again.
    core::NewSubscription subscription;
    subscription.tenantId = tenant.tenantId;
    subscription.priceId = u"price_basic_monthly"_s;
    const QUuid back = m_desk->subscribe(subscription);
    QTRY_COMPARE(m_desk->states(back), u"done"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(kind, ' ' ORDER BY seq) FROM mrr_movements"
                 " WHERE tenant_id = $id"),
             u"new churn reactivation"_s);
}

void SubscriptionChangeTest::refusesToCancelTwice()
{
    const core::NewTenant tenant = provisioned(u"Twice"_s);
    core::Cancellation cancellation;
    cancellation.subscriptionId = subscriptionOf(tenant);
    cancellation.atPeriodEnd = false;
    // Both at once, from two desks: the second is told, not sent.
    const auto first = m_desk->subscriptions.cancel(cancellation);
    const auto second = m_desk->subscriptions.cancel(cancellation);
    const auto one = support::resultOf(first);
    const auto other = support::resultOf(second);
    QVERIFY(one.has_value() != other.has_value());
    const QUuid group = one ? *one : *other;
    const core::Error error = one ? other.error() : one.error();
    QCOMPARE(error.kind, core::Error::Kind::Conflict);
    QVERIFY(error.message.contains(u"under way"));
    m_desk->executor.wake();
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.writes().size(), 1);
}

QTEST_GUILESS_MAIN(SubscriptionChangeTest)
#include "tst_subscriptionchange.moc"
