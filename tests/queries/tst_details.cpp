// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "services/detailservice.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the panels of a tenant and of an invoice show.
class DetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tenantHeader();
    void tenantMoney();
    void tenantLimits();
    void tenantSubscriptions();
    void tenantInvoices();
    void tenantTimeline();
    void tenantOperations();
    void tenantPaymentMethod();
    void tenantWithNothing();
    void missingTenant();
    void invoiceHeader();
    void invoiceAmounts();
    void invoiceAttempts();
    void invoiceLines_data();
    void invoiceLines();
    void viewersSeeNoLines();
    void unassignedInvoice();
    void missingInvoice();
    void daysOverdue_data();
    void daysOverdue();

private:
    void makeTenant();
    void makeInvoices();
    core::TenantDetail tenant(const QUuid &id);
    core::InvoiceDetail invoice(const QUuid &id);

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    services::DetailService m_details{m_database};
    QUuid m_acme;
    QUuid m_empty;
    QUuid m_open;
};

void DetailsTest::makeTenant()
{
    m_acme = m_rows.tenant(u"Acme GmbH"_s, u"billing@acme.example"_s);
    m_empty = m_rows.tenant(u"Birke AG"_s, u"b@birke.example"_s);
    m_rows.run("UPDATE tenants SET phone = '+49 30 1', tags = '{vip,\"two words\"}',"
               " notes = 'calls back', address = '{\"city\": \"Köln\", \"country\": \"DE\"}'"
               " WHERE name = 'Acme GmbH'");
    m_rows.customer(m_acme, u"cus_Acme"_s);
    m_rows.run("UPDATE stripe_customers SET default_payment_method ="
               " 'pm_1OFxVisa4242Fixture000001'");
    m_rows.plan(m_acme, u"professional"_s);
    m_rows.run("UPDATE tenant_plans SET max_storage_gb = NULL, max_active_drivers = 0");
    m_rows.run("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count,"
               " active_drivers_count, api_calls_peak_per_minute) SELECT tenant_id,"
               " date_trunc('month', now(), 'UTC'),"
               " date_trunc('month', now(), 'UTC') + interval '1 month', 93, 2, 45"
               " FROM tenant_plans");
    m_rows.run("INSERT INTO stripe_products (stripe_product_id, name, livemode, raw, as_of, source)"
               " VALUES ('prod_one', 'Professional', false, '{}', now(), 'seed')");
    using Row = BillingRows::Subscription;
    m_rows.subscription(Row{.tenant = m_acme,
                            .id = u"sub_old"_s,
                            .status = u"canceled"_s,
                            .amount = 1,
                            .created = "now() - interval '1 day'",
                            .cancelAt = "now() - interval '1 hour'"});
    m_rows.run("UPDATE stripe_subscriptions SET ended_at = now() - interval '1 hour'");
    m_rows.subscription(Row{.tenant = m_acme,
                            .id = u"sub_live"_s,
                            .status = u"past_due"_s,
                            .amount = 29700,
                            .description = u"Professional Plan × 3"_s,
                            .periodEnd = "'2030-06-18T10:00:00Z'",
                            .created = "now() - interval '300 days'",
                            .cancelAtPeriodEnd = true,
                            .interval = u"year"_s});
    m_rows.run("UPDATE stripe_subscription_items SET stripe_product_id = 'prod_one', quantity = 3,"
               " unit_amount = 9900 WHERE stripe_subscription_item_id = 'si_sub_live'");
}

