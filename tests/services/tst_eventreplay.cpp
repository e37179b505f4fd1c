// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listquery.h"
#include "db/eventinbox.h"
#include "services/deskservices.h"
#include "services/eventprocessor.h"
#include "services/eventreplay.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

/// Events for people: what is known of one, how they fare, and trying them again.
class EventReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsInAnEvent();
    void secretsAreNotShown();
    void staffWithoutThePayload();
    void whatFailedIsTriedAgain();
    void effectsAreNotRepeated();
    void whatWaitsIsLeftAlone();
    void allThatTheListShows();
    void viewersMayNotReplay();
    void eventsFindTheirTenants();
    void howEventsFare();
    void fewAreToldOneByOneManyAsOne();

private:
    void store(const QJsonObject &event);
    void makeEvents(int count, const QByteArray &state);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }
    [[nodiscard]] QUuid idOf(const QByteArray &event) const
    {
        return QUuid(
            sql("SELECT id FROM stripe_webhook_events WHERE stripe_event_id = '" + event + "'"));
    }
    [[nodiscard]] QString state(const QByteArray &event) const
    {
        return sql("SELECT state FROM stripe_webhook_events WHERE stripe_event_id = '" + event
                   + "'");
    }
    [[nodiscard]] core::Result<qint64> replay(services::EventService &events,
                                              const QByteArray &event) const;
    [[nodiscard]] core::Result<qint64> replay(const QByteArray &event) const
    {
        return replay(m_services->events, event);
    }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<services::DeskServices> m_services;
    std::unique_ptr<services::EventProcessor> m_processor;
};

void EventReplayTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
    m_services = std::make_unique<services::DeskServices>(*m_database);
    m_processor = std::make_unique<services::EventProcessor>(*m_database);
}

void EventReplayTest::cleanup()
{
    QCoro::waitFor(m_processor->stop());
    m_processor.reset();
    m_services.reset();
    m_database.reset();
    m_test.reset();
}

void EventReplayTest::store(const QJsonObject &json)
{
    const QByteArray payload = QJsonDocument(json).toJson();
    const auto event = support::orDie(stripe::parseEvent(payload), "event");
    const db::InboxEvent stored = services::waitingEvent(event, payload, u"webhook"_s);
    support::orDie(support::resultOf(m_database->write([stored](db::Session &session) {
                       return db::EventInbox(session).store({stored});
                   })),
                   "store");
}

void EventReplayTest::makeEvents(int count, const QByteArray &state)
{
    (void)sql(
        "INSERT INTO stripe_webhook_events (stripe_event_id, event_type, created, livemode,"
        " payload, state) SELECT 'evt_' || '"
        + state + "' || n, 'customer.tax_id.created', date_trunc('second', now()), false, '{}', '"
        + state + "' FROM generate_series(1, " + QByteArray::number(count) + ") n RETURNING 1");
}

void EventReplayTest::whatIsInAnEvent()
{
    const QJsonObject json = fixture(u"event_customer.subscription.updated__past_due.json"_s);
    store(json);
    m_processor->start();
    const QByteArray id = json["id"_L1].toString().toLatin1();
    QTRY_COMPARE(state(id), u"done"_s);
    const auto event = support::orDie(support::resultOf(m_services->events.find(idOf(id))), "find");
    QCOMPARE(event.eventId, QString::fromLatin1(id));
    QCOMPARE(event.type, u"customer.subscription.updated"_s);
    QCOMPARE(event.via, u"webhook"_s);
    QCOMPARE(event.attempts, 1);
    const QString object = json["data"_L1]["object"_L1]["id"_L1].toString();
    QCOMPARE(event.touched, QStringList{u"subscription:"_s + object});
    QCOMPARE(event.payload["data"_L1]["previous_attributes"_L1],
             json["data"_L1]["previous_attributes"_L1]);
    QVERIFY(event.history.isEmpty());
    QVERIFY(event.processed >= event.received);
    const auto none = support::resultOf(m_services->events.find(QUuid::createUuid()));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, core::Error::Kind::NotFound);
}

void EventReplayTest::secretsAreNotShown()
{
    const QJsonObject json = fixture(u"event_payment_intent.succeeded.json"_s);
    QVERIFY(json["data"_L1]["object"_L1]["client_secret"_L1].isString());
    store(json);
    const QByteArray id = json["id"_L1].toString().toLatin1();
    const auto event = support::orDie(support::resultOf(m_services->events.find(idOf(id))), "find");
    QVERIFY(event.isPayloadReadable);
    QVERIFY(
        !event.payload["data"_L1].toObject()["object"_L1].toObject().contains("client_secret"_L1));
}

void EventReplayTest::staffWithoutThePayload()
{
    store(fixture(u"event_invoice.updated.json"_s));
    const db::ConnectionParameters staff = m_test->roleParameters("oms_operator");
    db::Database theirs(staff);
    services::EventService events(theirs);
    const QUuid id(sql("SELECT id FROM stripe_webhook_events"));
    const auto event = support::orDie(support::resultOf(events.find(id)), "find");
    QCOMPARE(event.type, u"invoice.updated"_s);
    QVERIFY(!event.isPayloadReadable);
    QVERIFY(event.payload.isEmpty() && event.brokenPayload.isEmpty());
}

