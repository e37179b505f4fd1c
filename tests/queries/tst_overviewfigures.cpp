// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "db/overviewrepository.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::MovementKind;
using core::PlanTier;

namespace {

const QDateTime at(QDate(2026, 6, 12), QTime(14, 32), Qt::UTC);

std::size_t layer(PlanTier tier)
{
    return static_cast<std::size_t>(tier);
}

} // namespace

/// The Overview's figures against rows whose sums one can do in the head.
class OverviewFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingYet();
    void monthsAreCalendarMonths_data();
    void monthsAreCalendarMonths();
    void mrrIsARunningSum();
    void movementsByKind();
    void collectedByTier();
    void tierOfThePaymentsTime();
    void ageing();
    void ageingAtTheEdges();
    void renewals();
    void mainCurrencyFirst();
    void sumsBeyondADouble();
    void breaches();

private:
    core::Overview overview(int months = 12, const QDateTime &moment = at);
    const core::CurrencyFigures &figures(const core::Overview &overview, const QString &currency);
    void movement(const QUuid &tenant, const QByteArray &kind, qint64 delta,
                  const QByteArray &moment, const QString &currency = u"eur"_s);

    // A database each: figures of the whole are what is tested.
    std::unique_ptr<support::TestDatabase> m_scratch;
    std::unique_ptr<BillingRows> m_rows;
    std::unique_ptr<db::Database> m_database;
    QUuid m_acme;
    QUuid m_birke;
};

void OverviewFiguresTest::init()
{
    m_database.reset();
    m_rows.reset();
    m_scratch = std::make_unique<support::TestDatabase>();
    m_rows = std::make_unique<BillingRows>(*m_scratch);
    m_database = std::make_unique<db::Database>(m_scratch->parameters());
    m_acme = m_rows->tenant(u"Acme GmbH"_s, u"a@example.com"_s);
    m_birke = m_rows->tenant(u"Birke AG"_s, u"b@example.com"_s);
}

core::Overview OverviewFiguresTest::overview(int months, const QDateTime &moment)
{
    const auto read = [months, moment](db::Session &session) {
        return db::OverviewRepository(session).overview(months, moment);
    };
    const core::Result<core::Overview> overview = m_database->read(read).result();
    if (!overview)
        qFatal("%s", qUtf8Printable(overview.error().message + overview.error().detail));
    return *overview;
}

const core::CurrencyFigures &OverviewFiguresTest::figures(const core::Overview &overview,
                                                          const QString &currency)
{
    static const core::CurrencyFigures none;
    const auto it =
        std::ranges::find(overview.currencies, currency, &core::CurrencyFigures::currency);
    return it == overview.currencies.end() ? none : *it;
}

void OverviewFiguresTest::movement(const QUuid &tenant, const QByteArray &kind, qint64 delta,
                                   const QByteArray &moment, const QString &currency)
{
    m_rows->run("INSERT INTO mrr_movements (tenant_id, cause, kind, delta, currency,"
                " effective_at) VALUES ($1, 'seed', $2, $3, $4, $5)",
                {db::PgArgument::untyped(tenant.toByteArray(QUuid::WithoutBraces)),
                 db::PgArgument::untyped(kind), delta, currency, db::PgArgument::untyped(moment)});
}

void OverviewFiguresTest::nothingYet()
{
    const core::Overview empty = overview();
    QCOMPARE(empty.at, at);
    QCOMPARE(empty.months.size(), 12);
    QVERIFY(empty.currencies.isEmpty());
    QVERIFY(empty.breaches.isEmpty());
    QCOMPARE(empty.attempts.size(), 12);
    QVERIFY(!empty.webhooks.oldestWaitingMs);
    QVERIFY(!empty.webhooks.medianMs);
    QCOMPARE(empty.counts.tenants, 2);
}

