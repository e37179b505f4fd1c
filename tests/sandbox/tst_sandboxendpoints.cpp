// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"
#include "stripe/signature.h"
#include "webhookreceiver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Webhook endpoints as Stripe's API has them, each answer held against its document; and what is
/// delivered to them.
class SandboxEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsTheSecretAtCreationOnly();
    void takesEveryTypeOfTheDocumentAndNoOther();
    void refuses_data();
    void refuses();
    void changesWhatItIsTold();
    void disablesAndEnables();
    void allowsSixteen();
    void listsByPages();
    void forgetsWhatWasDeleted();
    void signsWithEachEndpointsOwnSecret();
    void keepsThemOverARestart();

private:
    Reply create(const QByteArray &more = {}, const QString &url = u"https://a.example/b"_s)
    {
        return m_client->post(u"/v1/webhook_endpoints"_s,
                              "url=" + QUrl::toPercentEncoding(url)
                                  + "&enabled_events[]=customer.created" + more);
    }
    static QString pathOf(const Reply &made)
    {
        return u"/v1/webhook_endpoints/"_s + made.text("id");
    }

    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<SandboxClient> m_client;
};

#define COMPLIES(reply) QCOMPARE((reply).violations, QStringList())

void SandboxEndpointsTest::init()
{
    m_client.reset();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_client = std::make_unique<SandboxClient>(m_sandbox->baseUrl(), m_sandbox->key());
}

void SandboxEndpointsTest::tellsTheSecretAtCreationOnly()
{
    const Reply made = create("&description=Ours&api_version=2023-10-16&metadata[op_id]=7");
    COMPLIES(made);
    QCOMPARE(made.status, 200);
    QVERIFY(made.text("secret").startsWith(u"whsec_"));
    QCOMPARE(made.text("api_version"), u"2023-10-16"_s);
    QCOMPARE(made.text("description"), u"Ours"_s);
    QCOMPARE(made.at(u"metadata.op_id"_s), u"7"_s);
    const Reply read = m_client->get(pathOf(made));
    const Reply changed = m_client->post(pathOf(made), "description=Other");
    const Reply listed = m_client->get(u"/v1/webhook_endpoints"_s);
    for (const Reply *reply : {&read, &changed, &listed}) {
        COMPLIES(*reply);
        QVERIFY(!QJsonDocument(reply->body).toJson().contains("whsec_"));
    }
    const Reply plain = create();
    COMPLIES(plain);
    QVERIFY(plain.at(u"api_version"_s).isNull()); // the account's own, whatever it is
}

void SandboxEndpointsTest::takesEveryTypeOfTheDocumentAndNoOther()
{
    QFile file(u"" OMS_FIXTURES "/openapi-2023-10-16.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonValue at = QJsonDocument::fromJson(file.readAll()).object();
    for (const QString &step : {u"paths"_s, u"/v1/webhook_endpoints"_s, u"post"_s, u"requestBody"_s,
                                u"content"_s, u"application/x-www-form-urlencoded"_s, u"schema"_s,
                                u"properties"_s, u"enabled_events"_s, u"items"_s})
        at = at.toObject()[step];
    const QJsonArray types = at.toObject()[u"enum"_s].toArray();
    QVERIFY(types.size() > 200);
    QByteArray form = "url=https%3A%2F%2Fa.example";
    for (const QJsonValue &type : types)
        form += "&enabled_events[]=" + type.toString().toLatin1();
    const Reply all = m_client->post(u"/v1/webhook_endpoints"_s, form);
    COMPLIES(all);
    QCOMPARE(all.at(u"enabled_events"_s).toArray(), types);
    const Reply later = m_client->post(u"/v1/webhook_endpoints"_s,
                                       "url=https%3A%2F%2Fa.example&enabled_events[]=invoice.paid"
                                       "&enabled_events[]=refund.failed"); // of 2024-10-28
    QCOMPARE(later.status, 400);
    QCOMPARE(later.at(u"error.param"_s), u"enabled_events[1]"_s);
}

void SandboxEndpointsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");
    const QByteArray types = "enabled_events[]=*";
    QTest::newRow("no address") << types << u"url"_s;
    QTest::newRow("no types") << QByteArray("url=https%3A%2F%2Fa.example") << u"enabled_events"_s;
    QTest::newRow("an address without a scheme") << "url=a.example%2Fb&" + types << u"url"_s;
    QTest::newRow("another version")
        << "url=https%3A%2F%2Fa.example&api_version=2020-08-27&" + types << u"api_version"_s;
    QTest::newRow("disabled at creation")
        << "url=https%3A%2F%2Fa.example&disabled=true&" + types << u"disabled"_s;
}

void SandboxEndpointsTest::refuses()
{
    QFETCH(QByteArray, form);
    const Reply reply = m_client->post(u"/v1/webhook_endpoints"_s, form);
    QCOMPARE(reply.status, 400);
    QTEST(reply.at(u"error.param"_s).toString(), "param");
    QCOMPARE(m_client->get(u"/v1/webhook_endpoints"_s).data().size(), 0);
}