void DetailsTest::makeInvoices()
{
    for (int n = 1; n <= 14; ++n) {
        const QByteArray days = QByteArray::number(n * 30);
        m_rows.invoice({.tenant = m_acme,
                        .id = u"in_paid_"_s + QString::number(n),
                        .number = u"OMS-"_s + QString::number(n),
                        .status = u"paid"_s,
                        .paid = 1000,
                        .remaining = 0,
                        .created = "now() - interval '" + days + " days'"});
    }
    m_rows.invoice({.tenant = m_acme,
                    .id = u"in_other_money"_s,
                    .currency = u"jpy"_s,
                    .remaining = 77777,
                    .due = "now() - interval '90 days'",
                    .created = "now() - interval '900 days'"});
    m_open = m_rows.invoice({.tenant = m_acme,
                             .id = u"in_open"_s,
                             .number = u"OMS-2026-04817"_s,
                             .total = 119000,
                             .paid = 47700,
                             .remaining = 59400,
                             .attempts = 2,
                             .nextAttempt = "'2030-06-15T06:00:00Z'",
                             .due = "now() - interval '14 days 1 hour'",
                             .created = "now() - interval '20 days'",
                             .raw = fixture(u"invoice_open.json"_s),
                             .customer = u"cus_Acme"_s,
                             .subscription = u"sub_live"_s});
    m_rows.run("UPDATE stripe_invoices SET subtotal = 100000, tax = 19000, amount_due = 107100,"
               " stripe_payment_intent_id = 'pi_second', billing_reason = 'subscription_cycle',"
               " hosted_invoice_url = 'https://invoice.example/1',"
               " invoice_pdf = 'https://invoice.example/1.pdf' WHERE stripe_invoice_id ="
               " 'in_open'");
    m_rows.run("INSERT INTO stripe_payment_intents (tenant_id, stripe_payment_intent_id,"
               " stripe_invoice_id, amount, currency, status, last_error_code, last_error_message,"
               " created, livemode, raw, as_of, source) SELECT i.tenant_id, v.id, v.invoice, 59400,"
               " 'eur', 'requires_payment_method', v.code, v.message, now() - v.age, false,"
               " v.raw::jsonb, now(), 'seed' FROM stripe_invoices i, (VALUES"
               " ('pi_first', 'in_open', 'authentication_required', 'Ask them', interval '12 days',"
               " '{}'), ('pi_second', NULL, 'insufficient_funds', 'Not enough', interval '1 day',"
               " $1), ('pi_other', 'in_paid_1', 'expired_card', 'Old', interval '0', '{}'))"
               " AS v (id, invoice, code, message, age, raw)"
               " WHERE i.stripe_invoice_id = 'in_open'",
               {QString::fromUtf8(QByteArray(R"({"last_payment_error": {"payment_method": )")
                                  + fixture(u"payment_method_card.json"_s) + "}}")});
}

void DetailsTest::initTestCase()
{
    makeTenant();
    makeInvoices();
    for (int n = 1; n <= 23; ++n)
        m_rows.run("INSERT INTO audit_log (action, entity, entity_id, tenant_id, after, reason)"
                   " VALUES ('tenant.plan_change', 'tenant', 'x', $1,"
                   " jsonb_build_object('n', $2::bigint), 'asked by phone')",
                   {db::PgArgument::untyped(m_acme.toByteArray(QUuid::WithoutBraces)), n});
    const auto operation = [this](const char *group, int step, const char *state) {
        m_rows.run("INSERT INTO operations (group_id, step, kind, object_key, tenant_id, input,"
                   " idempotency_key, state, error) VALUES ($1, $2, 'subscription.create', $3, $4,"
                   " '{\"price_id\": \"price_one\"}', $3, $5, CASE $5::text WHEN 'refused' THEN"
                   " '{\"kind\": \"rejected\", \"message\": \"No such price.\"}'::jsonb END)",
                   {db::PgArgument::untyped(group), step,
                    QString::fromLatin1(group) + QString::number(step),
                    db::PgArgument::untyped(m_acme.toByteArray(QUuid::WithoutBraces)),
                    QString::fromLatin1(state)});
    };
    const char *stuck = "00000000-0000-4000-8000-000000000001";
    operation(stuck, 1, "done");
    operation(stuck, 2, "refused");
    operation("00000000-0000-4000-8000-000000000002", 1, "done");
    operation("00000000-0000-4000-8000-000000000003", 1, "withdrawn");
    m_rows.refreshFigures();
}

core::TenantDetail DetailsTest::tenant(const QUuid &id)
{
    const core::Result<core::TenantDetail> found = m_details.tenant(id).result();
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message + found.error().detail));
    return *found;
}

core::InvoiceDetail DetailsTest::invoice(const QUuid &id)
{
    const core::Result<core::InvoiceDetail> found = m_details.invoice(id).result();
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message + found.error().detail));
    return *found;
}

void DetailsTest::tenantHeader()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.id, m_acme);
    QCOMPARE(detail.name, u"Acme GmbH"_s);
    QCOMPARE(detail.email, u"billing@acme.example"_s);
    QCOMPARE(detail.phone, u"+49 30 1"_s);
    QCOMPARE(detail.address[u"city"_s].toString(), u"Köln"_s);
    QCOMPARE(detail.status, u"past_due"_s);
    QCOMPARE(detail.ownStatus, core::CustomerStatus::Active);
    QCOMPARE(detail.tags, (QStringList{u"vip"_s, u"two words"_s}));
    QCOMPARE(detail.notes, u"calls back"_s);
    QVERIFY(detail.rowVersion > 0);
    QVERIFY(detail.created.isValid());
    QCOMPARE(detail.created.timeSpec(), Qt::UTC);
    QCOMPARE(detail.customerId, u"cus_Acme"_s);
    QVERIFY(detail.plan);
    QCOMPARE(detail.plan->tier, core::PlanTier::Professional);
    QCOMPARE(detail.plan->limits.maxOrdersPerMonth, 100);
    QVERIFY(!detail.plan->limits.maxStorageGb);
    QCOMPARE(detail.renewsAt, QDateTime(QDate(2030, 6, 18), QTime(10, 0), Qt::UTC));
}