void OverviewFiguresTest::monthsAreCalendarMonths_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const QDateTime march(QDate(2024, 3, 31), QTime(23, 59), Qt::UTC);
    QTest::newRow("a year") << 12 << at << QDate(2025, 7, 1) << QDate(2026, 6, 1);
    QTest::newRow("two years") << 24 << at << QDate(2024, 7, 1) << QDate(2026, 6, 1);
    QTest::newRow("the running month alone") << 1 << at << QDate(2026, 6, 1) << QDate(2026, 6, 1);
    QTest::newRow("none is one") << 0 << at << QDate(2026, 6, 1) << QDate(2026, 6, 1);
    QTest::newRow("the last minute of a month that others are shorter than")
        << 2 << march << QDate(2024, 2, 1) << QDate(2024, 3, 1);
    QTest::newRow("a moment of another zone is asked for in UTC")
        << 1 << QDateTime(QDate(2026, 7, 1), QTime(1, 0), Qt::OffsetFromUTC, 7200)
        << QDate(2026, 6, 1) << QDate(2026, 6, 1);
}

void OverviewFiguresTest::monthsAreCalendarMonths()
{
    QFETCH(int, asked);
    QFETCH(QDateTime, moment);
    const core::Overview result = overview(asked, moment);
    QTEST(result.months.constFirst(), "first");
    QTEST(result.months.constLast(), "last");
}

void OverviewFiguresTest::mrrIsARunningSum()
{
    movement(m_acme, "new", 9900, "2024-02-01T00:00:00Z");
    movement(m_acme, "expansion", 5000, "2025-07-01T00:00:00Z"); // the window's first moment
    movement(m_acme, "contraction", -1000, "2026-03-31T23:59:59.999Z");
    movement(m_birke, "new", 2900, "2026-04-01T00:00:00Z");
    movement(m_birke, "churn", -2900, "2026-06-12T14:32:00Z");       // now
    movement(m_birke, "reactivation", 4900, "2026-06-12T14:32:01Z"); // not yet
    const core::Overview result = overview();
    QCOMPARE(result.currencies.size(), 1);
    QCOMPARE(figures(result, u"eur"_s).mrr,
             (QList<qint64>{14900, 14900, 14900, 14900, 14900, 14900, 14900, 14900, 13900, 16800,
                            16800, 13900}));
    QCOMPARE(figures(overview(24), u"eur"_s).mrr.mid(10, 4),
             (QList<qint64>{9900, 9900, 14900, 14900}));
}

void OverviewFiguresTest::movementsByKind()
{
    movement(m_acme, "new", 9900, "2025-06-30T23:59:59Z"); // before the window
    movement(m_acme, "expansion", 100, "2026-05-02T00:00:00Z");
    movement(m_acme, "expansion", 200, "2026-05-31T23:00:00Z");
    movement(m_acme, "contraction", -50, "2026-05-03T00:00:00Z");
    movement(m_birke, "new", 700, "2026-06-01T00:00:00Z");
    movement(m_birke, "churn", -700, "2026-06-02T00:00:00Z");
    movement(m_birke, "reactivation", 600, "2026-06-03T00:00:00Z");
    const core::Overview result = overview();
    const auto &movements = figures(result, u"eur"_s).movements;
    using Month = std::array<qint64, core::movementKinds>;
    QCOMPARE(movements[0], (Month{}));
    QCOMPARE(movements[10], (Month{0, 300, 0, -50, 0}));
    QCOMPARE(movements[11], (Month{700, 0, 600, 0, -700}));
    QCOMPARE(movements[11][static_cast<std::size_t>(MovementKind::Churn)], -700);
    // The walk leads from one month's end to the next.
    const auto &mrr = figures(result, u"eur"_s).mrr;
    for (qsizetype i = 1; i < mrr.size(); ++i)
        QCOMPARE(mrr[i] - mrr[i - 1],
                 std::accumulate(movements[i].begin(), movements[i].end(), qint64(0)));
}

