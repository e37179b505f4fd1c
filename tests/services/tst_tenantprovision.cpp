// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "testdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::TestDesk;

/// Provisioning from the service to the sandbox over HTTP and back into the tables.
class TenantProvisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void makesCustomerTenantAndPlan_data();
    void makesCustomerTenantAndPlan();
    void subscribesAsTheSecondStep();
    void chargesACardThatWasGiven();
    void startsATrial();
    void tellsWhoDidIt();
    void refusesWhatIsWrongInTheForm_data();
    void refusesWhatIsWrongInTheForm();
    void refusesTheSameCompanyTwice();
    void findsCompaniesThatAreAlike();
    void refusesACardThatIsDeclinedAndGoesOnWithAnother();
    void refusesAPriceThatStripeDoesNotKnow();
    void keepsSecretsOutOfEverythingWritten();

private:
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_database->value(query); }
    [[nodiscard]] QString ofTenant(const core::NewTenant &tenant, const QByteArray &query) const
    {
        const QByteArray id = tenant.tenantId.toByteArray(QUuid::WithoutBraces);
        return sql(QByteArray(query).replace("$id", "'" + id + "'"));
    }

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<TestDesk> m_desk;
};

void TenantProvisionTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QVERIFY2(m_sandbox->isRunning(), qPrintable(m_sandbox->error()));
}

void TenantProvisionTest::cleanupTestCase()
{
    m_sandbox.reset();
    m_database.reset();
}

void TenantProvisionTest::init()
{
    m_desk = std::make_unique<TestDesk>(m_database->parameters(), m_sandbox->baseUrl());
    m_desk->work();
}

void TenantProvisionTest::cleanup()
{
    QCOMPARE(m_desk->client.violations(), QStringList());
    m_desk.reset();
}

void TenantProvisionTest::makesCustomerTenantAndPlan_data()
{
    QTest::addColumn<core::PlanTier>("tier");
    QTest::addColumn<QString>("orders");
    QTest::newRow("the Basic plan") << core::PlanTier::Basic << u"1000"_s;
    QTest::newRow("the Professional plan") << core::PlanTier::Professional << u"10000"_s;
    QTest::newRow("the Enterprise plan") << core::PlanTier::Enterprise << u"100000"_s;
    QTest::newRow("a custom plan with its own limits") << core::PlanTier::Custom << u"77"_s;
}

void TenantProvisionTest::makesCustomerTenantAndPlan()
{
    QFETCH(core::PlanTier, tier);
    QFETCH(QString, orders);
    core::NewTenant tenant = support::company(u"Acme "_s + core::toText(tier), false);
    tenant.tier = tier;
    tenant.phone = u"+49 30 1234"_s;
    tenant.address = {{u"line1"_s, u"Hauptstraße 1"_s}, {u"country"_s, u"DE"_s}};
    if (tier == core::PlanTier::Custom)
        tenant.customLimits = {77, 8, 9, 10};
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);

    QCOMPARE(ofTenant(tenant,
                      "SELECT max_orders_per_month FROM tenant_plans WHERE tenant_id = $id"
                      " AND is_active"),
             orders);
    QCOMPARE(ofTenant(tenant, "SELECT count(*) FROM tenants WHERE id = $id"), u"1"_s);
    const QString customer =
        ofTenant(tenant, "SELECT stripe_customer_id FROM stripe_customers WHERE tenant_id = $id");
    QVERIFY(customer.startsWith(u"cus_"));
    QCOMPARE(m_desk->step(group).result[u"customer_id"].toString(), customer);
    QCOMPARE(ofTenant(tenant, "SELECT plan_tier FROM tenant_figures WHERE tenant_id = $id"),
             core::toText(tier));
    QCOMPARE(ofTenant(tenant, "SELECT status FROM tenant_figures WHERE tenant_id = $id"),
             u"active"_s);
}

void TenantProvisionTest::subscribesAsTheSecondStep()
{
    core::NewTenant tenant = support::company(u"Subscribed"_s);
    tenant.tier = core::PlanTier::Professional;
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QCOMPARE(ofTenant(tenant, "SELECT status FROM stripe_subscriptions WHERE tenant_id = $id"),
             u"active"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT collection_method FROM stripe_subscriptions"
                      " WHERE tenant_id = $id"),
             u"send_invoice"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT i.stripe_price_id FROM stripe_subscription_items i"
                      " JOIN stripe_subscriptions s ON s.id = i.subscription_id"
                      " WHERE s.tenant_id = $id"),
             u"price_professional_monthly"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT mrr = (SELECT sum(delta) FROM mrr_movements"
                      " WHERE tenant_id = $id) AND mrr > 0 FROM tenant_figures"
                      " WHERE tenant_id = $id"),
             u"t"_s);
    QCOMPARE(ofTenant(tenant, "SELECT kind FROM mrr_movements WHERE tenant_id = $id"), u"new"_s);
}

