// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartseries.h"

#include <QTest>

using namespace Qt::StringLiterals;
using models::ChartContent;
using models::ChartPoint;
using models::ChartSeries;

namespace {

ChartSeries series(const QList<qint64> &minors)
{
    ChartSeries made{u"a"_s, u"A"_s, {}};
    QDate month(2026, 1, 1);
    for (const qint64 minor : minors) {
        made.points.append(ChartPoint{month, minor, false});
        month = month.addMonths(1);
    }
    return made;
}

} // namespace

class ChartSeriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineMayCutItsAxis()
    {
        const ChartContent line{u"eur"_s, {series({65'500'000, 81'264'000})}, {}};
        const models::ValueRange range = models::niceRange(line, false);
        QCOMPARE(range.low, 650'000.0);
        QCOMPARE(range.high, 850'000.0);
        QCOMPARE(range.step, 50'000.0);
    }
    void stacksAddUpAndReachZero()
    {
        const ChartContent walk{
            u"eur"_s, {series({1'500'000}), series({1'600'000}), series({-900'000})}, {}};
        const models::ValueRange range = models::niceRange(walk, true);
        QVERIFY(range.high >= 31'000 && range.low <= -9'000);
        QCOMPARE(std::fmod(range.high, range.step), 0.0);
    }
    void aFlatLineStillHasARange()
    {
        const ChartContent flat{u"jpy"_s, {series({100, 100})}, {}};
        const models::ValueRange range = models::niceRange(flat, false);
        QVERIFY(range.high > range.low);
    }
    void nothingHasARangeToo()
    {
        const models::ValueRange range = models::niceRange({}, true);
        QCOMPARE(range.low, 0.0);
        QVERIFY(range.high > 0);
    }
    void axisFigures()
    {
        QCOMPARE(models::axisText(850'000), u"850 k"_s);
        QCOMPARE(models::axisText(-20'000), u"\u221220 k"_s);
        QCOMPARE(models::axisText(1'200'000), u"1.2 M"_s);
        QCOMPARE(models::axisText(0), u"0"_s);
    }
    void minorUnitsByCurrency()
    {
        QCOMPARE(models::majorUnits(1234, u"eur"_s), 12.34);
        QCOMPARE(models::majorUnits(1234, u"jpy"_s), 1234.0);
    }
};

QTEST_GUILESS_MAIN(ChartSeriesTest)
#include "tst_chartseries.moc"
