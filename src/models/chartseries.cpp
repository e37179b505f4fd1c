// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartseries.h"

#include "core/money.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

/// 1, 2, 2.5 or 5 times a power of ten, so that about four steps cover the span.
double niceStep(double span)
{
    if (span <= 0)
        return 1;
    const double raw = span / 4;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    constexpr std::array factors{1.0, 2.0, 2.5, 5.0};
    for (const double factor : factors) {
        if (raw <= factor * power)
            return factor * power;
    }
    return 10 * power;
}

void includeSums(const ChartContent &content, double &low, double &high)
{
    QHash<QDate, double> above;
    QHash<QDate, double> below;
    for (const ChartSeries &series : content.series) {
        for (const ChartPoint &point : series.points) {
            const double value = majorUnits(point.minor, content.currency);
            auto &sums = value < 0 ? below : above;
            sums[point.month] += value;
        }
    }
    for (const double sum : std::as_const(above))
        high = std::max(high, sum);
    for (const double sum : std::as_const(below))
        low = std::min(low, sum);
}

void includeValues(const ChartContent &content, double &low, double &high)
{
    bool isFirst = true;
    for (const ChartSeries &series : content.series) {
        for (const ChartPoint &point : series.points) {
            const double value = majorUnits(point.minor, content.currency);
            low = isFirst ? value : std::min(low, value);
            high = isFirst ? value : std::max(high, value);
            isFirst = false;
        }
    }
}

} // namespace

ValueRange niceRange(const ChartContent &content, bool isStacked)
{
    double low = 0;
    double high = 0;
    if (isStacked)
        includeSums(content, low, high);
    else
        includeValues(content, low, high);
    // A line that hardly moves would fill the whole height with noise.
    const double span = std::max(high - low, std::abs(high) * 0.05);
    const double step = niceStep(span);
    ValueRange range{std::floor(low / step) * step, std::ceil(high / step) * step, step};
    if (range.high <= range.low)
        range.high = range.low + step;
    return range;
}

QString axisText(double value)
{
    const double size = std::abs(value);
    QString text;
    if (size >= 1'000'000) {
        //: Millions on an axis
        text = QCoreApplication::translate("ChartSeries", "%1 M")
                   .arg(QLocale().toString(size / 1'000'000, 'g', 3));
    } else if (size >= 1'000) {
        //: Thousands on an axis
        text = QCoreApplication::translate("ChartSeries", "%1 k")
                   .arg(QLocale().toString(size / 1'000, 'g', 4));
    } else {
        text = QLocale().toString(size, 'g', 4);
    }
    return value < 0 ? QChar(0x2212) + text : text;
}

double majorUnits(qint64 minor, const QString &currency)
{
    return static_cast<double>(minor) / std::pow(10.0, core::currencyExponent(currency));
}

} // namespace models
