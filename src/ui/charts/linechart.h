// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/monthchart.h"

class QLineSeries;

namespace ui {

/// One line over the months, its last point labelled. The value axis may be cut, so there is no
/// area under the line.
class LineChart : public MonthChart
{
    Q_OBJECT

public:
    LineChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] Callout calloutOf(qsizetype month) const override;

protected:
    [[nodiscard]] bool isStacked() const override { return false; }
    void fill() override;
    void paintMarks(QPainter &painter) const override;
    [[nodiscard]] QList<QPointF> obstacles() const override;

private:
    [[nodiscard]] double valueOf(qsizetype month) const;
    void paintPoint(QPainter &painter, qsizetype month, bool isRinged) const;

    QLineSeries *m_series;
};

} // namespace ui
