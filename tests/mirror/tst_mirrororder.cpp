// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/doubts.h"
#include "mirrordesk.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noon = 1'701'388'800;
using Source = core::Snapshot::Source;

/// What is compared: every column but our row id and the mark for a fetch; items without theirs.
const QByteArray subscriptionRow = R"(
    SELECT (to_jsonb(s) - 'id' - 'needs_fetch')::text || ' ' || coalesce((
           SELECT jsonb_agg(to_jsonb(i) - 'id' - 'subscription_id'
                            ORDER BY i.stripe_subscription_item_id)::text
             FROM stripe_subscription_items i
            WHERE i.subscription_id = s.id AND NOT i.is_deleted), '')
      FROM stripe_subscriptions s)";
const QByteArray invoiceRow =
    "SELECT (to_jsonb(i) - 'id' - 'needs_fetch')::text FROM stripe_invoices i";
const QByteArray intentRow =
    "SELECT (to_jsonb(p) - 'id' - 'needs_fetch')::text FROM stripe_payment_intents p";

/// A kind of object with the states that its events may show.
struct Kind
{
    const char *fixture;
    QStringList states; ///< Terminal ones last.
    QByteArray row;
    QByteArray table;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {"subscription_active",
         {u"incomplete"_s, u"active"_s, u"past_due"_s, u"trialing"_s, u"canceled"_s,
          u"incomplete_expired"_s},
         subscriptionRow,
         "stripe_subscriptions"},
        {"invoice_open",
         {u"draft"_s, u"open"_s, u"uncollectible"_s, u"paid"_s, u"void"_s},
         invoiceRow,
         "stripe_invoices"},
        {"payment_intent_succeeded",
         {u"requires_payment_method"_s, u"processing"_s, u"requires_action"_s, u"succeeded"_s,
          u"canceled"_s},
         intentRow,
         "stripe_payment_intents"},
    };
    return all;
}

/// One subscription's item, or a second one beside it.
void withItems(QJsonObject &subscription, int count, int quantity)
{
    QJsonObject items = subscription[u"items"].toObject();
    const QJsonObject first = items[u"data"].toArray().first().toObject();
    QJsonArray data;
    for (int i = 0; i < count; ++i) {
        QJsonObject item = first;
        item[u"id"_s] = u"si_%1"_s.arg(i);
        item[u"quantity"_s] = quantity + i;
        data.append(item);
    }
    items[u"data"_s] = data;
    subscription[u"items"_s] = items;
}

/// A few events of one object: several seconds, several in one second, each state possible.
QList<Copy> someEvents(const Kind &kind, QRandomGenerator &dice)
{
    QList<Copy> events;
    const int count = dice.bounded(2, 7);
    for (int i = 0; i < count; ++i) {
        QJsonObject object = MirrorDesk::fixture(QString::fromLatin1(kind.fixture));
        object[u"status"_s] = kind.states.at(dice.bounded(int(kind.states.size())));
        object[u"metadata"_s] = QJsonObject{{u"event"_s, QString::number(i)}};
        if (kind.table == "stripe_subscriptions")
            withItems(object, dice.bounded(1, 4), dice.bounded(1, 9));
        events.append({object, noon + dice.bounded(4),
                       u"evt_%1"_s.arg(dice.bounded(1000)) + u'_' + QString::number(i)});
    }
    return events;
}

} // namespace

/// The order rule of design §5.4: of one set of events, one row.
class MirrorOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<MirrorDesk>(); }
    void cleanupTestCase() { m_desk.reset(); }
    void cleanup();
    void lastWord_data();
    void lastWord();
    void anyOrderEndsTheSame_data();
    void anyOrderEndsTheSame();
    void anAnswerIsAlwaysApplied();
    void doubtIsSettledByAnAnswer();
    void anAnswerOlderThanAnEventIsDoubtful();
    void anAnswerOlderThanTheEndDoesNotUndoIt();

private:
    [[nodiscard]] QString status() const
    {
        return m_desk->sql("SELECT status FROM stripe_subscriptions");
    }
    [[nodiscard]] QString doubt() const
    {
        return m_desk->sql("SELECT needs_fetch FROM stripe_subscriptions");
    }
    static Copy copy(const QString &status, qint64 second, const QString &id,
                     Source source = Source::Event)
    {
        QJsonObject object = MirrorDesk::fixture(u"subscription_active"_s);
        object[u"status"_s] = status;
        return {object, noon + second, id, source};
    }

    std::unique_ptr<MirrorDesk> m_desk;
};

void MirrorOrderTest::cleanup()
{
    (void)m_desk->sql("DELETE FROM stripe_subscription_items RETURNING 1");
    for (const Kind &kind : kinds())
        (void)m_desk->sql("DELETE FROM " + kind.table + " RETURNING 1");
}

void MirrorOrderTest::lastWord_data()
{
    QTest::addColumn<QList<QPair<QString, int>>>("events"); // status and second, in their order
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("doubt");
    using Events = QList<QPair<QString, int>>;
    QTest::newRow("a later second wins")
        << Events{{u"active"_s, 1}, {u"past_due"_s, 2}} << u"past_due"_s << u"f"_s;
    QTest::newRow("an earlier second changes nothing")
        << Events{{u"past_due"_s, 2}, {u"active"_s, 1}} << u"past_due"_s << u"f"_s;
    QTest::newRow("in one second the greater id wins, and Stripe is to be asked")
        << Events{{u"past_due"_s, 1}, {u"active"_s, 1}} << u"active"_s << u"t"_s;
    QTest::newRow("an end wins over an earlier state")
        << Events{{u"active"_s, 1}, {u"canceled"_s, 2}} << u"canceled"_s << u"f"_s;
    QTest::newRow("an end wins over a later state, and Stripe is to be asked")
        << Events{{u"canceled"_s, 1}, {u"active"_s, 2}} << u"canceled"_s << u"t"_s;
    QTest::newRow("the same with the end arriving last")
        << Events{{u"active"_s, 2}, {u"canceled"_s, 1}} << u"canceled"_s << u"t"_s;
    QTest::newRow("doubt about a later state stays when another end comes between")
        << Events{{u"canceled"_s, 0}, {u"active"_s, 3}, {u"canceled"_s, 1}} << u"canceled"_s
        << u"t"_s;
    QTest::newRow("of two ends in one second the greater rank wins")
        << Events{{u"canceled"_s, 1}, {u"incomplete_expired"_s, 1}} << u"canceled"_s << u"t"_s;
}

