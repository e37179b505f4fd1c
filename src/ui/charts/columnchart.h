// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/monthchart.h"

class QBarSet;
class QStackedBarSeries;

namespace ui {

/// Stacked columns over the months; the running month is faint, and says up to when it is known.
class ColumnChart : public MonthChart
{
    Q_OBJECT

public:
    ColumnChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    /// Writes each column's sum above it, with its sign.
    void setNetShown(bool isShown);
    [[nodiscard]] Callout calloutOf(qsizetype month) const override;

protected:
    [[nodiscard]] bool isStacked() const override { return true; }
    void fill() override;
    void paintMarks(QPainter &painter) const override;
    [[nodiscard]] double labelHeight(qsizetype month) const override;
    [[nodiscard]] double topOf(qsizetype month) const override;

private:
    void matchSets();
    void colorSets();
    [[nodiscard]] double labelWidth() const;
    /// "to 22 Nov" in one line, or in two where columns are close.
    [[nodiscard]] QStringList untilLines() const;
    void paintLabel(QPainter &painter, qsizetype month) const;

    QStackedBarSeries *m_series;
    QStringList m_ids; ///< Of the series that m_series has sets for.
    bool m_isNetShown = false;
};

} // namespace ui
