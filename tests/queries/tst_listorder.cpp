// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "services/listservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::ListId;

namespace {

/// What the list must sort by, said by a plain query of its own. `key` is put before the direction.
struct PlainOrder
{
    ListId list;
    QString column;
    QByteArray key;
};

const QByteArray plainTables[] = {
    "SELECT t.id FROM tenants t LEFT JOIN tenant_figures f ON f.tenant_id = t.id",
    "SELECT s.id FROM stripe_subscriptions s LEFT JOIN tenants t ON t.id = s.tenant_id"
    " JOIN stripe_subscription_items x ON x.subscription_id = s.id",
    "SELECT i.id FROM stripe_invoices i LEFT JOIN tenants t ON t.id = i.tenant_id",
};
const QByteArray plainIds[] = {"t.id", "s.id", "i.id"};

const QByteArray plainStatus =
    "(SELECT w FROM (VALUES (1, 'failed', i.status = 'open' AND i.attempt_count > 0"
    " AND i.next_payment_attempt IS NULL AND i.collection_method = 'charge_automatically'),"
    " (2, 'retrying', i.status = 'open' AND i.attempt_count > 0"
    " AND i.next_payment_attempt IS NOT NULL),"
    " (3, 'overdue', i.status = 'open' AND i.due_date < now()), (4, i.status, true))"
    " AS v (n, w, holds) WHERE holds ORDER BY n LIMIT 1)";

QList<PlainOrder> plainOrders()
{
    const QByteArray name = "t.name COLLATE \"und-x-icu\"";
    return {
        {ListId::Tenants, u"name"_s, name},
        {ListId::Tenants, u"status"_s, "f.status"},
        {ListId::Tenants, u"plan"_s, "f.plan_tier"},
        {ListId::Tenants, u"mrr"_s, "f.mrr"},
        {ListId::Tenants, u"overdue"_s, "f.overdue"},
        {ListId::Tenants, u"peak_limit"_s, "f.peak_limit"},
        {ListId::Tenants, u"renews"_s, "f.renews_at"},
        {ListId::Tenants, u"email"_s, "lower(t.email)"},
        {ListId::Tenants, u"customer"_s, "f.stripe_customer_id"},
        {ListId::Tenants, u"created"_s, "t.created_at"},
        {ListId::Subscriptions, u"tenant"_s, name},
        {ListId::Subscriptions, u"status"_s, "s.status"},
        {ListId::Subscriptions, u"product"_s, "s.description COLLATE \"und-x-icu\""},
        {ListId::Subscriptions, u"amount"_s, "s.amount"},
        {ListId::Subscriptions, u"interval"_s,
         "CASE WHEN x.recurring_interval_count = 1 THEN x.recurring_interval"
         " ELSE x.recurring_interval_count::text || ' ' || x.recurring_interval END"},
        {ListId::Subscriptions, u"period_end"_s, "s.current_period_end"},
        {ListId::Subscriptions, u"cancel_at"_s,
         "CASE WHEN s.status = 'canceled' THEN NULL WHEN s.cancel_at IS NOT NULL THEN s.cancel_at"
         " WHEN s.cancel_at_period_end THEN s.current_period_end END"},
        {ListId::Subscriptions, u"collection"_s, "s.collection_method"},
        {ListId::Subscriptions, u"subscription"_s, "s.stripe_subscription_id"},
        {ListId::Subscriptions, u"created"_s, "s.created"},
        {ListId::Invoices, u"number"_s, "i.number"},
        {ListId::Invoices, u"tenant"_s, name},
        {ListId::Invoices, u"status"_s, plainStatus},
        {ListId::Invoices, u"attempts"_s, "i.attempt_count"},
        {ListId::Invoices, u"total"_s, "i.total"},
        {ListId::Invoices, u"remaining"_s, "i.amount_remaining"},
        {ListId::Invoices, u"due"_s, "i.due_date"},
        {ListId::Invoices, u"paid"_s, "i.paid_at"},
        {ListId::Invoices, u"invoice"_s, "i.stripe_invoice_id"},
        {ListId::Invoices, u"created"_s, "i.created"},
    };
}

QByteArray plainSql(const PlainOrder &order, bool isDescending)
{
    const auto list = static_cast<std::size_t>(order.list);
    const QByteArray direction = isDescending ? " DESC" : " ASC";
    return plainTables[list] + " ORDER BY " + order.key + direction + " NULLS LAST, "
        + plainIds[list] + direction;
}

} // namespace

