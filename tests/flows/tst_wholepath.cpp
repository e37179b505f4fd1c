// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend.h"
#include "models/listtablemodel.h"
#include "models/servicelistsource.h"
#include "runningsandbox.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

namespace {

const QByteArray secret = "whsec_of_the_whole_path";

/// A list as a page has it: model, source, and the feed told to it.
struct Page
{
    Page(services::DeskServices &desk, core::ListId list, const core::Clock &clock)
        : source(desk.lists, clock)
        , model(source, list, clock)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        QObject::connect(&desk.changes, &services::ChangeNotifier::changed, &model,
                         [this](const QList<core::Change> &changes) {
                             QList<QUuid> ids;
                             for (const core::Change &change : changes)
                                 ids.append(change.id);
                             model.noteChanges(ids);
                         });
        model.setQuery({});
    }

    models::ServiceListSource source;
    ListTableModel model;
    QAbstractItemModelTester tester;
};

} // namespace

/// Service, queue, sandbox over HTTP, webhook over HTTP, PostgreSQL, change feed, model.
class WholePathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aTenantComesIntoEveryList();
    void aPaymentAtStripeShowsByItself();
    void aRenewalShowsByItself();
    void aCancellationShowsByItself();
    void changesReachAnotherDesk();
    void yenHaveNoSmallerUnit();

private:
    QUuid provision(const QString &name);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }

    core::SystemClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<app::Backend> m_backend;
};

void WholePathTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QVERIFY2(m_sandbox->isRunning(), qPrintable(m_sandbox->error()));
    app::BackendOptions options;
    options.database = m_test->parameters();
    options.databaseName = u"test"_s;
    options.needsEngine = true;
    options.configuration.stripeKey = QString::fromLatin1(m_sandbox->key());
    options.configuration.stripeBase = QUrl(m_sandbox->baseUrl());
    options.configuration.stripeVersion = "2023-10-16";
    options.configuration.webhookSecrets = {secret};
    options.configuration.listen = {QHostAddress(QHostAddress::LocalHost), 0};
    m_backend = std::make_unique<app::Backend>(options);
    const core::Result<> started = QCoro::waitFor(m_backend->start());
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().message));
    QVERIFY(m_backend->listenPort() != 0);
    m_sandbox->setWebhook(
        u"http://127.0.0.1:%1/api/v1/stripe/webhooks"_s.arg(m_backend->listenPort()), secret);
}

void WholePathTest::cleanup()
{
    QCoro::waitFor(m_backend->stop());
    m_backend.reset();
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state IN ('dead', 'refused')"),
             u"0"_s);
    m_sandbox.reset();
    m_test.reset();
}

QUuid WholePathTest::provision(const QString &name)
{
    core::NewTenant tenant = support::company(name);
    tenant.subscription->collection = {core::Collection::Method::ChargeAutomatically, 0,
                                       u"pm_card_visa"_s};
    const auto group = support::resultOf(m_backend->services().tenants.provision(tenant));
    if (!group)
        qFatal("%s", qPrintable(group.error().message));
    return tenant.tenantId;
}

void WholePathTest::aTenantComesIntoEveryList()
{
    services::DeskServices &desk = m_backend->services();
    Page tenants(desk, core::ListId::Tenants, m_clock);
    Page subscriptions(desk, core::ListId::Subscriptions, m_clock);
    Page invoices(desk, core::ListId::Invoices, m_clock);
    QTRY_COMPARE(invoices.model.state(), ListTableModel::State::Ready);
    QTRY_COMPARE(tenants.model.state(), ListTableModel::State::Ready);
    QCOMPARE(tenants.model.rowCount(), 0);
    QSignalSpy glowing(&tenants.model, &ListTableModel::rowsChanged);

    const QUuid tenant = provision(u"Whole Path"_s);
    QTRY_COMPARE(tenants.model.rowCount(), 1);
    QTRY_COMPARE(subscriptions.model.rowCount(), 1);
    QTRY_COMPARE(invoices.model.rowCount(), 1); // it came by webhook alone
    QCOMPARE(tenants.model.idAt(0), tenant);
    QTRY_VERIFY(!glowing.isEmpty());
    QTRY_COMPARE(tenants.model.index(0, 3).data(ListTableModel::MoneyRole).value<core::Money>(),
                 (core::Money{sql("SELECT mrr FROM tenant_figures").toLongLong(),
                              sql("SELECT currency FROM tenant_figures")}));
    QTRY_COMPARE(sql("SELECT status FROM stripe_invoices"), u"paid"_s);

    const auto overview = support::resultOf(desk.overview.overview(12));
    QVERIFY(overview.has_value());
    QCOMPARE(overview->currencies.size(), 1);
    const qint64 mrr = sql("SELECT sum(mrr) FROM tenant_figures").toLongLong();
    QVERIFY(mrr > 0);
    QCOMPARE(overview->currencies.first().mrr.last(), mrr);
    qint64 collected = 0;
    for (const qint64 tier : overview->currencies.first().collected.last())
        collected += tier;
    QCOMPARE(collected, sql("SELECT sum(amount_paid) FROM stripe_invoices").toLongLong());
}

