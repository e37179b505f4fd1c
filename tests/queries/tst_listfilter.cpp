// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "services/listservice.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using core::Filter;
using core::FilterOperator;
using core::ListId;

namespace {

Filter filter(const QString &column, FilterOperator op, const QVariant &value = {})
{
    return {column, op, value};
}

QVariant anyOf(const QStringList &values)
{
    return values;
}

/// Several filters at once, and lists other than that of tenants.
void addOtherFilters()
{
    using enum FilterOperator;
    const QString acme = u"Acme GmbH"_s;
    const QString riyadh = u"شركة الرياض"_s;
    QTest::newRow("two filters must both hold")
        << ListId::Tenants
        << QList<Filter>{filter(u"mrr"_s, AtLeast, 1), filter(u"status"_s, NotEquals, u"active"_s)}
        << QStringList{riyadh};
    QTest::newRow("subscriptions of a tenant, by name")
        << ListId::Subscriptions << QList<Filter>{filter(u"tenant"_s, Equals, acme)}
        << QStringList{acme};
    QTest::newRow("invoices of nobody")
        << ListId::Invoices << QList<Filter>{filter(u"tenant"_s, IsSet, false)}
        << QStringList{u"void"_s};
    QTest::newRow("invoices tried more than once")
        << ListId::Invoices << QList<Filter>{filter(u"attempts"_s, AtLeast, 2)}
        << QStringList{u"failed"_s, u"retrying"_s};
    QTest::newRow("invoices of a state that two words name")
        << ListId::Invoices
        << QList<Filter>{filter(u"status"_s, Equals, anyOf({u"failed"_s, u"paid"_s}))}
        << QStringList{u"failed"_s, u"paid"_s};
    QTest::newRow("a state nobody has")
        << ListId::Invoices << QList<Filter>{filter(u"status"_s, Equals, u"frozen"_s)}
        << QStringList();
}

} // namespace

/// What filters and the search box find, and what the footer adds up.
class ListFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filters_data();
    void filters();
    void refusedFilters_data();
    void refusedFilters();
    void search_data();
    void search();
    void searchesManyRows();
    void searchIsNoSql();
    void derivedStates_data();
    void derivedStates();
    void totals_data();
    void totals();
    void rowsByIdMatchTheFilter();

private:
    /// The first cells of the rows found: names, numbers.
    QStringList found(const core::ListQuery &query);
    void makeTenants();
    void makeInvoices();

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    services::ListService m_lists{m_database};
    QUuid m_acme;
    QUuid m_riyadh;
    QUuid m_fresh;
};

void ListFilterTest::makeTenants()
{
    m_acme = m_rows.tenant(u"Acme GmbH"_s, u"billing@acme.example"_s);
    m_riyadh = m_rows.tenant(u"شركة الرياض"_s, u"pay@riyadh.example"_s);
    m_fresh = m_rows.tenant(u"100%_Frisch\\Kost \"N'ord\""_s, u"o_o@frisch.example"_s);
    m_rows.customer(m_acme, u"cus_AcmeOne"_s);
    m_rows.customer(m_riyadh, u"cus_Riyadh"_s);
    m_rows.plan(m_acme, u"professional"_s);
    m_rows.plan(m_riyadh, u"basic"_s);
    m_rows.run("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count)"
               " SELECT tenant_id, date_trunc('month', now(), 'UTC'),"
               " date_trunc('month', now(), 'UTC') + interval '1 month',"
               " CASE plan_tier WHEN 'basic' THEN 112 ELSE 40 END FROM tenant_plans");
    m_rows.run("UPDATE tenants SET created_at = '2026-01-15T12:00:00Z' WHERE name = 'Acme GmbH'");
    m_rows.run("UPDATE tenants SET created_at = '2026-03-01T00:00:00Z'"
               " WHERE name <> 'Acme GmbH'");
    BillingRows::Subscription subscription{.tenant = m_acme,
                                           .id = u"sub_AcmeOne"_s,
                                           .customer = u"cus_AcmeOne"_s,
                                           .amount = 9900,
                                           .description = u"Professional Plan"_s,
                                           .periodEnd = "now() + interval '3 days'"};
    m_rows.subscription(subscription);
    subscription = {.tenant = m_riyadh,
                    .id = u"sub_Riyadh"_s,
                    .customer = u"cus_Riyadh"_s,
                    .status = u"past_due"_s,
                    .currency = u"kwd"_s,
                    .amount = 9007199254740993};
    m_rows.subscription(subscription);
}