/// Every column of every list, both ways, against a plain query; by one window and by several.
class ListOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyColumnHasAPlainOrder();
    void order_data();
    void order();
    void severalKeys();
    void windowsJoinUp_data();
    void windowsJoinUp();
    void defaultOrder();
    void cells();
    void unassigned();
    void unknownSortColumn();

private:
    QStringList idsOf(const core::ListQuery &query, qint64 first, int count);
    void makeTenants();
    void makeSubscriptions();
    void makeInvoices();

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    services::ListService m_lists{m_database};
    QList<QUuid> m_tenants;
};

void ListOrderTest::makeTenants()
{
    for (const QString &name :
         {u"Zürcher Velokurier"_s, u"Äpfel & Birnen"_s, u"acme gmbh"_s, u"Acme GmbH"_s,
          u"Łódź Express"_s, u"شركة الرياض للتوصيل"_s, u"東京弁当"_s, u"Østerbro Madkasser"_s,
          u"משלוחי תל אביב"_s, u"100 % Frisch_Kost \\ \"Nord\""_s}) {
        const QString email = QString::number(m_tenants.size()) + u"@example.com"_s;
        m_tenants += m_rows.tenant(name, email);
        if (m_tenants.size() % 2 == 0)
            m_rows.customer(m_tenants.constLast(), u"cus_"_s + QString::number(m_tenants.size()));
    }
    m_rows.plan(m_tenants[0], u"enterprise"_s);
    m_rows.plan(m_tenants[1], u"basic"_s);
    m_rows.run("INSERT INTO tenant_usage (tenant_id, period_start, period_end, orders_count)"
               " SELECT tenant_id, date_trunc('month', now(), 'UTC'),"
               " date_trunc('month', now(), 'UTC') + interval '1 month',"
               " CASE plan_tier WHEN 'basic' THEN 112 ELSE 40 END FROM tenant_plans");
    m_rows.run("UPDATE tenants SET created_at = now() - (length(name) || ' days')::interval");
}

void ListOrderTest::makeSubscriptions()
{
    using Row = BillingRows::Subscription;
    m_rows.subscription(Row{.tenant = m_tenants[0],
                            .id = u"sub_a"_s,
                            .amount = 9900,
                            .description = u"Enterprise × 3"_s,
                            .periodEnd = "now() + interval '3 days'",
                            .created = "now() - interval '40 days'"});
    m_rows.subscription(Row{.tenant = m_tenants[5],
                            .id = u"sub_b"_s,
                            .status = u"trialing"_s,
                            .currency = u"kwd"_s,
                            .amount = 9007199254740993,
                            .description = u"basic"_s,
                            .periodEnd = "now() + interval '9 days'",
                            .created = "NULL",
                            .cancelAtPeriodEnd = true,
                            .interval = u"year"_s});
    m_rows.subscription(Row{.tenant = m_tenants[1],
                            .id = u"sub_c"_s,
                            .status = u"canceled"_s,
                            .currency = u"jpy"_s,
                            .amount = 15400,
                            .created = "now() - interval '3 days'",
                            .cancelAt = "now() - interval '1 day'",
                            .intervalCount = 3});
    m_rows.subscription(Row{.tenant = {},
                            .id = u"sub_d"_s,
                            .customer = u"cus_nobody"_s,
                            .created = "now() - interval '3 days'",
                            .cancelAt = "now() + interval '20 days'"});
    m_rows.subscription(Row{.tenant = {}, .id = u"sub_e"_s, .created = "NULL"});
}

