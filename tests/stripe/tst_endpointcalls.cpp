// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/webhookendpoint.h"
#include "stripe/requests/webhookendpoints.h"
#include "stripe/signature.h"
#include "stripe/wire.h"
#include "stripecontract.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace stripe;

Q_DECLARE_METATYPE(stripe::Call)

/// What is asked of Stripe about webhook endpoints, and what is read of its answers.
class EndpointCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheContract_data();
    void keepsTheContract();
    void refusesAnEmptyId();
    void readsAnEndpointWithoutItsSecret();
    void readsBackHowARollingStands_data();
    void readsBackHowARollingStands();
    void tellsWhichSecretSigned();

private:
    const StripeContract m_contract{QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json")};
};

namespace {

QJsonObject fixture(const char *name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", name);
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

void EndpointCallsTest::keepsTheContract_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<QByteArray>("line");
    const WebhookEndpointFields created{
        .url = u"https://a.example/b?c=d&e"_s,
        .enabledEvents = {u"invoice.paid"_s, u"price.created"_s},
        .description = u"Ä & B"_s,
        .apiVersion = u"2023-10-16"_s,
        .metadata = metadataOf({u"we_1"_s, QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC)})};
    QTest::newRow("create with everything")
        << createWebhookEndpoint(created, "key")
        << QByteArray("POST /v1/webhook_endpoints url=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd%26e"
                      "&enabled_events[0]=invoice.paid&enabled_events[1]=price.created"
                      "&api_version=2023-10-16&description=%C3%84%20%26%20B"
                      "&metadata[overlap_until]=1700000000&metadata[replaces]=we_1");
    QTest::newRow("disable, and clear the description")
        << updateWebhookEndpoint(u"we_1"_s, {.description = QString(), .disabled = true}, "key")
        << QByteArray("POST /v1/webhook_endpoints/we_1 description=&disabled=true");
    QTest::newRow("other types") << updateWebhookEndpoint(
        u"we_1"_s, {.enabledEvents = {u"invoice.paid"_s}}, "key")
                                 << QByteArray("POST /v1/webhook_endpoints/we_1 "
                                               "enabled_events[0]=invoice.paid");
    QTest::newRow("retrieve") << retrieveWebhookEndpoint(u"we_1"_s)
                              << QByteArray("GET /v1/webhook_endpoints/we_1");
    QTest::newRow("delete") << deleteWebhookEndpoint(u"we_1"_s)
                            << QByteArray("DELETE /v1/webhook_endpoints/we_1");
    QTest::newRow("list") << listWebhookEndpoints()
                          << QByteArray("GET /v1/webhook_endpoints limit=100");
}

void EndpointCallsTest::keepsTheContract()
{
    QFETCH(Call, call);
    QCOMPARE(m_contract.checkRequest(toText(call.method), call.path, call.form), QStringList());
    const QByteArray line = toText(call.method) + (' ' + call.path.toUtf8());
    QTEST(call.form.isEmpty() ? line : line + ' ' + call.form, "line");
}

/// A path that ends in a slash is never sent: "delete this one" would be "delete them".
void EndpointCallsTest::refusesAnEmptyId()
{
    QVERIFY(deleteWebhookEndpoint({}).path.endsWith(u'/'));
    QVERIFY(updateWebhookEndpoint({}, {}, "key").path.endsWith(u'/'));
}

void EndpointCallsTest::readsAnEndpointWithoutItsSecret()
{
    const auto endpoint = webhookEndpointFromJson(fixture("webhook_endpoint_created.json"));
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->id, u"we_1OFxWebhookEndpoint00001"_s);
    QCOMPARE(endpoint->url, u"https://hooks.example.test/stripe"_s);
    QCOMPARE(endpoint->description, u"Billing admin sync"_s);
    QCOMPARE(endpoint->apiVersion, u"2023-10-16"_s);
    QCOMPARE(endpoint->enabledEvents.size(), 9);
    QCOMPARE(endpoint->created, QDateTime::fromSecsSinceEpoch(1'690'000'100, Qt::UTC));
    QVERIFY(endpoint->isEnabled);
    QVERIFY(endpoint->operationId.isEmpty());
    QVERIFY(endpoint->overlap.replaces.isEmpty());
    QJsonObject disabled = fixture("webhook_endpoint.json");
    disabled[u"status"_s] = u"disabled"_s;
    disabled[u"api_version"_s] = QJsonValue::Null;
    const auto other = webhookEndpointFromJson(disabled);
    QVERIFY(other && !other->isEnabled && other->apiVersion.isEmpty());
    QVERIFY(!webhookEndpointFromJson(fixture("customer.json")).has_value());
}

void EndpointCallsTest::readsBackHowARollingStands_data()
{
    QTest::addColumn<QString>("replaces");
    QTest::addColumn<QDateTime>("until");
    QTest::addColumn<bool>("endsWithFirstEvent");
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    QTest::newRow("none") << QString() << QDateTime() << false;
    QTest::newRow("until a person ends it") << u"we_1"_s << QDateTime() << false;
    QTest::newRow("until a time") << u"we_1"_s << time << false;
    QTest::newRow("until the first event, or a time") << u"we_1"_s << time << true;
}

void EndpointCallsTest::readsBackHowARollingStands()
{
    QFETCH(QString, replaces);
    QFETCH(QDateTime, until);
    QFETCH(bool, endsWithFirstEvent);
    QJsonObject object = fixture("webhook_endpoint.json");
    object[u"metadata"_s] = metadataOf({replaces, until, endsWithFirstEvent});
    const auto endpoint = webhookEndpointFromJson(object);
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->overlap.replaces, replaces);
    QCOMPARE(endpoint->overlap.until, until);
    QCOMPARE(endpoint->overlap.endsWithFirstEvent, endsWithFirstEvent);
}

void EndpointCallsTest::tellsWhichSecretSigned()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<QByteArray> secrets{"whsec_old", "whsec_new"};
    QCOMPARE(signerOf("{}", signatureHeader("{}", {"whsec_new"}, now), secrets), 1);
    QCOMPARE(signerOf("{}", signatureHeader("{}", {"whsec_old"}, now), secrets), 0);
    QCOMPARE(signerOf("{}", signatureHeader("{}", {"whsec_other"}, now), secrets), -1);
    QCOMPARE(signerOf("{ }", signatureHeader("{}", {"whsec_old"}, now), secrets), -1);
    QCOMPARE(signerOf("{}", "nonsense", secrets), -1);
    QCOMPARE(signerOf("{}", signatureHeader("{}", {""}, now), {""}), -1); // anybody could
}

QTEST_GUILESS_MAIN(EndpointCallsTest)
#include "tst_endpointcalls.moc"
