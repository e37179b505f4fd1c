// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "rawclient.h"

#include <QDateTime>
#include <QSemaphore>
#include <QTcpServer>
#include <QTest>

#include <mutex>
#include <thread>

using namespace http;
using namespace Qt::Literals;

namespace {

/// Holds responders until the test answers them.
class Desk
{
public:
    Handler handler()
    {
        return [this](const Request &request, Responder responder) {
            const std::lock_guard lock(m_mutex);
            m_waiting.insert(request.path, std::move(responder));
            m_arrived.release();
        };
    }
    [[nodiscard]] bool await(int requests) { return m_arrived.tryAcquire(requests, 10'000); }
    [[nodiscard]] Responder take(const QString &path)
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.take(path);
    }

private:
    std::mutex m_mutex; ///< Guards m_waiting.
    QMap<QString, Responder> m_waiting;
    QSemaphore m_arrived;
};

void echo(const Request &request, const Responder &responder)
{
    responder({.body = request.method + " " + request.rawPath + " " + request.body});
}

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersWithFraming();
    void keepsAConnectionForManyRequests();
    void closesWhen_data();
    void closesWhen();
    void keepsOrderWhenAnswersComeOutOfOrder();
    void answersFromManyThreads();
    void answersTheFirstTimeOnly();
    void answers500ForADroppedResponder();
    void dropsAConnectionOnRequest();
    void takesAnswersForConnectionsThatLeft();
    void readsChunkedBodies();
    void sendsContinueWhenExpected();
    void sendsContinueBehindEarlierAnswers();
    void answersHeadWithoutBody();
    void sendsAndTakesLargeBodies();
    void leavesOutHeadersThatWouldSplit();
    void refusesBadRequestsAndCloses();
    void answersRequestsBeforeABadOne();

private:
    quint16 m_port = 0;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Server> m_server;
};

void HttpServerTest::init()
{
    m_desk = std::make_unique<Desk>();
    Router router;
    for (const char *method : {"GET", "POST"}) {
        router.add(method, "/echo", echo);
        router.add(method, "/desk/{n}", m_desk->handler());
    }
    router.add("GET", "/dropped", [](const Request &, const Responder &) {});
    router.add("GET", "/cut", [](const Request &, const Responder &r) { r({.status = 0}); });
    router.add("GET", "/empty", [](const Request &, const Responder &r) { r({.status = 204}); });
    router.add("GET", "/large", [](const Request &, const Responder &r) {
        r({.body = QByteArray(3'000'000, 'L')});
    });
    router.add("GET", "/split", [](const Request &, const Responder &r) {
        r({.headers = {{"X-Bad", "a\r\nSet-Cookie: b"}, {"X-Good", "c"}}});
    });
    m_server = std::make_unique<Server>(std::move(router));
    const core::Result<quint16> port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY2(port.has_value(), port ? "" : qPrintable(port.error().message));
    m_port = *port;
}

void HttpServerTest::cleanup()
{
    m_server.reset();
    m_desk.reset();
}

void HttpServerTest::answersWithFraming()
{
    RawClient client(m_port);
    client.send(postOf("/echo", "hello"));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, "POST /echo hello");
    QCOMPARE(answer->headers.value("content-type"), "application/json");
    QCOMPARE(answer->headers.value("content-length"), "16");
    QVERIFY(!answer->headers.contains("connection"));
    const QDateTime date =
        QDateTime::fromString(QString::fromLatin1(answer->headers.value("date")), Qt::RFC2822Date);
    QVERIFY(qAbs(date.secsTo(QDateTime::currentDateTimeUtc())) <= 5);

    client.send(getOf("/empty"));
    const std::optional<RawClient::Answer> empty = client.next();
    QVERIFY(empty);
    QCOMPARE(empty->status, 204);
    QVERIFY(!empty->headers.contains("content-length"));
}

