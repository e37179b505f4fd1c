// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The program breaks, or what is sent to it comes wrongly. After each: what was acknowledged is
/// stored once, and the mirror is what the sandbox says.
class WebhookFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesKills();
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
    desk.startProgram(); // has read Stripe's list before anything is on it
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
