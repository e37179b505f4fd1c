// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "stripe/signature.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSemaphore>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "whsec_of_the_daemon";

/// oms-billingd as a process, ended with the test.
class Daemon
{
public:
    Daemon() = default;
    ~Daemon()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Daemon)

    void set(const QString &variable, const QString &value) { m_variables[variable] = value; }

    void start(const QStringList &arguments)
    {
        QProcessEnvironment environment;
        for (const char *kept : {"PATH", "HOME", "LANG", "LC_ALL", "ASAN_OPTIONS"})
            environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
        for (auto it = m_variables.cbegin(); it != m_variables.cend(); ++it)
            environment.insert(it.key(), it.value());
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(OMS_BIN_DIR "/oms-billingd"), arguments);
    }
    /// The ready line, or an empty object when the program ends before.
    QJsonObject ready()
    {
        QByteArray line;
        const bool isThere = QTest::qWaitFor(
            [&] {
                m_process.setReadChannel(QProcess::StandardOutput);
                if (m_process.canReadLine())
                    line = m_process.readLine();
                return !line.isEmpty() || m_process.state() == QProcess::NotRunning;
            },
            10'000);
        return isThere ? QJsonDocument::fromJson(line).object() : QJsonObject();
    }
    /// Its exit code; -1 when it does not end.
    int end()
    {
        const bool hasEnded =
            QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, 15'000);
        m_errors += m_process.readAllStandardError();
        return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode()
                                                                          : -1;
    }
    void terminate() { m_process.terminate(); }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QByteArray errors()
    {
        m_errors += m_process.readAllStandardError();
        return m_errors;
    }
    QByteArray output() { return m_process.readAllStandardOutput(); }

private:
    QMap<QString, QString> m_variables;
    QProcess m_process;
    QByteArray m_errors;
};

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return file.readAll();
}

} // namespace

/// The server program as it is started: what it says, what it returns, what it survives.
class DaemonProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void helpAndVersion_data();
    void helpAndVersion();
    void startsAndStopsCleanly();
    void refusesWhatItCannotWorkWith_data();
    void refusesWhatItCannotWorkWith();
    void refusesAPortThatIsTaken();
    void refusesANewerDatabase();
    void saysWhatIsWrongWithTheKey_data();
    void saysWhatIsWrongWithTheKey();
    void judgesDeliveries_data();
    void judgesDeliveries();
    void losesNoEventWhenItIsKilled();

private:
    void prepare(Daemon &daemon);
    /// The status of a delivery; 0 when there was no answer.
    int deliver(const QUrl &url, const QByteArray &body, const QByteArray &signature);
    QString count(const QByteArray &where = "true") const
    {
        return m_test->value("SELECT count(*) FROM stripe_webhook_events WHERE " + where);
    }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    QNetworkAccessManager m_network;
};

void DaemonProcessTest::initTestCase()
{
    m_sandbox = std::make_unique<RunningSandbox>();
    m_test = std::make_unique<support::TestDatabase>();
}

void DaemonProcessTest::cleanupTestCase()
{
    m_test.reset();
    m_sandbox.reset();
}

void DaemonProcessTest::init()
{
    (void)m_test->value("DELETE FROM stripe_webhook_events RETURNING 1");
}

void DaemonProcessTest::prepare(Daemon &daemon)
{
    daemon.set(u"DATABASE_URL"_s, m_test->url());
    daemon.set(u"STRIPE_API_BASE"_s, m_sandbox->baseUrl());
    daemon.set(u"STRIPE_SECRET_KEY"_s, QString::fromLatin1(m_sandbox->key()));
    daemon.set(u"STRIPE_WEBHOOK_SECRET"_s, QString::fromLatin1(secret));
    daemon.set(u"OMS_BILLING_LISTEN"_s, u"127.0.0.1:0"_s);
}

int DaemonProcessTest::deliver(const QUrl &url, const QByteArray &body, const QByteArray &signature)
{
    QUrl endpoint = url;
    endpoint.setPath(u"/api/v1/stripe/webhooks"_s);
    QNetworkRequest request(endpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    if (!signature.isEmpty())
        request.setRawHeader("Stripe-Signature", signature);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void DaemonProcessTest::helpAndVersion_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("help") << u"--help"_s << QByteArray("--database-url");
    QTest::newRow("version") << u"--version"_s << QByteArray(OMS_VERSION);
}

void DaemonProcessTest::helpAndVersion()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, said);
    Daemon daemon;
    daemon.start({option});
    QCOMPARE(daemon.end(), 0);
    const QByteArray output = daemon.output();
    QVERIFY2(output.contains(said), output.constData());
}

