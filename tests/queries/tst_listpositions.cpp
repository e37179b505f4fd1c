// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "db/listpositions.h"
#include "db/session.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::FilterOperator;
using core::ListId;

namespace {

/// A query and the same said by plain SQL.
struct Asked
{
    core::ListQuery query;
    QByteArray plain;
};

struct PlainColumn
{
    QString id;
    QByteArray key;
};

const QList<PlainColumn> sortedColumns{
    {u"number"_s, "i.number"},
    {u"tenant"_s, "t.name COLLATE \"und-x-icu\""},
    {u"attempts"_s, "i.attempt_count"},
    {u"total"_s, "i.total"},
    {u"remaining"_s, "i.amount_remaining"},
    {u"due"_s, "i.due_date"},
    {u"paid"_s, "i.paid_at"},
    {u"invoice"_s, "i.stripe_invoice_id"},
    {u"created"_s, "i.created"},
};

struct PlainFilter
{
    core::Filter filter;
    QByteArray condition;
};

const QList<PlainFilter> someFilters{
    {{u"total"_s, FilterOperator::AtLeast, qint64(500)}, "i.total >= 500"},
    {{u"status"_s, FilterOperator::Equals, u"paid"_s}, "i.status = 'paid'"},
    {{u"tenant"_s, FilterOperator::Contains, u"a"_s}, "t.name ILIKE '%a%'"},
    {{u"attempts"_s, FilterOperator::AtMost, qint64(2)}, "i.attempt_count <= 2"},
    {{u"due"_s, FilterOperator::IsSet, true}, "i.due_date IS NOT NULL"},
};

} // namespace

/// A kept order that is brought up to date, against the order a plain query gives, while rows are
/// changed, added and taken out by others: in every sort and filter. A failure names its seed;
/// OMS_SEED repeats it.
class ListPositionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOrderFollowsEveryChange();
    void whatIsNotCommittedYetComesLater();
    void rowsAreOfTheSameMomentAsTheirPlaces();
    void everythingChangedIsReadAnew();

private:
    using Ids = QStringList;
    Asked randomQuestion();
    QByteArray randomChange();
    Ids idsOf(db::ListPositions &positions);
    Ids plainIds(const Asked &asked) const { return m_rows.column(asked.plain); }

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    QList<QUuid> m_tenants;
    quint32 m_seed = 0;
    QRandomGenerator m_random;
    int m_count = 0;
};

void ListPositionsTest::initTestCase()
{
    bool isGiven = false;
    m_seed = qEnvironmentVariable("OMS_SEED").toUInt(&isGiven);
    if (!isGiven)
        m_seed = QRandomGenerator::system()->generate();
    m_random.seed(m_seed);
    qInfo("OMS_SEED=%u", m_seed);
    for (const QString &name : {u"Äpfel"_s, u"acme"_s, u"Zürcher"_s, u"Łódź"_s, u"東京"_s})
        m_tenants += m_rows.tenant(name, name + u"@example.com"_s);
    for (; m_count < 600; ++m_count)
        m_rows.run(randomChange());
}

QByteArray ListPositionsTest::randomChange()
{
    const auto below = [this](int limit) { return QByteArray::number(m_random.bounded(limit)); };
    const QByteArray anyRow =
        "(SELECT id FROM stripe_invoices OFFSET " + below(std::max(1, m_count)) + " LIMIT 1)";
    const auto time = [&] {
        return m_random.bounded(4) == 0 ? QByteArray("NULL")
                                        : "now() - interval '" + below(50) + " days'";
    };
    switch (m_count < 600 ? 0 : m_random.bounded(7)) {
    case 0: {
        const QUuid tenant = m_tenants.at(m_random.bounded(m_tenants.size()));
        ++m_count;
        return "INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, amount_due,"
               " amount_paid, amount_remaining, subtotal, total, currency, status, attempt_count,"
               " due_date, paid_at, created, livemode, raw, as_of, source) VALUES ('"
            + tenant.toByteArray(QUuid::WithoutBraces) + "', 'in_' || gen_random_uuid(), "
            + (m_random.bounded(9) == 0 ? "NULL" : "'N-" + below(90) + '\'') + ", 1, 0, " + below(9)
            + ", 1, " + below(1000) + ", 'eur', 'paid', " + below(5) + ", " + time() + ", " + time()
            + ", " + time() + ", false, '{}', now(), 'seed')";
    }
    case 1:
        return "UPDATE stripe_invoices SET total = " + below(1000) + " WHERE id = " + anyRow;
    case 2:
        return "UPDATE stripe_invoices SET attempt_count = " + below(5)
            + ", status = (ARRAY['paid', 'void'])[1 + " + below(2) + "] WHERE id = " + anyRow;
    case 3:
        return "UPDATE stripe_invoices SET due_date = " + time() + ", paid_at = " + time()
            + " WHERE id = " + anyRow;
    case 4:
        return "UPDATE stripe_invoices SET number = 'N-" + below(90) + "', created = " + time()
            + ", amount_remaining = " + below(9) + " WHERE id = " + anyRow;
    case 5:
        return "UPDATE tenants SET name = chr(65 + " + below(50) + ") || name WHERE id = '"
            + m_tenants.at(m_random.bounded(m_tenants.size())).toByteArray(QUuid::WithoutBraces)
            + '\'';
    default:
        return "UPDATE stripe_invoices SET tenant_id = '"
            + m_tenants.at(m_random.bounded(m_tenants.size())).toByteArray(QUuid::WithoutBraces)
            + "' WHERE id = " + anyRow;
    }
}