void OverviewFiguresTest::collectedByTier()
{
    const auto paid = [this](const QString &id, const QString &tier, qint64 amount,
                             const QByteArray &moment, const QString &currency) {
        m_rows->invoice({.tenant = m_acme,
                         .id = id,
                         .status = u"paid"_s,
                         .currency = currency,
                         .paid = amount,
                         .remaining = 0,
                         .paidAt = '\'' + moment + '\'',
                         .tier = tier});
    };
    paid(u"in_1"_s, u"basic"_s, 100, "2026-05-31T23:59:59Z", u"eur"_s);
    paid(u"in_2"_s, u"basic"_s, 10, "2026-06-01T00:00:00Z", u"eur"_s);
    paid(u"in_3"_s, u"enterprise"_s, 1, "2026-06-01T00:00:00Z", u"eur"_s);
    paid(u"in_4"_s, u"basic"_s, 15400, "2026-06-02T00:00:00Z", u"jpy"_s);
    paid(u"in_5"_s, u"basic"_s, 1000, "2025-06-30T23:59:59Z", u"eur"_s); // before the window
    paid(u"in_6"_s, u"basic"_s, 1000, "2026-06-12T14:33:00Z", u"eur"_s); // not yet
    const core::Overview result = overview();
    const auto &euro = figures(result, u"eur"_s).collected;
    QCOMPARE(euro[10][layer(PlanTier::Basic)], 100);
    QCOMPARE(euro[11][layer(PlanTier::Basic)], 10);
    QCOMPARE(euro[11][layer(PlanTier::Enterprise)], 1);
    QCOMPARE(figures(result, u"jpy"_s).collected[11][layer(PlanTier::Basic)], 15400);
    qint64 all = 0;
    for (const auto &month : euro)
        all = std::accumulate(month.begin(), month.end(), all);
    QCOMPARE(all, 111);
}

void OverviewFiguresTest::tierOfThePaymentsTime()
{
    m_rows->run("INSERT INTO tenant_plans (tenant_id, plan_tier, name, is_active, started_at,"
                " ended_at) SELECT id, 'basic', 'B', false, '2026-01-01', '2026-05-10' FROM tenants"
                " WHERE name = 'Acme GmbH'");
    m_rows->run("INSERT INTO tenant_plans (tenant_id, plan_tier, name, is_active, started_at)"
                " SELECT id, 'enterprise', 'E', true, '2026-05-10' FROM tenants"
                " WHERE name = 'Acme GmbH'");
    const auto paid = [this](const QString &id, const QUuid &tenant, qint64 amount,
                             const QByteArray &moment) {
        m_rows->invoice({.tenant = tenant,
                         .id = id,
                         .status = u"paid"_s,
                         .paid = amount,
                         .remaining = 0,
                         .paidAt = '\'' + moment + '\''});
    };
    paid(u"in_1"_s, m_acme, 1, "2026-05-09T23:59:59Z");
    paid(u"in_2"_s, m_acme, 10, "2026-05-10T00:00:00Z");
    paid(u"in_3"_s, m_acme, 100, "2026-06-01T00:00:00Z");
    paid(u"in_4"_s, m_birke, 1000, "2026-06-01T00:00:00Z");  // never had a plan
    paid(u"in_5"_s, QUuid(), 10000, "2026-06-01T00:00:00Z"); // nobody's
    const core::Overview result = overview();
    const auto &months = figures(result, u"eur"_s).collected;
    QCOMPARE(months[10][layer(PlanTier::Basic)], 1);
    QCOMPARE(months[10][layer(PlanTier::Enterprise)], 10);
    QCOMPARE(months[11][layer(PlanTier::Enterprise)], 100);
    QCOMPARE(months[11][layer(PlanTier::Custom)], 0);
    QCOMPARE(months[11][core::unassignedLayer], 11000);
}

