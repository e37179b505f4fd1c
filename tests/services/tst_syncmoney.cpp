// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"
#include "runningsandbox.h"
#include "sandboxclient.h"
#include "services/driftadopter.h"
#include "services/syncrunner.h"
#include "services/syncservice.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString world = u"5:12:4:2024-06-30"_s; // long ago: it stays as it was made
constexpr int lines = 13;                     // more than the ten that Stripe shows

/// Something changed behind the mirror's back; gives the id of the object.
struct Injury
{
    const char *change;
    const char *kind;
    const char *field;
    const char *stake; ///< Minor units as text; null for nothing.
};
const QList<Injury> injuries{
    {"UPDATE stripe_refunds SET amount = amount + 7 WHERE amount = 501 RETURNING stripe_refund_id",
     "refund", "amount", "7"},
    {"UPDATE stripe_refunds SET status = 'pending' WHERE amount = 502 RETURNING stripe_refund_id",
     "refund", "status", "502"},
    {"UPDATE stripe_refunds SET reason = 'fraudulent' WHERE amount = 503"
     " RETURNING stripe_refund_id",
     "refund", "reason", nullptr},
    {"DELETE FROM stripe_refunds WHERE amount = 504 RETURNING stripe_refund_id", "refund", "",
     "504"},
    {"UPDATE stripe_credit_notes SET status = 'void', is_terminal = true WHERE amount = 301"
     " RETURNING stripe_credit_note_id",
     "credit_note", "status", "301"},
    {"UPDATE stripe_credit_notes SET number = 'X' WHERE amount = 302"
     " RETURNING stripe_credit_note_id",
     "credit_note", "number", nullptr},
    {"DELETE FROM stripe_credit_notes WHERE amount = 13 RETURNING stripe_credit_note_id",
     "credit_note", "", "13"},
};

} // namespace

/// Refunds and credit notes are read, compared and taken over like everything else.
class SyncMoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void backfillReadsThem();
    void whatIsMissingHereIsTold();
    void differencesAreFoundAndRepaired();
    void whatStripeHasNoMoreIsToldAndKept();
    void goesOnInTheMiddleOfTheirList();
    void aClaimDoesNotOutlastAClockSetBack();
    void theMissingEventIsNamed();
    void anIgnoredEventIsNamedLast_data();
    void anIgnoredEventIsNamedLast();

private:
    /// Refunds of 501 to 504, credit notes of 301, 302 and one of thirteen lines, on what the
    /// world's tenants have paid.
    void giveBack();
    QString refund(const QString &intent, int amount);
    QString creditNote(const QString &invoice, const QByteArray &form);
    core::SyncRun run(core::SyncMode mode);
    QString drift() const
    {
        return sql("SELECT string_agg(kind || ' ' || what || ' ' || field, E'\n'"
                   " ORDER BY kind, what, field) FROM drift WHERE state IN ('open', 'adopting')");
    }
    QString sql(const QByteArray &query) const { return m_test->value(query); }

    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<SandboxClient> m_stripe;
    std::unique_ptr<support::TestDesk> m_desk;
};

void SyncMoneyTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>(RunningSandbox::withWorld(world));
    m_stripe = std::make_unique<SandboxClient>(m_sandbox->baseUrl(), m_sandbox->key());
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_sandbox->baseUrl());
    const auto nothing = [](const QString &, const QString &) {};
    support::orDie(app::writeDemoData(m_test->ownerParameters(), world, nothing), "demo data");
}

void SyncMoneyTest::cleanup()
{
    QCOMPARE(m_desk->client.violations(), QStringList());
    m_desk.reset();
    m_stripe.reset();
    m_sandbox.reset();
    m_test.reset();
}

QString SyncMoneyTest::refund(const QString &intent, int amount)
{
    return m_stripe
        ->post(u"/v1/refunds"_s,
               "reason=duplicate&amount=" + QByteArray::number(amount)
                   + "&payment_intent=" + intent.toLatin1())
        .text("id");
}

QString SyncMoneyTest::creditNote(const QString &invoice, const QByteArray &form)
{
    return m_stripe->post(u"/v1/credit_notes"_s, "invoice=" + invoice.toLatin1() + form).text("id");
}

