// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace ui {
namespace {
constexpr double pointRadius = 3;
}

void paintSparkline(QPainter &painter, const QRectF &rect, const QList<double> &values,
                    const QColor &color, bool isRightToLeft)
{
    if (values.size() < 2)
        return;
    const auto [low, high] = std::ranges::minmax(values);
    const QRectF area = rect.adjusted(pointRadius, pointRadius, -pointRadius, -pointRadius);
    const double step = area.width() / static_cast<double>(values.size() - 1);
    QPolygonF line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double share = high > low ? (values.at(i) - low) / (high - low) : 0.5;
        const double along = static_cast<double>(i) * step;
        line.append({isRightToLeft ? area.right() - along : area.left() + along,
                     area.bottom() - share * area.height()});
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, 1.6);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(line.last(), pointRadius, pointRadius);
    painter.restore();
}

} // namespace ui