void ListFilterTest::makeInvoices()
{
    using Row = BillingRows::Invoice;
    const QByteArray yesterday = "now() - interval '1 day'";
    const QByteArray tomorrow = "now() + interval '1 day'";
    const auto add = [this](Row row) {
        row.id = u"in_"_s + row.number;
        m_rows.invoice(row);
    };
    add({.tenant = m_acme, .number = u"draft"_s, .status = u"draft"_s, .remaining = 7});
    add({.tenant = m_acme, .number = u"open"_s, .due = tomorrow});
    add({.tenant = m_acme, .number = u"open-without-due"_s});
    add({.tenant = m_acme, .number = u"overdue"_s, .total = 500, .due = yesterday});
    add({.tenant = m_riyadh,
         .number = u"retrying"_s,
         .currency = u"kwd"_s,
         .remaining = 9007199254740993,
         .attempts = 2,
         .nextAttempt = tomorrow,
         .due = yesterday});
    add({.tenant = m_riyadh,
         .number = u"failed"_s,
         .currency = u"kwd"_s,
         .remaining = 1,
         .attempts = 4,
         .due = yesterday,
         .subscription = u"sub_Riyadh"_s});
    add({.tenant = m_riyadh,
         .number = u"sent-and-tried"_s,
         .currency = u"jpy"_s,
         .remaining = 15400,
         .attempts = 1,
         .due = yesterday,
         .collection = u"send_invoice"_s});
    add({.tenant = m_acme,
         .number = u"paid"_s,
         .status = u"paid"_s,
         .paid = 1000,
         .remaining = 0,
         .attempts = 1,
         .paidAt = yesterday,
         .customer = u"cus_AcmeOne"_s});
    add({.tenant = {}, .number = u"void"_s, .status = u"void"_s, .remaining = 0});
    add({.tenant = m_acme, .number = u"lost"_s, .status = u"uncollectible"_s, .remaining = 3});
    add({.tenant = m_acme, .number = u"gone"_s, .status = u"deleted"_s, .remaining = 0});
    add({.tenant = m_acme, .number = u"odd"_s, .status = u"unknown"_s, .remaining = 0});
    m_rows.run("INSERT INTO stripe_payment_intents (stripe_payment_intent_id, stripe_invoice_id,"
               " amount, currency, status, livemode, raw, as_of, source)"
               " VALUES ('pi_One', 'in_failed', 1, 'kwd', 'requires_payment_method', false, '{}',"
               " now(), 'seed')");
}

void ListFilterTest::initTestCase()
{
    makeTenants();
    makeInvoices();
    m_rows.refreshFigures();
}

QStringList ListFilterTest::found(const core::ListQuery &query)
{
    const auto window = m_lists.window(query, 0, 500).result();
    if (!window)
        return {u"error: "_s + window.error().message + window.error().detail};
    QStringList first;
    for (const core::ListRow &row : window->rows)
        first += row.cells[0].toString();
    first.sort();
    const auto totals = m_lists.totals(query).result();
    if (!totals || totals->count != first.size())
        return {u"error: totals disagree"_s};
    return first;
}

