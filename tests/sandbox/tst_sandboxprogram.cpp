// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The program as a process: its options, its ready line, its end, and what outlives kill -9.
class TestSandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItIsReady();
    void stopsOnASignal_data();
    void stopsOnASignal();
    void explainsItself_data();
    void explainsItself();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void saysThatThePortIsTaken();
    void outlivesKill();
    void refusesTheStateOfAnotherWorld();
    void keepsItsWorldOverMidnight();
};

static QString program()
{
    return QStringLiteral(OMS_BIN_DIR "/oms-stripe-sandbox");
}

/// Starts it on a free port and waits for the ready line.
static QJsonObject startOn(QProcess &process, QStringList arguments)
{
    process.start(program(), QStringList{u"--listen"_s, u"127.0.0.1:0"_s} + arguments);
    while (!process.canReadLine() && process.waitForReadyRead(20'000)) { }
    return QJsonDocument::fromJson(process.readLine()).object();
}

void TestSandboxProgram::saysThatItIsReady()
{
    QProcess process;
    const QJsonObject ready = startOn(process, {u"--world"_s, u"1:20:6:2024-06-30"_s});
    QCOMPARE(ready.value(u"ready"), true);
    QCOMPARE(ready.value(u"program"), u"oms-stripe-sandbox"_s);
    QCOMPARE(ready.value(u"pid").toInteger(), process.processId());
    SandboxClient client(ready.value(u"url").toString(), "sk_test_sandbox");
    QCOMPARE(client.get(u"/v1/customers"_s, "limit=100").data().size(), 20);
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void TestSandboxProgram::stopsOnASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSandboxProgram::stopsOnASignal()
{
    QFETCH(int, number);
    QProcess process;
    QCOMPARE(startOn(process, {}).value(u"ready"), true);
    ::kill(pid_t(process.processId()), number);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSandboxProgram::explainsItself_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("help") << u"--help"_s << QByteArray("--webhook-secret");
    QTest::newRow("version") << u"--version"_s << QByteArray("oms-stripe-sandbox ");
}

void TestSandboxProgram::explainsItself()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, text);
    QProcess process;
    process.start(program(), {option});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains(text));
}

void TestSandboxProgram::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("an unknown option") << QStringList{u"--wrold"_s} << QByteArray("wrold");
    QTest::newRow("an address without a port")
        << QStringList{u"--listen"_s, u"127.0.0.1"_s} << QByteArray("127.0.0.1");
    QTest::newRow("a port out of range")
        << QStringList{u"--listen"_s, u"127.0.0.1:70000"_s} << QByteArray("70000");
    QTest::newRow("a world that is none")
        << QStringList{u"--world"_s, u"many"_s} << QByteArray("seed:tenants:months");
    QTest::newRow("a webhook without a secret")
        << QStringList{u"--webhook"_s, u"http://127.0.0.1:1/"_s} << QByteArray("--webhook-secret");
    QTest::newRow("a fault that is none")
        << QStringList{u"--fault"_s, u"rain=1"_s} << QByteArray("rain");
    QTest::newRow("a speed that is none")
        << QStringList{u"--speed"_s, u"fast"_s} << QByteArray("--speed");
    QTest::newRow("a word too many") << QStringList{u"now"_s} << QByteArray("now");
}

void TestSandboxProgram::refusesWrongOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, names);
    QProcess process;
    process.start(program(), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(names), said);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSandboxProgram::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QProcess process;
    const QString port = QString::number(other.serverPort());
    process.start(program(), {u"--listen"_s, u"127.0.0.1:"_s + port});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(port.toLatin1()), said);
}

void TestSandboxProgram::outlivesKill()
{
    const QTemporaryDir folder;
    const QStringList arguments{u"--state"_s, folder.path(), u"--world"_s, u"1:20:6:2024-06-30"_s};
    Reply customer;
    Reply subscription;
    QStringList events;
    {
        QProcess process;
        const QJsonObject ready = startOn(process, arguments);
        SandboxClient client(ready.value(u"url").toString(), "sk_test_sandbox");
        customer = client.post(u"/v1/customers"_s,
                               "name=Survivor&payment_method=pm_card_visa"
                               "&invoice_settings[default_payment_method]="
                               "pm_card_visa",
                               "key-kill");
        subscription = client.subscribe(customer.text("id"));
        events = client.eventTypes();
        QVERIFY(!events.isEmpty());
        process.kill();
        QVERIFY(process.waitForFinished());
    }
    QProcess process;
    const QJsonObject ready = startOn(process, arguments);
    QCOMPARE(ready.value(u"ready"), true);
    SandboxClient client(ready.value(u"url").toString(), "sk_test_sandbox");
    const QString path = u"/v1/subscriptions/"_s + subscription.text("id");
    QCOMPARE(client.get(path).body, subscription.body);
    QCOMPARE(client.eventTypes(), events);
    QCOMPARE(client.get(u"/v1/customers"_s, "limit=1").at(u"data.0.id"_s), customer.text("id"));
    const Reply replayed = client.post(u"/v1/customers"_s,
                                       "name=Survivor&payment_method=pm_card_visa"
                                       "&invoice_settings[default_payment_method]="
                                       "pm_card_visa",
                                       "key-kill");
    QCOMPARE(replayed.body, customer.body);
    QCOMPARE(replayed.headers.value("idempotent-replayed"), "true");
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void TestSandboxProgram::refusesTheStateOfAnotherWorld()
{
    const QTemporaryDir folder;
    {
        QProcess process;
        QCOMPARE(startOn(process, {u"--state"_s, folder.path()}).value(u"ready"), true);
        process.terminate();
        QVERIFY(process.waitForFinished());
    }
    QProcess process;
    process.start(program(),
                  {u"--listen"_s, u"127.0.0.1:0"_s, u"--state"_s, folder.path(), u"--world"_s,
                   u"1:20:6:2024-06-30"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("1:20:6:2024-06-30"));
}

void TestSandboxProgram::keepsItsWorldOverMidnight()
{
    const QTemporaryDir folder;
    {
        QProcess process; // as if it had been started on an earlier day
        QCOMPARE(
            startOn(process, {u"--state"_s, folder.path(), u"--world"_s, u"1:20:6:2024-06-30"_s})
                .value(u"ready"),
            true);
        process.terminate();
        QVERIFY(process.waitForFinished());
    }
    QProcess process;
    const QJsonObject ready =
        startOn(process, {u"--state"_s, folder.path(), u"--world"_s, u"1:20:6"_s});
    QCOMPARE(ready.value(u"ready"), true);
    process.terminate();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandboxprogram.moc"
