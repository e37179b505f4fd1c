// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "stripe/requests/events.h"
#include "stripe/requests/subscriptions.h"
#include "stripecontract.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace stripe;
using core::Error;

class TestHttpClient : public QObject, private ClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void sendsAPost();
    void sendsAnEmptyPost();
    void sendsAGetAndADelete();
    void keepsTheContractOnTheWire();
    void readsTheAnswer();
    void usesTheBasePath();
    void followsNoRedirect();
    void takesOnlyStripesAnswers_data();
    void takesOnlyStripesAnswers();
    void sendsNothingFaulty_data();
    void sendsNothingFaulty();
    void tellsItsHealth();
    void limitsRequestsInFlight();
    void logsWithoutSecrets();
};

void TestHttpClient::sendsAPost()
{
    m_server->thenJson(200, customer);
    QVERIFY(send(post()).has_value());
    const ScriptedServer::Request &request = m_server->requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/v1/customers");
    QCOMPARE(request.body, "email=private%40acme.example");
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer ") + secretKey);
    QCOMPARE(request.headers.value("stripe-version"), "2023-10-16");
    QCOMPARE(request.headers.value("idempotency-key"), "key-1");
    QCOMPARE(request.headers.value("content-type"), "application/x-www-form-urlencoded");
    QVERIFY(request.headers.value("user-agent").startsWith("oms-billing/"));
    QVERIFY(!request.headers.contains("cookie"));
}

void TestHttpClient::sendsAnEmptyPost()
{
    m_server->thenJson(200, customer);
    Call call = createCustomer({}, "key-1");
    call.version = "2025-03-31.basil";
    QVERIFY(send(call).has_value());
    const ScriptedServer::Request &request = m_server->requests().first();
    QCOMPARE(request.headers.value("content-length", "none"), "0");
    QCOMPARE(request.headers.value("stripe-version"), "2025-03-31.basil"); // the call's own
}

void TestHttpClient::sendsAGetAndADelete()
{
    m_server->thenJson(200, R"({"object":"list","data":[],"has_more":false})");
    m_server->thenJson(200, R"({"id":"sub_1","object":"subscription"})");
    QVERIFY(send(listCustomers({}, u"a+b@c.example"_qs)).has_value());
    QVERIFY(send(cancelSubscriptionNow(u"sub_1"_qs, {.prorates = true, .comment = u"ü &"_qs}))
                .has_value());
    const ScriptedServer::Request &get = m_server->requests().at(0);
    QCOMPARE(get.method, "GET");
    QCOMPARE(get.target, "/v1/customers?email=a%2Bb%40c.example&limit=100");
    QVERIFY(get.body.isEmpty() && !get.headers.contains("idempotency-key"));
    const ScriptedServer::Request &canceled = m_server->requests().at(1);
    QCOMPARE(canceled.method, "DELETE");
    QCOMPARE(canceled.path(), "/v1/subscriptions/sub_1");
    QCOMPARE(canceled.query(), "prorate=true&cancellation_details[comment]=%C3%BC%20%26");
    QVERIFY(canceled.body.isEmpty() && !canceled.headers.contains("idempotency-key"));
}

