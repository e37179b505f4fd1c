// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copyline.h"
#include "demo/copyrows.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using demo::CopyLine;
using demo::CopyRows;

/// The text format of COPY, and that every line has its table's columns.
class CopyRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapes_data();
    void escapes();
    void writesArrays();
    void writesTimes_data();
    void writesTimes();
    void writesNulls();
    void everyLineHasItsColumns();
    void everyTableIsWritten();
    void takingEmpties();
    void rawJsonIsAsked();
};

void CopyRowsTest::escapes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain text stays") << u"Birke AG"_s << QByteArray("Birke AG\n");
    QTest::newRow("a tab") << u"a\tb"_s << QByteArray("a\\tb\n");
    QTest::newRow("a line break") << u"a\r\nb"_s << QByteArray("a\\r\\nb\n");
    QTest::newRow("a backslash") << u"a\\b"_s << QByteArray("a\\\\b\n");
    QTest::newRow("what looks like NULL") << u"\\N"_s << QByteArray("\\\\N\n");
    QTest::newRow("what looks like the end") << u"\\."_s << QByteArray("\\\\.\n");
    QTest::newRow("a NUL, which PostgreSQL lacks") << u"a\0b"_s << QByteArray("ab\n");
    QTest::newRow("letters beyond ASCII") << u"Łódź"_s << QByteArray("Łódź\n");
    QTest::newRow("empty is not NULL") << QString() << QByteArray("\n");
}

void CopyRowsTest::escapes()
{
    QFETCH(QString, value);
    QFETCH(QByteArray, written);
    QByteArray out;
    CopyLine(out).text(value).end();
    QCOMPARE(out, written);
}

void CopyRowsTest::writesArrays()
{
    QByteArray out;
    CopyLine(out).array({}).array({u"key account"_s, u"a\"b\\c"_s}).end();
    // Within the array a backslash is doubled, and by COPY once more.
    QCOMPARE(out, QByteArray("{}\t{\"key account\",\"a\\\\\"b\\\\\\\\c\"}\n"));
}

void CopyRowsTest::writesTimes_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("midnight") << u"2026-11-20T00:00:00Z"_s << QByteArray("2026-11-20 00:00:00+00");
    QTest::newRow("a leap day") << u"2028-02-29T23:59:58Z"_s
                                << QByteArray("2028-02-29 23:59:58+00");
    QTest::newRow("the first of March")
        << u"2100-03-01T01:02:03Z"_s << QByteArray("2100-03-01 01:02:03+00");
    QTest::newRow("none") << QString() << QByteArray("\\N");
}

void CopyRowsTest::writesTimes()
{
    QFETCH(QString, iso);
    QFETCH(QByteArray, written);
    QByteArray out;
    CopyLine(out).time(QDateTime::fromString(iso, Qt::ISODate));
    QCOMPARE(out, written);
}

void CopyRowsTest::writesNulls()
{
    QByteArray out;
    CopyLine line(out);
    line.null().textOrNull(u"").numberOrNull(std::nullopt).jsonOrNull({}).json({}).truth(true);
    QCOMPARE(line.values(), 6);
    line.end();
    QCOMPARE(line.values(), 0);
    QCOMPARE(out, QByteArray("\\N\t\\N\t\\N\t\\N\t{}\tt\n"));
}

void CopyRowsTest::everyLineHasItsColumns()
{
    const demo::World world({3, 60, 6, QDate(2026, 11, 20)});
    CopyRows rows(world, demo::RawJson::compact());
    rows.appendCatalogue();
    for (int tenant = 0; tenant < world.tenantCount(); ++tenant)
        rows.append(world.tenant(tenant));
    for (std::size_t at = 0; at < CopyRows::tables().size(); ++at) {
        const demo::CopyTable &table = CopyRows::tables()[at];
        const auto columns = table.columnList().split(u", "_s);
        QCOMPARE(QSet<QString>(columns.begin(), columns.end()).size(), columns.size());
        QList<QByteArray> lines = rows.take(at).split('\n');
        QVERIFY(lines.takeLast().isEmpty());
        for (const QByteArray &line : lines)
            QVERIFY2(line.count('\t') + 1 == columns.size(), qPrintable(table.statement() + line));
    }
}

void CopyRowsTest::everyTableIsWritten()
{
    const demo::World world({3, 60, 6, QDate(2026, 11, 20)});
    CopyRows rows(world, demo::RawJson::compact());
    rows.appendCatalogue();
    for (int tenant = 0; tenant < world.tenantCount(); ++tenant)
        rows.append(world.tenant(tenant));
    QSet<QString> names;
    for (std::size_t at = 0; at < CopyRows::tables().size(); ++at) {
        const QString name(CopyRows::tables()[at].name);
        names.insert(name);
        QVERIFY2(!rows.take(at).isEmpty(), qPrintable(name));
    }
    QCOMPARE(names.size(), 12);
    QCOMPARE(CopyRows::tables().front().name, "tenants"_L1);
    QCOMPARE(CopyRows::tables()[3].statement(),
             u"COPY mrr_movements (id, tenant_id, cause, kind, delta, currency, effective_at)"
             " FROM STDIN"_s);
}

void CopyRowsTest::takingEmpties()
{
    const demo::World world({3, 1, 6, QDate(2026, 11, 20)});
    CopyRows rows(world, demo::RawJson::compact());
    QCOMPARE(rows.size(), 0);
    rows.append(world.tenant(0));
    const qsizetype before = rows.size();
    const QByteArray taken = rows.take(0);
    QVERIFY(!taken.isEmpty());
    QCOMPARE(rows.size(), before - taken.size());
    QVERIFY(rows.take(0).isEmpty());
}

void CopyRowsTest::rawJsonIsAsked()
{
    const demo::World world({3, 1, 6, QDate(2026, 11, 20)});
    demo::RawJson raw = demo::RawJson::compact();
    raw.customer = [](const core::Customer &customer) {
        return QByteArray(R"({"id":")") + customer.id.toUtf8() + R"(","note":"a\nb"})";
    };
    CopyRows rows(world, raw);
    rows.append(world.tenant(0));
    const QByteArray id = world.tenant(0).customer.id.toUtf8();
    const QByteArray expected = "\t{\"id\":\"" + id + "\",\"note\":\"a\\\\nb\"}\t";
    QVERIFY(rows.take(6).contains(expected));
}

QTEST_GUILESS_MAIN(CopyRowsTest)
#include "tst_copyrows.moc"
