// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "testdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using support::TestDesk;

namespace {

sandbox::FaultPlan every(const QString &method, double rate500, double drop, bool isAfterEffect)
{
    sandbox::FaultPlan plan;
    plan.method = method;
    plan.rate500 = rate500;
    plan.dropConnection = drop;
    plan.isAfterEffect = isAfterEffect;
    return plan;
}

} // namespace

/// What becomes of an operation when Stripe fails it half-way: never two objects, never a loss.
class OperationFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void sendsTheSameKeyAgainWhenStripeCameBack_data();
    void sendsTheSameKeyAgainWhenStripeCameBack();
    void looksForTheEffectOfAStored500_data();
    void looksForTheEffectOfAStored500();
    void waitsWhenThereWereTooManyRequests();
    void asksWhatBecameOfALostCancellation_data();
    void asksWhatBecameOfALostCancellation();
    void looksBeforeAKeyIsSentThatStripeHasForgotten_data();
    void looksBeforeAKeyIsSentThatStripeHasForgotten();
    void letsAPersonDecideAboutOldPlans();
    void makesOneOfTwoDesksThatPressAtOnce();
    void sharesTheWorkBetweenTwoExecutors();
    void keepsTheKeyWhenOnlyOurSideCouldNotFollow();
    void givesUpWhatWasNotSent();
    void leavesNoSecretInTheErrors();

private:
    [[nodiscard]] QString sql(const core::NewTenant &tenant, QByteArray query) const
    {
        const QByteArray id = tenant.tenantId.toByteArray(QUuid::WithoutBraces);
        return m_database->value(query.replace("$id", "'" + id + "'"));
    }
    /// How many customers the sandbox holds with this address.
    [[nodiscard]] int customersOf(const core::NewTenant &tenant) const;
    [[nodiscard]] int countAt(const QString &path) const;

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<TestDesk> m_desk;
};

void OperationFaultsTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QVERIFY2(m_sandbox->isRunning(), qPrintable(m_sandbox->error()));
}

void OperationFaultsTest::cleanupTestCase()
{
    m_sandbox.reset();
    m_database.reset();
}

void OperationFaultsTest::init()
{
    m_desk = std::make_unique<TestDesk>(m_database->parameters(), m_sandbox->baseUrl());
}

void OperationFaultsTest::cleanup()
{
    m_sandbox->setFaults({});
    QCOMPARE(m_desk->client.violations(), QStringList());
    m_desk.reset();
}

int OperationFaultsTest::countAt(const QString &path) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->baseUrl() + path));
    request.setRawHeader("Authorization", "Bearer " + m_sandbox->key());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
        return -1;
    const QJsonObject list = QJsonDocument::fromJson(reply->readAll()).object();
    return static_cast<int>(list[u"data"].toArray().size());
}

int OperationFaultsTest::customersOf(const core::NewTenant &tenant) const
{
    return countAt(u"/v1/customers?email="_s
                   + QString::fromLatin1(QUrl::toPercentEncoding(tenant.email)));
}

void OperationFaultsTest::sendsTheSameKeyAgainWhenStripeCameBack_data()
{
    QTest::addColumn<bool>("isAfterEffect");
    QTest::newRow("the request never arrived") << false;
    QTest::newRow("the request was done, only its answer was lost") << true;
}

void OperationFaultsTest::sendsTheSameKeyAgainWhenStripeCameBack()
{
    QFETCH(bool, isAfterEffect);
    m_sandbox->setFaults(every(u"POST"_s, 0, 1, isAfterEffect));
    m_desk->work();
    const core::NewTenant tenant = support::company(u"Unreachable %1"_s.arg(isAfterEffect), false);
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"unknown"_s);
    const core::Operation waiting = m_desk->step(group);
    QVERIFY(waiting.error);
    QCOMPARE(waiting.error->kind, core::Error::Kind::Unreachable);
    QTRY_VERIFY(m_desk->client.writes().size() >= 2); // it is tried again and again
    m_sandbox->setFaults({});
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    const QList<stripe::Call> sent = m_desk->client.writes();
    for (const stripe::Call &call : sent) {
        QCOMPARE(QString::fromLatin1(call.idempotencyKey), waiting.idempotencyKey);
        QCOMPARE(call.form, sent.first().form); // byte for byte
        QCOMPARE(call.version, sent.first().version);
    }
    QCOMPARE(customersOf(tenant), 1);
    QCOMPARE(sql(tenant, "SELECT count(*) FROM stripe_customers WHERE tenant_id = $id"), u"1"_s);
    QCOMPARE(sql(tenant, "SELECT count(*) FROM audit_log WHERE tenant_id = $id"), u"1"_s);
}

void OperationFaultsTest::looksForTheEffectOfAStored500_data()
{
    QTest::addColumn<bool>("isAfterEffect");
    QTest::newRow("it had no effect: a new key") << false;
    QTest::newRow("it had its effect: found, nothing sent again") << true;
}

