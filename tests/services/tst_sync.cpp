// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"
#include "runningsandbox.h"
#include "services/driftadopter.h"
#include "services/eventpoller.h"
#include "services/syncrunner.h"
#include "services/syncservice.h"
#include "stripe/requests/subscriptions.h"
#include "testcluster.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString world = u"5:12:4:2024-06-30"_s; // long ago: it stays as it was made

services::SyncOptions quick()
{
    return {.lease = 2s, .firstPause = 20ms, .longestPause = 100ms};
}

/// Something changed behind the mirror's back.
struct Injury
{
    const char *change; ///< Gives the id of the object.
    const char *kind;
    const char *field;
    const char *stake; ///< SQL of what is at stake, of the object %1; null for nothing.
};
const QList<Injury> injuries{
    {"UPDATE stripe_customers SET email = 'other@example.com' WHERE id = (SELECT id FROM"
     " stripe_customers ORDER BY id LIMIT 1) RETURNING stripe_customer_id",
     "customer", "email", nullptr},
    {"UPDATE stripe_customers SET balance = balance - 1234 WHERE id = (SELECT id FROM"
     " stripe_customers ORDER BY id OFFSET 1 LIMIT 1) RETURNING stripe_customer_id",
     "customer", "balance", "1234"},
    {"UPDATE stripe_customers SET metadata = '{\"a\": \"b\"}' WHERE id = (SELECT id FROM"
     " stripe_customers ORDER BY id OFFSET 2 LIMIT 1) RETURNING stripe_customer_id",
     "customer", "metadata", nullptr},
    {"UPDATE stripe_products SET name = 'Another' WHERE id = (SELECT id FROM stripe_products"
     " ORDER BY id LIMIT 1) RETURNING stripe_product_id",
     "product", "name", nullptr},
    {"UPDATE stripe_prices SET unit_amount = unit_amount + 7 WHERE id = (SELECT id FROM"
     " stripe_prices WHERE unit_amount IS NOT NULL ORDER BY id LIMIT 1)"
     " RETURNING stripe_price_id",
     "price", "unit_amount", "7"},
    {"UPDATE stripe_subscriptions SET status = 'past_due' WHERE id = (SELECT id FROM"
     " stripe_subscriptions WHERE status = 'active' ORDER BY id LIMIT 1)"
     " RETURNING stripe_subscription_id",
     "subscription", "status",
     "(SELECT amount FROM stripe_subscriptions WHERE stripe_subscription_id = '%1')"},
    {"UPDATE stripe_subscription_items SET quantity = quantity + 2 WHERE id = (SELECT i.id FROM"
     " stripe_subscription_items i JOIN stripe_subscriptions s ON s.id = i.subscription_id"
     " WHERE i.quantity IS NOT NULL AND s.status = 'active' ORDER BY s.id OFFSET 1 LIMIT 1)"
     " RETURNING (SELECT stripe_subscription_id FROM stripe_subscriptions s"
     " WHERE s.id = subscription_id)",
     "subscription", "items.%.quantity",
     "(SELECT 2 * i.unit_amount FROM stripe_subscription_items i JOIN stripe_subscriptions s"
     " ON s.id = i.subscription_id WHERE s.stripe_subscription_id = '%1'"
     " AND i.quantity IS NOT NULL)"},
    {"UPDATE stripe_subscription_items SET is_deleted = true WHERE id = (SELECT i.id FROM"
     " stripe_subscription_items i JOIN stripe_subscriptions s ON s.id = i.subscription_id"
     " WHERE i.quantity IS NOT NULL AND s.status = 'active' ORDER BY s.id OFFSET 2 LIMIT 1)"
     " RETURNING (SELECT stripe_subscription_id FROM stripe_subscriptions s"
     " WHERE s.id = subscription_id)",
     "subscription", "items.%",
     "(SELECT amount FROM stripe_subscriptions WHERE stripe_subscription_id = '%1')"},
    {"UPDATE stripe_invoices SET status = 'open', is_terminal = false WHERE id = (SELECT id "
     "FROM"
     " stripe_invoices WHERE status = 'paid' AND total > 0 ORDER BY id LIMIT 1)"
     " RETURNING stripe_invoice_id",
     "invoice", "status", "(SELECT total FROM stripe_invoices WHERE stripe_invoice_id = '%1')"},
    {"UPDATE stripe_invoices SET amount_paid = amount_paid - 100 WHERE id = (SELECT id FROM"
     " stripe_invoices WHERE status = 'paid' AND total > 0 ORDER BY id OFFSET 1 LIMIT 1)"
     " RETURNING stripe_invoice_id",
     "invoice", "amount_paid", "100"},
    {"DELETE FROM stripe_invoices WHERE id = (SELECT id FROM stripe_invoices WHERE"
     " status = 'paid' AND total > 0 ORDER BY id OFFSET 2 LIMIT 1) RETURNING stripe_invoice_id",
     "invoice", "", "(SELECT total FROM stripe_invoices WHERE stripe_invoice_id = '%1')"},
    {"UPDATE stripe_payment_intents SET status = 'processing', is_terminal = false WHERE id ="
     " (SELECT id FROM stripe_payment_intents WHERE status = 'succeeded' ORDER BY id LIMIT 1)"
     " RETURNING stripe_payment_intent_id",
     "payment_intent", "status",
     "(SELECT amount FROM stripe_payment_intents WHERE stripe_payment_intent_id = '%1')"},
};

} // namespace