void SyncMoneyTest::giveBack()
{
    const QStringList paid =
        sql("SELECT string_agg(stripe_invoice_id || ' ' || stripe_payment_intent_id, ' '"
            " ORDER BY stripe_invoice_id) FROM (SELECT i.stripe_invoice_id,"
            " i.stripe_payment_intent_id FROM stripe_invoices i JOIN stripe_payment_intents p"
            " USING (stripe_payment_intent_id) WHERE i.status = 'paid' AND p.status = 'succeeded'"
            " AND i.amount_paid > 2000 ORDER BY i.stripe_invoice_id LIMIT 7) x")
            .split(u' ');
    QCOMPARE(paid.size(), 14);
    for (int i = 0; i < 4; ++i)
        QVERIFY(!refund(paid.at(2 * i + 1), 501 + i).isEmpty());
    for (int i = 1; i < 3; ++i) {
        const QByteArray amount = QByteArray::number(300 + i);
        QVERIFY(
            !creditNote(paid.at(8 + 2 * i), "&amount=" + amount + "&out_of_band_amount=" + amount)
                 .isEmpty());
    }
    QByteArray form = "&out_of_band_amount=" + QByteArray::number(lines);
    for (int i = 0; i < lines; ++i) {
        const QByteArray line = "&lines[" + QByteArray::number(i) + "]";
        form += line + "[type]=custom_line_item" + line + "[unit_amount]=1";
    }
    QVERIFY(!creditNote(paid.at(8), form).isEmpty());
}

core::SyncRun SyncMoneyTest::run(core::SyncMode mode)
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(mode)), "start");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    services::SyncRunner runner(m_desk->database, m_desk->client, adopter,
                                {.lease = 2s, .firstPause = 20ms, .longestPause = 100ms});
    core::SyncRun last;
    QSignalSpy left(&runner, &services::SyncRunner::left);
    connect(&runner, &services::SyncRunner::left, this,
            [&last](const core::SyncRun &r) { last = r; });
    runner.wake();
    if (left.isEmpty())
        left.wait(20'000);
    QCoro::waitFor(runner.stop());
    QCoro::waitFor(adopter.stop());
    return last;
}

