// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "sandboxclient.h"
#include "services/eventapplier.h"
#include "services/mirrorfetcher.h"
#include "stripe/event.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

/// charge.refunded tells no refunds since 2022-11-15: they are listed at Stripe, and those that the
/// mirror does not have as it says are fetched, each under its own lock.
class RefundListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aChargeWithoutItsRefundsAsksForThem();
    void oneListServesManyEvents();
    void knownRefundsAreNotFetchedAgain();
    void whatCameWithTheChargeIsKept_data();
    void whatCameWithTheChargeIsKept();
    void outlastsAStripeThatIsAway();
    void aChargeOfNoRefundIsForgotten();
    void aLongCreditNoteIsFilledUp();

private:
    /// Events of that type that the sandbox has told, oldest first.
    QList<stripe::Event> told(const QString &type);
    void apply(const stripe::Event &event);
    QString refund(int amount);
    void fetch();
    [[nodiscard]] int calls(const QString &path) const;
    [[nodiscard]] QString asks() const
    {
        return sql("SELECT count(*) FROM stripe_refunds_to_list");
    }
    [[nodiscard]] QString refunds() const
    {
        return sql("SELECT string_agg(amount || ' ' || status || ' ' || source, ', '"
                   " ORDER BY amount) FROM stripe_refunds");
    }
    QString sql(const QByteArray &query) const { return m_test->value(query); }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<SandboxClient> m_stripe;
    std::unique_ptr<support::TestDesk> m_desk;
    std::unique_ptr<services::MirrorFetcher> m_fetcher;
    QString m_intent;
};

void RefundListsTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_stripe = std::make_unique<SandboxClient>(m_sandbox->baseUrl(), m_sandbox->key());
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_sandbox->baseUrl());
    m_fetcher = std::make_unique<services::MirrorFetcher>(m_desk->database, m_desk->client);
    m_fetcher->wake(); // the catalogue
    QTRY_VERIFY(sql("SELECT count(*) FROM stripe_prices") != u"0"_s);
    (void)m_stripe->subscribe(m_stripe->makeCustomer());
    for (const stripe::Event &event : told(u"payment_intent.succeeded"_s)) {
        apply(event);
        m_intent = event.objectId;
    }
    QVERIFY(!m_intent.isEmpty());
}

void RefundListsTest::cleanup()
{
    QCoro::waitFor(m_fetcher->stop());
    QCOMPARE(m_desk->client.violations(), QStringList());
    m_fetcher.reset();
    m_desk.reset();
    m_stripe.reset();
    m_sandbox.reset();
    m_test.reset();
}

QList<stripe::Event> RefundListsTest::told(const QString &type)
{
    QList<stripe::Event> events;
    for (const QJsonObject &json : m_stripe->events()) {
        if (json.value(u"type") == type)
            events.append(support::orDie(stripe::eventFromJson(json), "event"));
    }
    return events;
}

void RefundListsTest::apply(const stripe::Event &event)
{
    support::orDie(support::resultOf(m_desk->database.write([event](db::Session &session) {
                       return services::applyEvent(session, event);
                   })),
                   "apply");
}

QString RefundListsTest::refund(int amount)
{
    return m_stripe
        ->post(u"/v1/refunds"_s,
               "amount=" + QByteArray::number(amount) + "&payment_intent=" + m_intent.toLatin1())
        .text("id");
}

void RefundListsTest::fetch()
{
    QTRY_COMPARE((m_fetcher->wake(), asks()), u"0"_s);
}

int RefundListsTest::calls(const QString &path) const
{
    return int(std::ranges::count_if(m_desk->client.calls(), [&](const stripe::Call &call) {
        return call.path.startsWith(path);
    }));
}

void RefundListsTest::aChargeWithoutItsRefundsAsksForThem()
{
    refund(400);
    const stripe::Event event = told(u"charge.refunded"_s).first();
    QVERIFY(!event.object.contains(u"refunds"));
    apply(event);
    QCOMPARE(refunds(), QString());
    QCOMPARE(sql("SELECT stripe_charge_id FROM stripe_refunds_to_list"), event.objectId);
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'charge.refunded'"), u"1"_s);
    fetch();
    QCOMPARE(refunds(), u"400 succeeded fetch"_s);
    QCOMPARE(sql("SELECT stripe_payment_intent_id FROM stripe_refunds"), m_intent);
}

