// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/accountrepository.h"
#include "db/eventinbox.h"
#include "services/eventprocessor.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "stripe/secrets.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

QJsonObject subscriptionEvent(const QString &id)
{
    QJsonObject event = fixture(u"event_customer.subscription.created.json"_s);
    event[u"id"_s] = id;
    return event;
}

/// The event about another object, so that events do not meet in one row.
QJsonObject about(QJsonObject event, const QString &objectId)
{
    QJsonObject data = event[u"data"].toObject();
    QJsonObject object = data[u"object"].toObject();
    object[u"id"_s] = objectId;
    object[u"items"_s] =
        QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, QJsonArray()}, {u"has_more"_s, false}};
    data[u"object"_s] = object;
    event[u"data"_s] = data;
    return event;
}

} // namespace

/// Stored events and what the processor makes of them.
class ProcessorEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void appliesEveryType_data();
    void appliesEveryType();
    void ignoresOtherTypes();
    void refusesTheOtherMode();
    void retriesWhatFailsWhileOthersGoOn();
    void givesUpAfterTheLastAttempt();
    void namesWhatItCannotRead();
    void takesUnstorableText();
    void twoProcessorsApplyEachOnce();
    void goesOnAfterAnOutage();
    void aClockSetBackHoldsNothingUp();

private:
    void store(const QJsonObject &event) { storeBytes(QJsonDocument(event).toJson()); }
    void storeBytes(const QByteArray &payload);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }
    [[nodiscard]] QString state(const QByteArray &id) const
    {
        return sql("SELECT state FROM stripe_webhook_events WHERE stripe_event_id = '" + id + "'");
    }
    void start() { m_processor->start(); }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<services::EventProcessor> m_processor;
};

void ProcessorEventsTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_database = std::make_unique<db::Database>(m_test->parameters());
    m_processor = std::make_unique<services::EventProcessor>(*m_database);
}

void ProcessorEventsTest::cleanup()
{
    QCoro::waitFor(m_processor->stop());
    m_processor.reset();
    m_database.reset();
    m_test.reset();
}

void ProcessorEventsTest::storeBytes(const QByteArray &payload)
{
    const auto event = support::orDie(stripe::parseEvent(payload), "event");
    const db::InboxEvent stored = services::waitingEvent(event, payload, u"webhook"_s);
    support::orDie(support::resultOf(m_database->write([stored](db::Session &session) {
                       return db::EventInbox(session).store({stored});
                   })),
                   "store");
    m_processor->wake();
}

void ProcessorEventsTest::appliesEveryType_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files =
        QDir(QStringLiteral(OMS_FIXTURES)).entryList({u"event_*.json"_s, u"basil_event_*.json"_s});
    QVERIFY(files.size() >= 13);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void ProcessorEventsTest::appliesEveryType()
{
    QFETCH(QString, file);
    const QJsonObject event = fixture(file);
    const QJsonObject object = event[u"data"].toObject()[u"object"].toObject();
    store(event);
    start();
    QTRY_COMPARE(state(event[u"id"].toString().toLatin1()), u"done"_s);
    const QByteArray kind = object[u"object"].toString().toLatin1();
    QCOMPARE(sql("SELECT stripe_" + kind + "_id FROM stripe_" + kind + "s"),
             object[u"id"].toString());
    QCOMPARE(sql("SELECT status FROM stripe_" + kind + "s"), object[u"status"].toString());
    QCOMPARE(QJsonDocument::fromJson(sql("SELECT raw FROM stripe_" + kind + "s").toUtf8()).object(),
             stripe::withoutSecrets(object));
    const QStringList told{u"stripe"_s, QString::fromLatin1(kind), object[u"id"].toString(),
                           event[u"id"].toString()};
    QCOMPARE(sql("SELECT concat_ws('|', actor, entity, entity_id, stripe_event_id)"
                 " FROM audit_log"),
             told.join(u'|'));
    QCOMPARE(sql("SELECT attempts || ' ' || (processed_at IS NOT NULL)"
                 " FROM stripe_webhook_events"),
             u"1 true"_s);
}

