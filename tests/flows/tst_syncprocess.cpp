// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exitcode.h"
#include "runningsandbox.h"
#include "sandboxclient.h"
#include "sanitized.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostGrowthKiB = 20 * 1024 * support::memoryFactor;

/// What a process holds in memory.
qint64 residentKiB(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

/// `oms-billingd sync` as it is started: what it says on its lines, what it returns, and that
/// neither a kill nor a stop loses its place.
class SyncProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void reportsRepairsAndAgrees();
    void tellsOfMoneyThatWentBack();
    void goesOnAfterKills();
    void stopsAndIsCanceled();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsItsMemorySmall();

private:
    void start(const QStringList &options);
    /// Its exit code; −1 when it does not end.
    int end(int patienceMs = 30'000);
    /// Waits for a line that tells of at least so many objects; the line.
    QJsonObject waitForObjects(qint64 objects);
    void readLines();
    QList<QJsonObject> lines(const QString &event) const;
    QString sql(const QByteArray &query) const { return m_test->value(query); }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<QProcess> m_process;
    QList<QJsonObject> m_lines;
    QString m_key;
};

void SyncProcessTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox =
        std::make_unique<RunningSandbox>(RunningSandbox::withWorld(u"5:20:12:2024-06-30"_s));
    m_key = QString::fromLatin1(m_sandbox->key());
}

void SyncProcessTest::cleanup()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
    m_sandbox.reset();
    m_test.reset();
}

void SyncProcessTest::start(const QStringList &options)
{
    m_lines.clear();
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    for (const char *kept : {"PATH", "HOME", "LANG", "LC_ALL"})
        environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
    environment.insert(u"ASAN_OPTIONS"_s, support::littleQuarantine());
    environment.insert(u"DATABASE_URL"_s, m_test->url());
    environment.insert(u"STRIPE_API_BASE"_s, m_sandbox->baseUrl());
    environment.insert(u"STRIPE_SECRET_KEY"_s, m_key);
    m_process->setProcessEnvironment(environment);
    m_process->start(QStringLiteral(OMS_BIN_DIR "/oms-billingd"), QStringList{u"sync"_s} + options);
}

void SyncProcessTest::readLines()
{
    m_process->setReadChannel(QProcess::StandardOutput);
    while (m_process->canReadLine())
        m_lines.append(QJsonDocument::fromJson(m_process->readLine()).object());
}

int SyncProcessTest::end(int patienceMs)
{
    const bool hasEnded =
        QTest::qWaitFor([&] { return m_process->state() == QProcess::NotRunning; }, patienceMs);
    readLines();
    return hasEnded && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

QJsonObject SyncProcessTest::waitForObjects(qint64 objects)
{
    const auto isThere = [&] {
        readLines();
        return !m_lines.isEmpty() && m_lines.last()[u"objects"].toInteger() >= objects;
    };
    return QTest::qWaitFor(isThere, 20'000) ? m_lines.last() : QJsonObject();
}

QList<QJsonObject> SyncProcessTest::lines(const QString &event) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &line : m_lines) {
        if (line[u"event"].toString() == event)
            found.append(line);
    }
    return found;
}

void SyncProcessTest::reportsRepairsAndAgrees()
{
    start({});
    QCOMPARE(end(), int(app::Success));
    QCOMPARE(lines(u"end"_s).size(), 1);
    QVERIFY(lines(u"end"_s).first()[u"objects"].toInteger() > 200);
    QVERIFY(!lines(u"progress"_s).isEmpty());
    start({u"--report"_s});
    QCOMPARE(end(), int(app::Success));
    const QString id = sql("UPDATE stripe_invoices SET status = 'open', is_terminal = false"
                           " WHERE id = (SELECT id FROM stripe_invoices WHERE status = 'paid'"
                           " AND total > 0 ORDER BY id LIMIT 1) RETURNING stripe_invoice_id");
    start({u"--report"_s});
    QCOMPARE(end(), int(app::Differs));
    const QList<QJsonObject> drift = lines(u"drift"_s);
    QByteArray told;
    for (const QJsonObject &line : drift)
        told += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    QVERIFY2(drift.size() == 1, told.constData());
    QCOMPARE(drift.first()[u"id"].toString(), id);
    QCOMPARE(drift.first()[u"field"].toString(), u"status"_s);
    QCOMPARE(drift.first()[u"here"].toString(), u"open"_s);
    QCOMPARE(drift.first()[u"stripe"].toString(), u"paid"_s);
    QVERIFY(drift.first()[u"at_stake"].toInteger() > 0);
    start({u"--reconcile"_s});
    QCOMPARE(end(), int(app::Success));
    QCOMPARE(sql("SELECT count(*) FROM stripe_invoices WHERE status = 'open'"
                 " AND stripe_invoice_id = '"
                 + id.toLatin1() + "'"),
             u"0"_s);
}