void ListFilterTest::filters_data()
{
    QTest::addColumn<ListId>("list");
    QTest::addColumn<QList<Filter>>("filters");
    QTest::addColumn<QStringList>("expected");
    const QString acme = u"Acme GmbH"_s;
    const QString riyadh = u"شركة الرياض"_s;
    const QString fresh = u"100%_Frisch\\Kost \"N'ord\""_s;
    const auto tenants = [&](const char *name, const Filter &one, QStringList expected) {
        expected.sort();
        QTest::newRow(name) << ListId::Tenants << QList<Filter>{one} << expected;
    };
    using enum FilterOperator;
    tenants("name contains, in any case", filter(u"name"_s, Contains, u"ACME"_s), {acme});
    tenants("name contains Arabic", filter(u"name"_s, Contains, u"الرياض"_s), {riyadh});
    tenants("name contains a percent sign", filter(u"name"_s, Contains, u"%"_s), {fresh});
    tenants("name contains an underscore", filter(u"name"_s, Contains, u"_f"_s), {fresh});
    tenants("name contains a backslash", filter(u"name"_s, Contains, u"\\k"_s), {fresh});
    tenants("name contains a quote", filter(u"name"_s, Contains, u"n'ord\""_s), {fresh});
    tenants("name contains one of several",
            filter(u"name"_s, Contains, anyOf({u"acme"_s, u"kost"_s})), {acme, fresh});
    tenants("name equals", filter(u"name"_s, Equals, fresh), {fresh});
    tenants("name equals a part only", filter(u"name"_s, Equals, u"Acme"_s), {});
    tenants("name is none of two", filter(u"name"_s, NotEquals, anyOf({acme, fresh})), {riyadh});
    tenants("plan is one of two", filter(u"plan"_s, Equals, anyOf({u"basic"_s, u"custom"_s})),
            {riyadh});
    tenants("plan is not basic, none is not basic either", filter(u"plan"_s, NotEquals, u"basic"_s),
            {acme, fresh});
    tenants("plan is one of none", filter(u"plan"_s, Equals, anyOf({})), {});
    tenants("status is past due", filter(u"status"_s, Equals, u"past_due"_s), {riyadh});
    tenants("customer is set", filter(u"customer"_s, IsSet), {acme, riyadh});
    tenants("customer is not set", filter(u"customer"_s, IsSet, false), {fresh});
    tenants("over a limit", filter(u"peak_limit"_s, AtLeast, 1.0), {riyadh});
    tenants("at most 40 % of a limit", filter(u"peak_limit"_s, AtMost, 0.4), {acme});
    tenants("MRR at least", filter(u"mrr"_s, AtLeast, 9900), {acme, riyadh});
    tenants("MRR beyond a double", filter(u"mrr"_s, AtLeast, qint64(9007199254740993)), {riyadh});
    tenants("MRR one above that", filter(u"mrr"_s, AtLeast, qint64(9007199254740994)), {});
    tenants("MRR as money",
            filter(u"mrr"_s, Equals, QVariant::fromValue(core::Money{9900, u"eur"_s})), {acme});
    const QDateTime march(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    tenants("created before March", filter(u"created"_s, Before, march), {acme});
    tenants("created at March's first moment", filter(u"created"_s, AtLeast, march),
            {riyadh, fresh});
    tenants("created after that moment", filter(u"created"_s, After, march), {});
    tenants("a time of another zone",
            filter(u"created"_s, AtLeast,
                   QDateTime(QDate(2026, 3, 1), QTime(2, 0), Qt::OffsetFromUTC, 7200)),
            {riyadh, fresh});
    tenants("renews within a week",
            filter(u"renews"_s, AtMost, QDateTime::currentDateTimeUtc().addDays(7)), {acme});
    addOtherFilters();
}

void ListFilterTest::filters()
{
    QFETCH(ListId, list);
    QFETCH(QList<Filter>, filters);
    QFETCH(QStringList, expected);
    QCOMPARE(found({list, {}, filters, {}}), expected);
}

void ListFilterTest::refusedFilters_data()
{
    QTest::addColumn<Filter>("filter");
    using enum FilterOperator;
    QTest::newRow("a column that is not there") << filter(u"nothing"_s, Contains, u"x"_s);
    QTest::newRow("SQL for a column") << filter(u"name) OR (1=1"_s, Contains, u"x"_s);
    QTest::newRow("text is not ordered") << filter(u"name"_s, AtLeast, u"x"_s);
    QTest::newRow("money does not contain") << filter(u"mrr"_s, Contains, u"9"_s);
    QTest::newRow("money is a number") << filter(u"mrr"_s, AtLeast, u"much"_s);
    QTest::newRow("money is not before") << filter(u"mrr"_s, Before, 9);
    QTest::newRow("a time is a time") << filter(u"created"_s, Before, u"yesterday"_s);
    QTest::newRow("a ratio is not not a number")
        << filter(u"peak_limit"_s, AtLeast, std::numeric_limits<double>::quiet_NaN());
}

void ListFilterTest::refusedFilters()
{
    QFETCH(Filter, filter);
    const auto window = m_lists.window({ListId::Tenants, {}, {filter}, {}}, 0, 10).result();
    QVERIFY(!window);
    QCOMPARE(window.error().kind, core::Error::Kind::Invalid);
    QCOMPARE(window.error().field, filter.column);
    QVERIFY(!m_lists.totals({ListId::Tenants, {}, {filter}, {}}).result());
}

void ListFilterTest::search_data()
{
    QTest::addColumn<ListId>("list");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QString acme = u"Acme GmbH"_s;
    const QString riyadh = u"شركة الرياض"_s;
    const QString fresh = u"100%_Frisch\\Kost \"N'ord\""_s;
    const auto row = [](const char *name, ListId list, const QString &text,
                        const QStringList &expected) {
        QTest::newRow(name) << list << text << expected;
    };
    row("a part of a name", ListId::Tenants, u"acme g"_s, {acme});
    row("spaces around do not count", ListId::Tenants, u"  acme  "_s, {acme});
    row("Arabic", ListId::Tenants, u"رياض"_s, {riyadh});
    row("a part of an e-mail", ListId::Tenants, u"@RIYADH"_s, {riyadh});
    row("percent means itself", ListId::Tenants, u"100%"_s, {fresh});
    row("underscore means itself", ListId::Tenants, u"o_o@"_s, {fresh});
    row("backslash means itself", ListId::Tenants, u"ch\\k"_s, {fresh});
    row("two quotes", ListId::Tenants, u"\"n'o"_s, {fresh});
    row("a wildcard finds nothing", ListId::Tenants, u"a%e"_s, {});
    row("a NUL finds nothing", ListId::Tenants, u"ac"_s + QChar(u'\0') + u"me"_s, {});
    row("Stripe's customer", ListId::Tenants, u"cus_AcmeOne"_s, {acme});
    row("the beginning of Stripe's customer", ListId::Tenants, u"cus_Riy"_s, {riyadh});
    row("a subscription finds its tenant", ListId::Tenants, u"sub_AcmeOne"_s, {acme});
    row("an invoice finds its tenant", ListId::Tenants, u"in_failed"_s, {riyadh});
    row("an unknown id", ListId::Tenants, u"in_unheard"_s, {});
    row("subscriptions by tenant", ListId::Subscriptions, u"acme"_s, {acme});
    row("subscriptions by id", ListId::Subscriptions, u"sub_Riyadh"_s, {riyadh});
    row("subscriptions by customer", ListId::Subscriptions, u"cus_Riyadh"_s, {riyadh});
    row("subscriptions by invoice", ListId::Subscriptions, u"in_failed"_s, {riyadh});
    row("invoices by number", ListId::Invoices, u"RETRY"_s, {u"retrying"_s});
    row("two letters of a number are too few", ListId::Invoices, u"tr"_s, {});
    row("two letters of a tenant are not", ListId::Invoices, u"ال"_s,
        {u"failed"_s, u"retrying"_s, u"sent-and-tried"_s});
    row("invoices by Stripe's id", ListId::Invoices, u"in_odd"_s, {u"odd"_s});
    row("invoices by customer", ListId::Invoices, u"cus_AcmeOne"_s, {u"paid"_s});
    row("invoices by subscription", ListId::Invoices, u"sub_Riyadh"_s, {u"failed"_s});
    row("invoices by payment", ListId::Invoices, u"pi_One"_s, {u"failed"_s});
    row("invoices by tenant", ListId::Invoices, u"الرياض"_s,
        {u"failed"_s, u"retrying"_s, u"sent-and-tried"_s});
    row("nothing", ListId::Tenants, u"   "_s, {fresh, acme, riyadh});
}

void ListFilterTest::search()
{
    QFETCH(ListId, list);
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    expected.sort();
    QCOMPARE(found({list, text, {}, {}}), expected);
    // Our own ids are known only here.
    if (text.startsWith(u"acme"_s) && list == ListId::Tenants)
        QCOMPARE(found({list, m_acme.toString(QUuid::WithoutBraces), {}, {}}), expected);
    if (text == u"الرياض"_s)
        QCOMPARE(found({list, m_riyadh.toString(), {}, {}}), expected);
}

/// So many that the rows are read in order instead of collecting their ids.
void ListFilterTest::searchesManyRows()
{
    support::TestDatabase scratch;
    const BillingRows rows(scratch);
    const QUuid tenant = rows.tenant(u"Acme GmbH"_s, u"a@acme.example"_s);
    rows.run("INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, status, currency,"
             " total, subtotal, amount_due, amount_paid, amount_remaining, livemode, raw, as_of,"
             " source, created, stripe_customer_id) SELECT CASE WHEN n <= 4000 THEN $1::uuid END,"
             " 'in_many' || n, CASE WHEN n > 4000 THEN 'ACME-' || n ELSE 'other' END, 'open',"
             " 'eur', n, n, n, 0, n, false, '{}', now(), 'seed',"
             " now() - n * interval '1 minute', 'cus_x' FROM generate_series(1, 9000) n",
             {db::PgArgument::untyped(tenant.toByteArray(QUuid::WithoutBraces))});
    db::Database database(scratch.parameters());
    services::ListService lists(database);
    const core::ListQuery query{ListId::Invoices,
                                u"acme"_s,
                                {filter(u"total"_s, FilterOperator::AtLeast, 2)},
                                {{u"created"_s, Qt::DescendingOrder}}};
    const auto window = lists.window(query, 3998, 3).result();
    QVERIFY(window);
    QStringList numbers;
    for (const core::ListRow &row : window->rows)
        numbers += row.cells[0].toString();
    QCOMPARE(numbers, (QStringList{u"other"_s, u"ACME-4001"_s, u"ACME-4002"_s}));
    QCOMPARE(lists.totals(query).result()->count, 8999);
    core::ListQuery lookup{ListId::Invoices, u"in_many"_s, {}, {}};
    QCOMPARE(lists.totals(lookup).result()->count, 9000);
    lookup.search = u"in_many8999"_s;
    QCOMPARE(lists.totals(lookup).result()->count, 1);
}

void ListFilterTest::searchIsNoSql()
{
    for (const QString &text : {u"'; DROP TABLE tenants; --"_s, u"$1"_s, u":pattern"_s, u":id"_s,
                                u"%1$L"_s, u"') OR ('1'='1"_s, u"cus_'||'x"_s}) {
        for (const ListId list : {ListId::Tenants, ListId::Subscriptions, ListId::Invoices})
            QCOMPARE(found({list, text, {}, {}}), QStringList());
        const auto equal = filter(u"status"_s, FilterOperator::Equals, anyOf({text, u"\"},{"_s}));
        QCOMPARE(found({ListId::Invoices, {}, {equal}, {}}), QStringList());
    }
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenants"), u"3"_s);
}

void ListFilterTest::derivedStates_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *state, const QStringList &numbers) {
        QTest::newRow(state) << QString::fromLatin1(state) << numbers;
    };
    row("draft", {u"draft"_s});
    row("open", {u"open"_s, u"open-without-due"_s});
    row("overdue", {u"overdue"_s, u"sent-and-tried"_s}); // nobody charges one that was sent
    row("retrying", {u"retrying"_s});                    // also past its due date
    row("failed", {u"failed"_s});
    row("paid", {u"paid"_s});
    row("uncollectible", {u"lost"_s});
    row("void", {u"void"_s});
    row("deleted", {u"gone"_s});
    row("unknown", {u"odd"_s});
}

