// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

static QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

class TestSandboxErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesLikeStripe_data();
    void refusesLikeStripe();
    void saysWhichKeyItRefuses_data();
    void saysWhichKeyItRefuses();
    void tellsTheModesApart();
    void takesOnlyTheKeysItWasGiven();
    void refusesAnotherVersion();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();

private:
    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
};

void TestSandboxErrors::refusesLikeStripe_data()
{
    QTest::addColumn<QString>("fixtureName");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("a customer that does not exist")
        << u"error_resource_missing"_s << QByteArray("GET") << u"/v1/customers/cus_doesnotexist"_s
        << QByteArray();
    QTest::newRow("a price that does not exist")
        << u"error_resource_missing_param"_s << QByteArray("POST") << u"/v1/subscriptions"_s
        << QByteArray("items[0][price]=price_doesnotexist&customer=");
    QTest::newRow("no customer") << u"error_parameter_missing"_s << QByteArray("POST")
                                 << u"/v1/subscriptions"_s
                                 << QByteArray("items[0][price]=price_basic_monthly");
    QTest::newRow("a parameter that is misspelt")
        << u"error_parameter_unknown"_s << QByteArray("POST") << u"/v1/customers"_s
        << QByteArray("coupoon=x");
}

/// Everything but what changes with each request.
static QJsonObject comparable(QJsonObject error)
{
    error.remove(u"request_log_url");
    return error;
}

void TestSandboxErrors::refusesLikeStripe()
{
    QFETCH(QString, fixtureName);
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, form);
    if (form.endsWith("customer="))
        form += m_client.makeCustomer().toLatin1();
    const QJsonObject expected = fixture(fixtureName);
    QVERIFY(!expected.isEmpty());
    const Reply reply = m_client.send(method, path, form);
    QCOMPARE(reply.violations, QStringList());
    QCOMPARE(reply.status, expected.value(u"http_status").toInt());
    QCOMPARE(comparable(reply.error()),
             comparable(expected.value(u"body").toObject().value(u"error").toObject()));
    QVERIFY(reply.headers.value("request-id").startsWith("req_"));
    QCOMPARE(reply.headers.value("stripe-version"), "2023-10-16");
}

void TestSandboxErrors::saysWhichKeyItRefuses_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("no key at all") << QByteArray() << 401
                                   << fixture(u"error_authentication_missing_key"_s)
                                          .value(u"body")
                                          .toObject()
                                          .value(u"error")
                                          .toObject()
                                          .value(u"message")
                                          .toString();
    QTest::newRow("a key of a real account")
        << QByteArray("sk_test_0123456789abcdefghijk0000") << 401
        << u"Invalid API Key provided: sk_test_*********************0000"_s;
    QTest::newRow("a publishable key")
        << QByteArray("pk_test_sandbox") << 401
        << u"This API call cannot be made with a publishable API key."_s;
}

void TestSandboxErrors::saysWhichKeyItRefuses()
{
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    QFETCH(QString, message);
    SandboxClient client(m_sandbox.baseUrl(), key);
    const Reply reply = client.get(u"/v1/customers"_s);
    QCOMPARE(reply.status, status);
    QVERIFY2(reply.error().value(u"message").toString().startsWith(message),
             qPrintable(reply.error().value(u"message").toString()));
    QCOMPARE(reply.headers.value("www-authenticate"), "Bearer realm=\"Stripe\"");
}

void TestSandboxErrors::tellsTheModesApart()
{
    const QString customer = m_client.makeCustomer();
    SandboxClient live(m_sandbox.baseUrl(), "sk_live_sandbox1");
    const Reply reply = live.get(u"/v1/customers/"_s + customer);
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.error().value(u"code"), u"resource_missing"_s);
    QVERIFY(reply.error()
                .value(u"message")
                .toString()
                .contains(u"a similar object exists in test mode, but a live mode key was used"));
    QCOMPARE(live.get(u"/v1/customers"_s).data().size(), 0);
    SandboxClient reader(m_sandbox.baseUrl(), "rk_test_sandbox_readonly1");
    QCOMPARE(reader.get(u"/v1/customers"_s).status, 200);
    const Reply denied = reader.post(u"/v1/customers"_s, "name=x");
    QCOMPARE(denied.status, 403);
    QVERIFY(denied.error().value(u"message").toString().contains(u"rak_customer_write"));
}

void TestSandboxErrors::takesOnlyTheKeysItWasGiven()
{
    sandbox::Options options;
    options.keys = {"sk_test_only_this"};
    const RunningSandbox strict(options);
    SandboxClient client(strict.baseUrl(), "sk_test_only_this");
    QCOMPARE(client.get(u"/v1/account"_s).status, 200);
    client.setKey("sk_test_sandbox");
    QCOMPARE(client.get(u"/v1/account"_s).status, 401);
}

void TestSandboxErrors::refusesAnotherVersion()
{
    const Reply reply =
        m_client.send("GET", u"/v1/account"_s, {}, {{"Stripe-Version", "2025-03-31.basil"}});
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.error().value(u"message").toString().contains(u"2025-03-31.basil"));
}

void TestSandboxErrors::refusesWhatItCannotDo_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("param");
    const auto row = [](const char *name, const char *method, const QString &path,
                        const QByteArray &form, int status, const QString &param) {
        QTest::newRow(name) << QByteArray(method) << path << form << status << param;
    };
    row("an unknown path", "GET", u"/v1/unicorns"_s, {}, 404, {});
    row("an unknown method", "DELETE", u"/v1/invoices/in_1"_s, {}, 404, {});
    row("a path outside /v1", "GET", u"/v2/customers"_s, {}, 404, {});
    row("a limit of nothing", "GET", u"/v1/customers"_s, "limit=0", 400, u"limit"_s);
    row("a limit above 100", "GET", u"/v1/customers"_s, "limit=101", 400, u"limit"_s);
    row("a cursor that does not exist", "GET", u"/v1/customers"_s, "starting_after=cus_no", 400,
        u"starting_after"_s);
    row("both cursors", "GET", u"/v1/customers"_s, "starting_after=a&ending_before=b", 400,
        u"ending_before"_s);
    row("an e-mail address that is none", "POST", u"/v1/customers"_s, "email=nobody", 400,
        u"email"_s);
    row("a status that is none", "GET", u"/v1/subscriptions"_s, "status=asleep", 400, u"status"_s);
    row("parameters that cannot be read", "POST", u"/v1/customers"_s, "a[b=1", 400, {});
    row("a card that declines when attached", "POST", u"/v1/customers"_s,
        "payment_method=pm_card_visa_chargeDeclinedInsufficientFunds", 402, {});
    row("a payment method nobody knows", "POST", u"/v1/customers"_s, "payment_method=pm_no", 400,
        u"payment_method"_s);
}

void TestSandboxErrors::refusesWhatItCannotDo()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, form);
    QFETCH(int, status);
    QFETCH(QString, param);
    const int before = int(m_client.events().size());
    const Reply reply = SandboxClient::wait(m_client.start(method, path, form));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.error().value(u"param").toString(), param);
    QVERIFY(!reply.error().value(u"message").toString().isEmpty());
    QCOMPARE(int(m_client.events().size()), before); // nothing happened
}

QTEST_GUILESS_MAIN(TestSandboxErrors)
#include "tst_sandboxerrors.moc"
