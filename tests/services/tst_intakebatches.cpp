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

private:
    /// Delivers and notes the answer's status under its number.
    void deliver(const QByteArray &body);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }

    core::SystemClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<services::WebhookIntake> m_intake;
    std::atomic_int m_accepted = 0;
    std::atomic_int m_turnedAway = 0;
    QSemaphore m_answered;
};

void IntakeBatchesTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
    m_intake = std::make_unique<services::WebhookIntake>(
        *m_database, m_clock,
        services::IntakeSettings{.secrets = {secret}, .maxQueuedBytes = 1'000'000});
    m_accepted = m_turnedAway = 0;
}

void IntakeBatchesTest::cleanup()
{
    m_database.reset();
    m_intake.reset();
    m_test.reset();
    m_answered.tryAcquire(m_answered.available());
}

void IntakeBatchesTest::deliver(const QByteArray &body)
{
    const QByteArray header = stripe::signatureHeader(body, {secret}, m_clock.now());
    m_intake->accept(body, header, [this](const services::IntakeAnswer &answer) {
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
    (void)sql("SELECT 1");
    m_database->close();
    for (int i = 0; i < 5; ++i)
        deliver(eventOf("evt_" + QByteArray::number(i)));
    QVERIFY(m_answered.tryAcquire(5, 10'000));
    QCOMPARE(m_turnedAway.load(), 5);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events"), u"0"_s);
}

QTEST_GUILESS_MAIN(IntakeBatchesTest)
#include "tst_intakebatches.moc"