Asked ListPositionsTest::randomQuestion()
{
    Asked asked;
    asked.query.list = ListId::Invoices;
    QByteArray order;
    const int keys = 1 + m_random.bounded(2);
    for (int key = 0; key < keys; ++key) {
        const PlainColumn &column = sortedColumns.at(m_random.bounded(sortedColumns.size()));
        const bool isDescending = m_random.bounded(2) == 0;
        asked.query.sort += {column.id, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
        order += column.key + (isDescending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
    const bool isFirstDescending = asked.query.sort.constFirst().order == Qt::DescendingOrder;
    QByteArray condition = "true";
    for (int filter = m_random.bounded(3); filter > 0; --filter) {
        const PlainFilter &chosen = someFilters.at(m_random.bounded(someFilters.size()));
        asked.query.filters += chosen.filter;
        condition += " AND " + chosen.condition;
    }
    if (m_random.bounded(4) == 0) {
        asked.query.search = u"a"_s;
        condition += " AND (i.number ILIKE '%a%' OR i.stripe_invoice_id ILIKE '%a%'"
                     " OR t.name ILIKE '%a%' OR t.email ILIKE '%a%')";
    }
    asked.plain = "SELECT i.id FROM stripe_invoices i LEFT JOIN tenants t ON t.id = i.tenant_id"
                  " WHERE "
        + condition + " ORDER BY " + order + "i.id" + (isFirstDescending ? " DESC" : "");
    return asked;
}

ListPositionsTest::Ids ListPositionsTest::idsOf(db::ListPositions &positions)
{
    const auto job = [&positions](db::Session &session) {
        const std::atomic_bool never = false;
        return positions.window(session, 0, 1'000'000, never);
    };
    const core::Result<core::ListWindow> window = m_database.read(job).result();
    Ids ids;
    if (!window)
        qFatal("%s", qPrintable(window.error().detail));
    for (const core::ListRow &row : window->rows)
        ids += row.id.toString(QUuid::WithoutBraces);
    return ids;
}

void ListPositionsTest::everyOrderFollowsEveryChange()
{
    for (int round = 0; round < 60; ++round) {
        const Asked asked = randomQuestion();
        db::ListPositions positions(asked.query);
        QCOMPARE(idsOf(positions), plainIds(asked));
        for (int burst = 0; burst < 4; ++burst) {
            for (int change = m_random.bounded(12); change >= 0; --change)
                m_rows.run(randomChange());
            const Ids kept = idsOf(positions);
            const Ids plain = plainIds(asked);
            if (kept != plain)
                qWarning() << "OMS_SEED" << m_seed << "round" << round << asked.plain;
            QCOMPARE(kept, plain);
        }
    }
}

void ListPositionsTest::whatIsNotCommittedYetComesLater()
{
    const Asked asked{{ListId::Invoices, {}, {}, {{u"total"_s, Qt::AscendingOrder}}},
                      "SELECT i.id FROM stripe_invoices i ORDER BY i.total, i.id"};
    db::ListPositions positions(asked.query);
    (void)idsOf(positions);
    const BillingRows other(m_scratch);
    other.run("BEGIN");
    other.run("UPDATE stripe_invoices SET total = 5000 WHERE id = ("
              "SELECT id FROM stripe_invoices ORDER BY total, id LIMIT 1)");
    m_rows.run("UPDATE stripe_invoices SET total = 4000 WHERE id = ("
               "SELECT id FROM stripe_invoices ORDER BY total, id OFFSET 5 LIMIT 1)");
    QCOMPARE(idsOf(positions), plainIds(asked)); // the later one is there, the earlier not yet
    other.run("COMMIT");
    QCOMPARE(idsOf(positions), plainIds(asked));
}

void ListPositionsTest::rowsAreOfTheSameMomentAsTheirPlaces()
{
    core::ListQuery query;
    query.list = ListId::Invoices;
    query.sort = {{u"total"_s, Qt::DescendingOrder}};
    db::ListPositions positions(query);
    const auto job = [this, &positions](db::Session &session) {
        const std::atomic_bool never = false;
        const core::Result<> fresh = positions.refresh(session, never);
        if (!fresh)
            qFatal("%s", qPrintable(fresh.error().detail));
        m_rows.run("UPDATE stripe_invoices SET total = 1000 - total"); // behind its back
        return positions.window(session, 0, 1'000'000, never);
    };
    const core::Result<core::ListWindow> window = m_database.read(job).result();
    QVERIFY(window);
    qint64 before = std::numeric_limits<qint64>::max();
    const int total = core::columnIndex(ListId::Invoices, "total"_L1);
    for (const core::ListRow &row : window->rows) {
        const qint64 amount = row.cells.at(total).value<core::Money>().minor;
        QVERIFY(amount <= before);
        before = amount;
    }
}

void ListPositionsTest::everythingChangedIsReadAnew()
{
    const Asked asked{{ListId::Invoices, {}, {}, {{u"attempts"_s, Qt::AscendingOrder}}},
                      "SELECT i.id FROM stripe_invoices i ORDER BY i.attempt_count, i.id"};
    db::ListPositions positions(asked.query);
    (void)idsOf(positions);
    m_rows.run("BEGIN");
    m_rows.run("SET LOCAL oms.bulk_load = 'on'");
    m_rows.run("UPDATE stripe_invoices SET attempt_count = 9 - attempt_count");
    m_rows.run("INSERT INTO changes (entity) VALUES ('*')");
    m_rows.run("COMMIT");
    QCOMPARE(idsOf(positions), plainIds(asked));
}

QTEST_GUILESS_MAIN(ListPositionsTest)
#include "tst_listpositions.moc"
