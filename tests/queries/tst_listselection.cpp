// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "db/listrepository.h"
#include "db/session.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using core::FilterOperator;
using core::ListId;
using core::RowSelection;

namespace {

struct PlainColumn
{
    QString id;
    QByteArray key;
};

struct PlainFilter
{
    core::Filter filter;
    QByteArray condition;
};

/// One list said in plain SQL: its rows, the columns it may be sorted by, some filters, the id that
/// it shows in a column, and the sum in its footer.
struct PlainList
{
    ListId list;
    QByteArray from;
    QByteArray id;
    QString shownColumn;
    QByteArray shown;
    QByteArray summed;
    QByteArray currency;
    QString search;
    QByteArray searched;
    QList<PlainColumn> columns;
    QList<PlainFilter> filters;
};

const QByteArray tenantName = "t.name COLLATE \"und-x-icu\"";

const QList<PlainList> plainLists{
    {ListId::Tenants,
     "tenants t LEFT JOIN tenant_figures f ON f.tenant_id = t.id",
     "t.id",
     u"email"_s,
     "t.email",
     "f.mrr",
     "f.currency",
     u"er"_s,
     "(t.name ILIKE '%er%' OR t.email ILIKE '%er%')",
     {{u"name"_s, tenantName}, {u"email"_s, "lower(t.email)"}, {u"created"_s, "t.created_at"}},
     {{{u"email"_s, FilterOperator::Contains, u"1"_s}, "t.email ILIKE '%1%'"},
      {{u"name"_s, FilterOperator::Contains, u"m"_s}, "t.name ILIKE '%m%'"}}},
    {ListId::Subscriptions,
     "stripe_subscriptions s LEFT JOIN tenants t ON t.id = s.tenant_id",
     "s.id",
     u"subscription"_s,
     "s.stripe_subscription_id",
     "s.amount",
     "s.currency",
     u"er"_s,
     "(s.stripe_subscription_id ILIKE '%er%' OR t.name ILIKE '%er%' OR t.email ILIKE '%er%')",
     {{u"tenant"_s, tenantName},
      {u"amount"_s, "s.amount"},
      {u"period_end"_s, "s.current_period_end"},
      {u"created"_s, "s.created"}},
     {{{u"amount"_s, FilterOperator::AtLeast, qint64(400)}, "s.amount >= 400"},
      {{u"status"_s, FilterOperator::Equals, u"active"_s}, "s.status = 'active'"},
      {{u"period_end"_s, FilterOperator::IsSet, true}, "s.current_period_end IS NOT NULL"}}},
    {ListId::Invoices,
     "stripe_invoices i LEFT JOIN tenants t ON t.id = i.tenant_id",
     "i.id",
     u"invoice"_s,
     "i.stripe_invoice_id",
     "i.amount_remaining",
     "i.currency",
     u"er"_s,
     "(i.stripe_invoice_id ILIKE '%er%' OR t.name ILIKE '%er%' OR t.email ILIKE '%er%')",
     {{u"number"_s, "i.number"},
      {u"tenant"_s, tenantName},
      {u"total"_s, "i.total"},
      {u"due"_s, "i.due_date"},
      {u"created"_s, "i.created"}},
     {{{u"total"_s, FilterOperator::AtMost, qint64(600)}, "i.total <= 600"},
      {{u"tenant"_s, FilterOperator::Contains, u"a"_s}, "t.name ILIKE '%a%'"},
      {{u"due"_s, FilterOperator::IsSet, false}, "i.due_date IS NULL"}}},
};

/// A query and the same said by plain SQL: the condition, and what comes first.
struct Asked
{
    core::ListQuery query;
    QByteArray condition;
    QByteArray order;
};

} // namespace

/// "Only these" and "all but these", in every list and in random sorts, filters and sets of ids,
/// against plain SQL: rows, sums and exported lines. A failure names its seed; OMS_SEED repeats it.
class ListSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyListKeepsToItsSelection_data();
    void everyListKeepsToItsSelection();
    void oneHundredThousandIds_data();
    void oneHundredThousandIds();

private:
    Asked randomQuestion(const PlainList &plain);
    QByteArray selection(const PlainList &plain, RowSelection &made);
    void compareRows(const PlainList &plain, const Asked &asked);
    void compareTotals(const PlainList &plain, const Asked &asked);
    void compareLines(const PlainList &plain, const Asked &asked);
    template <typename Job>
    auto answerOf(Job job)
    {
        auto answer = m_database.read(job).result();
        if (!answer)
            qFatal("%s", qPrintable(answer.error().message + answer.error().detail));
        return *answer;
    }

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    quint32 m_seed = 0;
    QRandomGenerator m_random;
};

