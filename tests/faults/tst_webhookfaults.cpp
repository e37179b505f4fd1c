// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdesk.h"
#include "testcluster.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The program breaks, or what is sent to it comes wrongly. After each: what was acknowledged is
/// stored once, and the mirror is what the sandbox says.
class WebhookFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesKills();
    void outlivesAnEndInTheMiddleOfABatch_data();
    void outlivesAnEndInTheMiddleOfABatch();
    void worksAsTwoInstances();
    void makesUpForWhatNeverCame();
};

void WebhookFaultsTest::outlivesKills()
{
    FaultDesk desk;
    desk.begin();
    DeliveryLoad load(desk.load());
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        QVERIFY(FaultDesk::waitForAnswers(load, 400));
        desk.killProgram();
        desk.startAgain();
    }
    QVERIFY(load.answers(0) > 0); // it was felt
    QCOMPARE(desk.verdict(load), QStringList());
}

void WebhookFaultsTest::outlivesAnEndInTheMiddleOfABatch_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("the program is killed") << true;
    QTest::newRow("its connection is cut") << false;
}

/// A batch that has written some of its rows is held up at the table of the next ones; there it
/// ends.
void WebhookFaultsTest::outlivesAnEndInTheMiddleOfABatch()
{
    QFETCH(bool, isKilled);
    FaultDesk desk;
    desk.begin();
    DeliveryLoad load(desk.load());
    // Workers that hold objects' locks, have written, and wait for the table.
    const QByteArray inTheMiddle =
        " FROM pg_locks w JOIN pg_stat_activity a ON a.pid = w.pid"
        " WHERE NOT w.granted AND w.relation = 'stripe_invoices'::regclass"
        " AND a.backend_xid IS NOT NULL AND EXISTS (SELECT FROM pg_locks h WHERE h.pid = w.pid"
        " AND h.locktype = 'advisory' AND h.granted)";
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        const db::PgConnection holder = desk.admin();
        support::orDie(holder.execute("BEGIN"), "begin");
        support::orDie(holder.execute("LOCK TABLE stripe_invoices IN EXCLUSIVE MODE"), "lock");
        QVERIFY(FaultDesk::waitForAnswers(load, 200));
        QVERIFY2(QTest::qWaitFor(
                     [&] { return desk.value("SELECT count(*)" + inTheMiddle) != u"0"_s; }, 30'000),
                 qPrintable(QString::number(round)));
        QVERIFY(desk.value("SELECT count(*) FROM stripe_webhook_events WHERE state = 'waiting'")
                != u"0"_s);
        if (isKilled)
            desk.killProgram();
        else
            QVERIFY(desk.value("SELECT count(pg_terminate_backend(w.pid))" + inTheMiddle)
                    != u"0"_s);
        support::orDie(holder.execute("ROLLBACK"), "rollback");
        if (isKilled)
            desk.startAgain();
    }
    QCOMPARE(desk.verdict(load), QStringList());
}

void WebhookFaultsTest::worksAsTwoInstances()
{
    FaultDesk desk;
    desk.begin();
    desk.startProgram();
    DeliveryLoad load(desk.load());
    QVERIFY(FaultDesk::waitForAnswers(load, 800));
    desk.killProgram(1); // the other one takes over what it had
    QVERIFY(FaultDesk::waitForAnswers(load, 100));
    desk.startAgain(1);
    QVERIFY(FaultDesk::waitForAnswers(load, 400));
    QCOMPARE(desk.verdict(load), QStringList());
}

/// Copies, an order of chance over a month, and of the newer objects one in ten of which nothing
/// ever comes: Stripe's own list has it.
void WebhookFaultsTest::makesUpForWhatNeverCame()
{
    FaultDesk desk;
    desk.startProgram();
    QTRY_VERIFY_WITH_TIMEOUT( // Stripe's list is read before anything is on it
        desk.value("SELECT count(events_listed_until) FROM stripe_account") == u"1"_s, 30'000);
    desk.makeHistory();
    DeliveryLoad::Plan plan = desk.load();
    QVERIFY(FaultDesk::dropSome(plan.bodies, desk.recentFrom()) > 3);
    plan.connections = 4;
    DeliveryLoad load(plan);
    QVERIFY(FaultDesk::waitForAnswers(load, 100));
    QVERIFY(load.finish(std::chrono::seconds(60)));
    QCOMPARE(desk.value("SELECT count(*) FROM stripe_webhook_events"
                        " WHERE stripe_event_id NOT LIKE 'evt\\_load\\_%'"),
             QString::number(plan.bodies.size()));
    QVERIFY(!desk.differences().isEmpty());
    desk.killProgram();
    desk.startAgain(); // reads the list
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.value("SELECT count(*) FROM stripe_webhook_events WHERE via = 'poll'") != u"0"_s,
        30'000);
    QCOMPARE(desk.verdictOnMirror(), QStringList());
}

QTEST_GUILESS_MAIN(WebhookFaultsTest)
#include "tst_webhookfaults.moc"
