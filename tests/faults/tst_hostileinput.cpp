// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdesk.h"
#include "rawclient.h"
#include "sanitized.h"
#include "stripe/signature.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray path = "/api/v1/stripe/webhooks";
constexpr double mostGrowthMb = 120; // 64 MiB of bodies may be held at once

QByteArray eventOf(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"id\":\"" + id
        + "\",\"object\":\"event\",\"type\":\"a.b\",\"created\":1763000000,\"livemode\":false,"
          "\"data\":{\"object\":{\"id\":\"x_1\",\"object\":\"x\""
        + more + "}}}";
}

QByteArray delivery(const QByteArray &body, qint64 secondsAgo = 0)
{
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
    return "POST " + path + " HTTP/1.1\r\nHost: test\r\nStripe-Signature: "
        + stripe::signatureHeader(body, {FaultDesk::secret}, at)
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray deep(qsizetype levels)
{
    return ",\"d\":" + QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace

/// What a stranger may send to the program as it runs: each is answered as it should be, costs
/// little, and others are served meanwhile.
class HostileInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void refusesWhatTwoReadersReadDifferently_data();
    void refusesWhatTwoReadersReadDifferently();
    void outlivesEventsThatAreOdd_data();
    void outlivesEventsThatAreOdd();
    void takesReplaysOnce();
    void servesOthersBesideSlowloris();
    void servesOthersBesideHalfBodies();
    void answersAMillionTinyRequests();

private:
    /// One more delivery, by somebody who does nothing wrong.
    [[nodiscard]] bool isServed();

    std::unique_ptr<FaultDesk> m_desk;
    double m_before = 0;
    int m_served = 0;
};

void HostileInputTest::initTestCase()
{
    m_desk = std::make_unique<FaultDesk>();
    m_desk->setEnvironment({{u"ASAN_OPTIONS"_s, support::littleQuarantine()}});
    m_desk->startProgram();
    for (int i = 0; i < 50; ++i)
        QVERIFY(isServed());
}

void HostileInputTest::cleanupTestCase()
{
    m_desk.reset();
}

void HostileInputTest::init()
{
    m_before = m_desk->residentMb();
}

void HostileInputTest::cleanup()
{
    QVERIFY(isServed());
    const double grown = m_desk->residentMb() - m_before;
    QVERIFY2(grown < mostGrowthMb, qPrintable(QString::number(grown)));
}

bool HostileInputTest::isServed()
{
    RawClient client(m_desk->port());
    client.send(delivery(eventOf("evt_good_" + QByteArray::number(++m_served))));
    return client.nextStatus() == 200;
}

void HostileInputTest::refusesWhatTwoReadersReadDifferently_data()
{
    QTest::addColumn<QByteArray>("header"); // between the request line and the end of the header
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray hidden = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto row = [](const char *name, const QByteArray &header, const QByteArray &body,
                        int status = 400) { QTest::newRow(name) << header << body << status; };
    row("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "0\r\n\r\n" + hidden);
    row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "0\r\n\r\n" + hidden);
    row("two lengths", "Content-Length: 0\r\nContent-Length: 36\r\n", hidden);
    row("two equal lengths", "Content-Length: 5\r\nContent-Length: 5\r\n", "hello" + hidden);
    row("a list of lengths", "Content-Length: 5, 5\r\n", "hello" + hidden);
    row("a negative length", "Content-Length: -1\r\n", hidden);
    row("a length with a sign", "Content-Length: +5\r\n", "hello" + hidden);
    row("a length in hex", "Content-Length: 0x5\r\n", "hello" + hidden);
    row("a length beyond all numbers", "Content-Length: 99999999999999999999999\r\n", hidden);
    row("a space before the colon", "Content-Length : 5\r\n", "hello" + hidden);
    row("another coding", "Transfer-Encoding: xchunked\r\n", hidden);
    row("chunked and another", "Transfer-Encoding: chunked, identity\r\n", hidden);
    row("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", hidden);
    row("a folded coding", "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n",
        "0\r\n\r\n" + hidden);
    row("a folded header", "X-A: b\r\n c\r\nContent-Length: 36\r\n", hidden);
    row("a header without a name", ": b\r\n", hidden);
    row("a header without a colon", "nothing\r\n", hidden);
    row("a bare line feed", "X-A: b\nContent-Length: 36\r\n", hidden);
    row("a bare carriage return", "X-A: b\rContent-Length: 36\r\n", hidden);
    row("a NUL in a header", QByteArray("X-A: b\0c\r\n", 10), hidden);
    row("two hosts", "Host: b\r\n", hidden);
    row("a chunk of no number", "Transfer-Encoding: chunked\r\n", "xyz\r\n" + hidden);
    row("a chunk beyond all numbers", "Transfer-Encoding: chunked\r\n",
        "ffffffffffffffffff\r\n" + hidden);
    row("a negative chunk", "Transfer-Encoding: chunked\r\n", "-1\r\n" + hidden);
    row("a chunk longer than it says", "Transfer-Encoding: chunked\r\n",
        "2\r\nhello\r\n0\r\n\r\n" + hidden);
    row("a chunk ended by a line feed", "Transfer-Encoding: chunked\r\n",
        "5\nhello\n0\n\n" + hidden);
    row("a huge chunk", "Transfer-Encoding: chunked\r\n", "7fffffff\r\n" + hidden, 413);
    row("endless chunk extensions", "Transfer-Encoding: chunked\r\n",
        "5;" + QByteArray(40'000, 'x'), 431);
    row("a header just too large", "X-A: " + QByteArray(17'000, 'x') + "\r\n", {}, 431);
    row("too many headers", QByteArray("A: b\r\n").repeated(200), {}, 431);
    row("a body one byte too large", "Content-Length: 1048577\r\n", {}, 413);
}

void HostileInputTest::refusesWhatTwoReadersReadDifferently()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    RawClient client(m_desk->port());
    client.send("POST " + path + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n" + body);
    const QByteArray answers = client.readToEnd();
    QVERIFY2(answers.startsWith("HTTP/1.1 " + QByteArray::number(status)), answers.constData());
    QCOMPARE(answers.count("HTTP/1.1 "), 1); // what was hidden is not answered
    QVERIFY(!answers.contains("\"ok\""));
}

void HostileInputTest::outlivesEventsThatAreOdd_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &body, int status) {
        QTest::newRow(name) << body << status;
    };
    const QByteArray text = ",\"text\":\"";
    row("invalid UTF-8", eventOf("evt_utf8", text + "\xc3\x28\xff\""), 400);
    row("a NUL byte", eventOf("evt_nul", text + QByteArray("a\0b\"", 4)), 200);
    row("an escaped NUL", eventOf("evt_escaped", text + "a\\u0000b\""), 200);
    row("lone surrogates", eventOf("evt_lone", text + "\\ud800\\udc00\\ud800\""), 200);
    row("deep", eventOf("evt_deep", deep(500)), 200);
    row("too deep", eventOf("evt_deeper", deep(100'000)), 400);
    row("as large as may be", eventOf("evt_large", text + QByteArray(1'040'000, 'x') + '"'), 200);
    row("many members",
        eventOf("evt_many", ",\"m\":{" + QByteArray("\"a\":1,").repeated(100'000) + "\"b\":1}"),
        200);
    row("numbers without end", eventOf("evt_number", ",\"n\":" + QByteArray(10'000, '9')), 400);
    row("an id of NUL", eventOf("evt\\u0000id"), 200);
    row("a very long id", eventOf("evt_" + QByteArray(300, 'x')), 400);
    row("a time without sense", eventOf("evt_time").replace("1763000000", "99999999999999999"),
        400);
    row("no object", "[1,2,3]", 400);
    row("nothing", "", 400);
}

void HostileInputTest::outlivesEventsThatAreOdd()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    RawClient client(m_desk->port());
    client.send(delivery(body));
    QCOMPARE(client.nextStatus(), status);
    // Whatever it is, the processor comes to an end with it.
    QTRY_COMPARE(m_desk->value("SELECT count(*) FROM stripe_webhook_events"
                               " WHERE state IN ('waiting', 'failed')"),
                 u"0"_s);
}

void HostileInputTest::takesReplaysOnce()
{
    const QByteArray body = eventOf("evt_replayed");
    RawClient client(m_desk->port());
    for (const qint64 age : {0, 299, 301, 100'000, -301, 0}) {
        client.send(delivery(body, age));
        QCOMPARE(client.nextStatus(), age == 0 || age == 299 ? 200 : 400);
    }
    const QByteArray count =
        "SELECT count(*) FROM stripe_webhook_events WHERE stripe_event_id = 'evt_replayed'";
    QCOMPARE(m_desk->value(count), u"1"_s);
    QTRY_VERIFY(m_desk->value("SELECT count(*) FROM stripe_webhook_rejections"
                              " WHERE reason = 'too_old' AND body_size = "
                              + QByteArray::number(body.size()))
                != u"0"_s);
}

void HostileInputTest::servesOthersBesideSlowloris()
{
    constexpr int slow = 480; // 512 are served
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < slow; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_desk->port()));
        clients.back()->send("POST / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    }
    for (int drip = 0; drip < 3; ++drip) {
        for (const std::unique_ptr<RawClient> &client : clients)
            client->send("x");
        QVERIFY(isServed());
    }
    for (int i = 0; i < 200; ++i) // and above the limit it is said so, or the line is cut
        clients.push_back(std::make_unique<RawClient>(m_desk->port()));
    RawClient refused(m_desk->port());
    refused.send(getOf("/healthz"));
    QVERIFY(refused.nextStatus() != 200);
    clients.clear();
    QTRY_VERIFY(isServed());
}

void HostileInputTest::servesOthersBesideHalfBodies()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) { // 200 MiB announced, a half of each sent: 64 MiB may be held
        clients.push_back(std::make_unique<RawClient>(m_desk->port()));
        clients.back()->send("POST " + path
                             + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1048576\r\n"
                               "\r\n"
                             + QByteArray(i < 60 ? 524'288 : 1000, 'x'));
    }
    int refused = 0;
    for (int i = 100; i < 110; ++i)
        refused += clients.at(std::size_t(i))->nextStatus() == 503 ? 1 : 0;
    QCOMPARE(refused, 10);
    RawClient small(m_desk->port()); // there may be no room for bodies, but for this there is
    small.send(getOf("/healthz"));
    QCOMPARE(small.nextStatus(), 200);
    clients.clear();
    QTRY_VERIFY(isServed());
}

void HostileInputTest::answersAMillionTinyRequests()
{
    const int requests = qEnvironmentVariableIsSet("OMS_FAULT_ROUNDS") ? 1'000'000 : 100'000;
    RawClient client(m_desk->port());
    qint64 answered = 0;
    int served = 0;
    const QByteArray portion = getOf("/healthz").repeated(1000);
    for (int sent = 0; sent < requests; sent += 1000) {
        client.send(portion);
        for (int i = 0; i < 1000; ++i)
            answered += client.nextStatus() == 200 ? 1 : 0;
        if (sent % 20'000 == 0)
            served += isServed() ? 1 : 0;
    }
    qInfo("%lld requests on one connection, %.1f MB more than before", answered,
          m_desk->residentMb() - m_before);
    QCOMPARE(answered, qint64(requests));
    QCOMPARE(served, requests / 20'000);
}

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostileinput.moc"