void EventReplayTest::whatFailedIsTriedAgain()
{
    (void)sql("ALTER TABLE stripe_subscriptions ADD CONSTRAINT in_the_way CHECK (false) NOT VALID");
    const QJsonObject json = fixture(u"event_customer.subscription.created.json"_s);
    const QByteArray id = json["id"_L1].toString().toLatin1();
    store(json);
    (void)sql("UPDATE stripe_webhook_events SET attempts = 7");
    m_processor->start();
    QTRY_COMPARE(state(id), u"dead"_s);
    const auto dead = support::orDie(support::resultOf(m_services->events.find(idOf(id))), "find");
    QCOMPARE(dead.history.size(), 1);
    QCOMPARE(dead.history.first().number, 8);
    QVERIFY(!dead.lastError.isEmpty());
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), u"0"_s);

    (void)sql("ALTER TABLE stripe_subscriptions DROP CONSTRAINT in_the_way");
    QCOMPARE(support::orDie(replay(id), "replay"), 1);
    QCOMPARE(sql("SELECT action || ' ' || entity_id || ' ' || (before ->> 'state') FROM audit_log"),
             u"event.replay "_s + QString::fromLatin1(id) + u" dead"_s);
    QCOMPARE(sql("SELECT count(*) FROM changes WHERE entity = 'event_replay'"), u"1"_s);
    m_processor->wake();
    QTRY_COMPARE(state(id), u"done"_s);
    QCOMPARE(sql("SELECT attempts || ' ' || (last_error IS NULL) FROM stripe_webhook_events"),
             u"1 true"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscriptions"), u"1"_s);
}

/// Applied again, it leaves no second trace: no audit row, no movement of the MRR, no newer row.
void EventReplayTest::effectsAreNotRepeated()
{
    const QStringList files{u"event_customer.subscription.created.json"_s,
                            u"event_invoice.payment_succeeded.json"_s};
    QByteArrayList ids;
    for (const QString &file : files) {
        const QJsonObject json = fixture(file);
        ids.append(json["id"_L1].toString().toLatin1());
        store(json);
    }
    m_processor->start();
    for (const QByteArray &id : std::as_const(ids))
        QTRY_COMPARE(state(id), u"done"_s);
    const QByteArray traces =
        "SELECT (SELECT count(*) FROM audit_log WHERE action <> 'event.replay') || ' '"
        " || (SELECT count(*) FROM mrr_movements) || ' '"
        " || (SELECT string_agg(s::text, '|') FROM stripe_subscriptions s) || ' '"
        " || (SELECT string_agg(i::text, '|') FROM stripe_invoices i)";
    const QString before = sql(traces);
    QVERIFY(before.startsWith(u"2 "_s));
    for (int round = 0; round < 2; ++round) {
        for (const QByteArray &id : std::as_const(ids))
            QCOMPARE(support::orDie(replay(id), "replay"), 1);
        m_processor->wake();
        for (const QByteArray &id : std::as_const(ids))
            QTRY_COMPARE(state(id), u"done"_s);
        QCOMPARE(sql(traces), before);
    }
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'event.replay'"), u"4"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE touched = '{}'"), u"0"_s);
}

void EventReplayTest::whatWaitsIsLeftAlone()
{
    makeEvents(1, "waiting");
    QCOMPARE(support::orDie(replay("evt_waiting1"), "replay"), 0);
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), u"0"_s);
    QCOMPARE(sql("SELECT count(*) FROM changes WHERE entity = 'event_replay'"), u"0"_s);
}

void EventReplayTest::allThatTheListShows()
{
    makeEvents(4500, "dead");
    makeEvents(20, "done");
    core::ListQuery query{.list = core::ListId::Events};
    query.filters = {{u"status"_s, core::FilterOperator::Equals, QStringList{u"dead"_s}}};
    {
        const auto replay = m_services->events.replayAll(query);
        QSignalSpy finished(replay.get(), &services::EventReplay::finished);
        QSignalSpy progressed(replay.get(), &services::EventReplay::progressed);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<core::Result<qint64>>().value_or(-1), 4500);
        QCOMPARE(progressed.last().at(0).toLongLong(), 4500);
        QCOMPARE(progressed.last().at(1).toLongLong(), 4500);
    }
    QCOMPARE(sql("SELECT string_agg(state || ' ' || n, ', ' ORDER BY state) FROM (SELECT state,"
                 " count(*) AS n FROM stripe_webhook_events GROUP BY state) s"),
             u"done 20, waiting 4500"_s);
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), u"4500"_s);

    (void)sql("UPDATE stripe_webhook_events SET state = 'dead' WHERE state = 'waiting'");
    const auto canceled = m_services->events.replayAll(query);
    QSignalSpy finished(canceled.get(), &services::EventReplay::finished);
    connect(canceled.get(), &services::EventReplay::progressed, canceled.get(),
            [&](qint64 done, qint64) {
                if (done > 0)
                    canceled->cancel();
            });
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<core::Result<qint64>>().value_or(-1), 2000);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state = 'dead'"), u"2500"_s);
}

