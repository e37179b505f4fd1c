// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"
#include "rawclient.h"

#include <QSemaphore>
#include <QTcpServer>
#include <QTest>

#include <mutex>
#include <thread>

using namespace http;
using namespace std::chrono_literals;

/// Starting and stopping, also while requests are in flight.
class HttpStopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listensAgainAfterStopping();
    void namesAPortInUse();
    void refusesAddressesBeyondLoopback();
    void namesAnAddressThisComputerLacks();
    void stopsAtOnceWhenNothingIsInFlight();
    void finishesWhatIsInFlight();
    void finishesARequestHalfReceived();
    void givesUpAtTheDeadline();
    void stopsWhileThreadsAnswer();
    void endsTheFutureWhenDestroyedWhileStopping();

private:
    const QHostAddress m_loopback{QHostAddress::LocalHost};
    std::unique_ptr<Server> m_server;
    std::mutex m_mutex; ///< Guards m_kept.
    QList<Responder> m_kept;
    QSemaphore m_arrived;
};

void HttpStopTest::init()
{
    Router router;
    router.add("GET", "/", [](const Request &, const Responder &r) { r({.body = "ok"}); });
    router.add("POST", "/", [](const Request &q, const Responder &r) { r({.body = q.body}); });
    router.add("GET", "/keep", [this](const Request &, Responder responder) {
        const std::lock_guard lock(m_mutex);
        m_kept.append(std::move(responder));
        m_arrived.release();
    });
    m_server = std::make_unique<Server>(std::move(router));
}

void HttpStopTest::cleanup()
{
    m_server.reset();
    m_kept.clear();
}

void HttpStopTest::listensAgainAfterStopping()
{
    for (int i = 0; i < 3; ++i) {
        const core::Result<quint16> port = m_server->listen(m_loopback, 0);
        QVERIFY(port.has_value());
        QVERIFY(!m_server->listen(m_loopback, 0).has_value()); // running already
        RawClient client(*port);
        client.send(getOf("/"));
        QCOMPARE(client.nextStatus(), 200);
        QVERIFY(m_server->stop(1s).result());
        QTcpSocket late;
        late.connectToHost(m_loopback, *port);
        QVERIFY(!late.waitForConnected(1000));
    }
}

void HttpStopTest::namesAPortInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(m_loopback, 0));
    const core::Result<quint16> refused = m_server->listen(m_loopback, other.serverPort());
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::Error::Kind::Conflict);
    QCOMPARE(refused.error().message,
             QStringLiteral("Port %1 is in use by another program. Stop that program or choose "
                            "another port.")
                 .arg(other.serverPort()));
    other.close();
    QVERIFY(m_server->listen(m_loopback, 0).has_value()); // and another port works
}

void HttpStopTest::refusesAddressesBeyondLoopback()
{
    const QHostAddress any(QHostAddress::Any);
    const core::Result<quint16> refused = m_server->listen(any, 0);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::Error::Kind::Forbidden);
    Server exposed(Router{}, {}, Server::Exposure::PlaintextBeyondLoopback);
    QVERIFY(exposed.listen(any, 0).has_value());
}

void HttpStopTest::namesAnAddressThisComputerLacks()
{
    Server exposed(Router{}, {}, Server::Exposure::PlaintextBeyondLoopback);
    const core::Result<quint16> refused =
        exposed.listen(QHostAddress(QStringLiteral("192.0.2.1")), 0);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::Error::Kind::Invalid);
    QVERIFY(refused.error().message.contains(u"192.0.2.1"));
}

void HttpStopTest::stopsAtOnceWhenNothingIsInFlight()
{
    const core::Result<quint16> port = m_server->listen(m_loopback, 0);
    RawClient idle(*port);
    RawClient used(*port);
    used.send(getOf("/"));
    QCOMPARE(used.nextStatus(), 200);
    QVERIFY(m_server->stop(1h).result());
    QVERIFY(idle.isClosedByServer());
    QVERIFY(used.isClosedByServer());
    QVERIFY(m_server->stop(1h).result()); // again, with nothing running
}

void HttpStopTest::finishesWhatIsInFlight()
{
    const core::Result<quint16> port = m_server->listen(m_loopback, 0);
    RawClient client(*port);
    client.send(getOf("/keep") + getOf("/keep"));
    QVERIFY(m_arrived.tryAcquire(2, 10'000));
    QFuture<bool> stopped = m_server->stop(1h);
    const auto isRefused = [&] {
        QTcpSocket late;
        late.connectToHost(m_loopback, *port);
        return !late.waitForConnected(1000);
    };
    QVERIFY(QTest::qWaitFor(isRefused));
    QVERIFY(!stopped.isFinished());
    for (const Responder &responder : m_kept)
        responder({.body = "done"});
    const std::optional<RawClient::Answer> first = client.next();
    const std::optional<RawClient::Answer> second = client.next();
    QVERIFY(first && second);
    QCOMPARE(first->body, "done");
    QCOMPARE(second->body, "done");
    QCOMPARE(second->headers.value("connection"), "close");
    QVERIFY(client.isClosedByServer());
    QVERIFY(stopped.result());
}

void HttpStopTest::finishesARequestHalfReceived()
{
    const core::Result<quint16> port = m_server->listen(m_loopback, 0);
    RawClient client(*port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                "Content-Length: 8\r\n\r\n");
    QCOMPARE(client.nextStatus(), 100); // the server has the header
    QFuture<bool> stopped = m_server->stop(1h);
    client.send("complete");
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->body, "complete");
    QVERIFY(stopped.result());
    QVERIFY(client.isClosedByServer());
}

void HttpStopTest::givesUpAtTheDeadline()
{
    const core::Result<quint16> port = m_server->listen(m_loopback, 0);
    RawClient client(*port);
    client.send(getOf("/keep"));
    QVERIFY(m_arrived.tryAcquire(1, 10'000));
    QVERIFY(!m_server->stop(50ms).result());
    QVERIFY(client.isClosedByServer());
    m_kept.takeFirst()({.body = "too late"});
    QVERIFY(m_server->listen(m_loopback, 0).has_value());
}

void HttpStopTest::stopsWhileThreadsAnswer()
{
    for (int round = 0; round < 20; ++round) {
        init();
        const core::Result<quint16> port = m_server->listen(m_loopback, 0);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<RawClient>(*port));
            clients.back()->send(getOf("/keep").repeated(4));
        }
        QVERIFY(m_arrived.tryAcquire(32, 10'000));
        const QList<Responder> kept = std::exchange(m_kept, {});
        const auto answerEvery = [&kept](qsizetype step, qsizetype first) {
            for (qsizetype i = first; i < kept.size(); i += step)
                kept[i]({.body = "answered"});
        };
        std::thread even(answerEvery, 2, 0);
        std::thread odd(answerEvery, 2, 1);
        if (round % 2 == 0)
            QVERIFY(m_server->stop(10s).result());
        m_server.reset();
        even.join();
        odd.join();
        if (round % 2 == 0)
            QCOMPARE(clients.front()->next()->body, "answered");
    }
}

void HttpStopTest::endsTheFutureWhenDestroyedWhileStopping()
{
    const core::Result<quint16> port = m_server->listen(m_loopback, 0);
    RawClient client(*port);
    client.send(getOf("/keep"));
    QVERIFY(m_arrived.tryAcquire(1, 10'000));
    QFuture<bool> stopped = m_server->stop(1h);
    m_server.reset();
    QCOMPARE(stopped.resultCount(), 1);
    QVERIFY(!stopped.result());
}

QTEST_GUILESS_MAIN(HttpStopTest)
#include "tst_httpstop.moc"