void DaemonProcessTest::startsAndStopsCleanly()
{
    Daemon daemon;
    prepare(daemon);
    daemon.start({u"serve"_s});
    const QJsonObject ready = daemon.ready();
    QVERIFY2(ready[u"ready"].toBool(), daemon.errors().constData());
    QCOMPARE(ready[u"program"].toString(), u"oms-billingd"_s);
    QVERIFY(ready[u"pid"].toInteger() > 0);
    const QUrl url(ready[u"url"].toString());
    QVERIFY(url.port() > 0);
    QUrl health = url;
    health.setPath(u"/healthz"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(health)));
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    daemon.terminate();
    QCOMPARE(daemon.end(), 0);
    QVERIFY2(!daemon.errors().contains("sk_test"), daemon.errors().constData());
    QVERIFY2(!daemon.errors().contains(secret), daemon.errors().constData());
}

void DaemonProcessTest::refusesWhatItCannotWorkWith_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &variable, const QString &value, int code,
                        const QByteArray &said) {
        QTest::newRow(name) << variable << value << code << said;
    };
    row("a database that does not answer", u"DATABASE_URL"_s,
        u"postgresql://someone@127.0.0.1:1/oms"_s, 3, "does not answer");
    row("a URL that is none", u"DATABASE_URL"_s, u"postgresql://[::1"_s, 2, "");
    row("a role without the engine's rights", u"DATABASE_URL"_s, m_test->roleUrl("oms_viewer"), 4,
        "may not run the engine");
    (void)m_test->value("DO $$ BEGIN CREATE ROLE flows_nobody LOGIN; EXCEPTION WHEN"
                        " duplicate_object THEN NULL; END $$");
    db::ConnectionParameters nobody = m_test->parameters();
    nobody.set("user", "flows_nobody");
    row("a role without any right", u"DATABASE_URL"_s, support::toUrl(nobody), 4,
        "no rights in OMS Billing");
    row("a listen address that is none", u"OMS_BILLING_LISTEN"_s, u"everywhere"_s, 2,
        "OMS_BILLING_LISTEN");
    row("an address beyond this machine without TLS", u"OMS_BILLING_LISTEN"_s, u"0.0.0.0:0"_s, 5,
        "encrypted");
    row("an address of Stripe that is none", u"STRIPE_API_BASE"_s, u"stripe"_s, 2,
        "STRIPE_API_BASE");
}

void DaemonProcessTest::refusesWhatItCannotWorkWith()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    Daemon daemon;
    prepare(daemon);
    daemon.set(variable, value);
    daemon.start({u"serve"_s});
    QCOMPARE(daemon.end(), code);
    QVERIFY2(daemon.errors().contains(said), daemon.errors().constData());
}

void DaemonProcessTest::refusesAPortThatIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Daemon daemon;
    prepare(daemon);
    daemon.set(u"OMS_BILLING_LISTEN"_s, u"127.0.0.1:%1"_s.arg(other.serverPort()));
    daemon.start({u"serve"_s});
    QCOMPARE(daemon.end(), 5);
    QVERIFY2(daemon.errors().contains(QByteArray::number(other.serverPort())),
             daemon.errors().constData());
}

void DaemonProcessTest::refusesANewerDatabase()
{
    support::TestDatabase newer;
    (void)newer.value("INSERT INTO schema_migrations SELECT (jsonb_populate_record(m,"
                      " jsonb_build_object('version', m.version + 1))).* FROM schema_migrations m"
                      " ORDER BY m.version DESC LIMIT 1 RETURNING 1");
    Daemon daemon;
    prepare(daemon);
    daemon.set(u"DATABASE_URL"_s, newer.url());
    daemon.start({u"serve"_s});
    QCOMPARE(daemon.end(), 3);
    QVERIFY2(daemon.errors().contains("newer"), daemon.errors().constData());
}

void DaemonProcessTest::saysWhatIsWrongWithTheKey_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("publishable") << u"pk_test_123"_s;
    QTest::newRow("a live key for another host than Stripe's") << u"sk_live_123"_s;
    QTest::newRow("a webhook secret") << u"whsec_123"_s;
    QTest::newRow("one that Stripe does not know") << u"sk_test_of_nobody"_s;
}

