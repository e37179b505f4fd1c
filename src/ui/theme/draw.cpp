// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/draw.h"

#include "ui/theme/textcache.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::draw {
namespace {

bool isRightToLeft(const QPainter &painter)
{
    return painter.layoutDirection() == Qt::RightToLeft;
}

/// The left edge of something `width` wide on its side of the rectangle.
double leftOf(const QRectF &rect, double width, Side side, bool isRtl)
{
    const bool isLeft = side == Side::Left || (side == Side::Leading && !isRtl)
        || (side == Side::Trailing && isRtl);
    if (side == Side::Center)
        return rect.left() + (rect.width() - width) / 2;
    return isLeft ? rect.left() : rect.right() - width;
}

/// Draws without the painter's own idea of direction: a text's direction is its own.
void place(QPainter &painter, const QPointF &at, const QString &text, const TextStyle &style)
{
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setFont(style.font);
    painter.setPen(style.color);
    painter.drawText(at, text);
    painter.setLayoutDirection(before);
}

} // namespace

void box(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
         const QColor &line, double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasLine = line.isValid() && line.alpha() > 0;
    const double inset = hasLine ? lineWidth / 2 : 0;
    painter.setPen(hasLine ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset,
                            radius - inset);
    painter.restore();
}

void focusRing(QPainter &painter, const Theme &theme, const QRectF &rect, double radius,
               bool isError)
{
    const QColor line = isError ? theme.status(StatusColor::Red).icon : theme.color(Role::Accent);
    QColor glow = line;
    glow.setAlphaF(0.27F);
    box(painter, rect.adjusted(-2, -2, 2, 2), radius + 2, {}, glow, 3);
    box(painter, rect, radius, {}, line);
}

void hairline(QPainter &painter, const QRectF &rect, Qt::Edge edge, const QColor &color)
{
    QRectF line = rect;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(1);
        break;
    case Qt::BottomEdge:
        line.setTop(rect.bottom() - 1);
        break;
    case Qt::LeftEdge:
        line.setWidth(1);
        break;
    case Qt::RightEdge:
        line.setLeft(rect.right() - 1);
        break;
    }
    painter.fillRect(line, color);
}

double baseline(const QPainter &painter, const Theme &theme, const QRectF &row)
{
    const QFontMetricsF body(theme.font(TextSize::Body));
    const double ratio = painter.device()->devicePixelRatioF();
    return std::round((row.center().y() + body.capHeight() / 2) * ratio) / ratio;
}

double text(QPainter &painter, const QRectF &rect, double baseline, const QString &text,
            const TextStyle &style)
{
    const QFontMetricsF metrics(style.font);
    const QString shown = metrics.horizontalAdvance(text) > rect.width() + 0.5
        ? metrics.elidedText(text, Qt::ElideRight, rect.width())
        : text;
    const double width = metrics.horizontalAdvance(shown);
    const double left = leftOf(rect, width, style.side, isRightToLeft(painter));
    place(painter, {left, baseline}, shown, style);
    return width;
}

double text(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
            const QString &text, const TextStyle &style)
{
    if (text.isEmpty() || rect.width() < 1)
        return 0;
    const TextCache::Line &line = theme.textCache().line(style.font, text, rect.width());
    const double left = leftOf(rect, line.width, style.side, isRightToLeft(painter));
    painter.setPen(style.color);
    line.layout.draw(&painter, {left - line.left, baseline - line.ascent});
    return line.width;
}

double figuresWidth(const Theme &theme, const QString &text, const QFont &font)
{
    if (theme.hasTabularDigits())
        return QFontMetricsF(font).horizontalAdvance(text);
    const TextCache::Figures &figures = theme.textCache().figures(font, text);
    return figures.isComplete ? figures.width : QFontMetricsF(font).horizontalAdvance(text);
}

void figures(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
             const QString &text, const TextStyle &style)
{
    const TextCache::Figures &known = theme.textCache().figures(style.font, text);
    if (theme.hasTabularDigits() || !known.isComplete) {
        draw::text(painter, theme, rect, baseline, text, style);
        return;
    }
    const double x = leftOf(rect, known.width, style.side, isRightToLeft(painter));
    painter.setPen(style.color);
    painter.drawGlyphRun({x, baseline}, known.run);
}

void shadow(QPainter &painter, const Theme &theme, const QRectF &rect, double radius, int reach)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor deep = theme.color(Role::Shadow);
    // Layers on layers: each adds little, more of them lie near the edge.
    for (int step = reach; step > 0; --step) {
        const double near = 1.0 - static_cast<double>(step) / (reach + 1);
        QColor layer = deep;
        layer.setAlphaF(static_cast<float>(deep.alphaF() * near * near * 2 / reach));
        painter.setBrush(layer);
        const QRectF cast = rect.adjusted(-step, -step + 3, step, step + 3);
        painter.drawRoundedRect(cast, radius + step, radius + step);
    }
    painter.restore();
}

QRectF mirrored(const QRectF &rect, const QRectF &within, bool isRightToLeft)
{
    if (!isRightToLeft)
        return rect;
    return {within.right() - (rect.right() - within.left()), rect.top(), rect.width(),
            rect.height()};
}

} // namespace ui::draw