void TestHttpClient::keepsTheContractOnTheWire()
{
    const StripeContract contract(QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json"));
    m_server->thenAnswerWith(
        [](const auto &) { return ScriptedServer::json(200, R"({"object":"list","data":[]})"); });
    const QString odd = u"a=b&c+d[e]/f?#%41 ü"_qs;
    const Call calls[] = {listCustomers({.startingAfter = odd}, odd), retrieveCustomer(odd),
                          createCustomer({.name = odd, .metadata = {{u"x y"_qs, odd}}}, "k"),
                          cancelSubscriptionNow(odd, {.comment = odd}), listEvents({}, {odd})};
    for (const Call &call : calls)
        QVERIFY(send(call).has_value());
    for (const ScriptedServer::Request &request : m_server->requests()) {
        const QByteArray form = request.method == "POST" ? request.body : request.query();
        QCOMPARE(contract.checkRequest(request.method, QString::fromLatin1(request.path()), form),
                 QStringList());
    }
    QCOMPARE(QByteArray::fromPercentEncoding(m_server->requests().at(1).path()),
             "/v1/customers/" + odd.toUtf8());
    QVERIFY(QByteArray::fromPercentEncoding(m_server->requests().at(0).query())
                .endsWith("starting_after=" + odd.toUtf8()));
}

void TestHttpClient::readsTheAnswer()
{
    m_server->thenJson(200, R"({"id":"cus_1","balance":9007199254740993})",
                       {"Request-Id: req_1", "Date: Fri, 01 Dec 2023 01:00:20 GMT",
                        "Stripe-Version: 2023-10-16", "Idempotent-Replayed: true",
                        "Set-Cookie: a=b"});
    const Reply reply = send(post());
    QVERIFY(reply.has_value());
    QCOMPARE(reply->httpStatus, 200);
    QCOMPARE(reply->requestId, u"req_1"_qs);
    QCOMPARE(reply->date, QDateTime(QDate(2023, 12, 1), QTime(1, 0, 20), Qt::UTC));
    QCOMPARE(reply->version, "2023-10-16");
    QVERIFY(reply->isReplay);
    QCOMPARE(reply->attempts, 1);
    QCOMPARE(reply->body.value(QLatin1String("balance")).toInteger(), Q_INT64_C(9007199254740993));
}

void TestHttpClient::usesTheBasePath()
{
    QUrl base = m_server->url();
    base.setPath(u"/proxy/stripe/"_qs);
    m_client = newClient({.base = base});
    m_server->thenJson(200, customer);
    QVERIFY(send(retrieveCustomer(u"cus_1"_qs)).has_value());
    QCOMPARE(m_server->requests().first().target, "/proxy/stripe/v1/customers/cus_1");
}

void TestHttpClient::followsNoRedirect()
{
    ScriptedServer elsewhere;
    const QByteArray location = "Location: " + elsewhere.url().toEncoded() + "/v1/customers";
    for (const int status : {301, 302, 303, 307, 308}) {
        m_server->thenJson(status, "{}", {location});
        const Reply reply = send(retrieveCustomer(u"cus_1"_qs));
        QVERIFY(!reply.has_value());
        QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
        QCOMPARE(reply.error().httpStatus, status);
        QCOMPARE(reply.error().attempts, 1);
    }
    QCOMPARE(m_server->requests().size(), 5);
    QVERIFY(elsewhere.requests().isEmpty()); // the key stayed here
}

void TestHttpClient::takesOnlyStripesAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page") << 200 << QByteArray("<html>");
    QTest::newRow("no UTF-8") << 200 << QByteArray("{\"id\":\"\xff\"}");
    QTest::newRow("a proxy's refusal") << 403 << QByteArray("<html>Blocked by policy</html>");
}

void TestHttpClient::takesOnlyStripesAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_client = newClient({.interactiveRetries = 0});
    m_server->thenJson(status, body);
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
    QCOMPARE(reply.error().httpStatus, status);
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
    QVERIFY(reply.error().error.message.contains(u"did not come from Stripe"_qs));
    QVERIFY(!reply.error().error.detail.contains(u"html"_qs));
}

void TestHttpClient::sendsNothingFaulty_data()
{
    QTest::addColumn<Call>("call");
    QTest::newRow("retrieving without an id") << retrieveCustomer({});
    QTest::newRow("canceling without an id") << cancelSubscriptionNow({});
    QTest::newRow("a path with a hole") << Call{
        .method = Method::Post, .path = u"/v1/payment_methods//attach"_qs, .idempotencyKey = "k"};
    QTest::newRow("another path") << Call{.path = u"/healthz"_qs};
    QTest::newRow("a POST without a key") << createCustomer({}, {});
    QTest::newRow("a key that is too long") << createCustomer({}, QByteArray(256, 'k'));
    QTest::newRow("a key with a line break") << createCustomer({}, "a\r\nX: y");
}