void OverviewFiguresTest::ageing()
{
    const auto open = [this](const QString &id, qint64 remaining, const QByteArray &due,
                             const QString &currency = u"eur"_s) {
        m_rows->invoice({.tenant = m_acme,
                         .id = id,
                         .currency = currency,
                         .total = 100000,
                         .remaining = remaining,
                         .due = due == "NULL" ? due : '\'' + due + '\''});
    };
    open(u"in_none"_s, 1, "NULL");
    open(u"in_later"_s, 2, "2026-07-01");
    open(u"in_1"_s, 10, "2026-06-11T14:32:00Z");
    open(u"in_31"_s, 100, "2026-05-12T14:31:59Z");
    open(u"in_61"_s, 1000, "2026-04-12T14:32:00Z");
    open(u"in_yen"_s, 7, "2025-01-01", u"jpy"_s);
    open(u"in_year"_s, 20000, "2025-01-01");
    m_rows->invoice({.tenant = m_acme,
                     .id = u"in_paid"_s,
                     .status = u"uncollectible"_s,
                     .remaining = 500,
                     .due = "'2025-01-01'"});
    const core::Overview result = overview();
    const core::CurrencyFigures &euro = figures(result, u"eur"_s);
    using Ages = std::array<core::AmountAndCount, core::ageBands>;
    QCOMPARE(euro.ageing, (Ages{{{3, 2}, {10, 1}, {100, 1}, {1000, 1}, {20000, 1}}}));
    QCOMPARE(euro.overdue, (core::AmountAndCount{21110, 4}));
    QCOMPARE(figures(result, u"jpy"_s).overdue, (core::AmountAndCount{7, 1}));
}

void OverviewFiguresTest::ageingAtTheEdges()
{
    const auto open = [this](const QString &id, const QByteArray &due) {
        m_rows->invoice({.tenant = m_acme, .id = id, .remaining = 1, .due = '\'' + due + '\''});
    };
    open(u"in_now"_s, "2026-06-12T14:32:00Z"); // due this very moment: not past it
    open(u"in_30"_s, "2026-05-13T14:32:00Z");
    open(u"in_60"_s, "2026-04-13T14:32:00Z");
    open(u"in_90"_s, "2026-03-14T14:32:00Z");
    open(u"in_more"_s, "2026-03-14T14:31:59Z");
    const core::Overview result = overview();
    for (const core::AmountAndCount &band : figures(result, u"eur"_s).ageing)
        QCOMPARE(band.count, 1);
}

void OverviewFiguresTest::renewals()
{
    using Row = BillingRows::Subscription;
    m_rows->subscription(Row{
        .tenant = m_acme, .id = u"sub_1"_s, .amount = 9900, .periodEnd = "'2026-06-19T14:31:59Z'"});
    m_rows->subscription(Row{.tenant = m_birke,
                             .id = u"sub_2"_s,
                             .amount = 2900,
                             .periodEnd = "'2026-06-13'",
                             .cancelAtPeriodEnd = true});
    m_rows->subscription(Row{.tenant = m_birke,
                             .id = u"sub_3"_s,
                             .amount = 1,
                             .periodEnd = "'2026-06-14'",
                             .cancelAt = "'2026-06-14'"});
    m_rows->subscription(Row{.tenant = {},
                             .id = u"sub_4"_s,
                             .customer = u"cus_nobody"_s,
                             .status = u"trialing"_s,
                             .currency = u"jpy"_s,
                             .amount = 15400,
                             .periodEnd = "'2026-06-12T14:32:00Z'",
                             .cancelAt = "'2027-01-01'"});
    m_rows->subscription(Row{.id = u"sub_8_days"_s, .periodEnd = "'2026-06-19T14:32:00Z'"});
    m_rows->subscription(Row{.id = u"sub_over"_s, .periodEnd = "'2026-06-12T14:31:59Z'"});
    m_rows->subscription(
        Row{.id = u"sub_dead"_s, .status = u"canceled"_s, .periodEnd = "'2026-06-14'"});
    const core::Overview result = overview();
    QCOMPARE(figures(result, u"eur"_s).renewals, (core::AmountAndCount{9900, 1}));
    QCOMPARE(figures(result, u"jpy"_s).renewals, (core::AmountAndCount{15400, 1}));
    QStringList names;
    for (const core::Renewal &renewal : result.renewals)
        names += renewal.name + (renewal.endsThen ? u" ends"_s : u" renews"_s);
    QCOMPARE(names,
             (QStringList{u"cus_nobody renews"_s, u"Birke AG ends"_s, u"Birke AG ends"_s,
                          u"Acme GmbH renews"_s}));
    QCOMPARE(result.renewals[3].amount, (core::Money{9900, u"eur"_s}));
    QCOMPARE(result.renewals[0].at, at);
    QVERIFY(result.renewals[0].tenantId.isNull());
}