void HttpServerTest::keepsAConnectionForManyRequests()
{
    RawClient client(m_port);
    for (int i = 0; i < 50; ++i) {
        const QByteArray body = QByteArray::number(i);
        client.send(postOf("/echo", body));
        const std::optional<RawClient::Answer> answer = client.next();
        QVERIFY(answer);
        QCOMPARE(answer->body, "POST /echo " + body);
    }
    QByteArray all;
    for (int i = 0; i < 500; ++i)
        all += postOf("/echo", QByteArray::number(i));
    client.send(all);
    for (int i = 0; i < 500; ++i) {
        const std::optional<RawClient::Answer> answer = client.next();
        QVERIFY(answer);
        QCOMPARE(answer->body, "POST /echo " + QByteArray::number(i));
    }
}

void HttpServerTest::closesWhen_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("connection");
    QTest::newRow("the client says close")
        << QByteArray("GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") << true
        << QByteArray("close");
    QTest::newRow("the client speaks HTTP/1.0")
        << QByteArray("GET /echo HTTP/1.0\r\n\r\n") << true << QByteArray("close");
    QTest::newRow("not when HTTP/1.0 asks to keep alive")
        << QByteArray("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false
        << QByteArray("keep-alive");
}

void HttpServerTest::closesWhen()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    RawClient client(m_port);
    client.send(request);
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QTEST(answer->headers.value("connection"), "connection");
    if (closes) {
        QVERIFY(client.isClosedByServer());
    } else {
        client.send(request);
        QCOMPARE(client.nextStatus(), 200);
    }
}

void HttpServerTest::keepsOrderWhenAnswersComeOutOfOrder()
{
    RawClient client(m_port);
    client.send(getOf("/desk/1") + getOf("/desk/2") + getOf("/echo") + getOf("/desk/3"));
    QVERIFY(m_desk->await(3));
    m_desk->take(u"/desk/3"_s)({.body = "third"});
    m_desk->take(u"/desk/2"_s)({.body = "second"});
    m_desk->take(u"/desk/1"_s)({.body = "first"});
    QByteArrayList bodies;
    for (int i = 0; i < 4; ++i) {
        const std::optional<RawClient::Answer> answer = client.next();
        QVERIFY(answer);
        bodies.append(answer->body);
    }
    QCOMPARE(bodies, QByteArrayList({"first", "second", "GET /echo ", "third"}));
}

void HttpServerTest::answersFromManyThreads()
{
    constexpr int requests = 24;
    RawClient client(m_port);
    QByteArray all;
    for (int i = 0; i < requests; ++i)
        all += getOf("/desk/" + QByteArray::number(i));
    client.send(all);
    QVERIFY(m_desk->await(requests));
    std::vector<std::thread> threads;
    for (int i = requests - 1; i >= 0; --i) {
        threads.emplace_back([responder = m_desk->take(u"/desk/%1"_s.arg(i)), i] {
            responder({.body = QByteArray::number(i)});
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (int i = 0; i < requests; ++i) {
        const std::optional<RawClient::Answer> answer = client.next();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray::number(i));
    }
}

void HttpServerTest::answersTheFirstTimeOnly()
{
    RawClient client(m_port);
    client.send(getOf("/desk/1"));
    QVERIFY(m_desk->await(1));
    const Responder responder = m_desk->take(u"/desk/1"_s);
    const Responder copy = responder;
    responder({.body = "one"});
    copy({.body = "two"});
    responder({.body = "three"});
    client.send(getOf("/echo"));
    QCOMPARE(client.next()->body, "one");
    QCOMPARE(client.next()->body, "GET /echo ");
}

void HttpServerTest::answers500ForADroppedResponder()
{
    RawClient client(m_port);
    client.send(getOf("/dropped") + getOf("/echo"));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QVERIFY(answer->body.contains("api_error"));
    QCOMPARE(client.nextStatus(), 200);
}

void HttpServerTest::dropsAConnectionOnRequest()
{
    RawClient client(m_port);
    client.send(getOf("/echo") + getOf("/cut"));
    QCOMPARE(client.nextStatus(), 200);
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::takesAnswersForConnectionsThatLeft()
{
    Responder late;
    {
        RawClient client(m_port);
        client.send(getOf("/desk/1") + getOf("/desk/2"));
        QVERIFY(m_desk->await(2));
        client.disappear();
    }
    RawClient other(m_port);
    other.send(getOf("/echo")); // the server has seen the other one leave before it answers
    QCOMPARE(other.nextStatus(), 200);
    m_desk->take(u"/desk/2"_s)({.body = "nobody reads this"});
    late = m_desk->take(u"/desk/1"_s);
    other.send(getOf("/echo"));
    QCOMPARE(other.nextStatus(), 200);
    m_server.reset();
    late({.body = "the server has gone"});
}

void HttpServerTest::readsChunkedBodies()
{
    RawClient client(m_port);
    client.sendInPieces("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n",
                        3);
    QCOMPARE(client.next()->body, "POST /echo hello, world");
}

void HttpServerTest::sendsContinueWhenExpected()
{
    RawClient client(m_port);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                "Content-Length: 4\r\n\r\n");
    QCOMPARE(client.nextStatus(), 100);
    client.send("body");
    QCOMPARE(client.next()->body, "POST /echo body");

    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n"
                "Content-Length: 4\r\n\r\n");
    QCOMPARE(client.nextStatus(), 417);
    QVERIFY(client.isClosedByServer());

    RawClient tooMuch(m_port);
    tooMuch.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                 "Content-Length: 4000000\r\n\r\n");
    QCOMPARE(tooMuch.nextStatus(), 413); // and no 100 before it
}

