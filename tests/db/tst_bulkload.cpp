// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/bulkload.h"
#include "db/database.h"
#include "db/session.h"
#include "testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What a bulk load puts aside is the same afterwards, and was not in the way meanwhile.
class BulkLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAsBefore();
    void indexesAndTriggersAreAway();
    void aBrokenLinkUndoesTheLoad();

private:
    using Step = std::function<core::Result<>(db::Session &)>;
    core::Result<> load(const Step &step)
    {
        auto job = [step](db::Session &session) mutable -> core::Result<> {
            db::BulkLoad load(session);
            if (const auto begun = load.begin(m_tables); !begun)
                return begun;
            if (const auto done = step(session); !done)
                return done;
            if (const auto restored = load.restoreIndexes(); !restored)
                return restored;
            return load.restoreForeignKeys();
        };
        db::Database database(m_scratch.ownerParameters());
        return database.write(std::move(job)).result();
    }
    static core::Result<> run(db::Session &session, const QString &sql)
    {
        const auto done = session.run(sql);
        return done ? core::Result<>() : core::passOn(done);
    }
    QString structure() const
    {
        return m_scratch.value(
            "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
            "SELECT pg_get_indexdef(indexrelid) || indisvalid::text AS line FROM pg_index"
            " WHERE indrelid::regclass::text !~ '^pg_'"
            " UNION ALL SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid)"
            " || convalidated::text FROM pg_constraint"
            " UNION ALL SELECT tgrelid::regclass::text || tgname || tgenabled::text FROM pg_trigger"
            " WHERE NOT tgisinternal) x");
    }

    static inline const QStringList m_tables{u"tenants"_s, u"tenant_plans"_s, u"mrr_movements"_s,
                                             u"stripe_invoices"_s, u"stripe_usage_records"_s};
    support::TestDatabase m_scratch;
};

void BulkLoadTest::everythingIsAsBefore()
{
    const QString before = structure();
    QVERIFY(before.count(u'\n') > 100);
    const auto loaded = load([](db::Session &session) {
        return run(session, u"INSERT INTO tenants (name, email) VALUES ('A', 'a@b.example')"_s);
    });
    QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
    QCOMPARE(structure(), before);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenants"), u"1"_s);
}

void BulkLoadTest::indexesAndTriggersAreAway()
{
    const QString changes = m_scratch.value("SELECT count(*) FROM changes");
    QString indexes;
    const auto loaded = load([&indexes](db::Session &session) -> core::Result<> {
        auto left = session.run(u"SELECT count(*) FROM pg_index"
                                " WHERE indrelid = 'stripe_invoices'::regclass"_s);
        if (!left)
            return core::passOn(left);
        left->next();
        indexes = left->value(0).toString();
        return run(session, u"INSERT INTO tenants (name, email) VALUES ('B', 'b@b.example')"_s);
    });
    QVERIFY(loaded);
    QCOMPARE(indexes, u"1"_s); // the primary key
    QCOMPARE(m_scratch.value("SELECT count(*) FROM changes"), changes);
}

void BulkLoadTest::aBrokenLinkUndoesTheLoad()
{
    const QString before = structure();
    const auto loaded = load([](db::Session &session) {
        return run(session,
                   u"INSERT INTO tenant_plans (tenant_id, plan_tier, name)"
                   " VALUES ('00000000-0000-0000-0000-000000000001', 'basic', 'Basic')"_s);
    });
    QVERIFY(!loaded);
    QCOMPARE(structure(), before);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenant_plans"), u"0"_s);
}

QTEST_GUILESS_MAIN(BulkLoadTest)
#include "tst_bulkload.moc"
