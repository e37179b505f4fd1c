// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>

class QPainter;

namespace ui {

/// A line without axes, its last point marked. From right to left, time runs that way too.
void paintSparkline(QPainter &painter, const QRectF &rect, const QList<double> &values,
                    const QColor &color, bool isRightToLeft);

} // namespace ui