void ListSelectionTest::initTestCase()
{
    bool isGiven = false;
    m_seed = qEnvironmentVariable("OMS_SEED").toUInt(&isGiven);
    if (!isGiven)
        m_seed = QRandomGenerator::system()->generate();
    m_random.seed(m_seed);
    qInfo("OMS_SEED=%u", m_seed);
    m_rows.run("INSERT INTO tenants (name, email, created_at)"
               " SELECT (ARRAY['Äpfel', 'acme', 'Zürcher', 'Łódź', 'Meyer'])[1 + n % 5] || n,"
               " 'm' || n || '@example.com', now() - n % 17 * interval '1 day'"
               " FROM generate_series(1, 120) n");
    m_rows.run("INSERT INTO stripe_subscriptions (tenant_id, stripe_subscription_id,"
               " stripe_customer_id, status, currency, amount, current_period_end, created,"
               " livemode, raw, as_of, source)"
               " SELECT (SELECT id FROM tenants WHERE email = 'm' || n % 130 || '@example.com'),"
               " 'sub_' || n, 'cus_' || n, (ARRAY['active', "
               "'canceled']::stripe_subscription_status[])[1 + n % 2],"
               " (ARRAY['eur', 'jpy'])[1 + n % 2], n * 7919 % 900,"
               " CASE WHEN n % 4 > 0 THEN now() + n % 31 * interval '1 day' END,"
               " now() - n % 40 * interval '1 day', false, '{}', now(), 'seed'"
               " FROM generate_series(1, 200) n");
    m_rows.run("INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, amount_due,"
               " amount_paid, amount_remaining, subtotal, total, currency, status, attempt_count,"
               " due_date, created, livemode, raw, as_of, source)"
               " SELECT (SELECT id FROM tenants WHERE email = 'm' || n % 130 || '@example.com'),"
               " 'in_' || n, CASE WHEN n % 9 > 0 THEN 'N-' || n % 70 END, 1, 0, n % 90, 1,"
               " n * 6007 % 1000, (ARRAY['eur', 'kwd', 'jpy'])[1 + n % 3], 'open', 0,"
               " CASE WHEN n % 3 > 0 THEN now() + n % 23 * interval '1 day' END,"
               " now() - n % 50 * interval '1 day', false, '{}', now(), 'seed'"
               " FROM generate_series(1, 500) n");
    m_rows.refreshFigures();
}

/// Any share of the ids there are, and some of no row.
QByteArray ListSelectionTest::selection(const PlainList &plain, RowSelection &made)
{
    made.kind = m_random.bounded(2) == 0 ? RowSelection::Kind::Only : RowSelection::Kind::AllBut;
    const int share = m_random.bounded(101);
    QByteArrayList literals{"NULL"};
    for (const QString &id : m_rows.column("SELECT " + plain.id + " FROM " + plain.from)) {
        if (m_random.bounded(100) >= share)
            continue;
        made.ids += QUuid(id);
        literals += '\'' + id.toLatin1() + '\'';
    }
    made.ids += QUuid::createUuid();
    const QByteArray isOne = "coalesce(" + plain.id + " IN (" + literals.join(',') + "), false)";
    return made.kind == RowSelection::Kind::Only ? isOne : "NOT " + isOne;
}