void ListFilterTest::derivedStates()
{
    QFETCH(QString, state);
    QFETCH(QStringList, numbers);
    const core::ListQuery query{
        ListId::Invoices, {}, {filter(u"status"_s, FilterOperator::Equals, state)}, {}};
    QCOMPARE(found(query), numbers);
    const auto window = m_lists.window(query, 0, 10).result();
    for (const core::ListRow &row : window->rows)
        QCOMPARE(row.cells[2].toString(), state);
}

void ListFilterTest::totals_data()
{
    QTest::addColumn<core::ListQuery>("query");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QList<core::Money>>("sums");
    using Sums = QList<core::Money>;
    QTest::newRow("tenants: MRR, one without any")
        << core::ListQuery{ListId::Tenants, {}, {}, {}} << qint64(3)
        << Sums{{9900, u"eur"_s}, {9007199254740993, u"kwd"_s}};
    QTest::newRow("invoices: remaining, most rows first")
        << core::ListQuery{ListId::Invoices, {}, {}, {}} << qint64(12)
        << Sums{{3010, u"eur"_s}, {9007199254740994, u"kwd"_s}, {15400, u"jpy"_s}};
    QTest::newRow("invoices of a search")
        << core::ListQuery{ListId::Invoices, u"sent-and"_s, {}, {}} << qint64(1)
        << Sums{{15400, u"jpy"_s}};
    QTest::newRow("nothing found")
        << core::ListQuery{ListId::Invoices, u"nowhere to be seen"_s, {}, {}} << qint64(0)
        << Sums{};
}

void ListFilterTest::totals()
{
    QFETCH(core::ListQuery, query);
    QFETCH(qint64, count);
    QFETCH(QList<core::Money>, sums);
    const auto totals = m_lists.totals(query).result();
    QVERIFY(totals);
    QCOMPARE(totals->count, count);
    QCOMPARE(totals->sums, sums);
}

void ListFilterTest::rowsByIdMatchTheFilter()
{
    const core::ListQuery query{
        ListId::Tenants, {}, {filter(u"status"_s, FilterOperator::Equals, u"active"_s)}, {}};
    const auto rows =
        m_lists.rows(query, {m_acme, m_riyadh, QUuid::createUuid(), m_fresh}).result();
    QVERIFY(rows);
    QSet<QUuid> ids;
    for (const core::ListRow &row : *rows)
        ids += row.id;
    QCOMPARE(ids, (QSet<QUuid>{m_acme, m_fresh}));
    QCOMPARE(rows->constFirst().cells.size(), qsizetype(core::columnsOf(ListId::Tenants).size()));
    QCOMPARE(m_lists.rows(query, {}).result()->size(), 0);
}

QTEST_GUILESS_MAIN(ListFilterTest)
#include "tst_listfilter.moc"
