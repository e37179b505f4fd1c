// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "db/overviewrepository.h"
#include "services/overviewservice.h"
#include "testcluster.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime at(QDate(2026, 6, 12), QTime(14, 32), Qt::UTC);

} // namespace

/// What of the Overview calls for work: failed payments, webhooks, the navigation's counts.
class OverviewWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failureRates();
    void failureRateOfNothing();
    void webhooks();
    void navigation();
    void reportsComeFromTheReplicaWhileItAnswers();

private:
    core::Overview overview(const QDateTime &moment);
    void webhookEvent(const QByteArray &id, const QByteArray &state, const QByteArray &received,
                      const QByteArray &processed = "NULL");

    // A database each: figures of the whole are what is tested.
    std::unique_ptr<support::TestDatabase> m_scratch;
    std::unique_ptr<BillingRows> m_rows;
    std::unique_ptr<db::Database> m_database;
    QUuid m_acme;
};

void OverviewWorkTest::init()
{
    m_database.reset();
    m_rows.reset();
    m_scratch = std::make_unique<support::TestDatabase>();
    m_rows = std::make_unique<BillingRows>(*m_scratch);
    m_database = std::make_unique<db::Database>(m_scratch->parameters());
    m_acme = m_rows->tenant(u"Acme GmbH"_s, u"a@example.com"_s);
}

core::Overview OverviewWorkTest::overview(const QDateTime &moment)
{
    const auto read = [moment](db::Session &session) {
        return db::OverviewRepository(session).overview(12, moment);
    };
    const core::Result<core::Overview> overview = m_database->read(read).result();
    if (!overview)
        qFatal("%s", qUtf8Printable(overview.error().message + overview.error().detail));
    return *overview;
}

void OverviewWorkTest::webhookEvent(const QByteArray &id, const QByteArray &state,
                                    const QByteArray &received, const QByteArray &processed)
{
    m_rows->run("INSERT INTO stripe_webhook_events (stripe_event_id, event_type, created,"
                " livemode, payload, state, received_at, processed_at) VALUES ('"
                + id + "', 'invoice.paid', now(), false, '{}', '" + state + "', " + received + ", "
                + processed + ")");
}

void OverviewWorkTest::failureRates()
{
    const auto tried = [this](const QString &id, const QString &status, int attempts,
                              const QByteArray &created,
                              const QString &collection = u"charge_automatically"_s) {
        m_rows->invoice({.id = id,
                         .status = status,
                         .attempts = attempts,
                         .created = '\'' + created + '\'',
                         .collection = collection});
    };
    tried(u"in_1"_s, u"paid"_s, 1, "2026-06-01");
    tried(u"in_2"_s, u"paid"_s, 3, "2026-06-01");
    tried(u"in_3"_s, u"open"_s, 4, "2026-06-02");
    tried(u"in_4"_s, u"draft"_s, 0, "2026-06-02");
    tried(u"in_5"_s, u"open"_s, 1, "2026-06-02", u"send_invoice"_s);
    tried(u"in_6"_s, u"paid"_s, 1, "2026-05-02");
    m_rows->run("INSERT INTO stripe_payment_intents (stripe_payment_intent_id, amount, currency,"
                " status, last_error_code, created, livemode, raw, as_of, source)"
                " SELECT 'pi_' || n, 1, 'eur', 'requires_payment_method',"
                " CASE WHEN n <= 2 THEN 'insufficient_funds' WHEN n = 3 THEN 'expired_card'"
                " WHEN n = 4 THEN '' END, '2026-06-10'::timestamptz - CASE WHEN n = 6"
                " THEN interval '60 days' ELSE interval '1 day' END, false, '{}', now(), 'seed'"
                " FROM generate_series(1, 6) n");
    const core::Overview result = overview(at);
    QCOMPARE(result.attempts[11].attempts, 8);
    QCOMPARE(result.attempts[11].failed, 6);
    QCOMPARE(core::failureRate(result.attempts[11]), 0.75);
    QCOMPARE(core::failureRate(result.attempts[10]), 0.0);
    QCOMPARE(result.declines.size(), 2);
    QCOMPARE(result.declines[0].code, u"insufficient_funds"_s);
    QCOMPARE(result.declines[0].count, 2);
    QCOMPARE(result.declines[1].code, u"expired_card"_s);
}

void OverviewWorkTest::failureRateOfNothing()
{
    QVERIFY(!core::failureRate({}));
}