void ProcessorEventsTest::ignoresOtherTypes()
{
    QJsonObject event = subscriptionEvent(u"evt_other"_s);
    event[u"type"_s] = u"customer.tax_id.created"_s;
    store(event);
    start();
    QTRY_COMPARE(state("evt_other"), u"ignored"_s);
    QCOMPARE(sql("SELECT processed FROM stripe_webhook_events"), u"t"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscriptions"), u"0"_s);
}

void ProcessorEventsTest::refusesTheOtherMode()
{
    support::orDie(support::resultOf(m_database->write([](db::Session &session) {
                       return db::AccountRepository(session).bind({u"acct_1"_s, true});
                   })),
                   "bind");
    store(subscriptionEvent(u"evt_test_mode"_s));
    start();
    QTRY_COMPARE(state("evt_test_mode"), u"refused"_s);
    QVERIFY(sql("SELECT last_error FROM stripe_webhook_events").contains(u"mode"));
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscriptions"), u"0"_s);
}

void ProcessorEventsTest::retriesWhatFailsWhileOthersGoOn()
{
    // One subscription cannot be written: a constraint stands for whatever may be in the way.
    (void)m_test->value("ALTER TABLE stripe_subscriptions ADD CONSTRAINT in_the_way"
                        " EXCLUDE (stripe_customer_id WITH =)"
                        " WHERE (stripe_subscription_id = 'sub_good')");
    (void)m_test->value("CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        " IF NEW.stripe_subscription_id = 'sub_bad' THEN RAISE EXCEPTION 'no'"
                        " USING ERRCODE = '55000'; END IF; RETURN NEW; END $$");
    (void)m_test->value("CREATE TRIGGER trip BEFORE INSERT ON stripe_subscriptions"
                        " FOR EACH ROW EXECUTE FUNCTION trip()");
    store(about(subscriptionEvent(u"evt_bad"_s), u"sub_bad"_s));
    store(about(subscriptionEvent(u"evt_good"_s), u"sub_good"_s));
    start();
    QTRY_COMPARE(state("evt_good"), u"done"_s);
    QTRY_COMPARE(state("evt_bad"), u"failed"_s);
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), u"1"_s); // no half effects
    QVERIFY(sql("SELECT next_attempt_at > now() FROM stripe_webhook_events"
                " WHERE stripe_event_id = 'evt_bad'")
            == u"t"_s);
    QVERIFY(sql("SELECT last_error FROM stripe_webhook_events WHERE stripe_event_id = 'evt_bad'")
                .contains(u"55000"));
    (void)m_test->value("DROP TRIGGER trip ON stripe_subscriptions");
    (void)m_test->value("UPDATE stripe_webhook_events SET next_attempt_at = now()"
                        " WHERE state = 'failed' RETURNING 1");
    m_processor->wake();
    QTRY_COMPARE(state("evt_bad"), u"done"_s);
    QCOMPARE(sql("SELECT attempts FROM stripe_webhook_events WHERE stripe_event_id = 'evt_bad'"),
             u"2"_s);
}