void MirrorOrderTest::lastWord()
{
    using Events = QList<QPair<QString, int>>;
    QFETCH(Events, events);
    QFETCH(QString, status);
    QFETCH(QString, doubt);
    for (qsizetype i = 0; i < events.size(); ++i) {
        m_desk->write(copy(events.at(i).first, events.at(i).second, u"evt_%1"_s.arg(i)));
        m_desk->write(copy(events.at(i).first, events.at(i).second, u"evt_%1"_s.arg(i)));
    }
    QCOMPARE(this->status(), status);
    QCOMPARE(this->doubt(), doubt);
}

void MirrorOrderTest::anyOrderEndsTheSame_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("subscriptions") << 0;
    QTest::newRow("invoices") << 1;
    QTest::newRow("payment intents") << 2;
}

void MirrorOrderTest::anyOrderEndsTheSame()
{
    QFETCH(int, kind);
    const Kind &facts = kinds().at(kind);
    const quint32 seed = qEnvironmentVariableIsSet("OMS_SEED")
        ? qEnvironmentVariable("OMS_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo() << "OMS_SEED =" << seed;
    QRandomGenerator dice(seed);
    for (int set = 0; set < 12; ++set) {
        QList<Copy> events = someEvents(facts, dice);
        QString expected;
        for (int order = 0; order < 5; ++order) {
            std::shuffle(events.begin(), events.end(), dice);
            for (const Copy &event : std::as_const(events)) {
                m_desk->write(event);
                if (dice.bounded(3) == 0) // a duplicate of one that came before or comes now
                    m_desk->write(event);
            }
            const QString row = m_desk->sql(facts.row);
            QVERIFY(!row.isEmpty());
            if (order == 0)
                expected = row;
            QCOMPARE(row, expected);
            cleanup();
        }
    }
}

void MirrorOrderTest::anAnswerIsAlwaysApplied()
{
    m_desk->write(copy(u"canceled"_s, 5, u"evt_1"_s));
    QVERIFY(m_desk->write(copy(u"active"_s, 6, u"req_1"_s, Source::Fetch)).isApplied);
    QCOMPARE(status(), u"active"_s); // Stripe itself says so
    QVERIFY(!m_desk->write(copy(u"past_due"_s, 6, u"evt_2"_s)).isApplied);
    QCOMPARE(status(), u"active"_s);
    QVERIFY(m_desk->write(copy(u"past_due"_s, 7, u"evt_3"_s)).isApplied);
    QCOMPARE(status(), u"past_due"_s);
    QVERIFY(m_desk->write(copy(u"unpaid"_s, 6, u"req_2"_s, Source::Fetch)).isApplied);
    QCOMPARE(status(), u"unpaid"_s);
}

void MirrorOrderTest::doubtIsSettledByAnAnswer()
{
    m_desk->write(copy(u"active"_s, 1, u"evt_1"_s));
    m_desk->write(copy(u"past_due"_s, 1, u"evt_2"_s));
    QCOMPARE(doubt(), u"t"_s);
    auto job =
        m_desk->database.read([](db::Session &session) { return db::Doubts(session).list(10); });
    job.waitForFinished();
    QCOMPARE(job.result()->size(), 1);
    QCOMPARE(job.result()->first().type, u"subscription"_s);
    m_desk->write(copy(u"active"_s, 2, u"req_1"_s, Source::Fetch));
    QCOMPARE(doubt(), u"f"_s);
    m_desk->write(copy(u"past_due"_s, 2, u"evt_3"_s)); // it may be newer than the answer
    QCOMPARE(doubt(), u"t"_s);
}

void MirrorOrderTest::anAnswerOlderThanAnEventIsDoubtful()
{
    // The answer to a POST, written after an event that overtook it.
    m_desk->write(copy(u"active"_s, 3, u"evt_1"_s));
    m_desk->write(copy(u"incomplete"_s, 2, u"req_1"_s, Source::Fetch));
    QCOMPARE(doubt(), u"t"_s);
    m_desk->write(copy(u"active"_s, 2, u"req_2"_s, Source::Fetch)); // asked for because of it
    QCOMPARE(doubt(), u"f"_s);
}

/// It was on its way while the end came; Stripe is asked again.
void MirrorOrderTest::anAnswerOlderThanTheEndDoesNotUndoIt()
{
    m_desk->write(copy(u"canceled"_s, 5, u"evt_1"_s));
    QVERIFY(!m_desk->write(copy(u"active"_s, 4, u"req_1"_s, Source::Fetch)).isApplied);
    QCOMPARE(status(), u"canceled"_s);
    QCOMPARE(doubt(), u"t"_s);
    m_desk->write(copy(u"canceled"_s, 6, u"req_2"_s, Source::Fetch));
    QCOMPARE(doubt(), u"f"_s);
}

QTEST_GUILESS_MAIN(MirrorOrderTest)
#include "tst_mirrororder.moc"
