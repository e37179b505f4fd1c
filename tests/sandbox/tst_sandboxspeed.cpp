// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

/// One kept-alive connection that asks again as soon as it is answered.
class Reader : public QObject
{
public:
    Reader(quint16 port, QList<QByteArray> requests)
        : m_requests(std::move(requests))
    {
        connect(&m_socket, &QTcpSocket::connected, this, [this] { ask(); });
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    int answers = 0;
    int refusals = 0;

private:
    void ask() { m_socket.write(m_requests[m_next++ % m_requests.size()]); }
    void read()
    {
        m_buffer += m_socket.readAll();
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype at = m_buffer.indexOf("Content-Length: ") + 16;
        const qsizetype length = m_buffer.mid(at, m_buffer.indexOf('\r', at) - at).toLongLong();
        if (m_buffer.size() < end + 4 + length)
            return;
        refusals += !m_buffer.startsWith("HTTP/1.1 200");
        ++answers;
        m_buffer.clear();
        ask();
    }

    QTcpSocket m_socket;
    QList<QByteArray> m_requests;
    QByteArray m_buffer;
    qsizetype m_next = 0;
};

class TestSandboxSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesManyReadersAtOnce_data();
    void servesManyReadersAtOnce();

private:
    [[nodiscard]] QList<QByteArray> requests(const QString &path, const QByteArray &query,
                                             bool isEach);

    RunningSandbox m_sandbox{RunningSandbox::withWorld(u"1:400:24:2024-06-30"_s)};
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

/// The list itself, or a retrieval of each of its first hundred objects.
QList<QByteArray> TestSandboxSpeed::requests(const QString &path, const QByteArray &query,
                                             bool isEach)
{
    const auto request = [&](const QByteArray &target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + m_sandbox.key() + "\r\nStripe-Version: 2023-10-16\r\n\r\n";
    };
    if (!isEach)
        return {request(path.toLatin1() + '?' + query)};
    QList<QByteArray> all;
    for (const QJsonValue &object : m_client.get(path, "limit=100").data()) {
        const QByteArray id = object.toObject().value(u"id").toString().toLatin1();
        all.append(request(path.toLatin1() + '/' + id));
    }
    return all;
}

void TestSandboxSpeed::servesManyReadersAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("isEach");
    QTest::newRow("customers, one by one") << u"/v1/customers"_s << QByteArray() << true;
    QTest::newRow("subscriptions, one by one") << u"/v1/subscriptions"_s << QByteArray() << true;
    QTest::newRow("invoices, one by one") << u"/v1/invoices"_s << QByteArray() << true;
    QTest::newRow("a page of ten customers")
        << u"/v1/customers"_s << QByteArray("limit=10") << false;
    QTest::newRow("a page of a hundred invoices")
        << u"/v1/invoices"_s << QByteArray("limit=100") << false;
}

void TestSandboxSpeed::servesManyReadersAtOnce()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, query);
    QFETCH(bool, isEach);
    const QList<QByteArray> asked = requests(path, query, isEach);
    const quint16 port = quint16(QUrl(m_sandbox.baseUrl()).port());
    std::vector<std::unique_ptr<Reader>> readers;
    for (int i = 0; i < 8; ++i)
        readers.push_back(std::make_unique<Reader>(port, asked));
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer::singleShot(2000, &loop, &QEventLoop::quit);
    loop.exec();
    int answers = 0;
    int refusals = 0;
    for (const auto &reader : readers) {
        answers += reader->answers;
        refusals += reader->refusals;
    }
    const qint64 rate = answers * 1000 / timer.elapsed();
    qInfo() << QTest::currentDataTag() << rate << "answers a second";
    QCOMPARE(refusals, 0);
    QVERIFY(answers >= 8); // each of them was served
}

QTEST_GUILESS_MAIN(TestSandboxSpeed)
#include "tst_sandboxspeed.moc"
