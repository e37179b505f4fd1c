// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rowstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::ColumnKind;
using Form = db::RowStream::Form;

/// Lines of COPY in, lines for files and the clipboard out.
class RowStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cell_data();
    void cell();
    void money_data();
    void money();
    void lineOfSeveral();
    void header();
    void tabbedCell_data();
    void tabbedCell();
    void tabbedLines();
    void blocks();
};

void RowStreamTest::cell_data()
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

void RowStreamTest::cell()
{
    QFETCH(ColumnKind, kind);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, csv);
    db::RowStream stream(Form::Csv, {kind});
    stream.convert(field + '\n');
    QCOMPARE(stream.take(), csv + "\r\n");
}

void RowStreamTest::money_data()
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

void RowStreamTest::money()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, csv);
    db::RowStream stream(Form::Csv, {ColumnKind::Money});
    stream.convert(fields + '\n');
    QCOMPARE(stream.take(), csv + "\r\n");
}

void RowStreamTest::lineOfSeveral()
{
    db::RowStream stream(Form::Csv, {ColumnKind::Text, ColumnKind::Money, ColumnKind::Count});
    stream.convert("Acme\t100\tjpy\t3\nBirke, AG\t\\N\t\\N\t\\N\n\t100\teur\t0\n");
    QCOMPARE(stream.take(), "Acme,100,JPY,3\r\n\"Birke, AG\",,,\r\n,1.00,EUR,0\r\n");
    QCOMPARE(stream.rows(), 3);
    QCOMPARE(stream.take(), QByteArray());
}

void RowStreamTest::header()
{
    QCOMPARE(db::RowStream::line(Form::Csv, {u"Name"_s, u"Total, net"_s, QString(), u"=x"_s}),
             "Name,\"Total, net\",,'=x\r\n");
    QCOMPARE(db::RowStream::line(Form::Csv, {QString(), u"b"_s}), ",b\r\n");
}

void RowStreamTest::tabbedCell_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("tabbed");
    const auto text = [](const char *name, const char *field, const char *tabbed) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(tabbed);
    };
    text("plain text stays", "Acme, Inc.", "Acme, Inc.");
    text("nothing is an empty cell", "\\N", "");
    text("a tab becomes a blank", "a\\tb", "a b");
    text("a line break becomes a blank", "a\\r\\nb", "a b");
    text("other control characters too", "a\\b\\f\\vb", "a b");
    text("quotes inside stay", "The \"Best\"", "The \"Best\"");
    text("a quote at the start would swallow tabs and lines", "\"Best\" of", "\"\"\"Best\"\" of\"");
    text("a lone quote at the start", "\"Best", "\"\"\"Best\"");
    text("a quote behind a tab", "\\t\"Best", "\"\"\"Best\"");
    text("equals is no formula", "=1+1", "'=1+1");
    text("a formula with a tab", "=1\\t+1", "'=1 +1");
    text("a tab is no way around", "\\t=1", "'=1");
    text("a line break is no way around", "\\r\\n@a", "'@a");
    text("other alphabets stay UTF-8", "شركة 東京", "شركة 東京");
}

void RowStreamTest::tabbedCell()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, tabbed);
    db::RowStream stream(Form::Tabs, {ColumnKind::Text});
    stream.convert(field + '\n');
    QCOMPARE(stream.take(), tabbed + '\n');
}

void RowStreamTest::tabbedLines()
{
    db::RowStream stream(Form::Tabs, {ColumnKind::Text, ColumnKind::Money, ColumnKind::DateTime});
    stream.convert("a\t-118800\teur\t2026-06-12 14:32:11.5\nb\t\\N\t\\N\t\\N\n");
    QCOMPARE(stream.take(), "a\t-1188.00\tEUR\t2026-06-12T14:32:11Z\nb\t\t\t\n");
    QCOMPARE(stream.rows(), 2);
    QCOMPARE(db::RowStream::line(Form::Tabs, {u"Name"_s, u"Total\t, net"_s, u"=x"_s}),
             "Name\tTotal , net\t'=x\n");
}

void RowStreamTest::blocks()
{
    db::RowStream stream(Form::Csv, {ColumnKind::Text});
    stream.convert("a\n");
    stream.convert("b\nc\n");
    QCOMPARE(stream.pending(), 9);
    QCOMPARE(stream.take(), "a\r\nb\r\nc\r\n");
    QCOMPARE(stream.pending(), 0);
}

QTEST_GUILESS_MAIN(RowStreamTest)
#include "tst_rowstream.moc"