void DetailsTest::tenantMoney()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.mrr->currency, u"eur"_s);
    QCOMPARE(detail.balance, (core::Money{59400, u"eur"_s})); // yen are not added to euros
    QCOMPARE(detail.overdueInvoices, 1);
    QVERIFY(detail.overdueSince.isValid());
}

void DetailsTest::tenantLimits()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.limits.size(), 4);
    QCOMPARE(detail.limits[0].metric, u"max_orders_per_month"_s);
    QCOMPARE(detail.limits[0].allowed, 100.0);
    QCOMPARE(detail.limits[0].used, 93.0);
    QCOMPARE(detail.limits[0].ratio, 0.93);
    QCOMPARE(detail.limits[1].metric, u"max_active_drivers"_s);
    QVERIFY(std::isinf(*detail.limits[1].ratio));
    QCOMPARE(detail.limits[2].metric, u"max_storage_gb"_s);
    QVERIFY(!detail.limits[2].allowed);
    QVERIFY(!detail.limits[2].ratio);
    QCOMPARE(detail.limits[3].metric, u"api_rate_limit_per_minute"_s);
    QCOMPARE(detail.limits[3].used, 45.0);
}

void DetailsTest::tenantSubscriptions()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.subscriptions.size(), 2);
    const core::TenantSubscription &live = detail.subscriptions[0];
    QCOMPARE(live.subscriptionId, u"sub_live"_s);
    QCOMPARE(live.description, u"Professional Plan × 3"_s);
    QCOMPARE(live.status, u"past_due"_s);
    QCOMPARE(live.amount, (core::Money{29700, u"eur"_s}));
    QVERIFY(live.cancelAtPeriodEnd);
    QCOMPARE(live.endsAt, live.periodEnd);
    QVERIFY(!live.endedAt.isValid());
    QCOMPARE(live.items.size(), 1);
    QCOMPARE(live.items[0].itemId, u"si_sub_live"_s);
    QCOMPARE(live.items[0].priceId, u"price_one"_s);
    QCOMPARE(live.items[0].productName, u"Professional"_s);
    QCOMPARE(live.items[0].quantity, 3);
    QCOMPARE(live.items[0].unitAmount, (core::Money{9900, u"eur"_s}));
    QCOMPARE(live.items[0].recurrence, (core::Recurrence{u"year"_s, 1}));
    const core::TenantSubscription &ended = detail.subscriptions[1];
    QCOMPARE(ended.status, u"canceled"_s);
    QVERIFY(ended.endedAt.isValid());
    QVERIFY(!ended.endsAt.isValid());
}

void DetailsTest::tenantInvoices()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.invoices.size(), 12);
    QCOMPARE(detail.invoiceCount, 16);
    QCOMPARE(detail.invoices[0].number, u"OMS-2026-04817"_s);
    QCOMPARE(detail.invoices[0].status, u"retrying"_s);
    QCOMPARE(detail.invoices[0].total, (core::Money{119000, u"eur"_s}));
    QCOMPARE(detail.invoices[0].remaining, (core::Money{59400, u"eur"_s}));
    QCOMPARE(detail.invoices[0].id, m_open);
    QCOMPARE(detail.invoices[1].invoiceId, u"in_paid_1"_s);
    QCOMPARE(detail.invoices[1].status, u"paid"_s);
}

void DetailsTest::tenantTimeline()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.timeline.size(), 20);
    const core::TimelineEntry &latest = detail.timeline[0];
    QCOMPARE(latest.action, u"tenant.plan_change"_s);
    QCOMPARE(latest.after[u"n"_s].toInt(), 23);
    QCOMPARE(latest.actor, u"oms_owner"_s);
    QCOMPARE(latest.reason, u"asked by phone"_s);
    QVERIFY(latest.before.isEmpty());
    QVERIFY(latest.at.isValid());
    QCOMPARE(detail.timeline[19].after[u"n"_s].toInt(), 4);
}