void OperationFaultsTest::looksForTheEffectOfAStored500()
{
    QFETCH(bool, isAfterEffect);
    sandbox::FaultPlan plan = every(u"POST"_s, 1, 0, isAfterEffect);
    plan.count = 1;
    const core::NewTenant tenant = support::company(u"Stored %1"_s.arg(isAfterEffect), true);
    const QUuid group = m_desk->provision(tenant);
    const QString firstKey = m_desk->step(group).idempotencyKey;
    m_sandbox->setFaults(plan);
    m_desk->work();
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    QCOMPARE(m_desk->step(group).idempotencyKey == firstKey, isAfterEffect);
    QCOMPARE(m_desk->client.writes().size(), isAfterEffect ? 2 : 3);
    QCOMPARE(customersOf(tenant), 1);
    QCOMPARE(sql(tenant, "SELECT count(*) FROM stripe_subscriptions WHERE tenant_id = $id"),
             u"1"_s);
}

void OperationFaultsTest::waitsWhenThereWereTooManyRequests()
{
    sandbox::FaultPlan plan;
    plan.rate429 = 1;
    plan.count = 2;
    m_sandbox->setFaults(plan);
    m_desk->work();
    const core::NewTenant tenant = support::company(u"Hurried"_s, false);
    const QUuid group = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.writes().size(), 3);
    QCOMPARE(m_desk->client.writes().first().idempotencyKey,
             m_desk->client.writes().last().idempotencyKey);
    QCOMPARE(m_desk->step(group).attempts, 3);
    QCOMPARE(customersOf(tenant), 1);
}

void OperationFaultsTest::asksWhatBecameOfALostCancellation_data()
{
    QTest::addColumn<bool>("isAfterEffect");
    QTest::addColumn<int>("deletes");
    QTest::newRow("it was done: a GET shows it, nothing is sent again") << true << 1;
    QTest::newRow("it was not done: it is sent again") << false << 2;
}

void OperationFaultsTest::asksWhatBecameOfALostCancellation()
{
    QFETCH(bool, isAfterEffect);
    QFETCH(int, deletes);
    m_desk->work();
    const core::NewTenant tenant = support::company(u"Lost Cancel %1"_s.arg(isAfterEffect));
    const QUuid provision = m_desk->provision(tenant);
    QTRY_COMPARE(m_desk->states(provision), u"done, done"_s);
    m_desk->client.forget();
    m_sandbox->setFaults(every(u"DELETE"_s, 0, 1, isAfterEffect));
    core::Cancellation cancellation;
    cancellation.subscriptionId = m_desk->step(provision, 2).result[u"subscription_id"].toString();
    cancellation.atPeriodEnd = false;
    const QUuid group = m_desk->cancel(cancellation);
    if (!isAfterEffect)
        QTRY_COMPARE(m_desk->states(group), u"unknown"_s);
    if (!isAfterEffect)
        m_sandbox->setFaults({});
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QVERIFY(m_desk->client.writes().size() >= deletes);
    QVERIFY(!isAfterEffect || m_desk->client.writes().size() == 1);
    QVERIFY(m_desk->client.calls().size() > deletes); // it has asked
    QCOMPARE(sql(tenant, "SELECT status FROM stripe_subscriptions WHERE tenant_id = $id"),
             u"canceled"_s);
}

void OperationFaultsTest::looksBeforeAKeyIsSentThatStripeHasForgotten_data()
{
    QTest::addColumn<bool>("isAfterEffect");
    QTest::newRow("it was done") << true;
    QTest::newRow("it was not done") << false;
}

void OperationFaultsTest::looksBeforeAKeyIsSentThatStripeHasForgotten()
{
    QFETCH(bool, isAfterEffect);
    m_sandbox->setFaults(every(u"POST"_s, 0, 1, isAfterEffect));
    const core::NewTenant tenant = support::company(u"Next Day %1"_s.arg(isAfterEffect), false);
    QUuid group;
    {
        TestDesk yesterday(m_database->parameters(), m_sandbox->baseUrl());
        yesterday.work();
        group = yesterday.provision(tenant);
        QTRY_COMPARE(yesterday.states(group), u"unknown"_s);
    }
    const QString key = m_desk->step(group).idempotencyKey;
    (void)sql(tenant,
              "UPDATE operations SET first_sent_at = now() - interval '30 hours',"
              " next_attempt_at = now() WHERE tenant_id = $id RETURNING 1");
    m_sandbox->setFaults({});
    m_desk->work();
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.calls().first().method, stripe::Method::Get);
    QCOMPARE(m_desk->client.writes().size(), isAfterEffect ? 0 : 1);
    QCOMPARE(m_desk->step(group).idempotencyKey == key, isAfterEffect);
    QCOMPARE(customersOf(tenant), 1);
}

