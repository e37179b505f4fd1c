// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "stripe/requests/events.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace stripe;
using core::Error;

class TestHttpRetries : public QObject, private ClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void retriesWithTheSameKey_data();
    void retriesWithTheSameKey();
    void tellsAboutRetries();
    void givesUpAfterTheRetries_data();
    void givesUpAfterTheRetries();
    void doesNotRetryRefusals_data();
    void doesNotRetryRefusals();
    void retriesRateLimitsInTheBackgroundOnly();
    void survivesADroppedKeepAliveConnection();
    void timesOutASilentServer();
    void timesOutADrippingServer();
    void keepsTheDeadlineOverAllAttempts();
};

void TestHttpRetries::retriesWithTheSameKey_data()
{
    using Step = ScriptedServer::Step;
    QTest::addColumn<Step>("fault");
    QTest::newRow("dropped connection") << Step{.resetsInstead = true};
    QTest::newRow("cut off in the header")
        << Step{.bytes = "HTTP/1.1 200 OK\r\nConte", .closesAfter = true};
    QTest::newRow("cut off in the body") << Step{
        .bytes = "HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"id\":", .closesAfter = true};
    QTest::newRow("garbage in place of HTTP")
        << Step{.bytes = "\x15\x03\x01 hello\r\n\r\n", .closesAfter = true};
    QTest::newRow("a page in place of JSON")
        << ScriptedServer::json(200, "<html>Welcome to the hotel</html>");
    QTest::newRow("an array") << ScriptedServer::json(200, "[1]");
    QTest::newRow("an empty body") << ScriptedServer::json(200, "");
    QTest::newRow("409") << ScriptedServer::json(409, stripeError);
    QTest::newRow("500") << ScriptedServer::json(500, stripeError);
    QTest::newRow("502 with a proxy's page") << ScriptedServer::json(502, "<html>Bad</html>");
    QTest::newRow("429 for a locked object")
        << ScriptedServer::json(429, R"({"error":{"code":"lock_timeout"}})");
    QTest::newRow("400 that Stripe wants to see again")
        << ScriptedServer::json(400, stripeError, {"Stripe-Should-Retry: true"});
}

void TestHttpRetries::retriesWithTheSameKey()
{
    QFETCH(ScriptedServer::Step, fault);
    m_server->then(fault);
    m_server->thenAnswerWith([](const auto &) { return ScriptedServer::json(200, customer); });
    const Reply reply = send(post());
    QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().error.detail));
    // Qt itself sends anew on a dropped connection, even twice: at least two, all of them alike.
    QVERIFY(m_server->requests().size() >= 2);
    for (const ScriptedServer::Request &request : m_server->requests()) {
        QCOMPARE(request.headers.value("idempotency-key"), "key-1");
        QCOMPARE(request.body, m_server->requests().first().body);
    }
    QCOMPARE(reply->body.value(QLatin1String("id")).toString(), u"cus_1"_qs);
}

void TestHttpRetries::tellsAboutRetries()
{
    m_server->thenJson(500, stripeError);
    m_server->thenJson(500, stripeError);
    m_server->thenJson(200, customer);
    QStringList told;
    Call call = post();
    call.retrying = [&told](int attempt, int attempts) {
        told.append(QStringLiteral("retrying (%1/%2)").arg(attempt).arg(attempts));
    };
    const Reply reply = send(call);
    QVERIFY(reply.has_value());
    QCOMPARE(reply->attempts, 3);
    QCOMPARE(told, (QStringList{u"retrying (2/3)"_qs, u"retrying (3/3)"_qs}));
}

void TestHttpRetries::givesUpAfterTheRetries_data()
{
    QTest::addColumn<bool>("isBackground");
    QTest::addColumn<int>("attempts");
    QTest::newRow("interactive: two retries") << false << 3;
    QTest::newRow("in the background: as many as configured") << true << 4;
}

void TestHttpRetries::givesUpAfterTheRetries()
{
    QFETCH(bool, isBackground);
    m_client = newClient({.backgroundRetries = 3});
    m_server->thenAnswerWith([](const auto &) {
        return ScriptedServer::json(503, stripeError, {"Request-Id: req_503"});
    });
    const Reply reply = send(isBackground ? inBackground(post()) : post());
    QVERIFY(!reply.has_value());
    QTEST(reply.error().attempts, "attempts");
    QTEST(static_cast<int>(m_server->requests().size()), "attempts");
    QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
    QCOMPARE(reply.error().requestId, u"req_503"_qs);
    QVERIFY(reply.error().error.detail.contains(u"req_503"_qs));
}