void DaemonProcessTest::saysWhatIsWrongWithTheKey()
{
    QFETCH(QString, key);
    // Events are received all the same; nothing is sent, and operations wait.
    support::TestDatabase database;
    Daemon daemon;
    prepare(daemon);
    daemon.set(u"DATABASE_URL"_s, database.url());
    daemon.set(u"STRIPE_SECRET_KEY"_s, key);
    support::TestDesk desk(database.parameters(), m_sandbox->baseUrl());
    const QUuid group = desk.provision(support::company(u"Waits"_s, false));
    daemon.start({u"serve"_s});
    const QJsonObject ready = daemon.ready();
    QVERIFY2(ready[u"ready"].toBool(), daemon.errors().constData());
    const QByteArray body = fixture(u"event_invoice.created.json"_s);
    const QByteArray signature =
        stripe::signatureHeader(body, {secret}, QDateTime::currentDateTimeUtc());
    QCOMPARE(deliver(QUrl(ready[u"url"].toString()), body, signature), 200);
    QTRY_COMPARE(database.value("SELECT state FROM stripe_webhook_events"), u"done"_s);
    QCOMPARE(desk.states(group), u"planned"_s);
    daemon.terminate();
    QCOMPARE(daemon.end(), 0);
    QVERIFY2(!daemon.errors().contains(key.toUtf8()), daemon.errors().constData());
}

void DaemonProcessTest::judgesDeliveries_data()
{
    QTest::addColumn<int>("age"); // seconds
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<int>("status");
    QTest::newRow("signed now") << 0 << QByteArray() << 200;
    QTest::newRow("stale") << 301 << QByteArray() << 400;
    QTest::newRow("from the future") << -302 << QByteArray() << 400;
    QTest::newRow("tampered with") << 0 << QByteArray(" ") << 400;
    QTest::newRow("unsigned") << -1 << QByteArray() << 400;
}

void DaemonProcessTest::judgesDeliveries()
{
    QFETCH(int, age);
    QFETCH(QByteArray, change);
    QFETCH(int, status);
    Daemon daemon;
    prepare(daemon);
    daemon.start({u"serve"_s});
    const QUrl url(daemon.ready()[u"url"].toString());
    const QByteArray body = fixture(u"event_invoice.updated.json"_s);
    const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-age);
    const QByteArray signature =
        age == -1 ? QByteArray() : stripe::signatureHeader(body, {secret}, at);
    QCOMPARE(deliver(url, body + change, signature), status);
    QCOMPARE(count(), status == 200 ? u"1"_s : u"0"_s);
}

void DaemonProcessTest::losesNoEventWhenItIsKilled()
{
    constexpr int events = 60;
    const QByteArray event = fixture(u"event_invoice.payment_failed.json"_s);
    const QJsonObject json = QJsonDocument::fromJson(event).object();
    const QByteArray id = json[u"id"].toString().toLatin1();
    const auto numbered = [&](int number) {
        return QByteArray(event).replace(id, "evt_kill_" + QByteArray::number(number));
    };
    Daemon first;
    prepare(first);
    // The processor cannot work: a lock holds it up, the intake's table is free.
    db::Database blocker(m_test->ownerParameters());
    QSemaphore locked;
    QSemaphore release;
    auto lock = blocker.write([&](db::Session &session) -> core::Result<> {
        const auto taken = session.exec(u"LOCK TABLE stripe_invoices IN ACCESS EXCLUSIVE MODE"_s);
        locked.release();
        release.acquire();
        return taken ? core::Result<>() : core::passOn(taken);
    });
    QVERIFY(locked.tryAcquire(1, 10'000));
    const auto unlock = qScopeGuard([&release] { release.release(); });
    first.start({u"serve"_s});
    const QUrl url(first.ready()[u"url"].toString());
    for (int i = 0; i < events; ++i) {
        const QByteArray body = numbered(i);
        QCOMPARE(deliver(url, body,
                         stripe::signatureHeader(body, {secret}, QDateTime::currentDateTimeUtc())),
                 200);
    }
    QCOMPARE(count("state = 'waiting'"), QString::number(events));
    first.kill();
    release.release();
    lock.waitForFinished();
    Daemon second;
    prepare(second);
    second.start({u"serve"_s});
    QVERIFY(second.ready()[u"ready"].toBool());
    QTRY_COMPARE_WITH_TIMEOUT(count("state = 'done' AND attempts = 1"), QString::number(events),
                              10'000);
    second.terminate();
    QCOMPARE(second.end(), 0);
}

QTEST_GUILESS_MAIN(DaemonProcessTest)
#include "tst_daemonprocess.moc"