void TenantProvisionTest::chargesACardThatWasGiven()
{
    core::NewTenant tenant = support::company(u"Card Payer"_s);
    tenant.subscription->collection = {core::Collection::Method::ChargeAutomatically, 0,
                                       u"pm_card_visa"_s};
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QCOMPARE(m_desk->step(group, 2).result[u"status"].toString(), u"active"_s);
    QVERIFY(!ofTenant(tenant,
                      "SELECT default_payment_method FROM stripe_customers"
                      " WHERE tenant_id = $id")
                 .isEmpty());
}

void TenantProvisionTest::startsATrial()
{
    core::NewTenant tenant = support::company(u"Trial"_s);
    tenant.subscription->trialDays = 14;
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QCOMPARE(m_desk->step(group, 2).result[u"status"].toString(), u"trialing"_s);
    QCOMPARE(ofTenant(tenant, "SELECT mrr FROM tenant_figures WHERE tenant_id = $id"), u"0"_s);
}

void TenantProvisionTest::tellsWhoDidIt()
{
    // A clerk submits with the rights of an operator; the engine sends with its own.
    TestDesk clerk(m_database->roleParameters("oms_operator", "flows_clerk"), m_sandbox->baseUrl());
    const core::NewTenant tenant = support::company(u"By A Clerk"_s);
    const QUuid group = clerk.provision(tenant);
    QTRY_COMPARE(clerk.states(group), u"done, done"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT string_agg(concat_ws('|', action, actor, reason), '; '"
                      " ORDER BY seq) FROM audit_log WHERE tenant_id = $id"),
             u"tenant.create|flows_clerk|signed on the phone; "
             "subscription.create|flows_clerk|signed on the phone"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT count(*) FROM audit_log WHERE tenant_id = $id"
                      " AND recorded_by <> 'flows_clerk' AND request_id LIKE 'req_%'"
                      " AND operation_id IS NOT NULL"),
             u"2"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT after ->> 'name' FROM audit_log WHERE tenant_id = $id"
                      " AND action = 'tenant.create'"),
             u"By A Clerk"_s);
}

void TenantProvisionTest::refusesWhatIsWrongInTheForm_data()
{
    QTest::addColumn<core::NewTenant>("tenant");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QString &field, auto change) {
        core::NewTenant tenant = support::company(u"Form"_s);
        change(tenant);
        QTest::newRow(name) << tenant << field;
    };
    row("no name", u"name"_s, [](core::NewTenant &t) { t.name = u"   "_s; });
    row("a name that Stripe does not take", u"name"_s,
        [](core::NewTenant &t) { t.name = QString(257, u'x'); });
    row("no e-mail", u"email"_s, [](core::NewTenant &t) { t.email.clear(); });
    row("an e-mail without a host", u"email"_s, [](core::NewTenant &t) { t.email = u"a@"_s; });
    row("an e-mail with a space", u"email"_s,
        [](core::NewTenant &t) { t.email = u"a b@c.example"_s; });
    row("a custom plan without a limit", u"max_storage_gb"_s, [](core::NewTenant &t) {
        t.tier = core::PlanTier::Custom;
        t.customPriceId = u"price_custom_small_monthly"_s;
        t.customLimits = {1, 1, std::nullopt, 1};
    });
    row("a custom plan with a negative limit", u"max_active_drivers"_s, [](core::NewTenant &t) {
        t.tier = core::PlanTier::Custom;
        t.customPriceId = u"price_custom_small_monthly"_s;
        t.customLimits = {1, -1, 1, 1};
    });
    row("a custom plan without a price", u"price_id"_s, [](core::NewTenant &t) {
        t.tier = core::PlanTier::Custom;
        t.customLimits = {1, 1, 1, 1};
    });
    row("no quantity", u"quantity"_s, [](core::NewTenant &t) { t.subscription->quantity = 0; });
    row("a trial without end", u"trial_days"_s,
        [](core::NewTenant &t) { t.subscription->trialDays = 731; });
}