void SandboxEndpointsTest::changesWhatItIsTold()
{
    const Reply made = create("&description=Ours&metadata[a]=1");
    const Reply changed =
        m_client->post(pathOf(made),
                       "url=https%3A%2F%2Fc.example%2Fd&description=&metadata[b]=2"
                       "&enabled_events[]=invoice.paid&enabled_events[]=invoice.voided");
    COMPLIES(changed);
    QCOMPARE(changed.text("url"), u"https://c.example/d"_s);
    QVERIFY(changed.at(u"description"_s).isNull());
    QCOMPARE(changed.at(u"enabled_events"_s).toArray(),
             (QJsonArray{u"invoice.paid"_s, u"invoice.voided"_s}));
    QCOMPARE(changed.at(u"metadata"_s).toObject(),
             QJsonObject({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}}));
    QCOMPARE(m_client->post(pathOf(made), "url=nowhere").status, 400);
    QCOMPARE(m_client->post(pathOf(made), "enabled_events[]=no.such").status, 400);
    QCOMPARE(m_client->post(pathOf(made), "api_version=2023-10-16").status, 400); // never later
    QCOMPARE(m_client->get(pathOf(made)).body, changed.body);
}

void SandboxEndpointsTest::disablesAndEnables()
{
    const WebhookReceiver receiver;
    const Reply made = create({}, receiver.url());
    const Reply disabled = m_client->post(pathOf(made), "disabled=true");
    COMPLIES(disabled);
    QCOMPARE(disabled.text("status"), u"disabled"_s);
    (void)m_client->makeCustomer({});
    QCOMPARE(m_client->get(u"/v1/events"_s, "delivery_success=false").data().size(), 0);
    QCOMPARE(m_client->post(pathOf(made), "disabled=false").text("status"), u"enabled"_s);
    (void)m_client->makeCustomer({});
    QTRY_COMPARE(receiver.count(), 1); // of the second customer alone
}

void SandboxEndpointsTest::allowsSixteen()
{
    Reply last;
    for (int i = 0; i < 16; ++i)
        last = create();
    QCOMPARE(last.status, 200);
    const Reply oneMore = create();
    QCOMPARE(oneMore.status, 400);
    QVERIFY(oneMore.at(u"error.message"_s).toString().contains(u"16"));
    QCOMPARE(m_client->remove(pathOf(last)).status, 200);
    QCOMPARE(create().status, 200);
}

void SandboxEndpointsTest::listsByPages()
{
    QStringList made;
    for (int i = 0; i < 5; ++i)
        made.prepend(create().text("id"));
    QStringList read;
    QByteArray after;
    for (bool hasMore = true; hasMore;) {
        const Reply page = m_client->get(u"/v1/webhook_endpoints"_s, "limit=2" + after);
        COMPLIES(page);
        for (const QJsonValue &endpoint : page.data())
            read.append(endpoint.toObject()[u"id"].toString());
        hasMore = page.at(u"has_more"_s).toBool();
        after = "&starting_after=" + read.last().toLatin1();
    }
    QCOMPARE(read, made);
}

void SandboxEndpointsTest::forgetsWhatWasDeleted()
{
    const Reply made = create();
    const Reply gone = m_client->remove(pathOf(made));
    COMPLIES(gone);
    QCOMPARE(gone.at(u"deleted"_s), true);
    QCOMPARE(m_client->get(pathOf(made)).status, 404);
    QCOMPARE(m_client->post(pathOf(made), "disabled=true").status, 404);
    QCOMPARE(m_client->remove(pathOf(made)).status, 404);
    QCOMPARE(m_client->get(u"/v1/webhook_endpoints"_s).data().size(), 0);
}

void SandboxEndpointsTest::signsWithEachEndpointsOwnSecret()
{
    const WebhookReceiver first;
    const WebhookReceiver second;
    const QByteArray one = create({}, first.url()).text("secret").toLatin1();
    const QByteArray two = create({}, second.url()).text("secret").toLatin1();
    QVERIFY(one != two);
    (void)m_client->makeCustomer({});
    QTRY_COMPARE(first.count(), 1);
    QTRY_COMPARE(second.count(), 1);
    const auto signer = [&](const WebhookReceiver &receiver) {
        const auto delivery = receiver.deliveries().first();
        return stripe::signerOf(delivery.body, delivery.signature, {one, two});
    };
    QCOMPARE(signer(first), 0);
    QCOMPARE(signer(second), 1);
}

void SandboxEndpointsTest::keepsThemOverARestart()
{
    const QTemporaryDir folder;
    const WebhookReceiver receiver;
    sandbox::Options options = RunningSandbox::withQuickRetries();
    options.stateDirectory = folder.path();
    QByteArray secret;
    {
        RunningSandbox sandbox(options);
        SandboxClient client(sandbox.baseUrl(), sandbox.key());
        secret = client
                     .post(u"/v1/webhook_endpoints"_s,
                           "enabled_events[]=*&url=" + QUrl::toPercentEncoding(receiver.url()))
                     .text("secret")
                     .toLatin1();
    }
    RunningSandbox sandbox(options);
    SandboxClient client(sandbox.baseUrl(), sandbox.key());
    (void)client.makeCustomer({});
    QTRY_COMPARE(receiver.count(), 1);
    const auto delivery = receiver.deliveries().first();
    QCOMPARE(stripe::signerOf(delivery.body, delivery.signature, {secret}), 0);
}

QTEST_GUILESS_MAIN(SandboxEndpointsTest)
#include "tst_sandboxendpoints.moc"