void DetailsTest::tenantOperations()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.openOperations.size(), 2);
    QCOMPARE(detail.openOperations[0].state, core::OperationState::Done);
    QCOMPARE(detail.openOperations[1].state, core::OperationState::Refused);
    QCOMPARE(detail.openOperations[1].step, 2);
    QCOMPARE(detail.openOperations[1].kind, core::OperationKind::CreateSubscription);
    QCOMPARE(detail.openOperations[1].input[u"price_id"_s].toString(), u"price_one"_s);
    QVERIFY(detail.openOperations[1].error);
    QCOMPARE(detail.openOperations[1].error->message, u"No such price."_s);
}

void DetailsTest::tenantPaymentMethod()
{
    const core::TenantDetail detail = tenant(m_acme);
    QCOMPARE(detail.defaultPaymentMethod, u"pm_1OFxVisa4242Fixture000001"_s);
    QVERIFY(detail.paymentMethod);
    QCOMPARE(detail.paymentMethod->type, u"card"_s);
    QCOMPARE(detail.paymentMethod->brand, u"visa"_s);
    QCOMPARE(detail.paymentMethod->last4, u"4242"_s);
    QCOMPARE(detail.paymentMethod->expiryMonth, 12);
    QCOMPARE(detail.paymentMethod->expiryYear, 2027);
}

void DetailsTest::tenantWithNothing()
{
    const core::TenantDetail detail = tenant(m_empty);
    QCOMPARE(detail.status, u"active"_s);
    QVERIFY(!detail.plan);
    QVERIFY(!detail.mrr);
    QVERIFY(!detail.balance);
    QVERIFY(!detail.renewsAt.isValid());
    QVERIFY(!detail.overdueSince.isValid());
    QVERIFY(detail.limits.isEmpty());
    QVERIFY(detail.subscriptions.isEmpty());
    QVERIFY(detail.invoices.isEmpty());
    QVERIFY(detail.timeline.isEmpty());
    QVERIFY(detail.openOperations.isEmpty());
    QVERIFY(detail.customerId.isEmpty());
    QVERIFY(!detail.paymentMethod);
}

void DetailsTest::missingTenant()
{
    const core::Result<core::TenantDetail> found = m_details.tenant(QUuid::createUuid()).result();
    QVERIFY(!found);
    QCOMPARE(found.error().kind, core::Error::Kind::NotFound);
    QVERIFY(!m_details.tenant(QUuid()).result());
}

void DetailsTest::invoiceHeader()
{
    const core::InvoiceDetail detail = invoice(m_open);
    QCOMPARE(detail.invoiceId, u"in_open"_s);
    QCOMPARE(detail.number, u"OMS-2026-04817"_s);
    QCOMPARE(detail.tenantId, m_acme);
    QCOMPARE(detail.tenantName, u"Acme GmbH"_s);
    QCOMPARE(detail.customerId, u"cus_Acme"_s);
    QCOMPARE(detail.subscriptionId, u"sub_live"_s);
    QCOMPARE(detail.paymentIntentId, u"pi_second"_s);
    QCOMPARE(detail.status, u"retrying"_s);
    QCOMPARE(detail.wireStatus, u"open"_s);
    QCOMPARE(detail.billingReason, u"subscription_cycle"_s);
    QCOMPARE(detail.collectionMethod, u"charge_automatically"_s);
    QCOMPARE(detail.nextAttempt, QDateTime(QDate(2030, 6, 15), QTime(6, 0), Qt::UTC));
    QCOMPARE(detail.daysOverdue, 15);
    QCOMPARE(detail.hostedInvoiceUrl, u"https://invoice.example/1"_s);
    QCOMPARE(detail.invoicePdf, u"https://invoice.example/1.pdf"_s);
    QVERIFY(!detail.paidAt.isValid());
    QVERIFY(detail.created < detail.dueDate);
}

void DetailsTest::invoiceAmounts()
{
    const core::InvoiceDetail detail = invoice(m_open);
    const auto euro = [](qint64 minor) { return core::Money{minor, u"eur"_s}; };
    QCOMPARE(detail.subtotal, euro(100000));
    QCOMPARE(detail.tax, euro(19000));
    QCOMPARE(detail.adjustment, euro(0));
    QCOMPARE(detail.total, euro(119000));
    QCOMPARE(detail.due, euro(107100));
    QCOMPARE(detail.paid, euro(47700));
    QCOMPARE(detail.otherwise, euro(11900)); // a credit note
    QCOMPARE(detail.remaining, euro(59400));
    QCOMPARE(detail.total.minor - detail.paid.minor - detail.otherwise.minor,
             detail.remaining.minor);
}

