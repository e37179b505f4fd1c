// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "rawclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>

using namespace http;
using namespace std::chrono_literals;

namespace {

const QByteArray unfinishedHeader = "POST / HTTP/1.1\r\nHost: a\r\nX-Slow: ";
const QByteArray unfinishedBody = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhalf";

} // namespace

/// Each limit, met by a client that exceeds it and by one that does not.
class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersTooMuch_data();
    void answersTooMuch();
    void answersSlowClientsWith408_data();
    void answersSlowClientsWith408();
    void doesNotTimeHandlers();
    void closesIdleConnections();
    void cutsClientsThatReadNothing();
    void refusesConnectionsAboveTheLimit();
    void refusesBodiesAboveTheTotal();
    void givesBodiesBackWhenClientsLeave();
    void pausesAPipelineThatIsTooLong();
    void refusalReachesAClientThatIsStillSending();

private:
    void start();

    Limits m_limits;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    std::mutex m_mutex; ///< Guards m_kept.
    QList<Responder> m_kept;
    std::atomic<int> m_calls = 0;
};

void HttpLimitsTest::init()
{
    m_limits = {};
    m_calls = 0;
}

void HttpLimitsTest::cleanup()
{
    m_server.reset();
    m_kept.clear();
}

void HttpLimitsTest::start()
{
    Router router;
    const auto ok = [this](const Request &, const Responder &responder) {
        ++m_calls;
        responder({.body = "{}"});
    };
    router.add("GET", "/", ok);
    router.add("POST", "/", ok);
    router.add("POST", "/keep", [this](const Request &, Responder responder) {
        const std::lock_guard lock(m_mutex);
        m_kept.append(std::move(responder));
        ++m_calls;
    });
    router.add("GET", "/large", [](const Request &, const Responder &responder) {
        responder({.body = QByteArray(64'000'000, 'x')});
    });
    m_server = std::make_unique<Server>(std::move(router), m_limits);
    const core::Result<quint16> port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port.has_value());
    m_port = *port;
}

void HttpLimitsTest::answersTooMuch_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\n";
    const QByteArray chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("a header just below the limit") << start + "X: " + QByteArray(900, 'x')
            + "\r\n\r\n" << 200;
    QTest::newRow("a header above the limit") << start + "X: " + QByteArray(1100, 'x') + "\r\n\r\n"
                                              << 431;
    QTest::newRow("a header that never ends") << start + "X: " + QByteArray(5000, 'x') << 431;
    QTest::newRow("too many headers") << start + QByteArray("a: b\r\n").repeated(30) + "\r\n"
                                      << 431;
    QTest::newRow("a body at the limit") << postOf("/", QByteArray(2000, 'x')) << 200;
    QTest::newRow("a body above the limit") << postOf("/", QByteArray(2001, 'x')) << 413;
    QTest::newRow("a body announced above the limit")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2001\r\n\r\n") << 413;
    QTest::newRow("chunks at the limit together") << chunked + "3e8\r\n" + QByteArray(1000, 'x')
            + "\r\n3e8\r\n" + QByteArray(1000, 'x')
            + "\r\n0\r\n\r\n" << 200;
    QTest::newRow("chunks above the limit together") << chunked + "3e8\r\n" + QByteArray(1000, 'x')
            + "\r\n3e9\r\n" + QByteArray(1001, 'x')
            + "\r\n0\r\n\r\n" << 413;
}

void HttpLimitsTest::answersTooMuch()
{
    m_limits.headerBytes = 1000;
    m_limits.headerFields = 20;
    m_limits.bodyBytes = 2000;
    start();
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client(m_port);
    client.send(request);
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(m_calls.load(), status == 200 ? 1 : 0);
    if (status == 200)
        return;
    QVERIFY(answer->body.startsWith("{\"error\":{\"message\":\"The request"));
    QVERIFY(client.isClosedByServer());
}

void HttpLimitsTest::answersSlowClientsWith408_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("drip");
    QTest::newRow("headers that stop") << unfinishedHeader << QByteArray();
    QTest::newRow("headers byte by byte") << unfinishedHeader << QByteArray("x");
    QTest::newRow("headers line by line")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << QByteArray("a: b\r\n");
    QTest::newRow("a body that stops") << unfinishedBody << QByteArray();
    QTest::newRow("a body byte by byte") << unfinishedBody << QByteArray("x");
    QTest::newRow("behind a good request") << getOf("/") + unfinishedHeader << QByteArray();
}

void HttpLimitsTest::answersSlowClientsWith408()
{
    m_limits.headerTime = 150ms;
    m_limits.requestTime = 200ms;
    start();
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, drip);
    QElapsedTimer elapsed;
    elapsed.start();
    RawClient client(m_port);
    client.send(first);
    for (int i = 0; i < 12 && !drip.isEmpty(); ++i) {
        QTest::qWait(15); // being slow is what is tested
        client.send(drip);
    }
    int status = client.nextStatus();
    if (status == 200)
        status = client.nextStatus();
    QCOMPARE(status, 408);
    QVERIFY(elapsed.elapsed() >= 150);
    QVERIFY(elapsed.elapsed() < 5000);
    QVERIFY(client.isClosedByServer());
}

