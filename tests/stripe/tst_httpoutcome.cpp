// SPDX-License-Identifier: GPL-3.0-or-later
#include "clientfixture.h"
#include "stripe/requests/events.h"
#include "stripe/requests/subscriptions.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace stripe;
using core::Error;

class TestHttpOutcome : public QObject, private ClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void knowsWhatMayHaveHappened_data();
    void knowsWhatMayHaveHappened();
    void isRefusedBeforeSending();
    void isRefusedAfterSending();
    void doubtsADeleteThatQtSentTwice();
    void staysUnknownUntilSettled();
    void answersEverythingWhenDestroyed();
    void mayBeDestroyedByWhoGetsTheAnswer();
};

void TestHttpOutcome::knowsWhatMayHaveHappened_data()
{
    using Step = ScriptedServer::Step;
    QTest::addColumn<Step>("step");
    QTest::addColumn<Outcome>("ofPost");
    QTest::addColumn<Outcome>("ofDelete");
    const auto row = [](const char *name, const Step &step, Outcome outcome) {
        QTest::newRow(name) << step << outcome << outcome;
    };
    row("refused by validation", ScriptedServer::json(400, stripeError), Outcome::NoEffect);
    row("declined", ScriptedServer::json(402, stripeError), Outcome::NoEffect);
    row("gone", ScriptedServer::json(404, stripeError), Outcome::NoEffect);
    row("too many requests", ScriptedServer::json(429, stripeError), Outcome::NoEffect);
    row("server error", ScriptedServer::json(500, stripeError), Outcome::Unknown);
    row("dropped connection", {.resetsInstead = true}, Outcome::Unknown);
    row("silence", {.isSilent = true}, Outcome::Unknown);
    row("the first one is still running",
        ScriptedServer::json(409, R"({"error":{"code":"idempotency_key_in_use"}})"),
        Outcome::Unknown);
}

void TestHttpOutcome::knowsWhatMayHaveHappened()
{
    QFETCH(ScriptedServer::Step, step);
    m_client = newClient({.attemptTimeout = 400ms, .interactiveRetries = 0});
    m_server->thenAnswerWith([step](const auto &) { return step; });
    QTEST(send(post()).error().outcome, "ofPost");
    QTEST(send(cancelSubscriptionNow(u"sub_1"_qs)).error().outcome, "ofDelete");
    QCOMPARE(send(retrieveAccount()).error().outcome, Outcome::NoEffect);
}

void TestHttpOutcome::isRefusedBeforeSending()
{
    const QUrl gone = ScriptedServer().url(); // closed again
    m_client = newClient({.base = gone, .interactiveRetries = 1});
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(reply.error().error.kind, Error::Kind::Unreachable);
    QCOMPARE(reply.error().outcome, Outcome::NoEffect);
    QCOMPARE(reply.error().attempts, 2);
}

void TestHttpOutcome::isRefusedAfterSending()
{
    m_client = newClient({.interactiveRetries = 0});
    m_server->thenJson(200, customer);
    QVERIFY(send(retrieveAccount()).has_value());
    // The server takes the request on the kept connection and dies: what Qt then sends anew is
    // refused, yet the first copy may have been acted upon.
    m_server->then({.resetsInstead = true, .stopsListening = true});
    const Reply reply = send(post());
    QVERIFY(!reply.has_value());
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
}

void TestHttpOutcome::doubtsADeleteThatQtSentTwice()
{
    // The server acts, and drops the connection; Qt sends the DELETE anew by itself, and the
    // subscription is gone: nothing in that answer says that we canceled it.
    m_server->then({.resetsInstead = true});
    m_server->thenJson(404, R"({"error":{"code":"resource_missing","param":"id"}})");
    const Reply reply = send(cancelSubscriptionNow(u"sub_1"_qs));
    QVERIFY(!reply.has_value());
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(reply.error().attempts, 1);
    QCOMPARE(reply.error().httpStatus, 404);
    QCOMPARE(reply.error().outcome, Outcome::Unknown);
}

void TestHttpOutcome::staysUnknownUntilSettled()
{
    m_client = newClient({.interactiveRetries = 1});
    // Lost, then refused for a reason that says nothing about the first attempt.
    m_server->thenJson(500, stripeError);
    m_server->thenJson(401, stripeError);
    QCOMPARE(send(post()).error().outcome, Outcome::Unknown);
    // Lost, then refused as it would only be if the first had left nothing behind.
    m_server->thenJson(500, stripeError);
    m_server->thenJson(400, R"({"error":{"type":"invalid_request_error","param":"email"}})");
    QCOMPARE(send(post()).error().outcome, Outcome::NoEffect);
    // A DELETE that finds nothing any more may have succeeded the first time.
    m_server->thenJson(500, stripeError);
    m_server->thenJson(404, stripeError);
    QCOMPARE(send(cancelSubscriptionNow(u"sub_1"_qs)).error().outcome, Outcome::Unknown);
}

void TestHttpOutcome::answersEverythingWhenDestroyed()
{
    m_client = newClient({.limits = {.inFlight = 2}});
    QList<Reply> replies;
    const auto one = [this, &replies](Call call) -> QCoro::Task<> {
        const Reply reply = co_await m_client->send(call);
        replies.append(reply);
    };
    m_server->thenJson(500, stripeError,
                       {"Retry-After: 20"}); // its call waits for the next attempt
    m_server->then({.isSilent = true});
    one(post());
    QTRY_VERIFY(logged().join(u'\n').contains(u"retrying: server error"_qs));
    one(post());
    QTRY_COMPARE(m_server->requests().size(), 2);
    one(retrieveAccount()); // in the queue
    one(post());            // in the queue
    QVERIFY(replies.isEmpty());
    m_client.reset();
    QCOMPARE(replies.size(), 4);
    int unknown = 0;
    for (const Reply &reply : replies) {
        QVERIFY(!reply.has_value());
        unknown += reply.error().outcome == Outcome::Unknown ? 1 : 0;
    }
    QCOMPARE(unknown, 2); // the one after a 500, and the one in flight
}

void TestHttpOutcome::mayBeDestroyedByWhoGetsTheAnswer()
{
    m_server->thenAnswerWith([](const ScriptedServer::Request &request) {
        return request.method == "POST" ? ScriptedServer::json(200, customer)
                                        : ScriptedServer::Step{.isSilent = true};
    });
    bool isAnswered = false;
    bool isOtherCanceled = false;
    const auto destroyer = [&]() -> QCoro::Task<> {
        const Reply reply = co_await m_client->send(post());
        isAnswered = reply.has_value();
        m_client.reset();
    };
    const auto other = [&]() -> QCoro::Task<> {
        const Reply reply = co_await m_client->send(retrieveAccount());
        isOtherCanceled = !reply && reply.error().error.kind == Error::Kind::Canceled;
    };
    other();
    QTRY_COMPARE(m_server->requests().size(), 1);
    destroyer();
    QTRY_VERIFY(isAnswered);
    QVERIFY(!m_client);
    QVERIFY(isOtherCanceled);
    QTest::qWait(0); // what was posted meanwhile must find nothing dead
}

QTEST_GUILESS_MAIN(TestHttpOutcome)
#include "tst_httpoutcome.moc"
