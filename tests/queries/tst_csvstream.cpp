// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/csvstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::ColumnKind;

/// Lines of COPY in, lines of CSV out.
class CsvStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cell_data();
    void cell();
    void money_data();
    void money();
    void lineOfSeveral();
    void header();
    void blocks();
};

void CsvStreamTest::cell_data()
{
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("csv");
    const auto text = [](const char *name, const char *field, const char *csv) {
        QTest::newRow(name) << ColumnKind::Text << QByteArray(field) << QByteArray(csv);
    };
    text("plain text stays", "Acme GmbH", "Acme GmbH");
    text("nothing is an empty cell", "\\N", "");
    text("an empty text is an empty cell", "", "");
    text("a comma needs quotes", "Acme, Inc.", "\"Acme, Inc.\"");
    text("quotes are doubled", "The \"Best\"", "\"The \"\"Best\"\"\"");
    text("a line break stays inside quotes", "a\\nb", "\"a\nb\"");
    text("a carriage return inside needs quotes", "a\\rb", "\"a\rb\"");
    text("a tab inside stays", "a\\tb", "a\tb");
    text("a backslash stays one", "a\\\\b", "a\\b");
    text("the text backslash N is not nothing", "\\\\N", "\\N");
    text("rare control characters", "a\\b\\f\\vb", "a\b\f\vb");
    text("other alphabets stay UTF-8", "شركة 東京", "شركة 東京");
    text("equals is no formula", "=1+1", "'=1+1");
    text("plus is no formula", "+49 30 1234", "'+49 30 1234");
    text("minus is no formula", "-1", "'-1");
    text("at is no formula", "@SUM(A1)", "'@SUM(A1)");
    text("a leading tab is no way around", "\\t=1", "'\t=1");
    text("a leading return is no way around", "\\r=1", "\"'\r=1\"");
    text("a formula with a comma", "=HYPERLINK(\"a\",\"b\")",
         "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
    text("equals inside is harmless", "a=b", "a=b");
    QTest::newRow("ids are guarded as texts")
        << ColumnKind::Mono << QByteArray("-x") << QByteArray("'-x");
    QTest::newRow("states are texts")
        << ColumnKind::Status << QByteArray("past_due") << QByteArray("past_due");
    QTest::newRow("a negative number is a number")
        << ColumnKind::Count << QByteArray("-7") << QByteArray("-7");
    QTest::newRow("a ratio") << ColumnKind::Ratio << QByteArray("1.12") << QByteArray("1.12");
    QTest::newRow("a time") << ColumnKind::DateTime << QByteArray("2026-06-12 14:32:11")
                            << QByteArray("2026-06-12T14:32:11Z");
    QTest::newRow("a time with a fraction")
        << ColumnKind::DateTime << QByteArray("2026-06-12 14:32:11.123456")
        << QByteArray("2026-06-12T14:32:11Z");
    QTest::newRow("no time") << ColumnKind::DateTime << QByteArray("\\N") << QByteArray("");
}

void CsvStreamTest::cell()
{
    QFETCH(ColumnKind, kind);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, csv);
    db::CsvStream stream({kind});
    stream.convert(field + '\n');
    QCOMPARE(stream.take(), csv + "\r\n");
}

void CsvStreamTest::money_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("csv");
    QTest::newRow("two decimals") << QByteArray("123450\teur") << QByteArray("1234.50,EUR");
    QTest::newRow("no decimals") << QByteArray("15400\tjpy") << QByteArray("15400,JPY");
    QTest::newRow("three decimals") << QByteArray("152750\tkwd") << QByteArray("152.750,KWD");
    QTest::newRow("cents alone") << QByteArray("5\teur") << QByteArray("0.05,EUR");
    QTest::newRow("fils alone") << QByteArray("5\tkwd") << QByteArray("0.005,KWD");
    QTest::newRow("nothing owed") << QByteArray("0\teur") << QByteArray("0.00,EUR");
    QTest::newRow("no yen") << QByteArray("0\tjpy") << QByteArray("0,JPY");
    QTest::newRow("credit is a number, not a formula")
        << QByteArray("-5\teur") << QByteArray("-0.05,EUR");
    QTest::newRow("beyond a double")
        << QByteArray("9007199254740993\teur") << QByteArray("90071992547409.93,EUR");
    QTest::newRow("the smallest there is")
        << QByteArray("-9223372036854775808\teur") << QByteArray("-92233720368547758.08,EUR");
    QTest::newRow("no amount") << QByteArray("\\N\teur") << QByteArray(",");
    QTest::newRow("no currency") << QByteArray("5\t\\N") << QByteArray(",");
}

void CsvStreamTest::money()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, csv);
    db::CsvStream stream({ColumnKind::Money});
    stream.convert(fields + '\n');
    QCOMPARE(stream.take(), csv + "\r\n");
}

void CsvStreamTest::lineOfSeveral()
{
    db::CsvStream stream({ColumnKind::Text, ColumnKind::Money, ColumnKind::Count});
    stream.convert("Acme\t100\tjpy\t3\nBirke, AG\t\\N\t\\N\t\\N\n\t100\teur\t0\n");
    QCOMPARE(stream.take(), "Acme,100,JPY,3\r\n\"Birke, AG\",,,\r\n,1.00,EUR,0\r\n");
    QCOMPARE(stream.rows(), 3);
    QCOMPARE(stream.take(), QByteArray());
}

void CsvStreamTest::header()
{
    QCOMPARE(db::CsvStream::line({u"Name"_s, u"Total, net"_s, QString(), u"=x"_s}),
             "Name,\"Total, net\",,'=x\r\n");
    QCOMPARE(db::CsvStream::line({QString(), u"b"_s}), ",b\r\n");
}

void CsvStreamTest::blocks()
{
    db::CsvStream stream({ColumnKind::Text});
    stream.convert("a\n");
    stream.convert("b\nc\n");
    QCOMPARE(stream.pending(), 9);
    QCOMPARE(stream.take(), "a\r\nb\r\nc\r\n");
    QCOMPARE(stream.pending(), 0);
}

QTEST_GUILESS_MAIN(CsvStreamTest)
#include "tst_csvstream.moc"