void ListOrderTest::makeInvoices()
{
    const QString statuses[] = {u"draft"_s,         u"open"_s, u"paid"_s,
                                u"uncollectible"_s, u"void"_s, u"deleted"_s};
    for (int n = 0; n < 36; ++n) {
        BillingRows::Invoice row{.id = u"in_"_s + QString::number(n * 7919 % 997),
                                 .status = statuses[n % 6]};
        row.tenant = n % 7 == 3 ? QUuid() : m_tenants[n % m_tenants.size()];
        row.number = n % 6 == 0 ? QString() : u"OMS-"_s + QString::number(n * 37 % 100);
        row.currency = n % 3 == 0 ? u"jpy"_s : n % 3 == 1 ? u"eur"_s : u"kwd"_s;
        row.total = n == 11 ? 9007199254740993 : n * 1009 % 700;
        row.remaining = row.status == "open"_L1 ? row.total : 0;
        row.attempts = n % 4;
        const QByteArray days = QByteArray::number(n * 31 % 17 - 8);
        row.due = n % 5 == 0 ? "NULL" : "now() + interval '" + days + " days'";
        row.nextAttempt = n % 8 < 4 ? "NULL" : "now() + interval '1 day'";
        row.paidAt = row.status == "paid"_L1 ? "now() - interval '" + days + " hours'" : "NULL";
        row.created = n % 9 == 0 ? "NULL" : "now() - interval '" + days + " days'";
        row.collection = n % 10 < 7 ? u"charge_automatically"_s : u"send_invoice"_s;
        m_rows.invoice(row);
    }
}

void ListOrderTest::initTestCase()
{
    makeTenants();
    makeSubscriptions();
    makeInvoices();
    m_rows.refreshFigures();
    // A tenant whose figures nobody has made yet stands in the list all the same.
    m_rows.run("DELETE FROM tenant_figures WHERE tenant_id = (SELECT id FROM tenants"
               " WHERE name = 'Łódź Express')");
    m_rows.run("UPDATE tenant_figures SET status = 'active' WHERE status IS NULL");
}

QStringList ListOrderTest::idsOf(const core::ListQuery &query, qint64 first, int count)
{
    const auto window = m_lists.window(query, first, count).result();
    if (!window)
        return {u"error: "_s + window.error().detail};
    QStringList ids;
    for (const core::ListRow &row : window->rows)
        ids += row.id.toString(QUuid::WithoutBraces);
    return ids;
}

void ListOrderTest::everyColumnHasAPlainOrder()
{
    QStringList plain;
    for (const PlainOrder &order : plainOrders())
        plain += core::toText(order.list) + u'.' + order.column;
    QStringList columns;
    for (const ListId list : {ListId::Tenants, ListId::Subscriptions, ListId::Invoices}) {
        for (const core::ListColumn &column : core::columnsOf(list))
            columns += core::toText(list) + u'.' + column.id;
    }
    QCOMPARE(plain, columns);
}

void ListOrderTest::order_data()
{
    QTest::addColumn<core::ListQuery>("query");
    QTest::addColumn<QByteArray>("sql");
    for (const PlainOrder &plain : plainOrders()) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const bool isDescending = order == Qt::DescendingOrder;
            const core::ListQuery query{plain.list, {}, {}, {{plain.column, order}}};
            // A missing figure falls back to the tenant's own status.
            PlainOrder asked = plain;
            if (plain.key == "f.status")
                asked.key = "coalesce(f.status, t.status::text)";
            QTest::addRow("%s by %s, %s", qUtf8Printable(core::toText(plain.list)),
                          qUtf8Printable(plain.column), isDescending ? "falling" : "rising")
                << query << plainSql(asked, isDescending);
        }
    }
}

void ListOrderTest::order()
{
    QFETCH(core::ListQuery, query);
    QFETCH(QByteArray, sql);
    const QStringList expected = m_rows.column(sql);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(idsOf(query, 0, 100), expected);

    QStringList joined;
    for (int first = 0; first <= expected.size(); first += 3)
        joined += idsOf(query, first, 3);
    QCOMPARE(joined, expected);
    QCOMPARE(idsOf(query, expected.size() - 1, 10), QStringList{expected.constLast()});
    QCOMPARE(idsOf(query, expected.size(), 10), QStringList());
    QCOMPARE(idsOf(query, expected.size() + 50, 10), QStringList());
}

void ListOrderTest::severalKeys()
{
    const core::ListQuery query{ListId::Invoices,
                                {},
                                {},
                                {{u"due"_s, Qt::DescendingOrder},
                                 {u"tenant"_s, Qt::AscendingOrder},
                                 {u"paid"_s, Qt::DescendingOrder}}};
    QCOMPARE(idsOf(query, 0, 100),
             m_rows.column("SELECT i.id FROM stripe_invoices i"
                           " LEFT JOIN tenants t ON t.id = i.tenant_id"
                           " ORDER BY i.due_date DESC NULLS LAST, t.name COLLATE \"und-x-icu\","
                           " i.paid_at DESC NULLS LAST, i.id DESC"));
}

