// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"
#include "stripe/signature.h"
#include "webhookreceiver.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

static const QByteArray secret = "whsec_sandboxtests";

class TestSandboxWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversWhatHappens();
    void signsEachAttemptAnew();
    void triesAgain_data();
    void triesAgain();
    void givesUpAndSaysSo();
    void deliversToEndpointsOfTheApi();
    void deliversAfterARestart();
    void sendsAgainOnRequest();
};

void TestSandboxWebhooks::deliversWhatHappens()
{
    const WebhookReceiver receiver;
    RunningSandbox sandbox;
    sandbox.setWebhook(receiver.url(), secret);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    QCOMPARE(client.subscribe(client.makeCustomer()).text("status"), u"active"_s);
    QStringList expected = client.eventTypes();
    QTRY_COMPARE(receiver.count(), int(expected.size()));
    QStringList types = receiver.types();
    std::ranges::sort(types); // several are in flight: they arrive in no certain order
    std::ranges::sort(expected);
    QCOMPARE(types, expected);
    for (const WebhookReceiver::Delivery &delivery : receiver.deliveries()) {
        QVERIFY(stripe::verifySignature(delivery.body, delivery.signature, {secret}, delivery.at)
                    .has_value());
        QVERIFY(delivery.contentType.startsWith("application/json"));
        QCOMPARE(SandboxClient::contract().checkObject(u"event"_s, delivery.event()),
                 QStringList());
        QCOMPARE(delivery.event().value(u"pending_webhooks"), 1);
    }
    QTRY_COMPARE(client.get(u"/v1/events"_s, "delivery_success=false").data().size(), 0);
}

void TestSandboxWebhooks::signsEachAttemptAnew()
{
    WebhookReceiver receiver;
    receiver.answerNext({500});
    sandbox::Options options = RunningSandbox::withQuickRetries();
    options.delivery.waits = {std::chrono::milliseconds(1100)}; // signatures count in seconds
    RunningSandbox sandbox(options);
    sandbox.setWebhook(receiver.url(), secret);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    (void)client.makeCustomer({});
    QTRY_COMPARE(receiver.count(), 2);
    const auto deliveries = receiver.deliveries();
    QCOMPARE(deliveries[0].body, deliveries[1].body);
    QVERIFY(deliveries[0].signature != deliveries[1].signature);
    for (const WebhookReceiver::Delivery &delivery : deliveries) {
        QVERIFY(stripe::verifySignature(delivery.body, delivery.signature, {secret}, delivery.at)
                    .has_value());
    }
}

void TestSandboxWebhooks::triesAgain_data()
{
    QTest::addColumn<int>("answer");
    QTest::newRow("after a 500") << 500;
    QTest::newRow("after a 400") << 400;
    QTest::newRow("after a redirect") << 302;
    QTest::newRow("after a broken connection") << 0;
}

void TestSandboxWebhooks::triesAgain()
{
    QFETCH(int, answer);
    WebhookReceiver receiver;
    // Qt itself repeats a POST on a connection that broke: twice as many of those.
    receiver.answerNext(answer ? QList<int>{answer, answer} : QList<int>{0, 0, 0, 0});
    RunningSandbox sandbox;
    sandbox.setWebhook(receiver.url(), secret);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    (void)client.makeCustomer({});
    QTRY_VERIFY(receiver.count() >= 3);
    QTRY_COMPARE(client.get(u"/v1/events"_s, "delivery_success=true").data().size(), 1);
    QSet<QByteArray> bodies;
    for (const WebhookReceiver::Delivery &delivery : receiver.deliveries())
        bodies.insert(delivery.body);
    QCOMPARE(bodies.size(), 1);
}

void TestSandboxWebhooks::givesUpAndSaysSo()
{
    WebhookReceiver receiver;
    receiver.answerNext({500, 500, 500, 500});
    RunningSandbox sandbox;
    sandbox.setWebhook(receiver.url(), secret);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    (void)client.makeCustomer({});
    QTRY_COMPARE(receiver.count(), 4); // the first and three more
    QTRY_COMPARE(sandbox.status().value(u"deliveries_waiting"), 0);
    const Reply undelivered = client.get(u"/v1/events"_s, "delivery_success=false");
    QCOMPARE(undelivered.data().size(), 1);
    QCOMPARE(undelivered.at(u"data.0.pending_webhooks"_s), 1);
}

void TestSandboxWebhooks::deliversToEndpointsOfTheApi()
{
    const WebhookReceiver receiver;
    const RunningSandbox sandbox;
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    const Reply made =
        client.post(u"/v1/webhook_endpoints"_s,
                    "enabled_events[]=invoice.paid&url=" + QUrl::toPercentEncoding(receiver.url()));
    QCOMPARE(made.status, 200);
    (void)client.subscribe(client.makeCustomer());
    QTRY_COMPARE(receiver.types(), QStringList({u"invoice.paid"_s}));
    const auto delivery = receiver.deliveries().first();
    QVERIFY(stripe::verifySignature(delivery.body, delivery.signature,
                                    {made.text("secret").toLatin1()}, delivery.at)
                .has_value());
    QCOMPARE(client.remove(u"/v1/webhook_endpoints/"_s + made.text("id")).status, 200);
    (void)client.subscribe(client.makeCustomer());
    QCOMPARE(client.get(u"/v1/events"_s, "delivery_success=false").data().size(), 0);
    QCOMPARE(receiver.count(), 1);
}

void TestSandboxWebhooks::deliversAfterARestart()
{
    const QTemporaryDir folder;
    WebhookReceiver receiver;
    receiver.answerNext({503, 503, 503, 503, 503, 503, 503, 503});
    sandbox::Options options = RunningSandbox::withQuickRetries();
    options.stateDirectory = folder.path();
    options.endpoints = {{.url = QUrl(receiver.url()), .secret = secret}};
    options.delivery.waits = {};
    {
        RunningSandbox sandbox(options);
        SandboxClient client(sandbox.baseUrl(), sandbox.key());
        (void)client.makeCustomer({});
        QTRY_COMPARE(receiver.count(), 1);
    }
    receiver.answerNext({});
    RunningSandbox sandbox(options);
    QVERIFY2(sandbox.isRunning(), qPrintable(sandbox.error()));
    QTRY_COMPARE(receiver.count(), 2);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    QTRY_COMPARE(client.get(u"/v1/events"_s, "delivery_success=true").data().size(), 1);
}

void TestSandboxWebhooks::sendsAgainOnRequest()
{
    const WebhookReceiver receiver;
    RunningSandbox sandbox;
    sandbox.setWebhook(receiver.url(), secret);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    (void)client.makeCustomer({});
    QTRY_COMPARE(receiver.count(), 1);
    const QByteArray id = client.events().first().value(u"id").toString().toLatin1();
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(sandbox.baseUrl() + u"/sandbox/resend"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    QCOMPARE(SandboxClient::wait(network.post(request, "{\"event\":\"" + id + "\"}")).status, 200);
    QTRY_COMPARE(receiver.count(), 2);
    QCOMPARE(SandboxClient::wait(network.post(request, "{\"event\":\"evt_no\"}")).status, 404);
}

QTEST_GUILESS_MAIN(TestSandboxWebhooks)
#include "tst_sandboxwebhooks.moc"