void DetailsTest::invoiceAttempts()
{
    const core::InvoiceDetail detail = invoice(m_open);
    QCOMPARE(detail.attemptCount, 2);
    QCOMPARE(detail.attempts.size(), 2);
    QCOMPARE(detail.attempts[0].paymentIntentId, u"pi_second"_s);
    QCOMPARE(detail.attempts[1].paymentIntentId, u"pi_first"_s);
    QCOMPARE(detail.attempts[1].declineCode, u"authentication_required"_s);
    QCOMPARE(detail.attempts[1].amount, (core::Money{59400, u"eur"_s}));
    QCOMPARE(detail.declineCode, u"insufficient_funds"_s);
    QCOMPARE(detail.declineMessage, u"Not enough"_s);
}

void DetailsTest::invoiceLines_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("as of 2023-10-16") << u"invoice_open.json"_s;
    QTest::newRow("as of 2025-03-31 and later") << u"basil_invoice_open.json"_s;
}

void DetailsTest::invoiceLines()
{
    QFETCH(QString, file);
    m_rows.run("UPDATE stripe_invoices SET raw = $1 WHERE stripe_invoice_id = 'in_open'",
               {db::PgArgument::untyped(fixture(file))});
    const core::InvoiceDetail detail = invoice(m_open);
    QVERIFY(detail.linesReadable);
    QVERIFY(!detail.lines.isEmpty());
    const core::InvoiceLine &line = detail.lines[0];
    QCOMPARE(line.description, u"12345 × API calls (at $0.002 / month)"_s);
    QCOMPARE(line.amount, (core::Money{2469, u"usd"_s}));
    QCOMPARE(line.quantity, 12345);
    QCOMPARE(line.priceId, u"price_1OFxApiCallsMetered0001"_s);
    QCOMPARE(line.periodStart, QDateTime::fromSecsSinceEpoch(1698796800, Qt::UTC));
    QCOMPARE(line.periodEnd, QDateTime::fromSecsSinceEpoch(1701388800, Qt::UTC));
    QVERIFY(!detail.hasMoreLines);
}

void DetailsTest::viewersSeeNoLines()
{
    db::Database database(m_scratch.roleParameters("oms_viewer"));
    services::DetailService details(database);
    const core::Result<core::InvoiceDetail> found = details.invoice(m_open).result();
    QVERIFY2(found, found ? "" : qPrintable(found.error().message + found.error().detail));
    QVERIFY(!found->linesReadable);
    QVERIFY(found->lines.isEmpty());
    QCOMPARE(found->attempts.size(), 2);
    const core::Result<core::TenantDetail> owner = details.tenant(m_acme).result();
    QVERIFY2(owner, owner ? "" : qPrintable(owner.error().message + owner.error().detail));
    QCOMPARE(owner->defaultPaymentMethod, u"pm_1OFxVisa4242Fixture000001"_s);
    QVERIFY(!owner->paymentMethod);
    QCOMPARE(owner->timeline.size(), 20);
    QCOMPARE(owner->openOperations.size(), 2);
}

void DetailsTest::unassignedInvoice()
{
    const QUuid id = m_rows.invoice({.id = u"in_nobody"_s, .status = u"draft"_s});
    const core::InvoiceDetail detail = invoice(id);
    QVERIFY(detail.tenantId.isNull());
    QVERIFY(detail.tenantName.isEmpty());
    QVERIFY(detail.number.isEmpty());
    QVERIFY(detail.lines.isEmpty());
    QVERIFY(detail.linesReadable);
    QVERIFY(detail.attempts.isEmpty());
    QCOMPARE(detail.daysOverdue, 0);
}

void DetailsTest::missingInvoice()
{
    const core::Result<core::InvoiceDetail> found = m_details.invoice(QUuid::createUuid()).result();
    QVERIFY(!found);
    QCOMPARE(found.error().kind, core::Error::Kind::NotFound);
}

void DetailsTest::daysOverdue_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<qint64>("days");
    QTest::newRow("an hour ago is the first day")
        << QByteArray("now() - interval '1 hour'") << qint64(1);
    QTest::newRow("30 days and an hour are begun 31")
        << QByteArray("now() - interval '30 days 1 hour'") << qint64(31);
    QTest::newRow("not due yet") << QByteArray("now() + interval '1 hour'") << qint64(0);
    QTest::newRow("without a due date") << QByteArray("NULL") << qint64(0);
}

void DetailsTest::daysOverdue()
{
    QFETCH(QByteArray, due);
    QFETCH(qint64, days);
    const QUuid id =
        m_rows.invoice({.id = u"in_"_s + QUuid::createUuid().toString(QUuid::Id128), .due = due});
    QCOMPARE(invoice(id).daysOverdue, days);
}

QTEST_GUILESS_MAIN(DetailsTest)
#include "tst_details.moc"
