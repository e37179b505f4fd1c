// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"
#include "faultdesk.h"
#include "testcluster.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A clock is set by an hour and back, that of the program or that of the database's machine, under
/// load: nothing acknowledged is lost, nothing is applied twice, and nothing waits for the hour.
class ClockFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesAJumpOfTheProgramsClock();
    void outlivesAJumpOfTheDatabasesClock();

private:
    /// Seconds that the database's clock is ahead of this one.
    static qint64 ahead(const FaultDesk &desk);
};

/// What is signed an hour ago or from now on is refused, as it must be, and comes again.
void ClockFaultsTest::outlivesAJumpOfTheProgramsClock()
{
    FakeClock clock;
    FaultDesk desk;
    desk.setEnvironment(clock.environment());
    desk.begin();
    DeliveryLoad load(desk.load());
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        for (const std::chrono::seconds off : {3600s, -3600s}) {
            QVERIFY(FaultDesk::waitForAnswers(load, 200));
            const qint64 refused = load.answers(400);
            clock.setOff(off);
            QVERIFY(QTest::qWaitFor([&] { return load.answers(400) > refused + 50; }, 30'000));
            clock.setOff(0s);
        }
    }
    QVERIFY(FaultDesk::waitForAnswers(load, 200));
    QCOMPARE(desk.verdict(load), QStringList());
}

qint64 ClockFaultsTest::ahead(const FaultDesk &desk)
{
    return desk.value("SELECT extract(epoch FROM now())::bigint").toLongLong()
        - QDateTime::currentSecsSinceEpoch();
}

void ClockFaultsTest::outlivesAJumpOfTheDatabasesClock()
{
    FakeClock clock;
    qputenv("OMS_POSTGRES_BIN", clock.postgresFolder().toLocal8Bit());
    FaultDesk desk;
    qunsetenv("OMS_POSTGRES_BIN");
    desk.begin();
    DeliveryLoad load(desk.load());
    for (int round = 0; round < FaultDesk::rounds(); ++round) {
        QVERIFY(FaultDesk::waitForAnswers(load, 200));
        clock.setOff(3600s);
        QTRY_VERIFY_WITH_TIMEOUT(ahead(desk) > 3000, 30'000);
        // What comes now waits while the clock is set back.
        const db::PgConnection holder = desk.admin();
        support::orDie(holder.execute("BEGIN"), "begin");
        support::orDie(holder.execute("LOCK TABLE stripe_invoices IN EXCLUSIVE MODE"), "lock");
        QVERIFY(FaultDesk::waitForAnswers(load, 300));
        QTRY_VERIFY(desk.value("SELECT count(*) FROM stripe_webhook_events WHERE state = 'waiting'"
                               " AND next_attempt_at > now() - interval '1 minute'")
                    != u"0"_s);
        clock.setOff(-3600s);
        QTRY_VERIFY_WITH_TIMEOUT(ahead(desk) < -3000, 30'000);
        support::orDie(holder.execute("ROLLBACK"), "rollback");
        QVERIFY(FaultDesk::waitForAnswers(load, 200));
    }
    QCOMPARE(desk.verdict(load), QStringList());
}

QTEST_GUILESS_MAIN(ClockFaultsTest)
#include "tst_clockfaults.moc"
