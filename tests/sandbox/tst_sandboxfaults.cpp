// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandbox/faults.h"
#include "sandboxclient.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using sandbox::FaultPlan;
using sandbox::Faults;

class TestSandboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_sandbox.setFaults({}); }
    void areOffFromTheStart();
    void limitTheRate();
    void failBeforeOrAfterTheEffect_data();
    void failBeforeOrAfterTheEffect();
    void delayAnswers();
    void concernOnlyTheirPaths();
    void comeAsOftenAsTheirRate();
    void areSetOverHttp();
    void areReadFromTheCommandLine_data();
    void areReadFromTheCommandLine();

private:
    int customers() { return int(m_client.get(u"/v1/customers"_s, "limit=100").data().size()); }
    Reply control(const QByteArray &method, const QByteArray &body = {})
    {
        QNetworkRequest request(QUrl(m_sandbox.baseUrl() + u"/sandbox/faults"_s));
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        return SandboxClient::wait(m_network.sendCustomRequest(request, method, body));
    }

    RunningSandbox m_sandbox;
    SandboxClient m_client{m_sandbox.baseUrl(), m_sandbox.key()};
    QNetworkAccessManager m_network;
};

void TestSandboxFaults::areOffFromTheStart()
{
    for (int i = 0; i < 50; ++i)
        QCOMPARE(m_client.get(u"/v1/account"_s).status, 200);
}

void TestSandboxFaults::limitTheRate()
{
    m_sandbox.setFaults({.rate429 = 1, .count = 1});
    const Reply limited = m_client.get(u"/v1/account"_s);
    QCOMPARE(limited.status, 429);
    QCOMPARE(limited.error().value(u"code"), u"rate_limit"_s);
    QCOMPARE(limited.headers.value("stripe-rate-limited-reason"), "global-rate");
    QCOMPARE(m_client.get(u"/v1/account"_s).status, 200);
}

void TestSandboxFaults::failBeforeOrAfterTheEffect_data()
{
    QTest::addColumn<bool>("isDrop");
    QTest::addColumn<bool>("isAfterEffect");
    QTest::addColumn<int>("secondStatus"); // the same key once more
    QTest::newRow("a 500 before anything is done, stored") << false << false << 500;
    QTest::newRow("a 500 although it was done, stored") << false << true << 500;
    QTest::newRow("a lost connection before anything is done") << true << false << 200;
    QTest::newRow("a lost answer to what was done") << true << true << 200;
}

void TestSandboxFaults::failBeforeOrAfterTheEffect()
{
    QFETCH(bool, isDrop);
    QFETCH(bool, isAfterEffect);
    QFETCH(int, secondStatus);
    const int before = customers();
    FaultPlan plan;
    (isDrop ? plan.dropConnection : plan.rate500) = 1;
    plan.isAfterEffect = isAfterEffect;
    plan.method = u"POST"_s;
    m_sandbox.setFaults(plan);
    const QByteArray key = QByteArray("key-") + QTest::currentDataTag();
    const Reply failed = m_client.post(u"/v1/customers"_s, "name=A", key);
    QCOMPARE(failed.status, isDrop ? 0 : 500);
    QCOMPARE(customers(), before + (isAfterEffect ? 1 : 0));
    m_sandbox.setFaults({});
    const Reply again = m_client.post(u"/v1/customers"_s, "name=A", key);
    QCOMPARE(again.status, secondStatus);
    QCOMPARE(customers(), before + (isAfterEffect || isDrop ? 1 : 0)); // never two
}

void TestSandboxFaults::delayAnswers()
{
    m_sandbox.setFaults({.latencyMs = 200});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client.get(u"/v1/account"_s).status, 200);
    QVERIFY(timer.elapsed() >= 190);
}

void TestSandboxFaults::concernOnlyTheirPaths()
{
    m_sandbox.setFaults({.rate500 = 1, .paths = {u"/v1/invoices"_s}});
    QCOMPARE(m_client.get(u"/v1/account"_s).status, 200);
    QCOMPARE(m_client.get(u"/v1/invoices"_s).status, 500);
}

void TestSandboxFaults::comeAsOftenAsTheirRate()
{
    Faults faults;
    faults.setPlan({.rate500 = 0.25});
    int hits = 0;
    for (int i = 0; i < 4000; ++i)
        hits += faults.next("GET", u"/v1/account"_s).kind == sandbox::Fault::Kind::ServerError;
    QVERIFY2(hits > 900 && hits < 1100, QByteArray::number(hits));
}

void TestSandboxFaults::areSetOverHttp()
{
    const Reply set = control("POST", R"({"rate_429": 1, "paths": ["/v1/account"], "count": 2})");
    QCOMPARE(set.status, 200);
    QCOMPARE(set.number("count"), 2);
    QCOMPARE(m_client.get(u"/v1/account"_s).status, 429);
    QCOMPARE(control("GET").number("count"), 1);
    QCOMPARE(control("DELETE").status, 200);
    QCOMPARE(m_client.get(u"/v1/account"_s).status, 200);
    QCOMPARE(control("POST", R"({"rate_430": 1})").status, 400);
    QCOMPARE(control("POST", R"({"rate_429": 2})").status, 400);
    QCOMPARE(control("POST", "{").status, 400);
}

void TestSandboxFaults::areReadFromTheCommandLine_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("several at once")
        << u"rate_500=0.1,latency_ms=20,after_effect=true,paths=/v1/a:/v1/b"_s << true;
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("an unknown name") << u"rate_600=1"_s << false;
    QTest::newRow("a rate above one") << u"rate_500=3"_s << false;
    QTest::newRow("no value") << u"latency_ms"_s << false;
}

void TestSandboxFaults::areReadFromTheCommandLine()
{
    QFETCH(QString, option);
    QFETCH(bool, isGood);
    const auto plan = Faults::planFrom(option);
    QCOMPARE(plan.has_value(), isGood);
    if (isGood && !option.isEmpty()) {
        QCOMPARE(plan->rate500, 0.1);
        QCOMPARE(plan->latencyMs, 20);
        QVERIFY(plan->isAfterEffect);
        QCOMPARE(plan->paths.size(), 2);
    }
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
