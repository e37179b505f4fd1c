// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/listpositions.h"
#include "db/session.h"
#include "invoicedice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::ListId;

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
    void idsThatBeginAlikeAreToldApart_data();
    void idsThatBeginAlikeAreToldApart();

private:
    using Ids = QStringList;
    Ids idsOf(db::ListPositions &positions);
    Ids plainIds(const Asked &asked) const { return m_rows.column(asked.plain); }

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    InvoiceDice m_dice{m_rows};
};

void ListPositionsTest::initTestCase()
{
    m_dice.fill(600);
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
        const Asked asked = m_dice.question();
        db::ListPositions positions(asked.query);
        QCOMPARE(idsOf(positions), plainIds(asked));
        for (int burst = 0; burst < 4; ++burst) {
            for (int change = m_dice.below(12); change >= 0; --change)
                m_dice.change();
            const Ids kept = idsOf(positions);
            const Ids plain = plainIds(asked);
            if (kept != plain)
                qWarning() << "OMS_SEED" << m_dice.seed() << "round" << round << asked.plain;
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

void ListPositionsTest::idsThatBeginAlikeAreToldApart_data()
{
    QTest::addColumn<QByteArray>("change"); // %1, %2: the first and the second of two such rows
    QTest::newRow("nothing changes") << QByteArray();
    QTest::newRow("one of them changes")
        << QByteArray("UPDATE stripe_invoices SET total = 10000 WHERE id = '%2'");
    QTest::newRow("one of them no longer matches")
        << QByteArray("UPDATE stripe_invoices SET total = 0 WHERE id = '%2'");
    QTest::newRow("one of them goes") << QByteArray("DELETE FROM stripe_invoices WHERE id = '%2'");
    QTest::newRow("one takes the other's place")
        << QByteArray("DELETE FROM stripe_invoices WHERE id = '%2';"
                      "UPDATE stripe_invoices SET id = '%2' WHERE id = '%1'");
    QTest::newRow("both go") << QByteArray("DELETE FROM stripe_invoices WHERE id IN ('%1', '%2')");
}

void ListPositionsTest::idsThatBeginAlikeAreToldApart()
{
    QFETCH(const QByteArray, change);
    const QByteArray first("5eeded00-0000-4000-8000-000000000001");
    const QByteArray second("5eeded00-0000-4000-9000-000000000002");
    m_rows.run("INSERT INTO stripe_invoices (id, tenant_id, stripe_invoice_id, amount_due,"
               " amount_paid, amount_remaining, subtotal, total, currency, status, created,"
               " livemode, raw, as_of, source) SELECT x.id, NULL, 'in_' || gen_random_uuid(), 1, 0,"
               " 0, 1, x.total, 'eur', 'paid', now(), false, '{}', now(), 'seed' FROM (VALUES ('"
               + first + "'::uuid, 700), ('" + second + "'::uuid, 900)) AS x (id, total)");
    const Asked asked{{ListId::Invoices,
                       {},
                       {{u"total"_s, core::FilterOperator::AtLeast, qint64(500)}},
                       {{u"total"_s, Qt::AscendingOrder}}},
                      "SELECT i.id FROM stripe_invoices i WHERE i.total >= 500"
                      " ORDER BY i.total, i.id"};
    db::ListPositions positions(asked.query);
    QCOMPARE(idsOf(positions), plainIds(asked));
    for (QByteArray sql : change.split(';')) {
        if (!sql.isEmpty())
            m_rows.run(sql.replace("%1", first).replace("%2", second));
    }
    QCOMPARE(idsOf(positions), plainIds(asked));
    m_rows.run("DELETE FROM stripe_invoices WHERE id IN ('" + first + "', '" + second + "')");
    QCOMPARE(idsOf(positions), plainIds(asked));
}

QTEST_GUILESS_MAIN(ListPositionsTest)
#include "tst_listpositions.moc"