Asked ListSelectionTest::randomQuestion(const PlainList &plain)
{
    Asked asked;
    asked.query.list = plain.list;
    for (int key = 1 + m_random.bounded(2); key > 0; --key) {
        const PlainColumn &column = plain.columns.at(m_random.bounded(plain.columns.size()));
        const bool isDescending = m_random.bounded(2) == 0;
        asked.query.sort += {column.id, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
        asked.order += column.key + (isDescending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
    asked.order += plain.id;
    if (asked.query.sort.constFirst().order == Qt::DescendingOrder)
        asked.order += " DESC";
    asked.condition = selection(plain, asked.query.selection);
    for (int filter = m_random.bounded(3); filter > 0; --filter) {
        const PlainFilter &chosen = plain.filters.at(m_random.bounded(plain.filters.size()));
        asked.query.filters += chosen.filter;
        asked.condition += " AND " + chosen.condition;
    }
    if (m_random.bounded(3) == 0) {
        asked.query.search = plain.search;
        asked.condition += " AND " + plain.searched;
    }
    return asked;
}

void ListSelectionTest::compareRows(const PlainList &plain, const Asked &asked)
{
    const QStringList wanted =
        m_rows.column("SELECT " + plain.id + " FROM " + plain.from + " WHERE " + asked.condition
                      + " ORDER BY " + asked.order);
    QStringList found;
    for (const int first : {0, 40}) { // one window may begin behind the rows without a value
        const core::ListWindow window = answerOf([&](db::Session &session) {
            return db::ListRepository(session).window(asked.query, first, first == 0 ? 40 : 1000);
        });
        for (const core::ListRow &row : window.rows)
            found += row.id.toString(QUuid::WithoutBraces);
    }
    QCOMPARE(found, wanted);
}

void ListSelectionTest::compareTotals(const PlainList &plain, const Asked &asked)
{
    const QByteArray from = " FROM " + plain.from + " WHERE " + asked.condition;
    const core::ListTotals totals = answerOf(
        [&](db::Session &session) { return db::ListRepository(session).totals(asked.query); });
    QCOMPARE(totals.count, m_rows.column("SELECT count(*)" + from).constFirst().toLongLong());
    QStringList sums;
    for (const core::Money &sum : totals.sums)
        sums += sum.currency + u' ' + QString::number(sum.minor);
    sums.sort();
    QStringList wanted =
        m_rows.column("SELECT " + plain.currency + " || ' ' || sum(" + plain.summed + ")" + from
                      + " GROUP BY " + plain.currency + " HAVING sum(" + plain.summed
                      + ") IS NOT NULL AND " + plain.currency + " IS NOT NULL");
    wanted.sort();
    QCOMPARE(sums, wanted);
}

void ListSelectionTest::compareLines(const PlainList &plain, const Asked &asked)
{
    QByteArray lines;
    const qint64 rows = answerOf([&](db::Session &session) {
        const std::atomic_bool never = false;
        const auto take = [&lines](QByteArrayView more, qint64) -> core::Result<> {
            lines += more;
            return {};
        };
        return db::ListRepository(session).writeLines(asked.query, {plain.shownColumn},
                                                      db::RowStream::Form::Tabs, take, never);
    });
    const QStringList wanted =
        m_rows.column("SELECT " + plain.shown + " FROM " + plain.from + " WHERE " + asked.condition
                      + " ORDER BY " + asked.order);
    QCOMPARE(rows, wanted.size());
    QCOMPARE(QString::fromUtf8(lines).split(u'\n', Qt::SkipEmptyParts), wanted);
}

void ListSelectionTest::everyListKeepsToItsSelection_data()
{
    QTest::addColumn<int>("list");
    for (int list = 0; list < plainLists.size(); ++list)
        QTest::newRow(qPrintable(core::toText(plainLists.at(list).list))) << list;
}

void ListSelectionTest::everyListKeepsToItsSelection()
{
    QFETCH(int, list);
    const PlainList &plain = plainLists.at(list);
    for (int round = 0; round < 50; ++round) {
        const Asked asked = randomQuestion(plain);
        compareRows(plain, asked);
        compareTotals(plain, asked);
        compareLines(plain, asked);
        if (QTest::currentTestFailed()) {
            qWarning() << "OMS_SEED" << m_seed << "round" << round << asked.condition.left(4000)
                       << asked.order;
            return;
        }
    }
}

void ListSelectionTest::oneHundredThousandIds_data()
{
    QTest::addColumn<RowSelection::Kind>("kind");
    QTest::addColumn<qint64>("count");
    QTest::newRow("only these") << RowSelection::Kind::Only << qint64(250);
    QTest::newRow("all but these") << RowSelection::Kind::AllBut << qint64(250);
}

/// As many as one may tick, half of the rows among them: bound as one value, joined by hash.
void ListSelectionTest::oneHundredThousandIds()
{
    QFETCH(RowSelection::Kind, kind);
    QFETCH(qint64, count);
    core::ListQuery query;
    query.list = ListId::Invoices;
    query.selection.kind = kind;
    for (const QString &id : m_rows.column("SELECT id FROM stripe_invoices ORDER BY id LIMIT 250"))
        query.selection.ids += QUuid(id);
    while (query.selection.ids.size() < 100'000)
        query.selection.ids += QUuid::createUuid();
    const core::ListTotals totals =
        answerOf([&](db::Session &session) { return db::ListRepository(session).totals(query); });
    QCOMPARE(totals.count, count);
}

QTEST_GUILESS_MAIN(ListSelectionTest)
#include "tst_listselection.moc"
