// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSandboxIdempotency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.setFaults({}); }
    void replaysTheFirstAnswer();
    void refusesOtherParameters();
    void refusesAnotherEndpoint();
    void refusesWhileTheFirstIsRunning();
    void forgetsWhatWasNeverBegun();
    void storesADeclinedPayment();
    void storesA500();
    void keepsCallersApart();
    void namesTheKeyInItsEvents();

private:
    int customers() { return int(m_client.get(u"/v1/customers"_s, "limit=100").data().size()); }

    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

void TestSandboxIdempotency::replaysTheFirstAnswer()
{
    const int before = customers();
    const Reply first = m_client.post(u"/v1/customers"_s, "name=A", "key-replay");
    QVERIFY(!first.headers.contains("idempotent-replayed"));
    QCOMPARE(first.headers.value("idempotency-key"), "key-replay");
    const Reply again = m_client.post(u"/v1/customers"_s, "name=A", "key-replay");
    QCOMPARE(again.body, first.body);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.headers.value("idempotent-replayed"), "true");
    QCOMPARE(again.headers.value("original-request"), first.headers.value("request-id"));
    QVERIFY(again.headers.value("request-id") != first.headers.value("request-id"));
    QCOMPARE(customers(), before + 1);
}

void TestSandboxIdempotency::refusesOtherParameters()
{
    (void)m_client.post(u"/v1/customers"_s, "name=A", "key-other");
    const Reply other = m_client.post(u"/v1/customers"_s, "name=B", "key-other");
    QCOMPARE(other.status, 400);
    QCOMPARE(other.error().value(u"type"), u"idempotency_error"_s);
    QVERIFY(other.error().value(u"message").toString().contains(u"'key-other'"));
}

void TestSandboxIdempotency::refusesAnotherEndpoint()
{
    (void)m_client.post(u"/v1/customers"_s, "name=A", "key-endpoint");
    const Reply other = m_client.post(u"/v1/products"_s, "name=A", "key-endpoint");
    QCOMPARE(other.status, 400);
    QCOMPARE(other.error().value(u"type"), u"idempotency_error"_s);
}

void TestSandboxIdempotency::refusesWhileTheFirstIsRunning()
{
    const int before = customers();
    m_sandbox.setFaults({.latencyMs = 300, .count = 1});
    const qint64 calls = m_sandbox.status().value(u"calls").toInteger();
    const QHash<QByteArray, QByteArray> header{{"Idempotency-Key", "key-busy"}};
    QNetworkReply *slow = m_client.start("POST", u"/v1/customers"_s, "name=A", header);
    QTRY_COMPARE(m_sandbox.status().value(u"calls").toInteger(), calls + 1);
    const Reply second = m_client.post(u"/v1/customers"_s, "name=A", "key-busy");
    const Reply first = SandboxClient::wait(slow);
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 409);
    QCOMPARE(second.error().value(u"code"), u"idempotency_key_in_use"_s);
    QCOMPARE(second.headers.value("stripe-should-retry"), "true");
    QCOMPARE(customers(), before + 1);
    QCOMPARE(m_client.post(u"/v1/customers"_s, "name=A", "key-busy").body, first.body);
}

void TestSandboxIdempotency::forgetsWhatWasNeverBegun()
{
    const Reply wrong = m_client.post(u"/v1/customers"_s, "nmae=A", "key-typo");
    QCOMPARE(wrong.status, 400);
    const Reply right = m_client.post(u"/v1/customers"_s, "name=A", "key-typo");
    QCOMPARE(right.status, 200);
    m_sandbox.setFaults({.rate429 = 1, .count = 1});
    QCOMPARE(m_client.post(u"/v1/customers"_s, "name=A", "key-limited").status, 429);
    QCOMPARE(m_client.post(u"/v1/customers"_s, "name=A", "key-limited").status, 200);
}

void TestSandboxIdempotency::storesADeclinedPayment()
{
    const Reply made = m_client.subscribe(m_client.makeCustomer("pm_card_chargeCustomerFail"));
    const QString path = u"/v1/invoices/"_s + made.text("latest_invoice") + u"/pay"_s;
    const Reply declined = m_client.post(path, {}, "key-pay");
    QCOMPARE(declined.status, 402);
    const qsizetype events = m_client.events().size();
    const Reply again = m_client.post(path, {}, "key-pay");
    QCOMPARE(again.status, 402);
    QCOMPARE(again.body, declined.body);
    QCOMPARE(m_client.events().size(), events); // the card was not tried again
}

void TestSandboxIdempotency::storesA500()
{
    const int before = customers();
    m_sandbox.setFaults({.rate500 = 1, .count = 1});
    const Reply broken = m_client.post(u"/v1/customers"_s, "name=A", "key-500");
    QCOMPARE(broken.status, 500);
    QCOMPARE(broken.error().value(u"type"), u"api_error"_s);
    QCOMPARE(broken.headers.value("stripe-should-retry"), "false");
    const Reply again = m_client.post(u"/v1/customers"_s, "name=A", "key-500");
    QCOMPARE(again.status, 500);
    QCOMPARE(again.headers.value("idempotent-replayed"), "true");
    QCOMPARE(m_client.post(u"/v1/customers"_s, "name=A", "key-500-b").status, 200);
    QCOMPARE(customers(), before + 1);
}

void TestSandboxIdempotency::keepsCallersApart()
{
    SandboxClient other(m_sandbox.baseUrl(), "sk_test_sandbox_other");
    const Reply mine = m_client.post(u"/v1/customers"_s, "name=A", "key-shared");
    const Reply theirs = other.post(u"/v1/customers"_s, "name=B", "key-shared");
    QCOMPARE(theirs.status, 200);
    QVERIFY(theirs.text("id") != mine.text("id"));
}

void TestSandboxIdempotency::namesTheKeyInItsEvents()
{
    const Reply made = m_client.post(u"/v1/customers"_s, "name=A", "key-event");
    const QJsonObject request = m_client.events().last().value(u"request").toObject();
    QCOMPARE(request.value(u"idempotency_key"), u"key-event"_s);
    QCOMPARE(request.value(u"id").toString().toLatin1(), made.headers.value("request-id"));
}

QTEST_GUILESS_MAIN(TestSandboxIdempotency)
#include "tst_sandboxidempotency.moc"
