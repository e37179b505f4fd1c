// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connectionurl.h"
#include "http/server.h"
#include "rawclient.h"
#include "server/webhookroute.h"
#include "services/webhookintake.h"
#include "stripe/signature.h"
#include "testdatabase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray path = "/api/v1/stripe/webhooks";
const QByteArray secret = "whsec_of_this_test";
const QDateTime noon = QDateTime::fromSecsSinceEpoch(1'701'392'425, Qt::UTC);

/// Set before the server is asked, and only read from then on.
class FixedClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now = noon;
};

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

QByteArray deliveryOf(const QByteArray &body, const QByteArray &signature)
{
    return "POST " + path
        + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
          "Stripe-Signature: "
        + signature + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray signedDelivery(const QByteArray &body)
{
    return deliveryOf(body, stripe::signatureHeader(body, {secret}, noon));
}

QByteArray eventNumber(int number)
{
    QByteArray event = fixture(u"event_invoice.payment_failed.json"_s);
    const QByteArray id = QJsonDocument::fromJson(event)[u"id"].toString().toLatin1();
    return event.replace(id, "evt_number_" + QByteArray::number(number));
}

} // namespace

/// A webhook's way from the socket into the table, on a real database.
class WebhookRouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void judgesTheSignature_data();
    void judgesTheSignature();
    void saysWhyItTurnsADeliveryAway_data();
    void saysWhyItTurnsADeliveryAway();
    void storesTheSignedBytesOnce();
    void answersOnlyAfterTheRowIsThere();
    void storesManyFromManyConnections();
    void keepsAnEventThatCannotBeRead();
    void refusesWithoutASecret();
    void refusesWithoutASignature();
    void answers503WhenTheDatabaseIsGone();
    void takesPostOnly();
    void refusesABodyThatIsTooLarge();

private:
    void start(const db::ConnectionParameters &database);
    [[nodiscard]] QString count() const
    {
        return m_testDatabase->value("SELECT count(*) FROM stripe_webhook_events");
    }

    FixedClock m_clock;
    std::unique_ptr<support::TestDatabase> m_testDatabase;
    std::unique_ptr<services::WebhookIntake> m_intake;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
};

void WebhookRouteTest::initTestCase()
{
    m_testDatabase = std::make_unique<support::TestDatabase>();
}

void WebhookRouteTest::cleanupTestCase()
{
    m_testDatabase.reset();
}

void WebhookRouteTest::init()
{
    m_clock.set(noon);
    start(m_testDatabase->parameters());
}

void WebhookRouteTest::start(const db::ConnectionParameters &database)
{
    m_server.reset();
    m_intake = std::make_unique<services::WebhookIntake>(
        database, m_clock, services::IntakeSettings{.secrets = {secret}});
    http::Router router;
    server::addWebhookRoute(router, *m_intake);
    m_server = std::make_unique<http::Server>(std::move(router));
    const core::Result<quint16> port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port.has_value());
    m_port = *port;
}

void WebhookRouteTest::cleanup()
{
    m_server.reset();
    m_intake.reset();
    (void)m_testDatabase->value("DELETE FROM stripe_webhook_events RETURNING 1");
}

void WebhookRouteTest::judgesTheSignature_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonDocument document = QJsonDocument::fromJson(fixture(u"webhook_signatures.json"_s));
    const QJsonArray vectors = document[u"vectors"].toArray();
    QCOMPARE(vectors.size(), 17);
    for (const QJsonValue &vector : vectors)
        QTest::newRow(qPrintable(vector[u"name"].toString())) << vector.toObject();
}

void WebhookRouteTest::judgesTheSignature()
{
    QFETCH(QJsonObject, vector);
    const QJsonArray several = vector[u"secrets"].toArray();
    QList<QByteArray> secrets;
    for (const QJsonValue &one : several)
        secrets.append(one.toString().toUtf8());
    if (secrets.isEmpty())
        secrets.append(vector[u"secret"].toString().toUtf8());
    m_intake->setSecrets(secrets);
    m_clock.set(QDateTime::fromSecsSinceEpoch(vector[u"received_at"].toInteger(), Qt::UTC));
    const bool isAccepted = vector[u"expect"].toString() == "accept"_L1;

    const QByteArray body = vector[u"payload"].toString().toUtf8();
    RawClient client(m_port);
    client.send(deliveryOf(body, vector[u"header"].toString().toUtf8()));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, isAccepted ? 200 : 400);
    QCOMPARE(count(), isAccepted ? u"1"_s : u"0"_s);
    if (isAccepted)
        return;
    const QJsonObject error = QJsonDocument::fromJson(answer->body)[u"error"].toObject();
    QCOMPARE(error[u"type"].toString(), u"invalid_request_error"_s);
    QCOMPARE(error[u"code"].toString(), u"webhook_rejected"_s);
    QVERIFY(!error[u"message"].toString().isEmpty());
    QCOMPARE(error[u"request_id"].toString().toLatin1(), answer->headers.value("request-id"));
}