void OverviewFiguresTest::mainCurrencyFirst()
{
    const QUuid third = m_rows->tenant(u"Cargo"_s, u"c@example.com"_s);
    using Row = BillingRows::Subscription;
    m_rows->subscription(
        Row{.tenant = m_acme, .id = u"sub_1"_s, .currency = u"jpy"_s, .amount = 990000});
    m_rows->subscription(Row{.tenant = m_birke, .id = u"sub_2"_s, .amount = 2900});
    m_rows->subscription(Row{.tenant = third, .id = u"sub_3"_s, .amount = 2900});
    m_rows->refreshFigures();
    const core::Overview result = overview();
    QCOMPARE(result.currencies.size(), 2);
    QCOMPARE(result.currencies[0].currency, u"eur"_s);
    QCOMPARE(result.currencies[0].payingTenants, 2);
    QCOMPARE(result.currencies[1].currency, u"jpy"_s);
}

void OverviewFiguresTest::sumsBeyondADouble()
{
    movement(m_acme, "new", 9007199254740992, "2026-01-01T00:00:00Z", u"idr"_s);
    movement(m_birke, "new", 1, "2026-01-01T00:00:00Z", u"idr"_s);
    m_rows->invoice({.id = u"in_1"_s,
                     .status = u"paid"_s,
                     .currency = u"idr"_s,
                     .paid = 9007199254740993,
                     .remaining = 0,
                     .paidAt = "'2026-06-01'",
                     .tier = u"basic"_s});
    m_rows->invoice({.id = u"in_2"_s,
                     .currency = u"idr"_s,
                     .remaining = 9007199254740993,
                     .due = "'2026-06-01'"});
    const core::Overview result = overview();
    const core::CurrencyFigures &rupiah = figures(result, u"idr"_s);
    QCOMPARE(rupiah.mrr.constLast(), 9007199254740993);
    QCOMPARE(rupiah.collected[11][layer(PlanTier::Basic)], 9007199254740993);
    QCOMPARE(rupiah.overdue.minor, 9007199254740993);
}

void OverviewFiguresTest::breaches()
{
    const QUuid gone = m_rows->tenant(u"Gone Ltd"_s, u"g@example.com"_s);
    for (const QUuid &tenant : {m_acme, m_birke, gone})
        m_rows->plan(tenant, u"basic"_s);
    m_rows->run("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count,"
                " active_drivers_count) SELECT id, date_trunc('month', now(), 'UTC'),"
                " date_trunc('month', now(), 'UTC') + interval '1 month',"
                " CASE name WHEN 'Birke AG' THEN 100 ELSE 112 END,"
                " CASE name WHEN 'Acme GmbH' THEN 30 ELSE 0 END FROM tenants");
    m_rows->run("UPDATE tenants SET status = 'terminated' WHERE name = 'Gone Ltd'");
    m_rows->refreshFigures();
    const core::Overview result = overview();
    QCOMPARE(result.counts.exceeding, 1); // at the limit is not above it
    QCOMPARE(result.limitedTenants, 2);
    QCOMPARE(result.breaches.size(), 1);
    const core::LimitBreach &breach = result.breaches.constFirst();
    QCOMPARE(breach.tenantId, m_acme);
    QCOMPARE(breach.name, u"Acme GmbH"_s);
    QCOMPARE(breach.tier, PlanTier::Basic);
    QCOMPARE(breach.metric, u"max_active_drivers"_s);
    QCOMPARE(breach.used, 30.0);
    QCOMPARE(breach.allowed, 10.0);
    QCOMPARE(breach.ratio, 3.0);
    QCOMPARE(breach.metricsOver, 2);

    m_rows->run("UPDATE tenant_plans SET max_active_drivers = 0");
    m_rows->refreshFigures();
    QVERIFY(std::isinf(overview().breaches.constFirst().ratio));
}

QTEST_GUILESS_MAIN(OverviewFiguresTest)
#include "tst_overviewfigures.moc"