void TestHttpClient::sendsNothingFaulty()
{
    QFETCH(Call, call);
    const Reply reply = send(call);
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, Error::Kind::Internal);
    QCOMPARE(reply.error().outcome, Outcome::NoEffect);
    QCOMPARE(reply.error().attempts, 0);
    QVERIFY(m_server->requests().isEmpty());
}

void TestHttpClient::tellsItsHealth()
{
    m_client = newClient({.interactiveRetries = 0});
    QSignalSpy changes(m_client.get(), &HttpClient::healthChanged);
    const auto callWith = [this](int status) {
        m_server->thenJson(status, stripeError);
        return send(retrieveAccount()).has_value();
    };
    QVERIFY(callWith(200));
    QCOMPARE(changes.size(), 1);
    QVERIFY(m_client->health().lastSuccess.isValid());
    QVERIFY(!m_client->health().unreachableSince.isValid());

    QVERIFY(!callWith(404)); // a refusal is an answer
    QCOMPARE(changes.size(), 1);
    QVERIFY(!callWith(503));
    QCOMPARE(changes.size(), 2);
    const QDateTime since = m_client->health().unreachableSince;
    QVERIFY(since.isValid());
    m_server->then({.resetsInstead = true});
    m_server->then({.resetsInstead = true});
    QVERIFY(!send(retrieveAccount()).has_value());
    QCOMPARE(changes.size(), 2);
    QCOMPARE(m_client->health().unreachableSince, since); // since the first failure

    QVERIFY(!callWith(401));
    QCOMPARE(changes.size(), 3);
    QVERIFY(m_client->health().isKeyRejected);
    QVERIFY(!m_client->health().unreachableSince.isValid());
    QVERIFY(callWith(200));
    QVERIFY(!m_client->health().isKeyRejected);
}

void TestHttpClient::limitsRequestsInFlight()
{
    m_client = newClient({.limits = {.inFlight = 3}});
    int done = 0;
    const auto one = [this, &done](Priority priority) -> QCoro::Task<> {
        Call call = retrieveAccount();
        call.priority = priority;
        const Reply reply = co_await m_client->send(call);
        done += reply ? 1 : 0;
    };
    for (int i = 0; i < 5; ++i)
        m_server->then({.bytes = ScriptedServer::json(200, customer).bytes, .delayMs = 700});
    for (int i = 0; i < 4; ++i)
        one(Priority::Background);
    one(Priority::Interactive);
    QTRY_COMPARE(m_server->requests().size(), 3); // two of the sync, one kept for the person
    QCOMPARE(done, 0);
    QTRY_COMPARE(done, 5);
}

void TestHttpClient::logsWithoutSecrets()
{
    m_server->thenJson(500, stripeError, {"Request-Id: req_a"});
    m_server->thenJson(200, customer, {"Request-Id: req_b"});
    QVERIFY(send(post()).has_value());
    m_server->thenJson(400, R"({"error":{"message":"Bad key sk_test_other_veryprivate"}})");
    QVERIFY(!send(listCustomers({}, u"private@acme.example"_qs)).has_value());
    const QString log = logged().join(u'\n');
    QVERIFY2(log.contains(u"POST /v1/customers 500 attempt 1 in "_qs), qPrintable(log));
    QVERIFY(log.contains(u"req_a"_qs) && log.contains(u"retrying: server error"_qs));
    QVERIFY(log.contains(u"POST /v1/customers 200 attempt 2 in "_qs) && log.contains(u"req_b"_qs));
    QVERIFY(log.contains(u"GET /v1/customers 400"_qs));
    for (const QString &secret : {u"veryprivate"_qs, u"private"_qs, u"acme"_qs, u"limit"_qs})
        QVERIFY2(!log.contains(secret), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