void TenantProvisionTest::refusesWhatIsWrongInTheForm()
{
    QFETCH(core::NewTenant, tenant);
    QFETCH(QString, field);
    const auto refused = support::resultOf(m_desk->tenants.provision(tenant));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Invalid);
    QCOMPARE(refused.error().field, field);
    QVERIFY(refused.error().message.endsWith(u'.'));
    QCOMPARE(ofTenant(tenant, "SELECT count(*) FROM operations WHERE tenant_id = $id"), u"0"_s);
}

void TenantProvisionTest::refusesTheSameCompanyTwice()
{
    const core::NewTenant tenant = support::company(u"Only Once"_s, false);
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    core::NewTenant again = support::company(u" ONLY once "_s, false);
    again.email = tenant.email.toUpper();
    const auto refused = support::resultOf(m_desk->tenants.provision(again));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Conflict);
    QCOMPARE(refused.error().field, u"name"_s);
    core::NewTenant sameId = support::company(u"Another Name"_s, false);
    sameId.tenantId = tenant.tenantId;
    const auto taken = support::resultOf(m_desk->tenants.provision(sameId));
    QVERIFY(!taken);
    QCOMPARE(taken.error().field, u"tenant_id"_s);
}

void TenantProvisionTest::findsCompaniesThatAreAlike()
{
    const core::NewTenant tenant = support::company(u"Alike"_s, false);
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    const auto other = support::resultOf(m_desk->tenants.findAlike(u"Sister"_s, tenant.email));
    QVERIFY(other.has_value());
    QVERIFY(other->sameTenant.isNull());
    QCOMPARE(other->sameEmailNames, QStringList{u"Alike"_s});
    const auto same = support::resultOf(m_desk->tenants.findAlike(u"alike "_s, tenant.email));
    QCOMPARE(same->sameTenant, tenant.tenantId);
}

void TenantProvisionTest::refusesACardThatIsDeclinedAndGoesOnWithAnother()
{
    core::NewTenant tenant = support::company(u"Declined"_s);
    tenant.subscription->collection = {core::Collection::Method::ChargeAutomatically, 0,
                                       u"pm_card_visa_chargeDeclinedInsufficientFunds"_s};
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"refused, planned"_s);
    const core::Operation refused = m_desk->step(group);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->kind, core::Error::Kind::Rejected);
    QVERIFY2(refused.error->message.contains(u"insufficient funds"),
             qPrintable(refused.error->message));
    QCOMPARE(ofTenant(tenant, "SELECT count(*) FROM tenants WHERE id = $id"), u"0"_s);
    QCOMPARE(ofTenant(tenant,
                      "SELECT after ->> 'kind' FROM audit_log WHERE tenant_id = $id"
                      " AND action = 'operation.refuse'"),
             u"customer.create"_s);

    m_desk->resume(refused.id, {{u"payment_method"_s, u"pm_card_visa"_s}});
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QVERIFY(m_desk->step(group).idempotencyKey != refused.idempotencyKey);
    QCOMPARE(ofTenant(tenant,
                      "SELECT after ->> 'corrected' FROM audit_log WHERE tenant_id = $id"
                      " AND action = 'operation.resume'"),
             u"[\"payment_method\"]"_s);
}

void TenantProvisionTest::refusesAPriceThatStripeDoesNotKnow()
{
    core::NewTenant tenant = support::company(u"Unknown Price"_s);
    tenant.subscription->priceId = u"price_nobody_made"_s;
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done, refused"_s);
    const core::Operation refused = m_desk->step(group, 2);
    QVERIFY(refused.error && refused.error->message.contains(u"price_nobody_made"));
    QCOMPARE(refused.error->field, u"items[0][price]"_s);
    m_desk->resume(refused.id, {{u"price_id"_s, u"price_basic_monthly"_s}});
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
}

void TenantProvisionTest::keepsSecretsOutOfEverythingWritten()
{
    QCOMPARE(sql("SELECT count(*) FROM audit_log a WHERE a::text ~ 'sk_test|client_secret|whsec_'"),
             u"0"_s);
    QCOMPARE(sql("SELECT count(*) FROM operations o WHERE o::text ~ 'sk_test|client_secret'"),
             u"0"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_customers c WHERE c.raw::text ~ 'client_secret'"),
             u"0"_s);
    QVERIFY(sql("SELECT count(*) FROM audit_log").toInt() > 10);
}

QTEST_GUILESS_MAIN(TenantProvisionTest)
#include "tst_tenantprovision.moc"