void ListOrderTest::windowsJoinUp_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {1, 2, 5, 35, 36, 37})
        QTest::addRow("%d rows at a time", size) << size;
}

void ListOrderTest::windowsJoinUp()
{
    QFETCH(int, size);
    const core::ListQuery query{ListId::Invoices, {}, {}, {{u"paid"_s, Qt::DescendingOrder}}};
    QStringList joined;
    for (int first = 0; first < 36; first += size)
        joined += idsOf(query, first, size);
    QCOMPARE(joined, idsOf(query, 0, 36));
}

void ListOrderTest::defaultOrder()
{
    QCOMPARE(idsOf({ListId::Tenants, {}, {}, {}}, 0, 50),
             m_rows.column("SELECT id FROM tenants ORDER BY name COLLATE \"und-x-icu\", id"));
    QCOMPARE(idsOf({ListId::Subscriptions, {}, {}, {}}, 0, 50),
             m_rows.column("SELECT id FROM stripe_subscriptions"
                           " ORDER BY created DESC NULLS LAST, id DESC"));
    QCOMPARE(idsOf({ListId::Invoices, {}, {}, {}}, 0, 50),
             m_rows.column("SELECT id FROM stripe_invoices"
                           " ORDER BY created DESC NULLS LAST, id DESC"));
}

void ListOrderTest::cells()
{
    const core::ListQuery query{
        ListId::Subscriptions, {}, {}, {{u"subscription"_s, Qt::AscendingOrder}}};
    const auto window = m_lists.window(query, 1, 2).result();
    QVERIFY(window);
    QCOMPARE(window->first, 1);
    QCOMPARE(window->rows.size(), 2);
    const QVariantList cells = window->rows[0].cells;
    QCOMPARE(cells.size(), qsizetype(core::columnsOf(ListId::Subscriptions).size()));
    const auto cell = [&](QLatin1StringView id) {
        return cells[core::columnIndex(ListId::Subscriptions, id)];
    };
    QCOMPARE(cell("tenant"_L1).toString(), u"شركة الرياض للتوصيل"_s);
    QCOMPARE(cell("status"_L1).toString(), u"trialing"_s);
    QCOMPARE(cell("amount"_L1).value<core::Money>(), (core::Money{9007199254740993, u"kwd"_s}));
    QCOMPARE(cell("interval"_L1).toString(), u"year"_s);
    const QDateTime end = cell("period_end"_L1).toDateTime();
    QCOMPARE(end.timeSpec(), Qt::UTC);
    QCOMPARE(QString::number(end.toMSecsSinceEpoch()),
             m_rows
                 .column("SELECT floor(extract(epoch FROM current_period_end) * 1000)::bigint"
                         " FROM stripe_subscriptions WHERE stripe_subscription_id = 'sub_b'")
                 .constFirst());
    QCOMPARE(cell("cancel_at"_L1).toDateTime(), end);
    QVERIFY(!cell("created"_L1).isValid());
    QCOMPARE(window->rows[1].cells[4].toString(), u"3 month"_s);
    QVERIFY(!window->rows[1].cells[6].isValid()); // it has ended: nothing is scheduled any more
}

void ListOrderTest::unassigned()
{
    const core::ListQuery query{
        ListId::Subscriptions, {}, {}, {{u"tenant"_s, Qt::DescendingOrder}}};
    const auto window = m_lists.window(query, 3, 10).result();
    QVERIFY(window);
    QCOMPARE(window->rows.size(), 2);
    for (const core::ListRow &row : window->rows)
        QVERIFY(!row.cells[0].isValid());
}

void ListOrderTest::unknownSortColumn()
{
    const core::ListQuery query{
        ListId::Tenants, {}, {}, {{u"name; DROP TABLE tenants"_s, Qt::AscendingOrder}}};
    const auto window = m_lists.window(query, 0, 10).result();
    QVERIFY(!window);
    QCOMPARE(window.error().kind, core::Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(ListOrderTest)
#include "tst_listorder.moc"
