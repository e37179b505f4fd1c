// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace models {

/// One month of a chart, in minor units of the series' currency.
struct ChartPoint
{
    QDate month; ///< Its first day.
    qint64 minor = 0;
    bool isPartial = false; ///< The running month: drawn faint, with the date it reaches to.
    bool operator==(const ChartPoint &) const = default;
};

/// One line or one layer of stacked columns.
struct ChartSeries
{
    QString id;    ///< Stable: "basic", "new", …; the window picks the colour by it.
    QString title; ///< Translated, for the legend.
    QList<ChartPoint> points;
    bool operator==(const ChartSeries &) const = default;
};

/// What one chart shows. All series have the same months.
struct ChartContent
{
    QString currency; ///< Three lower-case letters.
    QList<ChartSeries> series;
    QDate until; ///< Up to where the running month is known; null without one.
    [[nodiscard]] bool isEmpty() const { return series.isEmpty(); }
    bool operator==(const ChartContent &) const = default;
};

/// The smallest and largest value an axis must reach. With isStacked the layers of a month are
/// added up, positive and negative apart, and zero is inside.
struct ValueRange
{
    double low = 0; ///< Major units.
    double high = 0;
    double step = 1; ///< Between grid lines.
    bool operator==(const ValueRange &) const = default;
};
[[nodiscard]] ValueRange niceRange(const ChartContent &content, bool isStacked);

/// A figure on an axis: "850 k", "−20 k", "1.2 M", with the real minus sign.
[[nodiscard]] QString axisText(double value);
/// Minor units as major ones, for drawing only; figures on screen come from core::Money.
[[nodiscard]] double majorUnits(qint64 minor, const QString &currency);

} // namespace models