void ProcessorEventsTest::givesUpAfterTheLastAttempt()
{
    (void)m_test->value("CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        " RAISE EXCEPTION 'no' USING ERRCODE = '55000'; END $$");
    (void)m_test->value("CREATE TRIGGER trip BEFORE INSERT ON stripe_subscriptions"
                        " FOR EACH ROW EXECUTE FUNCTION trip()");
    store(subscriptionEvent(u"evt_hopeless"_s));
    (void)m_test->value("UPDATE stripe_webhook_events SET attempts = 7 RETURNING 1");
    start();
    QTRY_COMPARE(state("evt_hopeless"), u"dead"_s);
    QCOMPARE(sql("SELECT attempts FROM stripe_webhook_events"), u"8"_s);
}

void ProcessorEventsTest::namesWhatItCannotRead()
{
    QJsonObject event = subscriptionEvent(u"evt_new_state"_s);
    QJsonObject data = event[u"data"].toObject();
    QJsonObject object = data[u"object"].toObject();
    object[u"status"_s] = u"hibernating"_s;
    data[u"object"_s] = object;
    event[u"data"_s] = data;
    store(event);
    start();
    QTRY_COMPARE(state("evt_new_state"), u"dead"_s);
    QVERIFY(sql("SELECT last_error FROM stripe_webhook_events").contains(u"hibernating"));
}

void ProcessorEventsTest::takesUnstorableText()
{
    QJsonObject event = about(subscriptionEvent(u"evt_nul"_s), u"sub_nul"_s);
    event[u"pending_webhooks"_s] = 1;
    QJsonObject data = event[u"data"].toObject();
    QJsonObject object = data[u"object"].toObject();
    object[u"metadata"_s] = QJsonObject{{u"odd"_s, u"HERE"_s}};
    data[u"object"_s] = object;
    event[u"data"_s] = data;
    QByteArray payload = QJsonDocument(event).toJson();
    payload.replace("HERE", "a\\u0000b\\ud800c");
    QVERIFY(payload.contains("\\u0000"));
    storeBytes(payload);
    store(about(subscriptionEvent(u"evt_beside"_s), u"sub_beside"_s));
    start();
    QTRY_COMPARE(state("evt_beside"), u"done"_s);
    QTRY_COMPARE(state("evt_nul"), u"done"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE payload = decode('"
                 + payload.toHex() + "', 'hex')"),
             u"1"_s); // the signed bytes, untouched
}

void ProcessorEventsTest::twoProcessorsApplyEachOnce()
{
    constexpr int events = 120;
    for (int i = 0; i < events; ++i)
        store(about(subscriptionEvent(u"evt_%1"_s.arg(i)), u"sub_%1"_s.arg(i)));
    db::Database other(m_test->parameters());
    services::EventProcessor second(other);
    start();
    second.start();
    QTRY_COMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state = 'done'"),
                 QString::number(events));
    QCOMPARE(sql("SELECT count(*) FROM audit_log"), QString::number(events));
    QCOMPARE(sql("SELECT sum(attempts) FROM stripe_webhook_events"), QString::number(events));
    QCoro::waitFor(second.stop());
}

void ProcessorEventsTest::goesOnAfterAnOutage()
{
    start();
    store(about(subscriptionEvent(u"evt_before"_s), u"sub_before"_s));
    QTRY_COMPARE(state("evt_before"), u"done"_s);
    (void)m_test->value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    store(about(subscriptionEvent(u"evt_after"_s), u"sub_after"_s));
    QTRY_COMPARE(state("evt_after"), u"done"_s);
}

/// The database's clock was ahead when these came: their times are in the future now.
void ProcessorEventsTest::aClockSetBackHoldsNothingUp()
{
    for (const char *id : {"waiting", "failed", "later"})
        store(about(subscriptionEvent(u"evt_%1"_s.arg(QLatin1StringView(id))),
                    u"sub_%1"_s.arg(QLatin1StringView(id))));
    (void)m_test->value("UPDATE stripe_webhook_events SET state = CASE stripe_event_id"
                        " WHEN 'evt_waiting' THEN 'waiting' ELSE 'failed' END,"
                        " next_attempt_at = now() + CASE stripe_event_id WHEN 'evt_failed'"
                        " THEN interval '1 hour' ELSE interval '9 minutes' END RETURNING 1");
    start();
    QTRY_COMPARE(state("evt_waiting"), u"done"_s);
    QTRY_COMPARE(state("evt_failed"), u"done"_s);
    QCOMPARE(state("evt_later"), u"failed"_s); // what is put off stays so
}

QTEST_GUILESS_MAIN(ProcessorEventsTest)
#include "tst_processorevents.moc"