void SyncMoneyTest::backfillReadsThem()
{
    giveBack();
    QCOMPARE(run(core::SyncMode::Backfill).written(), 7);
    QCOMPARE(sql("SELECT string_agg(concat_ws(' ', r.amount, r.status, r.reason,"
                 " r.currency = p.currency, r.tenant_id = p.tenant_id), ', ' ORDER BY r.amount)"
                 " FROM stripe_refunds r JOIN stripe_payment_intents p"
                 " USING (stripe_payment_intent_id) WHERE r.amount < 503"),
             u"501 succeeded duplicate t t, 502 succeeded duplicate t t"_s);
    QCOMPARE(sql("SELECT string_agg(amount || ' ' || status || ' ' || (tenant_id IS NOT NULL)"
                 " || ' ' || (number LIKE '%-CN-01'), ', ' ORDER BY amount)"
                 " FROM stripe_credit_notes"),
             u"13 issued true true, 301 issued true true, 302 issued true true"_s);
    QCOMPARE(sql("SELECT jsonb_array_length(raw -> 'lines' -> 'data') FROM stripe_credit_notes"
                 " WHERE amount = 13"),
             QString::number(lines));
    QCOMPARE(sql("SELECT count(*) FROM stripe_credit_notes WHERE needs_fetch"), u"0"_s);
    QCOMPARE(run(core::SyncMode::Backfill).written(), 0);
    (void)run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

void SyncMoneyTest::whatIsMissingHereIsTold()
{
    giveBack();
    const core::SyncRun report = run(core::SyncMode::Report);
    QCOMPARE(report.differing(), 7);
    QCOMPARE(sql("SELECT string_agg(kind || ' ' || what || ' ' || stake, ', ' ORDER BY kind, stake)"
                 " FROM drift WHERE state = 'open'"),
             u"credit_note missing_here 13, credit_note missing_here 301,"
             " credit_note missing_here 302, refund missing_here 501, refund missing_here 502,"
             " refund missing_here 503, refund missing_here 504"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_refunds"), u"0"_s); // a report changes nothing
    (void)run(core::SyncMode::Reconcile);
    QCOMPARE(drift(), QString());
    QCOMPARE(sql("SELECT count(*) FROM stripe_refunds"), u"4"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_credit_notes"), u"3"_s);
}

void SyncMoneyTest::differencesAreFoundAndRepaired()
{
    giveBack();
    (void)run(core::SyncMode::Backfill);
    QStringList ids;
    for (const Injury &injury : injuries)
        ids.append(sql(injury.change));
    QCOMPARE(run(core::SyncMode::Report).differing(), injuries.size());
    for (qsizetype i = 0; i < injuries.size(); ++i) {
        const Injury &injury = injuries.at(i);
        QVERIFY2(!ids.at(i).isEmpty(), injury.change);
        QCOMPARE(
            sql("SELECT concat_ws('|', kind, field, stake) FROM drift WHERE stripe_id = '"
                + ids.at(i).toLatin1() + "'"),
            injury.stake
                ? QStringList({QString::fromLatin1(injury.kind), QString::fromLatin1(injury.field),
                               QString::fromLatin1(injury.stake)})
                      .join(u'|')
                : QStringList({QString::fromLatin1(injury.kind), QString::fromLatin1(injury.field)})
                      .join(u'|'));
    }
    QCOMPARE(core::toText(run(core::SyncMode::Reconcile).state), u"done"_s);
    QCOMPARE(drift(), QString());
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'drift.adopt'"
                 " AND entity IN ('refund', 'credit_note')")
                 .toInt(),
             injuries.size());
    (void)run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

void SyncMoneyTest::whatStripeHasNoMoreIsToldAndKept()
{
    giveBack();
    (void)run(core::SyncMode::Backfill);
    (void)sql("INSERT INTO stripe_refunds SELECT (jsonb_populate_record(r, jsonb_build_object("
              "'id', gen_random_uuid(), 'stripe_refund_id', 're_unknown',"
              " 'created', '2024-01-01'))).* FROM stripe_refunds r WHERE amount = 501"
              " RETURNING 1");
    (void)sql("INSERT INTO stripe_credit_notes SELECT (jsonb_populate_record(n,"
              " jsonb_build_object('id', gen_random_uuid(), 'stripe_credit_note_id',"
              " 'cn_unknown', 'created', '2024-01-01'))).* FROM stripe_credit_notes n"
              " WHERE amount = 301 RETURNING 1");
    // The rows before the run: the sandbox's answers are of the same second.
    (void)sql("UPDATE stripe_refunds SET as_of = '2024-01-01' WHERE stripe_refund_id ="
              " 're_unknown' RETURNING 1");
    (void)sql("UPDATE stripe_credit_notes SET as_of = '2024-01-01' WHERE stripe_credit_note_id ="
              " 'cn_unknown' RETURNING 1");
    (void)run(core::SyncMode::Reconcile);
    QCOMPARE(sql("SELECT string_agg(kind || ' ' || what || ' ' || stripe_id || ' ' || stake || ' '"
                 " || (tenant_id IS NOT NULL) || ' ' || state, ', ' ORDER BY kind) FROM drift"),
             u"credit_note missing_there cn_unknown 301 true open,"
             " refund missing_there re_unknown 501 true open"_s);
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.adopt({})), "adopt");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    QCOMPARE(QCoro::waitFor(adopter.adoptSome()), 2);
    QCoro::waitFor(adopter.stop());
    QCOMPARE(sql("SELECT status FROM stripe_refunds WHERE stripe_refund_id = 're_unknown'"),
             u"canceled"_s);
    QCOMPARE(sql("SELECT status FROM stripe_credit_notes"
                 " WHERE stripe_credit_note_id = 'cn_unknown'"),
             u"void"_s);
    (void)run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

/// Stopped after a page of them; what the cursor named is gone when another goes on.
void SyncMoneyTest::goesOnInTheMiddleOfTheirList()
{
    const QString intent = sql("SELECT stripe_payment_intent_id FROM stripe_payment_intents"
                               " WHERE status = 'succeeded' ORDER BY amount_received DESC LIMIT 1");
    for (int i = 0; i < 130; ++i)
        QVERIFY(!refund(intent, 1).isEmpty());
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(core::SyncMode::Backfill)), "start");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    {
        services::SyncRunner first(m_desk->database, m_desk->client, adopter);
        connect(&first, &services::SyncRunner::progressed, this, [&](const core::SyncRun &r) {
            if (r.current()->kind == "refund"_L1 && r.current()->pages == 1)
                first.stop();
        });
        QSignalSpy left(&first, &services::SyncRunner::left);
        first.wake();
        QTRY_COMPARE(left.size(), 1);
    }
    QCOMPARE(sql("SELECT count(*) FROM stripe_refunds"), u"100"_s);
    QCOMPARE(sql("UPDATE sync_cursors SET cursor = 're_gone' WHERE kind = 'refund'"
                 " AND phase = 'list' RETURNING kind"),
             u"refund"_s);
    services::SyncRunner second(m_desk->database, m_desk->client, adopter);
    QSignalSpy left(&second, &services::SyncRunner::left);
    second.wake();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"done"_s);
    QCOMPARE(sql("SELECT count(*) FROM stripe_refunds"), u"130"_s);
    QCoro::waitFor(second.stop());
    QCoro::waitFor(adopter.stop());
}

