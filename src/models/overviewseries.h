// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "models/chartseries.h"

// The Overview's figures as what its charts draw: one currency at a time, never summed across.
namespace models {

/// The line of MRR: its height at each month's end, the last point being now.
[[nodiscard]] ChartContent mrrChart(const core::Overview &overview,
                                    const core::CurrencyFigures &figures);
/// Why MRR moved, by kind, of the last `months` months.
[[nodiscard]] ChartContent walkChart(const core::Overview &overview,
                                     const core::CurrencyFigures &figures, int months);
/// What was paid, by plan tier, of the last `months` months.
[[nodiscard]] ChartContent collectedChart(const core::Overview &overview,
                                          const core::CurrencyFigures &figures, int months);

/// The sum of all series in one month.
[[nodiscard]] qint64 monthTotal(const ChartContent &content, qsizetype month);
/// Whether there is anything but zeros.
[[nodiscard]] bool hasFigures(const ChartContent &content);

/// "Nov", "November 2026": short for axes, long for sentences.
[[nodiscard]] QString monthName(const QDate &month);
[[nodiscard]] QString monthAndYear(const QDate &month);
/// "+19.0 k": a net above a column.
[[nodiscard]] QString shortChangeText(qint64 minor, const QString &currency);
/// "812.6 k": a figure beside a point.
[[nodiscard]] QString shortFigureText(qint64 minor, const QString &currency);

/// The chart in words for a screen reader, month by month: "November 2026: 812,640.00 EUR; …".
/// Several series name each part and their sum.
[[nodiscard]] QString chartInWords(const ChartContent &content);

} // namespace models