void WebhookRouteTest::saysWhyItTurnsADeliveryAway_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isTold"); // in the window too
    const auto signedBy = [](const QByteArray &key, int secondsAgo) {
        return stripe::signatureHeader("{}", {key}, noon.addSecs(-secondsAgo));
    };
    QTest::newRow("unsigned") << QByteArray() << u"not signed by Stripe"_s << false;
    QTest::newRow("another endpoint's secret")
        << signedBy("whsec_other", 0) << u"does not match this endpoint's secret"_s << true;
    QTest::newRow("stale") << signedBy(secret, 301) << u"more than five minutes ago"_s << true;
    QTest::newRow("future") << signedBy(secret, -301) << u"more than five minutes ahead"_s << true;
}

void WebhookRouteTest::saysWhyItTurnsADeliveryAway()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, said);
    QFETCH(bool, isTold);
    QStringList told; // it comes from the listener's thread
    connect(
        m_intake.get(), &services::WebhookIntake::turnedAway, this,
        [&told](const QString &why) { told.append(why); }, Qt::QueuedConnection);
    RawClient client(m_port);
    client.send(deliveryOf("{}", header));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
    QVERIFY2(QString::fromUtf8(answer->body).contains(said), answer->body.constData());
    QTRY_COMPARE(told.size(), isTold ? 1 : 0);
    disconnect(m_intake.get(), nullptr, this, nullptr);
}

void WebhookRouteTest::storesTheSignedBytesOnce()
{
    const QByteArray body = fixture(u"event_customer.subscription.created.json"_s);
    RawClient client(m_port);
    for (int i = 0; i < 3; ++i) {
        client.send(signedDelivery(body));
        const std::optional<RawClient::Answer> answer = client.next();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, R"({"received":true})");
    }
    QCOMPARE(count(), u"1"_s);
    QCOMPARE(m_testDatabase->value("SELECT encode(payload, 'hex') FROM stripe_webhook_events"),
             QString::fromLatin1(body.toHex()));
    QCOMPARE(m_testDatabase->value("SELECT state FROM stripe_webhook_events"), u"waiting"_s);
}

void WebhookRouteTest::answersOnlyAfterTheRowIsThere()
{
    RawClient client(m_port);
    for (int i = 1; i <= 10; ++i) {
        client.send(signedDelivery(eventNumber(i)));
        QCOMPARE(client.nextStatus(), 200);
        QCOMPARE(count(), QString::number(i));
    }
}

void WebhookRouteTest::storesManyFromManyConnections()
{
    constexpr int connections = 8;
    constexpr int perConnection = 25;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int c = 0; c < connections; ++c) {
        clients.push_back(std::make_unique<RawClient>(m_port));
        QByteArray deliveries;
        for (int i = 0; i < perConnection; ++i)
            deliveries += signedDelivery(eventNumber(c * perConnection + i));
        clients.back()->send(deliveries);
    }
    for (const std::unique_ptr<RawClient> &client : clients) {
        for (int i = 0; i < perConnection; ++i)
            QCOMPARE(client->nextStatus(), 200);
    }
    QCOMPARE(count(), QString::number(connections * perConnection));
}

void WebhookRouteTest::keepsAnEventThatCannotBeRead()
{
    RawClient client(m_port);
    client.send(signedDelivery("{\"object\":\"event\",") + signedDelivery(eventNumber(1)));
    QCOMPARE(client.nextStatus(), 400);
    QCOMPARE(client.nextStatus(), 200); // and it takes no other with it
    QCOMPARE(
        m_testDatabase->value(
            "SELECT encode(payload, 'escape') FROM stripe_webhook_events WHERE state = 'dead'"),
        u"{\"object\":\"event\","_s);
}

void WebhookRouteTest::refusesWithoutASecret()
{
    m_intake->setSecrets({});
    RawClient client(m_port);
    client.send(signedDelivery(eventNumber(1)));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(answer->headers.value("retry-after").toInt() > 0);
    QCOMPARE(count(), u"0"_s);
}

void WebhookRouteTest::refusesWithoutASignature()
{
    RawClient client(m_port);
    client.send(postOf(path, eventNumber(1)));
    QCOMPARE(client.nextStatus(), 400);
    QCOMPARE(count(), u"0"_s);
}

void WebhookRouteTest::answers503WhenTheDatabaseIsGone()
{
    db::ConnectionParameters nowhere = m_testDatabase->parameters();
    nowhere.set("host", "/nowhere");
    start(nowhere);
    RawClient client(m_port);
    client.send(signedDelivery(eventNumber(1)));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QVERIFY(answer->headers.value("retry-after").toInt() > 0);
    QVERIFY(answer->body.contains("\"code\":\"webhook_not_stored\""));
}

void WebhookRouteTest::takesPostOnly()
{
    RawClient client(m_port);
    client.send(getOf(path));
    const std::optional<RawClient::Answer> answer = client.next();
    QVERIFY(answer);
    QCOMPARE(answer->status, 405);
    QCOMPARE(answer->headers.value("allow"), "POST");
}

void WebhookRouteTest::refusesABodyThatIsTooLarge()
{
    RawClient client(m_port);
    client.send(signedDelivery(QByteArray(1024 * 1024 + 1, ' ')));
    QCOMPARE(client.nextStatus(), 413);
    QCOMPARE(count(), u"0"_s);
}

QTEST_GUILESS_MAIN(WebhookRouteTest)
#include "tst_webhookroute.moc"