void EventReplayTest::viewersMayNotReplay()
{
    makeEvents(1, "dead");
    db::Database theirs(m_test->roleParameters("oms_viewer"));
    services::EventService events(theirs);
    const auto refused = replay(events, "evt_dead1");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::Error::Kind::Forbidden);
    QCOMPARE(state("evt_dead1"), u"dead"_s);
    const auto turnedAway = support::resultOf(events.turnedAway());
    QVERIFY(turnedAway);
}

core::Result<qint64> EventReplayTest::replay(services::EventService &events,
                                             const QByteArray &event) const
{
    core::ListQuery query{.list = core::ListId::Events};
    query.selection = {core::RowSelection::Kind::Only, {idOf(event)}};
    const auto replay = events.replayAll(query);
    QSignalSpy finished(replay.get(), &services::EventReplay::finished);
    if (!finished.wait())
        qFatal("the replay does not end");
    return finished.first().first().value<core::Result<qint64>>();
}

/// By what they changed, by their customer, and as soon as the customer is linked.
void EventReplayTest::eventsFindTheirTenants()
{
    const QByteArray tenant = "11111111-1111-4111-8111-111111111111";
    (void)sql("INSERT INTO tenants (id, name, email) VALUES ('" + tenant
              + "', 'Acme', 'a@acme.example')");
    const QJsonObject json = fixture(u"event_customer.subscription.created.json"_s);
    const QString customer = json["data"_L1]["object"_L1]["customer"_L1].toString();
    (void)sql("INSERT INTO stripe_customers (stripe_customer_id, tenant_id, livemode, raw, as_of,"
              " source) VALUES ('"
              + customer.toLatin1() + "', '" + tenant + "', false, '{}', '2020-01-01', 'seed')");
    QJsonObject other = json; // nothing of it is kept: its customer alone tells whose it is
    other["id"_L1] = u"evt_unhandled"_s;
    other["type"_L1] = u"customer.tax_id.created"_s;
    store(json);
    store(other);
    m_processor->start();
    QTRY_COMPARE(sql("SELECT string_agg(DISTINCT tenant_id::text, ' ') || ' ' || count(tenant_id)"
                     " FROM stripe_webhook_events WHERE processed"),
                 QString::fromLatin1(tenant) + u" 2"_s);
    QCOMPARE(sql("SELECT tenant_id FROM changes WHERE entity = 'event' ORDER BY seq DESC LIMIT 1"),
             QString::fromLatin1(tenant));
}

void EventReplayTest::howEventsFare()
{
    makeEvents(3, "done");
    makeEvents(2, "dead");
    makeEvents(1, "failed");
    (void)sql("UPDATE stripe_webhook_events SET received_at = now() - interval '5 minutes'"
              " WHERE state = 'dead'");
    (void)sql("INSERT INTO stripe_webhook_rejections (reason, peer, body_size, unlisted) VALUES"
              " ('no_match', 'public', 100, 0), ('too_old', 'loopback', 7, 4) RETURNING 1");
    const auto health = support::orDie(support::resultOf(m_services->events.health()), "health");
    QCOMPARE(health.figures.dead, 2);
    QCOMPARE(health.figures.failed, 1);
    QCOMPARE(health.turnedAwayToday, 6);
    QVERIFY(!health.listedUntil.isValid());
    QCOMPARE(health.minutes.size(), core::eventMinutes);
    QCOMPARE(health.minutes.last().received, 4);
    QCOMPARE(health.minutes.last().failed, 1);
    QCOMPARE(health.minutes.at(core::eventMinutes - 1 - 5).received, 2);
    const auto turnedAway =
        support::orDie(support::resultOf(m_services->events.turnedAway()), "turned away");
    QCOMPARE(turnedAway.size(), 2);
    QCOMPARE(turnedAway.first().reason, u"too_old"_s);
    QCOMPARE(turnedAway.first().unlisted, 4);
}

void EventReplayTest::fewAreToldOneByOneManyAsOne()
{
    makeEvents(40, "dead");
    const auto told = [this] {
        return sql("SELECT count(*) || ' ' || count(id) FROM changes WHERE entity = 'event'");
    };
    (void)sql("DELETE FROM changes");
    QCOMPARE(support::orDie(replay("evt_dead1"), "replay"), 1);
    QCOMPARE(told(), u"1 1"_s);
    m_processor->start(); // a tax id's event: not handled
    QTRY_COMPARE(told(), u"2 2"_s);
    core::ListQuery all{.list = core::ListId::Events};
    const auto many = m_services->events.replayAll(all);
    QSignalSpy finished(many.get(), &services::EventReplay::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(told(), u"3 2"_s);
    m_processor->wake();
    QTRY_COMPARE(told(), u"4 2"_s);
}

QTEST_GUILESS_MAIN(EventReplayTest)
#include "tst_eventreplay.moc"