void TestHttpRetries::doesNotRetryRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("headers");
    for (const int status : {400, 402, 403, 404, 424, 429})
        QTest::newRow(qPrintable(QString::number(status))) << status << QList<QByteArray>();
    QTest::newRow("401 with Stripe's challenge")
        << 401 << QList<QByteArray>{"WWW-Authenticate: Bearer realm=\"Stripe\""};
    QTest::newRow("407-like challenge by password")
        << 401 << QList<QByteArray>{"WWW-Authenticate: Basic realm=\"x\""};
    QTest::newRow("500 that Stripe calls final")
        << 500 << QList<QByteArray>{"Stripe-Should-Retry: false"};
    QTest::newRow("a stored 500") << 500 << QList<QByteArray>{"Idempotent-Replayed: true"};
}

void TestHttpRetries::doesNotRetryRefusals()
{
    QFETCH(int, status);
    QFETCH(QList<QByteArray>, headers);
    m_server->thenAnswerWith([=](const auto &) {
        return ScriptedServer::json(status, R"({"error":{"code":"some_code"}})", headers);
    });
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().httpStatus, status);
    QCOMPARE(reply.error().code, u"some_code"_qs); // the body was read
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(reply.error().outcome == Outcome::Unknown, status == 424 || status == 500);
}

void TestHttpRetries::retriesRateLimitsInTheBackgroundOnly()
{
    m_server->thenJson(429, stripeError);
    m_server->thenJson(200, customer);
    QElapsedTimer clock;
    clock.start();
    const Reply reply = send(inBackground(post()));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->attempts, 2);
    QVERIFY2(clock.elapsed() >= 990, qPrintable(QString::number(clock.elapsed())));
}

void TestHttpRetries::survivesADroppedKeepAliveConnection()
{
    m_server->thenJson(200, customer);
    QVERIFY(send(retrieveAccount()).has_value());
    // The server closes the kept connection just as the next request arrives on it.
    m_server->then({.resetsInstead = true});
    m_server->thenAnswerWith([](const auto &) { return ScriptedServer::json(200, customer); });
    const Reply reply = send(post());
    QVERIFY(reply.has_value());
    const QList<ScriptedServer::Request> &requests = m_server->requests();
    QVERIFY(requests.size() >= 3);
    QCOMPARE(requests.at(1).connection, requests.at(0).connection);
    QVERIFY(requests.at(2).connection != requests.at(1).connection);
    QCOMPARE(requests.at(2).headers.value("idempotency-key"), "key-1");
    QCOMPARE(requests.at(2).body, requests.at(1).body);
}

void TestHttpRetries::timesOutASilentServer()
{
    m_client = newClient({.attemptTimeout = 50ms, .interactiveRetries = 1});
    m_server->then({.isSilent = true});
    m_server->then({.isSilent = true});
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
    QCOMPARE(reply.error().attempts, 2);
    QVERIFY(reply.error().error.message.contains(u"in time"_qs));
}

void TestHttpRetries::timesOutADrippingServer()
{
    // A byte now and then would keep an inactivity limit from ever striking.
    m_client = newClient({.attemptTimeout = 200ms, .interactiveRetries = 0});
    m_server->then(
        {.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", .dripsEveryMs = 20});
    QElapsedTimer clock;
    clock.start();
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
}

void TestHttpRetries::keepsTheDeadlineOverAllAttempts()
{
    m_server->thenAnswerWith([](const auto &) {
        ScriptedServer::Step step = ScriptedServer::json(500, stripeError);
        step.delayMs = 100;
        return step;
    });
    QElapsedTimer clock;
    clock.start();
    m_client = newClient({.interactiveRetries = 50});
    const Reply reply = send(within(post(), 900ms)); // two attempts and one wait of 500 ms
    QVERIFY(!reply.has_value());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(reply.error().attempts <= 2, qPrintable(QString::number(reply.error().attempts)));
    QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
}

QTEST_GUILESS_MAIN(TestHttpRetries)
#include "tst_httpretries.moc"
