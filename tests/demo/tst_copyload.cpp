// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/pgcopy.h"
#include "db/session.h"
#include "demo/copyrows.h"
#include "demo/world.h"
#include "testdatabase.h"

#include <QtTest>

#include <memory>

using namespace Qt::StringLiterals;

/// The generated world in a real database: it fits the schema, and what the database derives
/// from the rows is what the world says.
class CopyLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void allRowsArrived();
    void derivedColumnsAreTheDatabasesOwn();
    void ledgerEqualsTheMirror();
    void settlingMovesNothing();
    void invoicesHaveTheTierOfTheirTime();
    void rawObjectsAreSmall();
    void linksAreWhole();

private:
    /// The first column of the first row.
    QString value(const QByteArray &sql) const { return m_database->value(sql); }

    std::unique_ptr<support::TestDatabase> m_database;
    const demo::World m_world{{11, 260, 18, QDate(2026, 11, 20)}};
    qint64 m_invoices = 0;
    qint64 m_movements = 0;
    qint64 m_records = 0;
};

void CopyLoadTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    demo::CopyRows rows(m_world, demo::RawJson::compact());
    rows.appendCatalogue();
    for (int index = 0; index < m_world.tenantCount(); ++index) {
        const demo::TenantHistory history = m_world.tenant(index);
        m_invoices += history.invoices.size();
        m_movements += history.movements.size();
        m_records += history.usageRecords.size();
        rows.append(history);
    }
    auto job = [&rows](db::Session &session) mutable -> core::Result<> {
        for (std::size_t table = 0; table < demo::CopyRows::tables().size(); ++table) {
            QByteArray lines = rows.take(table);
            const auto copied = db::copyIn(session, demo::CopyRows::tables()[table].statement(),
                                           [&lines](QByteArray &chunk) -> core::Result<bool> {
                                               chunk = std::exchange(lines, {});
                                               return !chunk.isEmpty();
                                           });
            if (!copied)
                return core::passOn(copied);
        }
        return {};
    };
    db::Database database(m_database->ownerParameters());
    const core::Result<> written = database.write(std::move(job)).result();
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
}

void CopyLoadTest::cleanupTestCase()
{
    m_database.reset();
}

void CopyLoadTest::allRowsArrived()
{
    QCOMPARE(value("SELECT count(*) FROM tenants"), QString::number(m_world.tenantCount()));
    QCOMPARE(value("SELECT count(*) FROM stripe_customers"),
             QString::number(m_world.tenantCount()));
    QCOMPARE(value("SELECT count(*) FROM stripe_invoices"), QString::number(m_invoices));
    QCOMPARE(value("SELECT count(*) FROM mrr_movements"), QString::number(m_movements));
    QCOMPARE(value("SELECT count(*) FROM stripe_usage_records"), QString::number(m_records));
    QCOMPARE(value("SELECT count(*) FROM stripe_prices"), QString::number(m_world.prices().size()));
    QCOMPARE(value("SELECT name FROM tenants WHERE email = 'rechnung@hoeflinger.example'"),
             u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s);
    const QDateTime end = m_world.parameters().end();
    QCOMPARE(value("SELECT DISTINCT extract(epoch FROM as_of)::bigint FROM stripe_invoices"),
             QString::number(end.toSecsSinceEpoch()));
}

void CopyLoadTest::derivedColumnsAreTheDatabasesOwn()
{
    QCOMPARE(value("SELECT count(*) FROM stripe_subscriptions"
                   " WHERE abs(mrr - subscription_mrr(id)) > 0.000001"),
             u"0"_s);
    QVERIFY(value("SELECT count(*) FROM stripe_subscriptions WHERE mrr <> trunc(mrr)").toInt() > 0);
    // As the mirror derives them from events.
    QCOMPARE(
        value("SELECT count(*) FROM stripe_subscriptions s JOIN ("
              "SELECT i.subscription_id, sum(i.unit_amount * coalesce(i.quantity, 1))"
              " FILTER (WHERE i.usage_type = 'licensed') AS amount,"
              " string_agg(p.name || CASE WHEN i.quantity > 1"
              " THEN ' × ' || i.quantity ELSE '' END, ', '"
              " ORDER BY i.usage_type DESC, i.stripe_subscription_item_id) AS description"
              " FROM stripe_subscription_items i"
              " JOIN stripe_products p USING (stripe_product_id)"
              " GROUP BY i.subscription_id) x ON x.subscription_id = s.id"
              " WHERE s.description = x.description AND s.amount IS NOT DISTINCT FROM x.amount"),
        value("SELECT count(*) FROM stripe_subscriptions"));
}

