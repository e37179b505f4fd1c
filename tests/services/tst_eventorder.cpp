// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/eventinbox.h"
#include "services/eventapplier.h"
#include "services/eventbatch.h"
#include "services/eventchain.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800;

QJsonObject fixture(const QString &name)
{
    QFile file(QStringLiteral(OMS_FIXTURES "/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// What an object's life may be: each state with the type that tells of it.
struct Life
{
    const char *name;
    QList<QString> shapes;                    ///< The fixture in each API shape.
    QList<std::pair<QString, QString>> steps; ///< Status and event type.
};

const QList<Life> &lives()
{
    static const QList<Life> all{
        {"a paid invoice",
         {u"invoice_draft"_s, u"basil_invoice_open"_s},
         {{u"draft"_s, u"invoice.created"_s},
          {u"open"_s, u"invoice.finalized"_s},
          {u"open"_s, u"invoice.payment_failed"_s},
          {u"paid"_s, u"invoice.paid"_s}}},
        {"a voided invoice",
         {u"invoice_draft"_s, u"basil_invoice_open"_s},
         {{u"draft"_s, u"invoice.created"_s},
          {u"open"_s, u"invoice.finalized"_s},
          {u"uncollectible"_s, u"invoice.marked_uncollectible"_s},
          {u"void"_s, u"invoice.voided"_s}}},
        {"a canceled subscription",
         {u"subscription_incomplete"_s, u"basil_subscription_active"_s},
         {{u"incomplete"_s, u"customer.subscription.created"_s},
          {u"active"_s, {}},
          {u"past_due"_s, {}},
          {u"active"_s, {}},
          {u"canceled"_s, u"customer.subscription.deleted"_s}}},
        {"a subscription that goes on",
         {u"subscription_incomplete"_s, u"basil_subscription_active"_s},
         {{u"incomplete"_s, u"customer.subscription.created"_s},
          {u"active"_s, {}},
          {u"past_due"_s, {}},
          {u"unpaid"_s, {}}}},
    };
    return all;
}

/// Events as Stripe makes them: a change tells what was before; several fall into one second.
struct History
{
    QList<QJsonObject> events;
    QString last; ///< The object's last mark.
};

QJsonObject eventOf(const QString &type, const QJsonObject &object, const QJsonObject &previous,
                    qint64 second, quint32 number)
{
    QJsonObject data{{u"object"_s, object}};
    if (!previous.isEmpty())
        data[u"previous_attributes"_s] = previous;
    return {{u"id"_s, u"evt_%1"_s.arg(number)},
            {u"object"_s, u"event"_s},
            {u"type"_s, type},
            {u"created"_s, second},
            {u"livemode"_s, false},
            {u"data"_s, data}};
}

History historyOf(const Life &life, QRandomGenerator &dice)
{
    History history;
    QJsonObject object = fixture(life.shapes.at(dice.bounded(int(life.shapes.size()))));
    const QString updated = object[u"object"_s] == u"invoice"_s
        ? u"invoice.updated"_s
        : u"customer.subscription.updated"_s;
    qint64 second = noon;
    QString status;
    for (qsizetype i = 0; i < life.steps.size(); ++i) {
        const auto &[next, type] = life.steps.at(i);
        second += i == 0 ? 0 : dice.bounded(2);
        QJsonObject previous{{u"status"_s, status},
                             {u"metadata"_s, QJsonObject{{u"step"_s, QString::number(i - 1)}}}};
        object[u"status"_s] = next;
        object[u"metadata"_s] = QJsonObject{{u"step"_s, QString::number(i)}};
        if (status == next)
            previous.remove(u"status"_s);
        if (i > 0 && !type.endsWith(u".deleted"))
            history.events.append(eventOf(updated, object, previous, second, dice.generate()));
        if (!type.isEmpty())
            history.events.append(eventOf(type, object, {}, second, dice.generate()));
        status = next;
    }
    history.last = QString::number(life.steps.size() - 1);
    return history;
}

} // namespace

/// Histories that Stripe could make, in any order, with duplicates, by several workers, end alike.
class EventOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSecondsChangesTellTheirOrder();
    void aCircleWithoutItsCreationDoesNot();
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
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo() << "seed" << seed;
    QRandomGenerator dice(seed);
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

void EventOrderTest::everyOrderEndsAsTheHistory_data()
{
    QTest::addColumn<int>("life");
    for (int life = 0; life < lives().size(); ++life)
        QTest::newRow(lives().at(life).name) << life;
}

void EventOrderTest::everyOrderEndsAsTheHistory()
{
    QFETCH(int, life);
    const quint32 seed = qEnvironmentVariableIsSet("OMS_SEED")
        ? qEnvironmentVariable("OMS_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo() << "OMS_SEED =" << seed;
    QRandomGenerator dice(seed);
    const int orders = std::max(30, qEnvironmentVariableIntValue("OMS_ORDERS"));
    for (int order = 0; order < orders; ++order) {
        History history = historyOf(lives().at(life), dice);
        std::shuffle(history.events.begin(), history.events.end(), dice);
        const qsizetype cut = dice.bounded(int(history.events.size()) + 1);
        store(history.events.first(cut));
        if (dice.bounded(2) == 0)
            work(dice);
        store(history.events.sliced(cut));
        store({history.events.at(dice.bounded(int(history.events.size())))}); // a duplicate
        work(dice);
        const QByteArray table = history.events.first()[u"type"_s].toString().startsWith(u"invoice")
            ? "stripe_invoices"
            : "stripe_subscriptions";
        QCOMPARE(sql("SELECT metadata ->> 'step' FROM " + table), history.last);
        QCOMPARE(sql("SELECT status FROM " + table), lives().at(life).steps.last().first);
        QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state <> 'done'"), u"0"_s);
        (void)sql("WITH e AS (DELETE FROM stripe_webhook_events), i AS"
                  " (DELETE FROM stripe_subscription_items), n AS (DELETE FROM stripe_invoices),"
                  " s AS (DELETE FROM stripe_subscriptions) SELECT 1");
    }
}

QTEST_GUILESS_MAIN(EventOrderTest)
#include "tst_eventorder.moc"