void RefundListsTest::oneListServesManyEvents()
{
    for (const int amount : {100, 200, 300})
        refund(amount);
    for (const stripe::Event &event : told(u"charge.refunded"_s))
        apply(event);
    QCOMPARE(asks(), u"1"_s);
    fetch();
    QCOMPARE(refunds(), u"100 succeeded fetch, 200 succeeded fetch, 300 succeeded fetch"_s);
    QCOMPARE(calls(u"/v1/refunds/"_s), 3);
    QCOMPARE(calls(u"/v1/refunds"_s), 4); // and one list
}

void RefundListsTest::knownRefundsAreNotFetchedAgain()
{
    refund(100);
    refund(200);
    apply(told(u"refund.created"_s).first());
    apply(told(u"charge.refunded"_s).last());
    fetch();
    QCOMPARE(refunds(), u"100 succeeded event, 200 succeeded fetch"_s);
    QCOMPARE(calls(u"/v1/refunds/"_s), 1);
}

void RefundListsTest::whatCameWithTheChargeIsKept_data()
{
    QTest::addColumn<int>("inside"); // how many of two refunds
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("asked");
    QTest::newRow("both") << 2 << u"100 succeeded event, 200 succeeded event"_s << u"0"_s;
    QTest::newRow("one") << 1 << u"100 succeeded event"_s << u"1"_s;
    QTest::newRow("an empty list") << 0 << QString() << u"1"_s;
}

void RefundListsTest::whatCameWithTheChargeIsKept()
{
    QFETCH(int, inside);
    QFETCH(QString, kept);
    QFETCH(QString, asked);
    refund(100);
    refund(200);
    QJsonArray data;
    for (const stripe::Event &made : told(u"refund.created"_s).first(inside))
        data.append(made.object);
    stripe::Event event = told(u"charge.refunded"_s).last();
    event.object[u"refunds"_s] = QJsonObject{{u"object"_s, u"list"_s}, {u"data"_s, data}};
    apply(event);
    QCOMPARE(refunds(), kept);
    QCOMPARE(asks(), asked);
    fetch();
    QCOMPARE(sql("SELECT count(*) FROM stripe_refunds"), u"2"_s);
}

/// The wish lasts until Stripe is back; the event is done meanwhile.
void RefundListsTest::outlastsAStripeThatIsAway()
{
    refund(400);
    apply(told(u"charge.refunded"_s).first());
    m_sandbox->setFaults({.dropConnection = 1.0});
    const int before = calls(u"/v1/refunds"_s);
    QTRY_VERIFY((m_fetcher->wake(), calls(u"/v1/refunds"_s)) > before);
    QCOMPARE(asks(), u"1"_s);
    m_sandbox->setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT((m_fetcher->wake(), asks()), u"0"_s, 30'000);
    QCOMPARE(refunds(), u"400 succeeded fetch"_s);
}

void RefundListsTest::aChargeOfNoRefundIsForgotten()
{
    refund(400);
    stripe::Event event = told(u"charge.refunded"_s).first();
    event.objectId = u"ch_of_nobody"_s;
    apply(event);
    QCOMPARE(asks(), u"1"_s);
    fetch();
    QCOMPARE(refunds(), QString());
}

/// Of its lines an event shows ten: the note is in doubt until all have been read.
void RefundListsTest::aLongCreditNoteIsFilledUp()
{
    const QString invoice = m_stripe->get(u"/v1/payment_intents/"_s + m_intent).text("invoice");
    QByteArray form = "credit_amount=13&invoice=" + invoice.toLatin1();
    for (int i = 0; i < 13; ++i) {
        const QByteArray line = "&lines[" + QByteArray::number(i) + "]";
        form += line + "[type]=custom_line_item" + line + "[unit_amount]=1";
    }
    QCOMPARE(m_stripe->post(u"/v1/credit_notes"_s, form).status, 200);
    apply(told(u"credit_note.created"_s).first());
    QCOMPARE(sql("SELECT needs_fetch || ' ' || jsonb_array_length(raw -> 'lines' -> 'data')"
                 " FROM stripe_credit_notes"),
             u"true 10"_s);
    QTRY_COMPARE((m_fetcher->wake(),
                  sql("SELECT needs_fetch || ' ' || jsonb_array_length(raw -> 'lines' -> 'data')"
                      " FROM stripe_credit_notes")),
                 u"false 13"_s);
}

QTEST_GUILESS_MAIN(RefundListsTest)
#include "tst_refundlists.moc"
