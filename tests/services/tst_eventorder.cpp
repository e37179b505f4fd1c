// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"
#include "eventhistories.h"
#include "services/eventapplier.h"
#include "services/eventbatch.h"
#include "services/eventchain.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Histories that Stripe could make, in any order, with duplicates, by several workers, end alike.
class EventOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSecondsChangesTellTheirOrder();
    void aCircleWithoutItsCreationDoesNot();
    void aStateFoundToBeTheLaterOneIsToldAsThat();
    void everyOrderEndsAsTheHistory_data();
    void everyOrderEndsAsTheHistory();

private:
    void store(const QList<QJsonObject> &events);
    void work(QRandomGenerator &dice);
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_test->value(query); }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<db::Database> m_database;
};

void EventOrderTest::initTestCase()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_database =
        std::make_unique<db::Database>(m_test->parameters(), db::DatabaseOptions{.writers = 3});
}

void EventOrderTest::aSecondsChangesTellTheirOrder()
{
    QRandomGenerator dice(support::printedSeed());
    for (int round = 0; round < 4000; ++round) {
        const int states = dice.bounded(2, 7);
        QList<services::ChainLink> links;
        for (int i = 0; i < states; ++i) {
            services::ChainLink link;
            link.eventId = u"evt_%1_%2"_s.arg(dice.generate()).arg(i);
            link.object = {{u"n"_s, i}, {u"of"_s, QJsonObject{{u"n"_s, i}}}};
            if (i > 0)
                link.previousAttributes = {{u"n"_s, i - 1},
                                           {u"of"_s, QJsonObject{{u"n"_s, i - 1}}}};
            else
                link.kind = services::ChainLink::Kind::Creation;
            links.append(link);
        }
        std::shuffle(links.begin(), links.end(), dice);
        const auto places = services::placesOf(links);
        QVERIFY(places);
        for (const services::ChainLink &link : std::as_const(links))
            QCOMPARE(places->value(link.eventId), link.object[u"n"_s].toInt());
    }
}

void EventOrderTest::aCircleWithoutItsCreationDoesNot()
{
    const auto link = [](const QString &id, int now, int before) {
        return services::ChainLink{
            .eventId = id, .object = {{u"n"_s, now}}, .previousAttributes = {{u"n"_s, before}}};
    };
    QVERIFY(!services::placesOf({link(u"a"_s, 1, 2), link(u"b"_s, 2, 1)}));
    QVERIFY(!services::placesOf({link(u"a"_s, 1, 2), link(u"b"_s, 4, 3)}));
    QVERIFY(services::placesOf({link(u"a"_s, 1, 2), link(u"b"_s, 3, 1)}));
}

void EventOrderTest::store(const QList<QJsonObject> &events)
{
    QList<db::InboxEvent> stored;
    for (const QJsonObject &json : events) {
        const QByteArray payload = QJsonDocument(json).toJson();
        stored.append(services::waitingEvent(support::orDie(stripe::parseEvent(payload), "event"),
                                             payload, u"webhook"_s));
    }
    support::orDie(support::resultOf(m_database->write([stored](db::Session &session) {
                       return db::EventInbox(session).store(stored);
                   })),
                   "store");
}

/// Up to three workers at once, with batches of any size, until nothing waits.
void EventOrderTest::work(QRandomGenerator &dice)
{
    for (bool hasMore = true; hasMore;) {
        QList<QFuture<core::Result<services::ProcessedBatch>>> workers;
        const int count = dice.bounded(1, 4);
        for (int worker = 0; worker < count; ++worker) {
            const int limit = dice.bounded(1, 8);
            workers.append(m_database->write(
                [limit](db::Session &session) { return services::processBatch(session, limit); }));
        }
        hasMore = false;
        for (auto &worker : workers) {
            const auto batch = support::orDie(support::resultOf(worker), "batch");
            hasMore = hasMore || batch.events > 0 || batch.passedOver > 0;
        }
    }
}

