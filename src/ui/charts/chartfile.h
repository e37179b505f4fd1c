// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "models/chartseries.h"

#include <QObject>

class QWidget;

namespace ui {

Q_NAMESPACE

/// As what a chart can be kept.
enum class ChartFormat { Csv, Png, Svg };
Q_ENUM_NS(ChartFormat)

[[nodiscard]] QString chartSuffix(ChartFormat format); ///< "csv"

/// A row per month, a column per series and their sum, in major units without grouping.
[[nodiscard]] QString chartCsv(const models::ChartContent &content);

class MonthChart;
/// The whole file or none of it.
[[nodiscard]] core::Result<> writeChart(MonthChart &chart, ChartFormat format, const QString &path);

} // namespace ui