/// Everything of a generated world is read from the sandbox, and compared with what the database
/// was filled with.
class SyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theUntouchedWorldHasNoDrift();
    void backfillFillsAnEmptyMirror();
    void differencesAreFoundAndRepaired();
    void whatStripeHasNoMoreIsToldAndKept();
    void newerRowsAreLeftAlone();
    void theMissingEventIsNamed();
    void goesOnWhereItWasStopped();
    void outlastsALostCursor();
    void readsListsInsideObjects();
    void obeysPauseAndCancel();
    void outlastsFaults();
    void aGapIsClosedByReadingEverything();

private:
    void fill();
    /// Asks for a run and works until it is left.
    core::SyncRun run(core::SyncMode mode);
    /// Takes Stripe's values for all that differs; the number of objects.
    qint64 adopt();
    /// What is open, an example of each field.
    QString drift() const
    {
        return sql("SELECT string_agg(kind || ' ' || stripe_id || ' ' || field || ': '"
                   " || coalesce(here, '-') || ' / ' || coalesce(there, '-'), E'\\n'"
                   " ORDER BY kind, field) FROM (SELECT DISTINCT ON (kind, field) kind, stripe_id,"
                   " field, here, there FROM drift WHERE state IN ('open', 'adopting')) d");
    }
    QString sql(const QByteArray &query) const { return m_test->value(query); }

    core::SystemClock m_clock;
    std::unique_ptr<support::TestDatabase> m_test;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<support::TestDesk> m_desk;
};

void SyncTest::init()
{
    m_test = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>(RunningSandbox::withWorld(world));
    m_desk = std::make_unique<support::TestDesk>(m_test->parameters(), m_sandbox->baseUrl());
}

void SyncTest::cleanup()
{
    QCOMPARE(m_desk->client.violations(), QStringList());
    m_desk.reset();
    m_sandbox.reset();
    m_test.reset();
}

void SyncTest::fill()
{
    const auto nothing = [](const QString &, const QString &) {};
    support::orDie(app::writeDemoData(m_test->ownerParameters(), world, nothing), "demo data");
}

core::SyncRun SyncTest::run(core::SyncMode mode)
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(mode)), "start");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    services::SyncRunner runner(m_desk->database, m_desk->client, adopter, quick());
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

qint64 SyncTest::adopt()
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.adopt({})), "adopt");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    const int adopted = QCoro::waitFor(adopter.adoptSome());
    QCoro::waitFor(adopter.stop());
    return adopted;
}

void SyncTest::theUntouchedWorldHasNoDrift()
{
    fill();
    const core::SyncRun report = run(core::SyncMode::Report);
    QCOMPARE(core::toText(report.state), u"done"_s);
    QCOMPARE(drift(), QString());
    QCOMPARE(report.differing(), 0);
    QCOMPARE(QString::number(report.objects()),
             sql("SELECT (SELECT count(*) FROM stripe_customers)"
                 " + (SELECT count(*) FROM stripe_products) + (SELECT count(*) FROM stripe_prices)"
                 " + (SELECT count(*) FROM stripe_subscriptions)"
                 " + (SELECT count(*) FROM stripe_invoices)"
                 " + (SELECT count(*) FROM stripe_payment_intents)"));
    QCOMPARE(sql("SELECT count(*) FROM sync_seen"), u"0"_s);
}

