// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/webhookintake.h"
#include "stripe/signature.h"
#include "testdesk.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "whsec_of_this_test";

QByteArray eventOf(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"id\":\"" + id
        + "\",\"object\":\"event\",\"type\":\"invoice.created\",\"created\":1701392420,"
          "\"livemode\":false,\"api_version\":\"2023-10-16\",\"data\":{\"object\":{\"id\":\"in_1\","
          "\"object\":\"invoice\""
        + more + "}}}";
}

/// A clock that somebody sets.
class SetClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::currentDateTimeUtc().addSecs(ahead);
    }
    std::atomic<qint64> ahead = 0;
};

} // namespace

/// Deliveries that come together, and what they may do to each other.
class IntakeBatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shareCommits();
    void storesCopiesOnce();
    void oneThatCannotBeStoredHarmsNoOther();
    void turnsAwayWhatIsTooMuch();
    void tellsThatTheDatabaseIsAway();
    void goesOnWithAnotherConnection();
    void isDurableOnAServerThatIsNot();
    void knowsWhenItIsBusy();
    void losesNothingToAClockThatJumps();

private:
    void start(const db::ConnectionParameters &database);
    /// Delivers and notes the answer's status under its number.
    void deliver(const QByteArray &body);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }

    SetClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<services::WebhookIntake> m_intake;
    std::atomic_int m_accepted = 0;
    std::atomic_int m_turnedAway = 0;
    QSemaphore m_answered;
};

void IntakeBatchesTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    start(m_test->parameters());
    m_accepted = m_turnedAway = 0;
}

void IntakeBatchesTest::start(const db::ConnectionParameters &database)
{
    m_intake = std::make_unique<services::WebhookIntake>(
        database, m_clock,
        services::IntakeSettings{.secrets = {secret}, .maxQueuedBytes = 1'000'000});
}

void IntakeBatchesTest::cleanup()
{
    m_intake.reset();
    m_test.reset();
    m_answered.tryAcquire(m_answered.available());
}

void IntakeBatchesTest::deliver(const QByteArray &body)
{
    const QByteArray header =
        stripe::signatureHeader(body, {secret}, QDateTime::currentDateTimeUtc());
    m_intake->accept({body, header}, [this](const services::IntakeAnswer &answer) {
        ++(answer.httpStatus == 200 ? m_accepted : m_turnedAway);
        m_answered.release();
    });
}

void IntakeBatchesTest::shareCommits()
{
    constexpr int events = 400;
    const auto transactions = [this] {
        return sql("SELECT count(DISTINCT xmin::text) FROM stripe_webhook_events").toInt();
    };
    for (int i = 0; i < events; ++i)
        deliver(eventOf("evt_" + QByteArray::number(i)));
    QVERIFY(m_answered.tryAcquire(events, 10'000));
    QCOMPARE(m_accepted.load(), events);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), QString::number(events));
    QVERIFY2(transactions() < events / 4, "many share a commit");
}

void IntakeBatchesTest::storesCopiesOnce()
{
    for (int i = 0; i < 60; ++i)
        deliver(eventOf("evt_" + QByteArray::number(i % 3)));
    QVERIFY(m_answered.tryAcquire(60, 10'000));
    QCOMPARE(m_accepted.load(), 60);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), u"3"_s);
}

void IntakeBatchesTest::oneThatCannotBeStoredHarmsNoOther()
{
    (void)sql("CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              " IF NEW.stripe_event_id = 'evt_13' THEN RAISE EXCEPTION 'no'"
              " USING ERRCODE = '55000'; END IF; RETURN NEW; END $$");
    (void)sql("CREATE TRIGGER trip BEFORE INSERT ON stripe_webhook_events"
              " FOR EACH ROW EXECUTE FUNCTION trip()");
    for (int i = 0; i < 50; ++i)
        deliver(
            eventOf("evt_" + QByteArray::number(i), i == 7 ? ",\"odd\":\"a\\u0000\\ud800\"" : ""));
    QVERIFY(m_answered.tryAcquire(50, 10'000));
    QCOMPARE(m_accepted.load(), 49);
    QCOMPARE(m_turnedAway.load(), 1); // Stripe will send it again
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), u"49"_s);
    deliver(eventOf("evt_50")); // and the queue goes on
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    QCOMPARE(m_accepted.load(), 50);
}