/// Of a program elsewhere that ended while the database's clock was ahead.
void SyncMoneyTest::aClaimDoesNotOutlastAClockSetBack()
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(core::SyncMode::Report)), "start");
    (void)sql("UPDATE sync_runs SET claimed_by = 'elsewhere#1/1/1',"
              " lease_until = now() + interval '1 hour' RETURNING 1");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    services::SyncRunner runner(m_desk->database, m_desk->client, adopter);
    QSignalSpy left(&runner, &services::SyncRunner::left);
    runner.wake();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"done"_s);
    QCoro::waitFor(runner.stop());
    QCoro::waitFor(adopter.stop());
}

void SyncMoneyTest::theMissingEventIsNamed()
{
    giveBack();
    (void)run(core::SyncMode::Report);
    QCOMPARE(sql("SELECT string_agg(DISTINCT kind || ' ' || event_type, ', ') FROM drift"
                 " WHERE event_state IS NULL AND event_id LIKE 'evt_%'"),
             u"credit_note credit_note.created, refund refund.created"_s);
    QCOMPARE(sql("SELECT count(*) FROM drift WHERE event_id IS NULL"), u"0"_s);
}

void SyncMoneyTest::anIgnoredEventIsNamedLast_data()
{
    QTest::addColumn<QByteArray>("stored"); // id, state and day of events about the same object
    QTest::addColumn<QString>("named");
    QTest::newRow("only an ignored one")
        << QByteArray("('evt_a', 'ignored', 5)") << u"evt_a ignored"_s;
    QTest::newRow("the newest of the ignored")
        << QByteArray("('evt_a', 'ignored', 5), ('evt_b', 'ignored', 6)") << u"evt_b ignored"_s;
    QTest::newRow("one that is dead, though older")
        << QByteArray("('evt_a', 'dead', 5), ('evt_b', 'ignored', 6)") << u"evt_a dead"_s;
    QTest::newRow("none that was applied") << QByteArray("('evt_a', 'done', 5)") << QString();
}

void SyncMoneyTest::anIgnoredEventIsNamedLast()
{
    QFETCH(QByteArray, stored);
    QFETCH(QString, named);
    const QByteArray id = sql("UPDATE stripe_customers SET email = 'other@example.com' WHERE id ="
                              " (SELECT id FROM stripe_customers ORDER BY id LIMIT 1)"
                              " RETURNING stripe_customer_id")
                              .toLatin1();
    (void)sql("INSERT INTO stripe_webhook_events (stripe_event_id, event_type, created, livemode,"
              " object_id, object_type, payload, state, via) SELECT x.id, 'customer.renamed',"
              " '2024-06-01'::timestamptz + x.day * interval '1 day', false, '"
              + id + "', 'customer', '', x.state, 'webhook' FROM (VALUES " + stored
              + ") AS x (id, state, day) RETURNING 1");
    (void)run(core::SyncMode::Report);
    QCOMPARE(sql("SELECT event_id || ' ' || event_state FROM drift WHERE stripe_id = '" + id + "'"),
             named);
}

QTEST_GUILESS_MAIN(SyncMoneyTest)
#include "tst_syncmoney.moc"
