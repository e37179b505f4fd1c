// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartseries.h"
#include "ui/charts/callout.h"
#include "ui/charts/chartfile.h"
#include "ui/theme/theme.h"

#include <QChartView>

class QValueAxis;

namespace ui {

/// What the charts of months share: grid and labels in the product's type, the month under the
/// pointer or chosen with the arrow keys, and its callout. Subclasses add QtCharts' series.
/// Values change in place; nothing moves but what is different.
///
/// QtCharts' own axes are hidden: they measure themselves, and shift the plot when labels change.
/// From right to left, time runs that way too.
class MonthChart : public QChartView
{
    Q_OBJECT

public:
    MonthChart(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    ~MonthChart() override;

    void setContent(const models::ChartContent &content);
    [[nodiscard]] const models::ChartContent &content() const { return m_content; }
    /// What stands in the plot when there are only zeros: "No revenue yet".
    void setEmptyText(const QString &text) { m_emptyText = text; }
    void chooseMonth(qsizetype month); ///< -1 for none.
    [[nodiscard]] qsizetype chosenMonth() const { return m_chosen; }
    [[nodiscard]] virtual Callout calloutOf(qsizetype month) const = 0;
    [[nodiscard]] QSize sizeHint() const override { return {360, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 150}; }

Q_SIGNALS:
    void saveRequested(ui::ChartFormat format); ///< From the context menu.

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] qsizetype months() const;
    /// The place of a month on the axis, counted from the left.
    [[nodiscard]] qsizetype slotOf(qsizetype month) const;
    [[nodiscard]] QPointF pointOf(qsizetype month, double value) const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] bool isRightToLeft() const { return layoutDirection() == Qt::RightToLeft; }
    void attach(QAbstractSeries *series);

    [[nodiscard]] virtual bool isStacked() const = 0;
    virtual void fill() = 0;                              ///< Puts content() into the series.
    virtual void paintMarks(QPainter &painter) const = 0; ///< Labels, points; over the plot.
    /// Pixels that labels take above a month's value, and that value.
    [[nodiscard]] virtual double labelHeight(qsizetype) const { return 0; }
    [[nodiscard]] virtual double topOf(qsizetype) const { return 0; }
    /// What a callout had better not cover.
    [[nodiscard]] virtual QList<QPointF> obstacles() const { return {}; }

    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showContent();
    void measure();
    void layOut();
    void paintValueLabels(QPainter &painter) const;
    void paintMonthLabels(QPainter &painter) const;
    void paintChosen(QPainter &painter) const;

    const Theme &m_theme;
    models::ChartContent m_content;
    models::ValueRange m_range;
    QString m_emptyText;
    QValueAxis *m_monthAxis;
    QValueAxis *m_valueAxis;
    qsizetype m_chosen = -1;
};

} // namespace ui