void SyncTest::backfillFillsAnEmptyMirror()
{
    const core::SyncRun backfill = run(core::SyncMode::Backfill);
    QCOMPARE(core::toText(backfill.state), u"done"_s);
    QVERIFY(backfill.objects() > 100);
    QCOMPARE(backfill.written(), backfill.objects());
    const core::SyncRun again = run(core::SyncMode::Backfill);
    QCOMPARE(again.objects(), backfill.objects());
    QCOMPARE(again.written(), 0);
}

/// One thing after another is changed behind the mirror's back; all of it is found, told with the
/// right money, and set right.
void SyncTest::differencesAreFoundAndRepaired()
{
    fill();
    QStringList ids;
    for (const Injury &injury : injuries)
        ids.append(sql(injury.change));

    const core::SyncRun report = run(core::SyncMode::Report);
    QCOMPARE(core::toText(report.state), u"done"_s);
    QCOMPARE(report.differing(), injuries.size());
    QCOMPARE(sql("SELECT count(*) FROM drift WHERE state = 'open'").toInt(), injuries.size());
    const core::SyncRun reconcile = run(core::SyncMode::Reconcile);
    QCOMPARE(core::toText(reconcile.state), u"done"_s);
    QCOMPARE(sql("SELECT count(*) FROM drift WHERE state = 'open'"), u"0"_s);
    for (qsizetype i = 0; i < injuries.size(); ++i) {
        const Injury &injury = injuries[i];
        const QByteArray where = " FROM drift WHERE kind = '" + QByteArray(injury.kind)
            + "' AND stripe_id = '" + ids[i].toLatin1() + "'";
        const QByteArray name = injury.kind + QByteArray(" ") + injury.field;
        QVERIFY2(!ids[i].isEmpty(), name.constData());
        QVERIFY2(sql("SELECT field LIKE '" + QByteArray(injury.field) + "'" + where) == "t"_L1,
                 name.constData());
        QVERIFY2(sql("SELECT state || ' ' || adopted_by IS NOT NULL" + where) == "t"_L1,
                 name.constData());
        const QString stake = injury.stake
            ? sql("SELECT " + QByteArray(injury.stake).replace("%1", ids[i].toLatin1()))
            : QString();
        QVERIFY2(sql("SELECT stake" + where) == stake,
                 (name + ": " + stake.toLatin1()).constData());
    }
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'drift.adopt'").toInt(),
             injuries.size());
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

