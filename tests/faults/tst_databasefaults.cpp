// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdesk.h"
#include "smalldisk.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The database breaks under 32 connections that never stop sending. After each fault: what was
/// acknowledged is stored once, and the mirror is what the sandbox says.
class DatabaseFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesPowerCuts();
    void outlivesADatabaseThatIsAway();
    void outlivesWorkersThatDie();
    void outlivesAFullDisk();
};

void DatabaseFaultsTest::outlivesPowerCuts()
{
    FaultDesk desk;
    desk.begin();
    DeliveryLoad load(desk.load());
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        QVERIFY(FaultDesk::waitForAnswers(load, 300));
        desk.cutPower();
        desk.startDatabase();
    }
    QVERIFY(load.answers(503) > 0);
    QCOMPARE(desk.verdict(load), QStringList());
}

void DatabaseFaultsTest::outlivesADatabaseThatIsAway()
{
    const int seconds = qEnvironmentVariableIntValue("OMS_FAULT_AWAY_SECONDS");
    FaultDesk desk;
    desk.begin();
    DeliveryLoad load(desk.load());
    QVERIFY(FaultDesk::waitForAnswers(load, 300));
    desk.stopDatabase();
    const qint64 before = load.answers(200);
    QTest::qWait(seconds > 0 ? seconds * 1000 : 1500); // being away is what is tested
    QVERIFY(load.answers(503) > 0);
    QVERIFY(load.answers(200) <= before + 32); // what was under way
    desk.startDatabase();
    QVERIFY(FaultDesk::waitForAnswers(load, 300));
    QCOMPARE(desk.verdict(load), QStringList());
}

/// Every connection of the program, the processor's in the middle of its batch too.
void DatabaseFaultsTest::outlivesWorkersThatDie()
{
    FaultDesk desk;
    desk.begin();
    DeliveryLoad load(desk.load());
    for (int round = 0; round < 4 * FaultDesk::rounds(); ++round) {
        QVERIFY(FaultDesk::waitForAnswers(load, 100));
        (void)desk.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                         " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                         " AND backend_type = 'client backend'");
    }
    QCOMPARE(desk.verdict(load), QStringList());
}

void DatabaseFaultsTest::outlivesAFullDisk()
{
    SmallDisk disk;
    FaultDesk desk(disk.folder());
    desk.begin();
    DeliveryLoad::Plan plan = desk.load();
    plan.textSize = 20'000;
    DeliveryLoad load(plan);
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        QVERIFY(FaultDesk::waitForAnswers(load, 200));
        const qint64 refused = load.answers(503);
        disk.fill(desk.postmaster());
        QVERIFY(QTest::qWaitFor([&] { return load.answers(503) > refused + 100; }, 30'000));
        disk.release(desk.postmaster());
        desk.startDatabase(); // without room for its log the server ends
    }
    QVERIFY(FaultDesk::waitForAnswers(load, 200));
    QCOMPARE(desk.verdict(load), QStringList());
}

QTEST_GUILESS_MAIN(DatabaseFaultsTest)
#include "tst_databasefaults.moc"