void OperationFaultsTest::letsAPersonDecideAboutOldPlans()
{
    const core::NewTenant old = support::company(u"Old Plan"_s, false);
    const QUuid group = m_desk->provision(old);
    (void)sql(old,
              "UPDATE operations SET confirmed_at = now() - interval '6 minutes'"
              " WHERE tenant_id = $id RETURNING 1");
    const core::NewTenant fresh = support::company(u"Fresh Plan"_s, false);
    const QUuid other = m_desk->provision(fresh);
    m_desk->work();
    QTRY_COMPARE(m_desk->states(other), u"done"_s); // later in line, and yet done
    QCOMPARE(m_desk->states(group), u"planned"_s);
    m_desk->resume(m_desk->step(group).id);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
}

void OperationFaultsTest::makesOneOfTwoDesksThatPressAtOnce()
{
    TestDesk other(m_database->parameters(), m_sandbox->baseUrl());
    core::NewTenant tenant = support::company(u"Pressed Twice"_s, false);
    core::NewTenant same = tenant;
    same.tenantId = QUuid::createUuid();
    auto first = m_desk->tenants.provision(tenant);
    auto second = other.tenants.provision(same);
    const auto one = support::resultOf(first);
    const auto two = support::resultOf(second);
    QVERIFY(one.has_value() != two.has_value());
    QCOMPARE((one ? two : one).error().kind, core::Error::Kind::Conflict);
    m_desk->work();
    other.work();
    QTRY_COMPARE(m_desk->states(one ? *one : *two), u"done"_s);
    QCOMPARE(customersOf(tenant), 1);
    QCOMPARE(m_database->value("SELECT count(*) FROM tenants WHERE name = 'Pressed Twice'"),
             u"1"_s);
}

void OperationFaultsTest::sharesTheWorkBetweenTwoExecutors()
{
    TestDesk other(m_database->parameters(), m_sandbox->baseUrl());
    QList<QUuid> groups;
    for (int i = 0; i < 12; ++i)
        groups.append(m_desk->provision(support::company(u"Shared %1"_s.arg(i), false)));
    sandbox::FaultPlan slow;
    slow.latencyMs = 20;
    m_sandbox->setFaults(slow);
    m_desk->work();
    other.work();
    for (const QUuid &group : std::as_const(groups))
        QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->client.writes().size() + other.client.writes().size(), groups.size());
    QVERIFY(!m_desk->client.writes().isEmpty() && !other.client.writes().isEmpty());
    QCOMPARE(m_database->value("SELECT count(*) FROM tenants WHERE name LIKE 'Shared %'"), u"12"_s);
}

void OperationFaultsTest::keepsTheKeyWhenOnlyOurSideCouldNotFollow()
{
    const core::NewTenant tenant = support::company(u"Overtaken"_s, false);
    const QUuid group = m_desk->provision(tenant);
    const QString key = m_desk->step(group).idempotencyKey;
    sandbox::FaultPlan slow;
    slow.latencyMs = 300;
    m_sandbox->setFaults(slow);
    m_desk->work();
    QTRY_COMPARE(m_desk->states(group), u"sent"_s);
    // While Stripe works, the company comes into the table on another way.
    (void)m_database->value("INSERT INTO tenants (name, email) VALUES ('overtaken', '"
                            + tenant.email.toUtf8() + "') RETURNING 1");
    QTRY_COMPARE(m_desk->states(group), u"refused"_s);
    QCOMPARE(m_desk->step(group).error->field, u"name"_s);
    // With another name it goes on, and Stripe is not asked for a second customer.
    m_desk->resume(m_desk->step(group).id, {{u"name"_s, u"Overtaken Two"_s}});
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(m_desk->step(group).idempotencyKey, key);
    QCOMPARE(customersOf(tenant), 1);
    QCOMPARE(sql(tenant, "SELECT name FROM tenants WHERE id = $id"), u"Overtaken Two"_s);
}

void OperationFaultsTest::givesUpWhatWasNotSent()
{
    const core::NewTenant tenant = support::company(u"Given Up"_s);
    const QUuid group = m_desk->provision(tenant);
    QVERIFY(support::resultOf(m_desk->operations.withdraw(group)).has_value());
    QCOMPARE(m_desk->states(group), u"withdrawn, withdrawn"_s);
    QCOMPARE(sql(tenant,
                 "SELECT string_agg(after ->> 'kind', ' ' ORDER BY seq) FROM audit_log"
                 " WHERE tenant_id = $id AND action = 'operation.withdraw'")
                 .split(u' ')
                 .size(),
             2);
    const auto resumed =
        support::resultOf(m_desk->operations.resume(m_desk->step(group).id, QJsonObject()));
    QVERIFY(!resumed);
    QCOMPARE(resumed.error().kind, core::Error::Kind::Conflict);
    m_desk->provision(tenant); // and the company is free again
}

void OperationFaultsTest::leavesNoSecretInTheErrors()
{
    QCOMPARE(m_database->value("SELECT count(*) FROM operations o WHERE o::text ~ 'sk_test'"),
             u"0"_s);
    QCOMPARE(m_database->value("SELECT count(*) FROM audit_log a WHERE a::text ~ 'sk_test'"),
             u"0"_s);
}

QTEST_GUILESS_MAIN(OperationFaultsTest)
#include "tst_operationfaults.moc"