/// What Stripe has no more is told, kept, and called gone only when somebody says so.
void SyncTest::whatStripeHasNoMoreIsToldAndKept()
{
    fill();
    sql("INSERT INTO stripe_invoices SELECT (jsonb_populate_record(i, jsonb_build_object("
        "'id', gen_random_uuid(), 'stripe_invoice_id', 'in_unknown', 'number', 'X-1'))).*"
        " FROM stripe_invoices i WHERE i.status = 'open' OR i.status = 'paid'"
        " ORDER BY i.id LIMIT 1 RETURNING 1");
    const core::SyncRun reconcile = run(core::SyncMode::Reconcile);
    QCOMPARE(core::toText(reconcile.state), u"done"_s);
    QCOMPARE(reconcile.differing(), 1);
    QCOMPARE(sql("SELECT what || ' ' || stripe_id || ' ' || state FROM drift"),
             u"missing_there in_unknown open"_s);
    QVERIFY(sql("SELECT status FROM stripe_invoices WHERE stripe_invoice_id = 'in_unknown'")
            != "deleted"_L1);
    QCOMPARE(adopt(), 1);
    QCOMPARE(sql("SELECT status FROM stripe_invoices WHERE stripe_invoice_id = 'in_unknown'"),
             u"deleted"_s);
    QCOMPARE(sql("SELECT state FROM drift"), u"adopted"_s);
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

/// A row that changed here after Stripe answered is nobody's drift.
void SyncTest::newerRowsAreLeftAlone()
{
    fill();
    sql("UPDATE stripe_invoices SET amount_paid = 1, source = 'event', as_of = now() + interval"
        " '1 hour' WHERE id = (SELECT id FROM stripe_invoices ORDER BY id LIMIT 1) RETURNING 1");
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
    QCOMPARE(run(core::SyncMode::Backfill).written(), 0);
    QCOMPARE(sql("SELECT count(*) FROM stripe_invoices WHERE amount_paid = 1"), u"1"_s);
}

/// The event that would have told of a difference is named, where Stripe still knows it.
void SyncTest::theMissingEventIsNamed()
{
    m_desk->work();
    sql("INSERT INTO stripe_account (stripe_account_id, livemode)"
        " VALUES ('acct_sandboxOMS', false) RETURNING livemode");
    const QUuid group = m_desk->provision(support::company(u"Silent"_s));
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    run(core::SyncMode::Backfill);
    QVERIFY(m_sandbox->advanceDays(40) > 0); // it renews, and nobody tells us
    run(core::SyncMode::Report);
    const QByteArray ours = "stripe_customer_id = (SELECT stripe_customer_id FROM stripe_customers"
                            " WHERE tenant_id IS NOT NULL)";
    QVERIFY(sql("SELECT count(*) FROM drift WHERE kind = 'subscription' AND " + ours).toInt() > 0);
    QCOMPARE(sql("SELECT DISTINCT event_type FROM drift WHERE kind = 'subscription' AND " + ours),
             u"customer.subscription.updated"_s);
    QVERIFY(sql("SELECT event_id FROM drift WHERE kind = 'subscription' AND " + ours)
                .startsWith("evt_"_L1));
}

/// Stopped after some pages, gone on with by another reader: no page is read twice.
void SyncTest::goesOnWhereItWasStopped()
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(core::SyncMode::Backfill)), "start");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    {
        services::SyncRunner first(m_desk->database, m_desk->client, adopter, quick());
        QSignalSpy progressed(&first, &services::SyncRunner::progressed);
        first.wake();
        QTRY_VERIFY(progressed.size() >= 3);
        QCoro::waitFor(first.stop());
    }
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"running"_s);
    QVERIFY(sql("SELECT claimed_by FROM sync_runs").isEmpty());
    services::SyncRunner second(m_desk->database, m_desk->client, adopter, quick());
    QSignalSpy left(&second, &services::SyncRunner::left);
    second.wake();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"done"_s);
    QStringList lists;
    for (const stripe::Call &call : m_desk->client.calls())
        lists.append(call.path + u'?' + QString::fromLatin1(call.form));
    QCOMPARE(lists.removeDuplicates(), 0);
    QCoro::waitFor(second.stop());
    QCoro::waitFor(adopter.stop());
}

/// The object that the cursor names was deleted meanwhile: on from its second.
void SyncTest::outlastsALostCursor()
{
    services::SyncService service(m_desk->database);
    support::orDie(support::resultOf(service.start(core::SyncMode::Backfill)), "start");
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    {
        services::SyncRunner first(m_desk->database, m_desk->client, adopter, quick());
        connect(&first, &services::SyncRunner::progressed, this, [&](const core::SyncRun &r) {
            if (r.current()->kind == "price"_L1 && r.current()->pages == 1)
                first.stop();
        });
        QSignalSpy left(&first, &services::SyncRunner::left);
        first.wake();
        QTRY_COMPARE(left.size(), 1);
    }
    QCOMPARE(sql("UPDATE sync_cursors SET cursor = 'price_gone' WHERE kind = 'price'"
                 " AND phase = 'list' RETURNING kind"),
             u"price"_s);
    services::SyncRunner second(m_desk->database, m_desk->client, adopter, quick());
    QSignalSpy left(&second, &services::SyncRunner::left);
    second.wake();
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"done"_s);
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
    QCoro::waitFor(second.stop());
    QCoro::waitFor(adopter.stop());
}