void IntakeBatchesTest::turnsAwayWhatIsTooMuch()
{
    // The table is locked, so that the batch under way stays under way; it counts too.
    const db::ConnectionParameters owner = m_test->ownerParameters();
    db::Database blocker(owner);
    QSemaphore locked;
    QSemaphore release;
    auto lock = blocker.write([&](db::Session &session) -> core::Result<> {
        const auto taken =
            session.exec(u"LOCK TABLE stripe_webhook_events IN ACCESS EXCLUSIVE MODE"_s);
        locked.release();
        release.acquire();
        if (!taken)
            return core::passOn(taken);
        return {};
    });
    QVERIFY(locked.tryAcquire(1, 10'000));
    const QByteArray big = ",\"text\":\"" + QByteArray(300'000, 'x') + '"';
    for (int i = 0; i < 3; ++i)
        deliver(eventOf("evt_big_" + QByteArray::number(i), big));
    QCOMPARE(m_turnedAway.load(), 0);
    deliver(eventOf("evt_too_much", big));
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    QCOMPARE(m_turnedAway.load(), 1);
    release.release();
    lock.waitForFinished();
    QVERIFY(m_answered.tryAcquire(3, 10'000));
    QCOMPARE(m_accepted.load(), 3);
    deliver(eventOf("evt_too_much", big)); // there is room again
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    QCOMPARE(m_accepted.load(), 4);
}

void IntakeBatchesTest::tellsThatTheDatabaseIsAway()
{
    db::ConnectionParameters nowhere = m_test->parameters();
    nowhere.set("host", "/nowhere");
    start(nowhere);
    for (int i = 0; i < 5; ++i)
        deliver(eventOf("evt_" + QByteArray::number(i)));
    QVERIFY(m_answered.tryAcquire(5, 10'000));
    QCOMPARE(m_turnedAway.load(), 5);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), u"0"_s);
}

void IntakeBatchesTest::goesOnWithAnotherConnection()
{
    deliver(eventOf("evt_0"));
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    for (int i = 1; i <= 5; ++i) {
        (void)sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                  " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        deliver(eventOf("evt_" + QByteArray::number(i)));
        QVERIFY(m_answered.tryAcquire(1, 10'000));
    }
    QCOMPARE(m_accepted.load(), 6);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), u"6"_s);
}

void IntakeBatchesTest::isDurableOnAServerThatIsNot()
{
    (void)sql("ALTER DATABASE " + m_test->name().toLatin1() + " SET synchronous_commit = off");
    start(m_test->parameters());
    (void)sql("CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
              " NEW.last_error = current_setting('synchronous_commit'); RETURN NEW; END $$");
    (void)sql("CREATE TRIGGER note BEFORE INSERT ON stripe_webhook_events"
              " FOR EACH ROW EXECUTE FUNCTION note()");
    deliver(eventOf("evt_1"));
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    QCOMPARE(sql("SELECT last_error FROM stripe_webhook_events"), u"on"_s);
}

void IntakeBatchesTest::knowsWhenItIsBusy()
{
    using services::IntakeLoad;
    QVERIFY(m_intake->load() == IntakeLoad::None);
    deliver(eventOf("evt_alone"));
    QVERIFY(m_intake->load() == IntakeLoad::Receiving);
    QVERIFY(m_answered.tryAcquire(1, 10'000));
    QTRY_VERIFY(m_intake->load() == IntakeLoad::None);
    db::Database blocker(m_test->ownerParameters());
    QSemaphore locked;
    QSemaphore release;
    auto lock = blocker.write([&](db::Session &session) -> core::Result<> {
        const auto taken =
            session.exec(u"LOCK TABLE stripe_webhook_events IN ACCESS EXCLUSIVE MODE"_s);
        locked.release();
        release.acquire();
        return taken ? core::Result<>() : core::passOn(taken);
    });
    QVERIFY(locked.tryAcquire(1, 10'000));
    for (int i = 0; i < 20; ++i)
        deliver(eventOf("evt_" + QByteArray::number(i)));
    const bool isBusy = m_intake->load() == IntakeLoad::Busy;
    release.release();
    lock.waitForFinished();
    QVERIFY(isBusy);
    QVERIFY(m_answered.tryAcquire(20, 10'000));
    QTRY_VERIFY(m_intake->load() == IntakeLoad::None);
}

/// While the clock is wrong nothing is taken, and Stripe sends it again.
void IntakeBatchesTest::losesNothingToAClockThatJumps()
{
    int sent = 0;
    for (const qint64 ahead : {0, 600, 0, -600, -86'400, 0}) {
        m_clock.ahead = ahead;
        const int before = m_accepted;
        for (int i = 0; i < 5; ++i)
            deliver(eventOf("evt_" + QByteArray::number(sent + i)));
        QVERIFY(m_answered.tryAcquire(5, 10'000));
        QCOMPARE(m_accepted - before, ahead == 0 ? 5 : 0);
        sent += ahead == 0 ? 5 : 0; // else the same ones once more
    }
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), QString::number(sent));
}

QTEST_GUILESS_MAIN(IntakeBatchesTest)
#include "tst_intakebatches.moc"
