// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui {

class Theme;

/// What a chart says of one month when asked: the month, its figure, and lines below.
struct Callout
{
    struct Line
    {
        QString text;
        QString value;          ///< At the trailing edge; empty for none.
        QColor swatch;          ///< A square of the series' colour; invalid for none.
        QLatin1StringView icon; ///< Instead of the swatch.
    };
    QString title;
    QString figure;
    QList<Line> lines;
    [[nodiscard]] QString inWords() const;
};

/// Paints it beside `x`, inside `room`, in the corner where it covers the fewest `points`.
void paintCallout(QPainter &painter, const Theme &theme, const Callout &callout, double x,
                  const QRectF &room, const QList<QPointF> &points);

} // namespace ui
