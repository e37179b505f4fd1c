// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"
#include "testdatabase.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;

/// A small world written the way the bench set is.
class DemoDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsAnEmptyDatabase();
    void leavesAFilledOneAlone();

private:
    support::TestDatabase m_scratch;
    const QString m_world = u"7:40:12:2026-11-20"_s;
};

void DemoDataTest::fillsAnEmptyDatabase()
{
    QStringList steps;
    const auto written = app::writeDemoData(
        m_scratch.ownerParameters(), m_world,
        [&steps](const QString &step, const QString &detail) { steps += step + detail; });
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QVERIFY(*written > 500);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenants"), u"40"_s);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenant_figures"), u"40"_s);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM changes"), u"1"_s); // "read all again"
    QCOMPARE(m_scratch.value("SELECT count(*) FROM pg_constraint WHERE NOT convalidated"), u"0"_s);
    // Lists read indexes alone: all pages are known to be visible to all.
    QCOMPARE(m_scratch.value("SELECT relallvisible = relpages AND reltuples > 0 FROM pg_class"
                             " WHERE relname = 'stripe_invoices'"),
             u"t"_s);
    QVERIFY2(steps.join(u'\n').contains(u"40"_s), qPrintable(steps.join(u'\n')));
    QVERIFY2(steps.size() >= 4, qPrintable(steps.join(u'\n')));
}

void DemoDataTest::leavesAFilledOneAlone()
{
    const auto written = app::writeDemoData(m_scratch.ownerParameters(), m_world,
                                            [](const QString &, const QString &) {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, core::Error::Kind::Conflict);
    QCOMPARE(m_scratch.value("SELECT count(*) FROM tenants"), u"40"_s);
}

QTEST_GUILESS_MAIN(DemoDataTest)
#include "tst_demodata.moc"