void HttpServerTest::sendsContinueBehindEarlierAnswers()
{
    RawClient client(m_port);
    client.send(getOf("/desk/1")
                + "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                  "Content-Length: 4\r\n\r\n");
    QVERIFY(m_desk->await(1));
    m_desk->take(u"/desk/1"_s)({.body = "first"});
    QCOMPARE(client.next()->body, "first");
    QCOMPARE(client.nextStatus(), 100);
    client.send("body");
    QCOMPARE(client.next()->body, "POST /echo body");
}

void HttpServerTest::answersHeadWithoutBody()
{
    RawClient client(m_port);
    client.send("HEAD /large HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::optional<RawClient::Answer> answer = client.next(false);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->headers.value("content-length"), "3000000");
    client.send(getOf("/echo"));
    QCOMPARE(client.next()->body, "GET /echo ");
}

void HttpServerTest::sendsAndTakesLargeBodies()
{
    RawClient client(m_port);
    const QByteArray body(1024 * 1024, 'U');
    client.send(postOf("/echo", body));
    QCOMPARE(client.next()->body, "POST /echo " + body);
    // More than the server holds unsent: it stops reading, and goes on when this is read.
    client.send(getOf("/large").repeated(8));
    for (int i = 0; i < 8; ++i)
        QCOMPARE(client.next()->body, QByteArray(3'000'000, 'L'));
}

void HttpServerTest::leavesOutHeadersThatWouldSplit()
{
    RawClient client(m_port);
    client.send(getOf("/split"));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->headers.value("x-good"), "c");
    QVERIFY(!answer->headers.contains("x-bad"));
    QVERIFY(!answer->headers.contains("set-cookie"));
}

void HttpServerTest::refusesBadRequestsAndCloses()
{
    RawClient client(m_port);
    client.send("nonsense\r\n\r\n" + getOf("/echo"));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
    QCOMPARE(answer->headers.value("connection"), "close");
    QCOMPARE(answer->body,
             R"({"error":{"message":"The request could not be read.",)"
             R"("type":"invalid_request_error"}})");
    QVERIFY(client.isClosedByServer());
}

void HttpServerTest::answersRequestsBeforeABadOne()
{
    RawClient client(m_port);
    client.send(getOf("/desk/1") + "nonsense\r\n\r\n");
    QVERIFY(m_desk->await(1));
    m_desk->take(u"/desk/1"_s)({.body = "good"});
    QCOMPARE(client.next()->body, "good");
    QCOMPARE(client.nextStatus(), 400);
    QVERIFY(client.isClosedByServer());
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"
