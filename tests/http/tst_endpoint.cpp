// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/endpoint.h"

#include <QTest>

class EndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void EndpointTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QHostAddress>("address");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<bool>("isLoopback");
    const auto row = [](const char *text, const QHostAddress &address, int port, bool isLoopback) {
        QTest::newRow(text) << QString::fromLatin1(text) << address << quint16(port) << isLoopback;
    };
    row("127.0.0.1:8000", QHostAddress(QHostAddress::LocalHost), 8000, true);
    row("127.8.0.1:1", QHostAddress(QStringLiteral("127.8.0.1")), 1, true);
    row("localhost:65535", QHostAddress(QHostAddress::LocalHost), 65535, true);
    row("[::1]:8000", QHostAddress(QHostAddress::LocalHostIPv6), 8000, true);
    row("0.0.0.0:0", QHostAddress(QHostAddress::AnyIPv4), 0, false);
    row("*:8000", QHostAddress(QHostAddress::Any), 8000, false);
    row("192.0.2.7:8000", QHostAddress(QStringLiteral("192.0.2.7")), 8000, false);
    row("[2001:db8::1]:443", QHostAddress(QStringLiteral("2001:db8::1")), 443, false);
}

void EndpointTest::reads()
{
    QFETCH(QString, text);
    const core::Result<http::Endpoint> endpoint = http::endpointFromText(text);
    QVERIFY(endpoint.has_value());
    QTEST(endpoint->address, "address");
    QTEST(endpoint->port, "port");
    QTEST(endpoint->isLoopback(), "isLoopback");
}

void EndpointTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    for (const char *text :
         {"8000", ":8000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
          "127.0.0.1:8000x", "1:8000", "::1:8000", "billing.example:8000", "[127.0.0.1:8000"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void EndpointTest::refuses()
{
    QFETCH(QString, text);
    const core::Result<http::Endpoint> endpoint = http::endpointFromText(text);
    QVERIFY(!endpoint.has_value());
    QCOMPARE(endpoint.error().kind, core::Error::Kind::Invalid);
    QVERIFY(endpoint.error().message.contains(u"127.0.0.1:8000"));
}

QTEST_APPLESS_MAIN(EndpointTest)
#include "tst_endpoint.moc"