void CopyLoadTest::ledgerEqualsTheMirror()
{
    QCOMPARE(value("SELECT count(*) FROM ("
                   "SELECT tenant_id, round(sum(mrr)) AS mrr FROM stripe_subscriptions"
                   " GROUP BY tenant_id) s LEFT JOIN ("
                   "SELECT tenant_id, sum(delta) AS mrr FROM mrr_movements GROUP BY tenant_id) m"
                   " USING (tenant_id) WHERE s.mrr <> coalesce(m.mrr, 0)"),
             u"0"_s);
}

/// The first event after the load must not find the ledger behind.
void CopyLoadTest::settlingMovesNothing()
{
    (void)value("SELECT settle_tenants((SELECT array_agg(id) FROM tenants), 'test', now())");
    QCOMPARE(value("SELECT count(*) FROM mrr_movements"), QString::number(m_movements));
    QCOMPARE(value("SELECT count(*) FROM tenant_figures"), QString::number(m_world.tenantCount()));
}

void CopyLoadTest::invoicesHaveTheTierOfTheirTime()
{
    QCOMPARE(value("SELECT count(*) FROM stripe_invoices"
                   " WHERE (plan_tier IS NULL) <> (paid_at IS NULL)"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM stripe_invoices i JOIN tenant_plans p"
                   " ON p.tenant_id = i.tenant_id AND p.started_at <= i.paid_at"
                   " AND coalesce(p.ended_at, 'infinity') > i.paid_at"
                   " WHERE p.plan_tier <> i.plan_tier"),
             u"0"_s);
}

void CopyLoadTest::rawObjectsAreSmall()
{
    for (const QByteArray &table :
         {QByteArray("stripe_customers"), QByteArray("stripe_invoices"),
          QByteArray("stripe_subscriptions"), QByteArray("stripe_payment_intents")}) {
        const QString longest = value("SELECT max(octet_length(raw::text)) FROM " + table);
        // jsonb's own text has blanks behind colons and commas.
        QVERIFY2(longest.toInt() > 100 && longest.toInt() <= 800, qPrintable(longest));
    }
    QCOMPARE(value("SELECT count(*) FROM stripe_invoices WHERE raw ->> 'id' <> stripe_invoice_id"),
             u"0"_s);
}

void CopyLoadTest::linksAreWhole()
{
    QCOMPARE(value("SELECT count(*) FROM stripe_invoices i LEFT JOIN stripe_subscriptions s"
                   " USING (stripe_subscription_id) WHERE s.id IS NULL"
                   " OR s.tenant_id <> i.tenant_id"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM stripe_subscriptions s LEFT JOIN stripe_invoices i"
                   " ON i.stripe_invoice_id = s.latest_invoice_id WHERE i.id IS NULL"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM stripe_payment_intents p LEFT JOIN stripe_invoices i"
                   " USING (stripe_invoice_id)"
                   " WHERE i.stripe_payment_intent_id IS DISTINCT FROM p.stripe_payment_intent_id"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM stripe_subscription_items i LEFT JOIN stripe_prices p"
                   " USING (stripe_price_id) WHERE p.id IS NULL OR p.currency <> i.currency"
                   " OR p.unit_amount IS DISTINCT FROM i.unit_amount"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM tenant_plans p LEFT JOIN stripe_prices s"
                   " USING (stripe_price_id) WHERE s.id IS NULL"),
             u"0"_s);
    QCOMPARE(value("SELECT count(*) FROM plan_catalogue c LEFT JOIN stripe_prices p"
                   " USING (stripe_price_id)"
                   " WHERE c.plan_tier <> 'custom' AND p.currency IS DISTINCT FROM 'eur'"),
             u"0"_s);
}

QTEST_GUILESS_MAIN(CopyLoadTest)
#include "tst_copyload.moc"