/// Two events of one second that do not tell their order; the third does, and it was the other one.
void EventOrderTest::aStateFoundToBeTheLaterOneIsToldAsThat()
{
    const auto event = [](const QString &id, const QString &type, int step,
                          const QJsonObject &previous = {}) {
        QJsonObject object = support::fixture(u"invoice_open"_s);
        object[u"metadata"_s] = QJsonObject{{u"step"_s, QString::number(step)}};
        QJsonObject data{{u"object"_s, object}};
        if (!previous.isEmpty())
            data[u"previous_attributes"_s] = previous;
        return QJsonObject{{u"id"_s, id},          {u"object"_s, u"event"_s},
                           {u"type"_s, type},      {u"created"_s, 1'701'388'800},
                           {u"livemode"_s, false}, {u"data"_s, data}};
    };
    QRandomGenerator dice(1);
    store({event(u"evt_b"_s, u"invoice.finalized"_s, 1),
           event(u"evt_a"_s, u"invoice.payment_failed"_s, 2)});
    work(dice);
    QCOMPARE(sql("SELECT metadata ->> 'step' FROM stripe_invoices"), u"1"_s); // the greater id
    store({event(u"evt_c"_s, u"invoice.updated"_s, 2,
                 {{u"metadata"_s, QJsonObject{{u"step"_s, u"1"_s}}}})});
    work(dice);
    QCOMPARE(sql("SELECT metadata ->> 'step' FROM stripe_invoices"), u"2"_s);
    QCOMPARE(sql("SELECT string_agg(action || ' ' || stripe_event_id, ', ' ORDER BY seq)"
                 " FROM audit_log"),
             u"invoice.payment_failed evt_a, invoice.finalized evt_b, event.reorder evt_a,"
             " invoice.updated evt_c"_s);
    (void)sql("WITH e AS (DELETE FROM stripe_webhook_events) DELETE FROM stripe_invoices"
              " RETURNING 1");
}

void EventOrderTest::everyOrderEndsAsTheHistory_data()
{
    QTest::addColumn<int>("life");
    for (int life = 0; life < support::lives().size(); ++life) {
        // Payments have no updates that tell what was before: without Stripe only their end counts.
        const support::Life &one = support::lives().at(life);
        const QByteArray table = one.table;
        if (one.endsForGood || table != "stripe_payment_intents")
            QTest::newRow(one.name) << life;
    }
}

void EventOrderTest::everyOrderEndsAsTheHistory()
{
    QFETCH(int, life);
    const support::Life &one = support::lives().at(life);
    const QByteArray table = one.table;
    QRandomGenerator dice(support::printedSeed());
    const int orders = std::max(30, qEnvironmentVariableIntValue("OMS_ORDERS"));
    for (int order = 0; order < orders; ++order) {
        const support::History history = support::historyOf(one, u"x_1"_s, dice);
        QList<QJsonObject> events = history.events();
        std::shuffle(events.begin(), events.end(), dice);
        const qsizetype cut = dice.bounded(int(events.size()) + 1);
        store(events.first(cut));
        if (dice.bounded(2) == 0)
            work(dice);
        store(events.sliced(cut));
        store({events.at(dice.bounded(int(events.size())))}); // a duplicate
        work(dice);
        QCOMPARE(sql("SELECT status || ' ' || (metadata ->> 'step') FROM " + table),
                 support::History::markOf(history.steps.last().object));
        QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state <> 'done'"), u"0"_s);
        (void)sql("WITH e AS (DELETE FROM stripe_webhook_events), i AS"
                  " (DELETE FROM stripe_subscription_items) DELETE FROM "
                  + table + " RETURNING 1");
    }
    // An event tells its effect once, however often the order of its second is found to be another.
    QCOMPARE(sql("SELECT count(*) FROM (SELECT FROM audit_log WHERE action <> 'event.reorder'"
                 " GROUP BY stripe_event_id, entity_id HAVING count(*) > 1) x"),
             u"0"_s);
}

QTEST_GUILESS_MAIN(EventOrderTest)
#include "tst_eventorder.moc"