void WholePathTest::aPaymentAtStripeShowsByItself()
{
    provision(u"Payer"_s);
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_payment_intents WHERE status = 'succeeded'"
                     " AND tenant_id IS NOT NULL"),
                 u"1"_s);
    QTRY_COMPARE(sql("SELECT plan_tier FROM stripe_invoices"), u"basic"_s);
    // Everything Stripe told is worked off, and each event that changed something is told of.
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_webhook_events"
                     " WHERE state IN ('waiting', 'failed')"),
                 u"0"_s);
    QVERIFY(sql("SELECT count(*) FROM audit_log WHERE actor = 'stripe'"
                " AND stripe_event_id LIKE 'evt_%'")
                .toInt()
            > 0);
}

void WholePathTest::aRenewalShowsByItself()
{
    provision(u"Renewer"_s);
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_invoices WHERE status = 'paid'"), u"1"_s);
    const QString end = sql("SELECT current_period_end FROM stripe_subscriptions");
    QVERIFY(m_sandbox->advanceDays(33) > 0);
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_invoices WHERE status = 'paid'"), u"2"_s);
    QTRY_VERIFY(sql("SELECT current_period_end FROM stripe_subscriptions") != end);
    QCOMPARE(sql("SELECT count(*) FROM mrr_movements"), u"1"_s); // the same money again
}

void WholePathTest::aCancellationShowsByItself()
{
    services::DeskServices &desk = m_backend->services();
    Page subscriptions(desk, core::ListId::Subscriptions, m_clock);
    provision(u"Leaver"_s);
    QTRY_COMPARE(subscriptions.model.rowCount(), 1);
    core::Cancellation cancellation;
    cancellation.subscriptionId = sql("SELECT stripe_subscription_id FROM stripe_subscriptions");
    cancellation.atPeriodEnd = true;
    QVERIFY(support::resultOf(desk.subscriptions.cancel(cancellation)).has_value());
    QTRY_COMPARE(sql("SELECT cancel_at_period_end FROM stripe_subscriptions"), u"t"_s);
    QVERIFY(m_sandbox->advanceDays(33) > 0);
    QTRY_COMPARE(sql("SELECT status FROM stripe_subscriptions"), u"canceled"_s);
    QTRY_COMPARE(sql("SELECT string_agg(kind, ' ' ORDER BY seq) FROM mrr_movements"),
                 u"new churn"_s);
    QTRY_VERIFY([&] {
        for (int column = 0; column < subscriptions.model.columnCount(); ++column) {
            const QModelIndex cell = subscriptions.model.index(0, column);
            if (cell.data(ListTableModel::StatusRole).toString() == "canceled"_L1)
                return true;
        }
        return false;
    }());
}

void WholePathTest::changesReachAnotherDesk()
{
    // A clerk's desk: reads and submits with the rights of an operator, without key or engine.
    app::BackendOptions options;
    options.database = m_test->roleParameters("oms_operator", "flows_desk");
    options.databaseName = u"test"_s;
    options.configuration.stripeBase = QUrl(m_sandbox->baseUrl());
    app::Backend clerk(options);
    const core::Result<> started = QCoro::waitFor(clerk.start());
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().message));
    QCOMPARE(clerk.listenPort(), 0);
    QCOMPARE(clerk.services().health.part(services::Health::Part::Listener).state,
             services::PartHealth::State::Off);
    Page tenants(clerk.services(), core::ListId::Tenants, m_clock);
    QTRY_COMPARE(tenants.model.state(), ListTableModel::State::Ready);
    const core::NewTenant tenant = support::company(u"From The Clerk"_s);
    QVERIFY(support::resultOf(clerk.services().tenants.provision(tenant)).has_value());
    QTRY_COMPARE(tenants.model.rowCount(), 1); // the engine elsewhere has done it
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_subscriptions"), u"1"_s);
    QCOMPARE(sql("SELECT actor FROM audit_log WHERE action = 'tenant.create'"), u"flows_desk"_s);
    QCoro::waitFor(clerk.stop());
}

void WholePathTest::yenHaveNoSmallerUnit()
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->baseUrl() + u"/v1/prices"_s));
    request.setRawHeader("Authorization", "Bearer " + m_sandbox->key());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const std::unique_ptr<QNetworkReply> reply(
        network.post(request,
                     "currency=jpy&unit_amount=9800&recurring[interval]=month"
                     "&product_data[name]=Tokyo"));
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
    const QString price = QJsonDocument::fromJson(reply->readAll()).object()[u"id"].toString();
    QVERIFY(price.startsWith(u"price_"));
    core::NewTenant tenant = support::company(u"Tokyo Delivery"_s);
    tenant.subscription->priceId = price;
    QVERIFY(support::resultOf(m_backend->services().tenants.provision(tenant)).has_value());
    QTRY_COMPARE(sql("SELECT total || ' ' || currency FROM stripe_invoices"), u"9800 jpy"_s);
    QTRY_COMPARE(sql("SELECT mrr || ' ' || currency FROM tenant_figures"), u"9800 jpy"_s);
    const auto overview = support::resultOf(m_backend->services().overview.overview(1));
    QCOMPARE(overview->currencies.first().currency, u"jpy"_s);
    QCOMPARE(overview->currencies.first().mrr.last(), 9800);
}

QTEST_GUILESS_MAIN(WholePathTest)
#include "tst_wholepath.moc"