void OverviewWorkTest::webhooks()
{
    webhookEvent("evt_1", "waiting", "now() - interval '90 seconds'");
    webhookEvent("evt_2", "waiting", "now() - interval '10 seconds'");
    webhookEvent("evt_3", "failed", "now() - interval '1 hour'");
    webhookEvent("evt_4", "dead", "now() - interval '40 days'");
    webhookEvent("evt_5", "done", "now() - interval '10 seconds'",
                 "now() - interval '10 seconds' + interval '80 milliseconds'");
    webhookEvent("evt_6", "done", "now() - interval '20 seconds'",
                 "now() - interval '20 seconds' + interval '100 milliseconds'");
    webhookEvent("evt_7", "ignored", "now() - interval '5 seconds'", "now()");
    webhookEvent("evt_8", "done", "now() - interval '9 days'", "now() - interval '9 days'");
    const core::Overview result = overview({});
    QCOMPARE(result.webhooks.waiting, 2);
    QCOMPARE(result.webhooks.failed, 1);
    QCOMPARE(result.webhooks.dead, 1);
    QVERIFY(result.webhooks.oldestWaitingMs >= 90'000);
    QVERIFY(result.webhooks.oldestWaitingMs < 120'000);
    QCOMPARE(result.webhooks.medianMs, 90);
    QCOMPARE(result.webhooks.p99Ms, 100);
    QCOMPARE(result.counts.eventsToWork, 2);
    const QString today = m_scratch->value(
        "SELECT count(*) FILTER (WHERE received_at >= date_trunc('day', now(), 'UTC')) || ' '"
        " || count(*) FILTER (WHERE processed_at >= date_trunc('day', now(), 'UTC'))"
        " FROM stripe_webhook_events");
    QCOMPARE(QString::number(result.webhooks.receivedToday) + u' '
                 + QString::number(result.webhooks.doneToday),
             today);
}

void OverviewWorkTest::navigation()
{
    using Row = BillingRows::Invoice;
    m_rows->invoice(Row{.tenant = m_acme, .id = u"in_1"_s, .due = "now() - interval '1 hour'"});
    m_rows->invoice(Row{.tenant = m_acme, .id = u"in_2"_s, .attempts = 4});
    m_rows->invoice(Row{.tenant = m_acme,
                        .id = u"in_3"_s,
                        .attempts = 4,
                        .nextAttempt = "now() + interval '1 day'"});
    m_rows->invoice(Row{.tenant = m_acme,
                        .id = u"in_4"_s,
                        .status = u"paid"_s,
                        .due = "now() - interval '1 hour'"});
    m_rows->subscription(
        {.tenant = m_acme, .id = u"sub_1"_s, .periodEnd = "now() + interval '6 days'"});
    webhookEvent("evt_1", "failed", "now()");
    webhookEvent("evt_2", "dead", "now()");
    services::OverviewService service(*m_database);
    const core::Result<core::NavigationCounts> counts = service.counts().result();
    QVERIFY(counts);
    QCOMPARE(*counts,
             (core::NavigationCounts{.tenants = 1,
                                     .invoicesToWork = 2,
                                     .exceeding = 0,
                                     .renewalsThisWeek = 1,
                                     .eventsToWork = 2}));
    const core::Result<core::Overview> whole = service.overview(12).result();
    QVERIFY(whole);
    QCOMPARE(whole->counts, *counts);
    QVERIFY(std::abs(whole->at.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
}

void OverviewWorkTest::reportsComeFromTheReplicaWhileItAnswers()
{
    const support::TestDatabase elsewhere; // stands in for a replica: its rows tell them apart
    BillingRows(elsewhere).tenant(u"Only there"_s, u"a@there.example"_s);
    BillingRows(elsewhere).tenant(u"Also there"_s, u"b@there.example"_s);
    db::Database replica(elsewhere.parameters());
    services::OverviewService service(*m_database);
    service.setReplica(&replica);
    const auto tenants = [&service] {
        const core::Result<core::Overview> whole = service.overview(12).result();
        return whole ? whole->counts.tenants : -1;
    };
    QCOMPARE(tenants(), 2);
    QCOMPARE(service.counts().result()->tenants, 1); // what is worked on is never behind
    db::Database gone(
        support::orDie(db::parseConnectionUrl(u"postgresql://nobody@127.0.0.1:1/x"_s), "url"));
    service.setReplica(&gone);
    QTRY_VERIFY_WITH_TIMEOUT(gone.outage().has_value(), 20'000);
    QCOMPARE(tenants(), 1);
}

QTEST_GUILESS_MAIN(OverviewWorkTest)
#include "tst_overviewwork.moc"