void HttpLimitsTest::doesNotTimeHandlers()
{
    m_limits.headerTime = m_limits.requestTime = m_limits.idleTime = 60ms;
    start();
    RawClient client(m_port);
    client.send(postOf("/keep", "x"));
    QTRY_COMPARE(m_calls.load(), 1);
    QTest::qWait(300); // longer than every limit
    m_kept.takeFirst()({.status = 202});
    QCOMPARE(client.nextStatus(), 202);
}

void HttpLimitsTest::closesIdleConnections()
{
    m_limits.idleTime = 100ms;
    start();
    RawClient silent(m_port);
    QVERIFY(silent.isClosedByServer());
    RawClient client(m_port);
    client.send(getOf("/"));
    QCOMPARE(client.nextStatus(), 200);
    QVERIFY(client.isClosedByServer());
}

void HttpLimitsTest::cutsClientsThatReadNothing()
{
    m_limits.sendTime = 600ms;
    m_limits.connections = 1;
    start();
    RawClient deaf(m_port);
    deaf.goDeaf();
    deaf.send(getOf("/large"));
    const auto isServed = [this] {
        RawClient other(m_port);
        other.send(getOf("/"));
        return other.nextStatus() == 200;
    };
    QVERIFY(!isServed());
    QVERIFY(QTest::qWaitFor(isServed));
}

void HttpLimitsTest::refusesConnectionsAboveTheLimit()
{
    m_limits.connections = 2;
    start();
    RawClient first(m_port);
    first.send(getOf("/"));
    QCOMPARE(first.nextStatus(), 200);
    {
        RawClient second(m_port);
        second.send(getOf("/"));
        QCOMPARE(second.nextStatus(), 200);
        RawClient third(m_port);
        third.send(getOf("/"));
        const std::optional<RawClient::Answer> answer = third.next();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(answer->headers.value("retry-after"), "1");
        QVERIFY(third.isClosedByServer());
        QCOMPARE(m_calls.load(), 2);
    }
    const auto isServed = [this] {
        RawClient fourth(m_port);
        fourth.send(getOf("/"));
        return fourth.nextStatus() == 200;
    };
    QVERIFY(QTest::qWaitFor(isServed));
    first.send(getOf("/"));
    QCOMPARE(first.nextStatus(), 200);
}

void HttpLimitsTest::refusesBodiesAboveTheTotal()
{
    m_limits.bodyBytesInFlight = 1000;
    start();
    RawClient first(m_port);
    first.send(postOf("/keep", QByteArray(600, 'x')));
    QTRY_COMPARE(m_calls.load(), 1);

    const QByteArray chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                               "258\r\n"
        + QByteArray(600, 'x') + "\r\n0\r\n\r\n";
    for (const QByteArray &request : {postOf("/", QByteArray(600, 'x')), chunked}) {
        RawClient second(m_port);
        second.send(request);
        const std::optional<RawClient::Answer> answer = second.next();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(answer->headers.value("retry-after"), "1");
    }
    RawClient third(m_port);
    third.send(postOf("/", QByteArray(300, 'x')));
    QCOMPARE(third.nextStatus(), 200);

    m_kept.takeFirst()({});
    QCOMPARE(first.nextStatus(), 200);
    third.send(chunked);
    QCOMPARE(third.nextStatus(), 200);
}

void HttpLimitsTest::givesBodiesBackWhenClientsLeave()
{
    m_limits.bodyBytesInFlight = 1000;
    start();
    {
        RawClient half(m_port);
        half.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nhalf");
        RawClient whole(m_port);
        whole.send(postOf("/keep", QByteArray(90, 'x')));
        QTRY_COMPARE(m_calls.load(), 1);
    }
    const auto isTaken = [this](qsizetype size) {
        RawClient client(m_port);
        client.send(postOf("/", QByteArray(size, 'x')));
        return client.nextStatus() == 200;
    };
    QVERIFY(QTest::qWaitFor([&] { return isTaken(910); }));
    QVERIFY(!isTaken(1000)); // a handler still holds the other body
    m_kept.clear();
    QVERIFY(QTest::qWaitFor([&] { return isTaken(1000); }));
}

void HttpLimitsTest::pausesAPipelineThatIsTooLong()
{
    m_limits.pipelined = 4;
    m_limits.headerTime = m_limits.requestTime = 100ms;
    start();
    RawClient client(m_port);
    client.send(postOf("/keep", "x").repeated(10));
    QTRY_COMPARE(m_calls.load(), 4);
    QTest::qWait(300); // nothing more may be called, and waiting for us is not the client's fault
    QCOMPARE(m_calls.load(), 4);
    for (int i = 1; i <= 10; ++i) {
        QTRY_VERIFY(m_calls.load() >= i);
        Responder next;
        {
            const std::lock_guard lock(m_mutex);
            next = m_kept.takeFirst();
        }
        next({.status = 202});
        QCOMPARE(client.nextStatus(), 202);
    }
    QCOMPARE(m_calls.load(), 10);
}

/// A close with bytes unread would send a reset, and the reset destroys the answer on its way.
void HttpLimitsTest::refusalReachesAClientThatIsStillSending()
{
    m_limits.bodyBytes = 1000;
    start();
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_port);
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n"
                    + QByteArray(3'000'000, 'x'));
        QCOMPARE(client.nextStatus(), 413);
        QVERIFY(client.isClosedByServer());
    }
}

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"