/// Killed several times on the way: each page is committed once, whoever read it.
void SyncProcessTest::tellsOfMoneyThatWentBack()
{
    start({});
    QCOMPARE(end(), int(app::Success));
    SandboxClient stripe(m_sandbox->baseUrl(), m_sandbox->key());
    const QByteArray paid =
        sql("SELECT i.stripe_invoice_id FROM stripe_invoices i JOIN stripe_payment_intents p"
            " USING (stripe_payment_intent_id) WHERE i.status = 'paid' AND p.status = 'succeeded'"
            " AND i.amount_paid > 1000 ORDER BY i.stripe_invoice_id LIMIT 1")
            .toLatin1();
    const Reply note =
        stripe.post(u"/v1/credit_notes"_s, "amount=500&refund_amount=500&invoice=" + paid);
    QCOMPARE(note.status, 200);
    start({u"--report"_s});
    QCOMPARE(end(), int(app::Differs));
    QStringList told;
    for (const QJsonObject &line : lines(u"drift"_s))
        told.append(u"%1 %2 %3 %4"_s.arg(line[u"kind"].toString(), line[u"id"].toString(),
                                         line[u"what"].toString(),
                                         QString::number(line[u"at_stake"].toInteger())));
    told.sort();
    QCOMPARE(told,
             QStringList({u"credit_note %1 missing_here 500"_s.arg(note.text("id")),
                          u"refund %1 missing_here 500"_s.arg(note.text("refund"))}));
    start({u"--reconcile"_s});
    QCOMPARE(end(), int(app::Success)); // repaired
    start({u"--report"_s});
    QCOMPARE(end(), int(app::Success));
}

void SyncProcessTest::goesOnAfterKills()
{
    m_sandbox->setFaults({.latencyMs = 60});
    qint64 reached = 0;
    for (int kills = 0; kills < 3; ++kills) {
        start({});
        const QJsonObject line = waitForObjects(reached + 50);
        QVERIFY2(!line.isEmpty(), m_process->readAllStandardError().constData());
        m_process->kill();
        m_process->waitForFinished();
        const qint64 kept = sql("SELECT sum(objects) FROM sync_cursors").toLongLong();
        QVERIFY(kept >= line[u"objects"].toInteger());
        reached = kept;
    }
    start({});
    QCOMPARE(end(), int(app::Success));
    QCOMPARE(sql("SELECT count(*) FROM sync_runs"), u"1"_s);
    // Pages are counted where they are committed: none twice.
    QCOMPARE(sql("SELECT sum(objects) FROM sync_cursors"),
             sql("SELECT (SELECT count(*) FROM stripe_customers)"
                 " + (SELECT count(*) FROM stripe_products) + (SELECT count(*) FROM stripe_prices)"
                 " + (SELECT count(*) FROM stripe_subscriptions)"
                 " + (SELECT count(*) FROM stripe_invoices)"
                 " + (SELECT count(*) FROM stripe_payment_intents)"));
    m_sandbox->setFaults({});
    start({u"--report"_s});
    QCOMPARE(end(), int(app::Success));
}

void SyncProcessTest::stopsAndIsCanceled()
{
    m_sandbox->setFaults({.latencyMs = 400});
    start({});
    QVERIFY(!waitForObjects(100).isEmpty());
    m_process->terminate();
    QCOMPARE(end(), int(app::Interrupted));
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"running"_s);
    start({u"--report"_s}); // another one is open
    QCOMPARE(end(), int(app::Failure));
    start({u"--cancel"_s});
    QCOMPARE(end(), int(app::Success));
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"canceled"_s);
    start({u"--cancel"_s});
    QCOMPARE(end(), int(app::Failure));
}

void SyncProcessTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("code");
    QTest::newRow("two ways at once") << QStringList{u"--report"_s, u"--reconcile"_s}
                                      << u"sk_test_sandbox_tests"_s << int(app::Usage);
    QTest::newRow("no key") << QStringList() << QString() << int(app::Usage);
    QTest::newRow("a key of another account's kind")
        << QStringList() << u"pk_test_1"_s << int(app::Usage);
    QTest::newRow("nothing to cancel")
        << QStringList{u"--cancel"_s} << u"sk_test_sandbox_tests"_s << int(app::Failure);
}

void SyncProcessTest::saysWhatIsWrong()
{
    QFETCH(QStringList, options);
    QFETCH(QString, key);
    QFETCH(int, code);
    m_key = key;
    start(options);
    QCOMPARE(end(), code);
    QVERIFY(m_process->readAllStandardError().size() > 10);
}

/// Page by page: what it holds does not grow with what it has read.
void SyncProcessTest::keepsItsMemorySmall()
{
    m_sandbox.reset();
    m_sandbox =
        std::make_unique<RunningSandbox>(RunningSandbox::withWorld(u"9:80:36:2024-06-30"_s));
    start({u"--report"_s}); // of an empty mirror: as many rows as objects
    QVERIFY(!waitForObjects(1'000).isEmpty());
    const qint64 early = residentKiB(m_process->processId());
    QVERIFY(early > 0);
    qint64 most = early;
    while (m_process->state() != QProcess::NotRunning) {
        most = std::max(most, residentKiB(m_process->processId()));
        QTest::qWait(50);
    }
    QCOMPARE(end(), int(app::Differs));
    QVERIFY(lines(u"end"_s).first()[u"objects"].toInteger() > 2'000);
    QVERIFY2(most - early < mostGrowthKiB, qPrintable(u"%1 KiB, then %2"_s.arg(early).arg(most)));
}

QTEST_GUILESS_MAIN(SyncProcessTest)
#include "tst_syncprocess.moc"
