// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/linechart.h"

#include "models/overviewkpi.h"
#include "models/overviewseries.h"
#include "models/wording.h"
#include "ui/charts/chartcolor.h"
#include "ui/theme/draw.h"

#include <QFontMetricsF>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

LineChart::LineChart(const Theme &theme, const QString &name, QWidget *parent)
    : MonthChart(theme, name, parent)
    , m_series(new QLineSeries)
{
    attach(m_series);
}

double LineChart::valueOf(qsizetype month) const
{
    return models::majorUnits(content().series.first().points.at(month).minor, content().currency);
}

void LineChart::fill()
{
    QList<QPointF> points(months());
    for (qsizetype month = 0; month < months(); ++month)
        points[slotOf(month)] = {static_cast<double>(slotOf(month)), valueOf(month)};
    m_series->replace(points);
    QPen pen(lineColor(theme()), 2);
    pen.setJoinStyle(Qt::RoundJoin);
    m_series->setPen(pen);
    m_series->setVisible(models::hasFigures(content()));
}

Callout LineChart::calloutOf(qsizetype month) const
{
    const QList<models::ChartPoint> &points = content().series.first().points;
    const qint64 minor = points.at(month).minor;
    Callout callout{models::monthAndYear(points.at(month).month),
                    models::moneyText({minor, content().currency}),
                    {}};
    if (month == 0)
        return callout;
    const qint64 before = points.at(month - 1).minor;
    const qint64 change = minor - before;
    const QString earlier = QLocale().standaloneMonthName(points.at(month - 1).month.month());
    if (change == 0) {
        callout.lines.append({tr("as at the end of %1", "month").arg(earlier), {}, {}, {}});
        return callout;
    }
    const double share = static_cast<double>(change) / static_cast<double>(before);
    const QString size = before > 0 ? tr("%1 %").arg(models::decimalText(std::abs(share) * 100))
                                    : models::moneyText({std::abs(change), content().currency});
    const StatusColor tone = change > 0 ? StatusColor::Green : StatusColor::Red;
    callout.lines.append({tr("%1 vs. %2", "change, earlier month").arg(size, earlier),
                          {},
                          theme().status(tone).icon,
                          change > 0 ? "arrow-up"_L1 : "arrow-down"_L1});
    return callout;
}

/// The line itself, in steps small enough that a callout cannot slip between them.
QList<QPointF> LineChart::obstacles() const
{
    constexpr int steps = 8;
    QList<QPointF> points;
    for (qsizetype month = 1; month < months(); ++month) {
        const QPointF from = pointOf(month - 1, valueOf(month - 1));
        const QPointF to = pointOf(month, valueOf(month));
        for (int step = 0; step <= steps; ++step)
            points.append(from + (to - from) * step / steps);
    }
    return points;
}

void LineChart::paintPoint(QPainter &painter, qsizetype month, bool isRinged) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Role::Base), isRinged ? 2.5 : 2));
    painter.setBrush(lineColor(theme()));
    const double radius = isRinged ? 5.5 : 5;
    painter.drawEllipse(pointOf(month, valueOf(month)), radius, radius);
    painter.restore();
}

void LineChart::paintMarks(QPainter &painter) const
{
    const qsizetype last = months() - 1;
    paintPoint(painter, last, false);
    if (chosenMonth() >= 0)
        paintPoint(painter, chosenMonth(), true);
    const QFont font = theme().font(TextSize::Small, Weight::Strong);
    const QPointF end = pointOf(last, valueOf(last));
    const QString text =
        models::shortFigureText(content().series.first().points.last().minor, content().currency);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 2;
    // Inside the plot at its end; above the point and the piece of line that leads to it, or below.
    const double left = std::clamp(end.x() - width / 2, plot().left(), plot().right() - width);
    double highest = end.y();
    double lowest = end.y();
    const QList<QPointF> line = obstacles();
    for (const QPointF &point : line) {
        if (point.x() < left - 4 || point.x() > left + width + 4)
            continue;
        highest = std::min(highest, point.y());
        lowest = std::max(lowest, point.y());
    }
    const double above = highest - 12;
    const double base = above > plot().top() + 6 ? above : lowest + 22;
    draw::text(painter, {left, 0, width, 1}, std::round(base), text,
               {font, theme().color(Role::Text), draw::Side::Center});
}

} // namespace ui
