// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/amounts.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

static qint64 at(const char *text)
{
    return QDateTime::fromString(QLatin1StringView(text), Qt::ISODate).toSecsSinceEpoch();
}

class TestAmounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void multipliesExactly_data();
    void multipliesExactly();
    void sharesRoundAwayFromZero();
    void endsThePeriod_data();
    void endsThePeriod();
};

void TestAmounts::multipliesExactly_data()
{
    QTest::addColumn<QJsonValue>("unit");
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<qint64>("quantity");
    QTest::addColumn<qint64>("amount");
    const QJsonValue none = QJsonValue::Null;
    QTest::newRow("whole units") << QJsonValue(4900) << u"4900"_s << qint64(3) << qint64(14700);
    QTest::newRow("a fifth of a cent") << none << u"0.2"_s << qint64(12345) << qint64(2469);
    QTest::newRow("half a cent rounds up") << none << u"0.5"_s << qint64(1) << qint64(1);
    QTest::newRow("less than half rounds down") << none << u"0.4"_s << qint64(1) << qint64(0);
    QTest::newRow("nothing used") << none << u"0.2"_s << qint64(0) << qint64(0);
}

void TestAmounts::multipliesExactly()
{
    QFETCH(QJsonValue, unit);
    QFETCH(QString, decimal);
    QFETCH(qint64, quantity);
    QFETCH(qint64, amount);
    const QJsonObject price{{u"unit_amount"_s, unit}, {u"unit_amount_decimal"_s, decimal}};
    QCOMPARE(sandbox::amountOf(price, quantity), amount);
}

void TestAmounts::sharesRoundAwayFromZero()
{
    QCOMPARE(sandbox::share(100, 1, 3), 33);
    QCOMPARE(sandbox::share(100, 2, 3), 67);
    QCOMPARE(sandbox::share(-100, 2, 3), -67);
    QCOMPARE(sandbox::share(5, 1, 2), 3);
    QCOMPARE(sandbox::share(-5, 1, 2), -3);
    QCOMPARE(sandbox::share(5, 1, 0), 0);
}

void TestAmounts::endsThePeriod_data()
{
    QTest::addColumn<QString>("interval");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("anchor");
    QTest::addColumn<qint64>("after");
    QTest::addColumn<qint64>("end");
    const auto row = [](const char *name, const QString &interval, int count, const char *anchor,
                        const char *after, const char *end) {
        QTest::newRow(name) << interval << count << at(anchor) << at(after) << at(end);
    };
    row("a month", u"month"_s, 1, "2024-03-10T12:00:00Z", "2024-03-10T12:00:00Z",
        "2024-04-10T12:00:00Z");
    row("the 31st gives way to February", u"month"_s, 1, "2024-01-31T00:00:00Z",
        "2024-01-31T00:00:00Z", "2024-02-29T00:00:00Z");
    row("and comes back after it", u"month"_s, 1, "2024-01-31T00:00:00Z", "2024-02-29T00:00:00Z",
        "2024-03-31T00:00:00Z");
    row("three months", u"month"_s, 3, "2024-01-15T00:00:00Z", "2024-05-01T00:00:00Z",
        "2024-07-15T00:00:00Z");
    row("a year from a leap day", u"year"_s, 1, "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z",
        "2025-02-28T00:00:00Z");
    row("two weeks", u"week"_s, 2, "2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z",
        "2024-01-15T00:00:00Z");
    row("before the anchor it is the anchor", u"month"_s, 1, "2024-03-10T00:00:00Z",
        "2024-03-01T00:00:00Z", "2024-03-10T00:00:00Z");
}

void TestAmounts::endsThePeriod()
{
    QFETCH(QString, interval);
    QFETCH(int, count);
    QFETCH(qint64, anchor);
    QFETCH(qint64, after);
    QFETCH(qint64, end);
    const QJsonObject recurring{{u"interval"_s, interval}, {u"interval_count"_s, count}};
    QCOMPARE(sandbox::periodEnd(anchor, recurring, after), end);
}

QTEST_GUILESS_MAIN(TestAmounts)
#include "tst_amounts.moc"
