// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend.h"
#include "rawclient.h"
#include "stripe/signature.h"
#include "testdatabase.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using State = services::PartHealth::State;

/// What the window's status bar says about receiving.
class ListenerHealthTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void saysThatThePortIsInUse();
    void saysThatASecretIsMissing();
    void saysThatAnEventWasTurnedAwayUntilOneIsTaken();

private:
    void start(const QList<QByteArray> &secrets, quint16 port = 0);
    [[nodiscard]] services::PartHealth health() const
    {
        return m_backend->services().health.part(services::Health::Part::Listener);
    }
    int deliver(const QByteArray &secret) const;

    support::TestDatabase m_database;
    std::unique_ptr<app::Backend> m_backend;
};

void ListenerHealthTest::start(const QList<QByteArray> &secrets, quint16 port)
{
    app::BackendOptions options;
    options.database = m_database.parameters();
    options.configuration = app::defaultConfiguration();
    options.configuration.webhookSecrets = secrets;
    options.configuration.listen.port = port;
    m_backend = std::make_unique<app::Backend>(options);
    const core::Result<> started = QCoro::waitFor(m_backend->start());
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
}

void ListenerHealthTest::cleanup()
{
    QCoro::waitFor(m_backend->stop());
    m_backend.reset();
}

int ListenerHealthTest::deliver(const QByteArray &secret) const
{
    QFile file(QStringLiteral(OMS_FIXTURES "/event_invoice.created.json"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray body = file.readAll();
    RawClient client(m_backend->listenPort());
    client.send("POST /api/v1/stripe/webhooks HTTP/1.1\r\nHost: test\r\nStripe-Signature: "
                + stripe::signatureHeader(body, {secret}, QDateTime::currentDateTimeUtc())
                + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return client.nextStatus();
}

void ListenerHealthTest::saysThatThePortIsInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    start({"whsec_ours"}, other.serverPort());
    QCOMPARE(health().state, State::Bad);
    QVERIFY2(health().advice.contains(u"Port %1 is in use"_s.arg(other.serverPort())),
             qPrintable(health().advice));
}

void ListenerHealthTest::saysThatASecretIsMissing()
{
    start({});
    QCOMPARE(health().state, State::Degraded);
    QVERIFY2(health().advice.contains("Enter it in Settings"_L1), qPrintable(health().advice));
    QCOMPARE(deliver("whsec_ours"), 503);
}

void ListenerHealthTest::saysThatAnEventWasTurnedAwayUntilOneIsTaken()
{
    start({"whsec_ours"});
    QCOMPARE(health().state, State::Good);
    QCOMPARE(deliver("whsec_of_another_endpoint"), 400);
    QTRY_COMPARE(health().state, State::Degraded);
    QVERIFY2(health().advice.contains("does not match this endpoint's secret"_L1),
             qPrintable(health().advice));
    QCOMPARE(deliver("whsec_ours"), 200);
    QTRY_COMPARE(health().state, State::Good);
}

QTEST_GUILESS_MAIN(ListenerHealthTest)
#include "tst_listenerhealth.moc"