/// Stripe shows ten items of a subscription: the rest is read before anything is compared.
void SyncTest::readsListsInsideObjects()
{
    m_desk->work();
    const QUuid group = m_desk->provision(support::company(u"Many"_s));
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    const QString id = m_desk->step(group, 2).result[u"subscription_id"_s].toString();
    stripe::SubscriptionChange change;
    change.prorationBehavior = u"none"_s;
    for (int number = 0; number < 12; ++number) {
        stripe::Form form;
        form.add("currency", u"eur"_s);
        form.add("product_data[name]", u"Part %1"_s.arg(number));
        form.add("unit_amount", u"100"_s);
        form.add("recurring[interval]", u"month"_s);
        const stripe::Call call =
            stripe::postCall(u"/v1/prices"_s, form, "price-" + QByteArray::number(number));
        const stripe::Reply price = QCoro::waitFor(m_desk->client.send(call));
        QVERIFY(price);
        change.items.append({{}, price->body[u"id"_s].toString(), 1});
    }
    const stripe::Call call = stripe::updateSubscription(id, change, "many");
    QVERIFY(QCoro::waitFor(m_desk->client.send(call)));
    QVERIFY(run(core::SyncMode::Backfill).state == core::SyncState::Done);
    QCOMPARE(sql("SELECT count(*) FROM stripe_subscription_items i JOIN stripe_subscriptions s"
                 " ON s.id = i.subscription_id WHERE NOT i.is_deleted"
                 " AND s.stripe_subscription_id = '"
                 + id.toLatin1() + "'"),
             u"13"_s);
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

/// Paused and canceled from elsewhere, as another desk does it.
void SyncTest::obeysPauseAndCancel()
{
    m_sandbox->setFaults({.latencyMs = 150});
    services::SyncService service(m_desk->database);
    const QUuid id =
        support::orDie(support::resultOf(service.start(core::SyncMode::Backfill)), "start");
    QVERIFY(!support::resultOf(service.start(core::SyncMode::Report))); // one at a time
    services::DriftAdopter adopter(m_desk->database, m_desk->client);
    services::SyncRunner runner(m_desk->database, m_desk->client, adopter, quick());
    QSignalSpy left(&runner, &services::SyncRunner::left);
    runner.wake();
    QTRY_VERIFY(sql("SELECT sum(pages) FROM sync_cursors").toInt() > 0);
    support::orDie(support::resultOf(service.steer(id, core::SyncState::Paused)), "pause");
    QTRY_COMPARE(left.size(), 1);
    const QString pages = sql("SELECT sum(pages) FROM sync_cursors");
    runner.wake();
    QTest::qWait(100);
    QCOMPARE(sql("SELECT sum(pages) FROM sync_cursors"), pages);
    support::orDie(support::resultOf(service.steer(id, core::SyncState::Running)), "go on");
    runner.wake();
    QTRY_VERIFY(sql("SELECT sum(pages) FROM sync_cursors").toInt() > pages.toInt());
    support::orDie(support::resultOf(service.steer(id, core::SyncState::Canceled)), "cancel");
    QTRY_COMPARE(left.size(), 2);
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"canceled"_s);
    QCOMPARE(sql("SELECT string_agg(action, ' ' ORDER BY seq) FROM audit_log"
                 " WHERE entity = 'sync'"),
             u"sync.start sync.pause sync.resume sync.cancel"_s);
    QCoro::waitFor(runner.stop());
    QCoro::waitFor(adopter.stop());
}

/// Stripe limits, fails and drops: the run waits, and everything is read in the end.
void SyncTest::outlastsFaults()
{
    m_sandbox->setFaults({.rate429 = 0.2, .rate500 = 0.2, .dropConnection = 0.2, .count = 40});
    const core::SyncRun backfill = run(core::SyncMode::Backfill);
    QCOMPARE(core::toText(backfill.state), u"done"_s);
    m_sandbox->setFaults({});
    run(core::SyncMode::Report);
    QCOMPARE(drift(), QString());
}

/// Events that Stripe forgot before they were read are remembered until everything was.
void SyncTest::aGapIsClosedByReadingEverything()
{
    sql("INSERT INTO stripe_account (stripe_account_id, livemode, events_listed_until)"
        " VALUES ('acct_sandboxOMS', false, now() - interval '40 days') RETURNING livemode");
    services::EventPoller poller(m_desk->database, m_desk->client, m_clock);
    QSignalSpy polled(&poller, &services::EventPoller::polled);
    poller.poll();
    QTRY_COMPARE(polled.size(), 1);
    QCoro::waitFor(poller.stop());
    services::SyncService service(m_desk->database);
    QVERIFY(support::orDie(support::resultOf(service.eventGap()), "gap").isBeyond());
    run(core::SyncMode::Report); // tells what differs, and repairs nothing
    QVERIFY(support::orDie(support::resultOf(service.eventGap()), "gap").isBeyond());
    run(core::SyncMode::Backfill);
    QVERIFY(!support::orDie(support::resultOf(service.eventGap()), "gap").isBeyond());
}

QTEST_GUILESS_MAIN(SyncTest)
#include "tst_sync.moc"
