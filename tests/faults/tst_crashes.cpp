// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "services/workername.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// kill -9 of the program that provisions, between any two steps; then another one goes on.
class CrashesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void bringsACardOnceAfterAKill_data();
    void bringsACardOnceAfterAKill();
    void knowsTheDeadFromTheLiving();

private:
    /// How it ended; stdout is kept.
    QProcess::ExitStatus run(const QString &where);
    int countAt(const QString &path) const;

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<RunningSandbox> m_sandbox;
    QByteArray m_output;
    QByteArray m_errors;
};

QProcess::ExitStatus CrashesTest::run(const QString &where)
{
    QProcess process;
    process.start(QStringLiteral(OMS_CRASHING_DESK),
                  {m_database->url(), m_sandbox->baseUrl(), where});
    process.waitForFinished(20'000);
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
    return process.exitStatus();
}

int CrashesTest::countAt(const QString &path) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->baseUrl() + path));
    request.setRawHeader("Authorization", "Bearer " + m_sandbox->key());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }))
        return -1;
    return static_cast<int>(
        QJsonDocument::fromJson(reply->readAll()).object()[u"data"].toArray().size());
}

void CrashesTest::goesOnAfterAKill_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("right after it was submitted") << u"submitted 1"_s;
    QTest::newRow("before the customer's request goes out") << u"claimed 1"_s;
    QTest::newRow("when Stripe has made the customer") << u"answered 1"_s;
    QTest::newRow("when the tenant is in the table") << u"settled 1"_s;
    QTest::newRow("before the subscription's request goes out") << u"claimed 2"_s;
    QTest::newRow("when Stripe has made the subscription") << u"answered 2"_s;
    QTest::newRow("when all is done but its end is not noticed") << u"settled 2"_s;
}

void CrashesTest::goesOnAfterAKill()
{
    QFETCH(QString, where);
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QCOMPARE(run(where), QProcess::CrashExit);

    QElapsedTimer clock;
    clock.start();
    QCOMPARE(run(u"recover"_s), QProcess::NormalExit);
    QCOMPARE(m_output.trimmed(), "done");
    QVERIFY2(clock.elapsed() < 10'000, "a dead program's lease holds nothing up");
    QCOMPARE(countAt(u"/v1/customers"_s), 1);
    QCOMPARE(countAt(u"/v1/subscriptions?status=all"_s), 1);
    const auto count = [this](const QByteArray &table) {
        return m_database->value("SELECT count(*) FROM " + table);
    };
    QCOMPARE(count("tenants"), u"1"_s);
    QCOMPARE(count("tenant_plans"), u"1"_s);
    QCOMPARE(count("stripe_customers"), u"1"_s);
    QCOMPARE(count("stripe_subscriptions WHERE tenant_id IS NOT NULL"), u"1"_s);
    QCOMPARE(count("audit_log"), u"2"_s);
    QCOMPARE(count("mrr_movements"), u"1"_s);
    QCOMPARE(count("operations WHERE state = 'done'"), u"2"_s);
    QVERIFY2(!m_errors.contains("sk_test"), m_errors.constData());
}

void CrashesTest::bringsACardOnceAfterAKill_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("right after it was submitted") << u"card submitted 2"_s;
    QTest::newRow("before the card is attached") << u"card claimed 2"_s;
    QTest::newRow("when Stripe has attached the card") << u"card answered 2"_s;
    QTest::newRow("when that is in the log") << u"card settled 2"_s;
    QTest::newRow("before the card becomes the default") << u"card claimed 3"_s;
    QTest::newRow("when Stripe has made it the default") << u"card answered 3"_s;
    QTest::newRow("when Stripe has charged it") << u"card answered 4"_s;
}

void CrashesTest::bringsACardOnceAfterAKill()
{
    QFETCH(QString, where);
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QCOMPARE(run(where), QProcess::CrashExit);
    QCOMPARE(run(u"recover"_s), QProcess::NormalExit);
    const QString customer = m_database->value("SELECT stripe_customer_id FROM stripe_customers");
    QCOMPARE(countAt(u"/v1/customers/"_s + customer + u"/payment_methods"_s), 1);
    QCOMPARE(countAt(u"/v1/subscriptions?status=all"_s), 1);
    QCOMPARE(countAt(u"/v1/payment_intents"_s), 1);
    QCOMPARE(m_database->value("SELECT string_agg(kind || ' ' || state, ', ' ORDER BY seq)"
                               " FROM operations"),
             u"customer.create done, payment_method.attach done, payment_method.set_default done, "
             "subscription.create done"_s);
    QCOMPARE(m_database->value("SELECT count(*) FROM audit_log"), u"4"_s);
    QCOMPARE(m_database->value("SELECT status FROM stripe_subscriptions"), u"active"_s);
    QVERIFY(m_database->value("SELECT default_payment_method FROM stripe_customers")
                .startsWith("pm_1"_L1));
}

void CrashesTest::knowsTheDeadFromTheLiving()
{
    const QString own = services::workerName();
    QVERIFY(!services::isKnownDead(own));
    const QStringList parts = own.split(u'/');
    QCOMPARE(parts.size(), 3);
    QVERIFY2(services::isKnownDead(parts.at(0) + u'/' + parts.at(1) + u"/1"_s),
             "another process had this number before");
    QVERIFY2(!services::isKnownDead(u"elsewhere#1/1/1"_s), "nobody can tell from here");
    QVERIFY(!services::isKnownDead(u"test"_s));
    QProcess process;
    process.start(u"sleep"_s, {u"60"_s});
    QVERIFY(process.waitForStarted());
    const QString pid = QString::number(process.processId());
    QFile stat(u"/proc/"_s + pid + u"/stat"_s);
    QVERIFY(stat.open(QIODevice::ReadOnly));
    const QString start = QString::fromLatin1(stat.readAll().split(' ').at(21));
    const QString worker = parts.at(0) + u'/' + pid + u'/' + start;
    QVERIFY(!services::isKnownDead(worker));
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(services::isKnownDead(worker));
}

QTEST_GUILESS_MAIN(CrashesTest)
#include "tst_crashes.moc"
