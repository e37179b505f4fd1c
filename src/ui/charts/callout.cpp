// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/callout.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double padding = 10;
constexpr double lineHeight = 17;
constexpr double lead = 14; ///< Swatch or icon, and the gap behind it.
constexpr double distance = 12;
constexpr double columnGap = 14;

struct Fonts
{
    explicit Fonts(const Theme &theme)
        : small(theme.font(TextSize::Status))
        , strong(theme.font(TextSize::Small, Weight::Strong))
    {
    }
    QFont small;
    QFont strong;
};

double widthOf(const QString &text, const QFont &font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

bool hasLead(const Callout::Line &line)
{
    return line.swatch.isValid() || !line.icon.isEmpty();
}

QSizeF sizeOf(const Callout &callout, const Fonts &fonts)
{
    double width =
        std::max(widthOf(callout.title, fonts.small), widthOf(callout.figure, fonts.strong));
    for (const Callout::Line &line : callout.lines) {
        double own = (hasLead(line) ? lead : 0) + widthOf(line.text, fonts.small);
        if (!line.value.isEmpty())
            own += columnGap + widthOf(line.value, fonts.small);
        width = std::max(width, own);
    }
    const double lines = 2 + static_cast<double>(callout.lines.size());
    return {std::ceil(width) + 2 * padding + 2, lines * lineHeight + 14};
}

void paintLine(QPainter &painter, const Theme &theme, const Callout::Line &line, const QRectF &room,
               const Fonts &fonts)
{
    const bool isRtl = painter.layoutDirection() == Qt::RightToLeft;
    const double base = std::round(room.center().y() + QFontMetricsF(fonts.small).capHeight() / 2);
    QRectF words = room;
    if (hasLead(line)) {
        const QRectF mark(room.left(), room.center().y() - 4, 8, 8);
        const QRectF placed = draw::mirrored(mark, room, isRtl);
        if (line.icon.isEmpty())
            draw::box(painter, placed, 2, line.swatch);
        else
            paintIcon(painter, placed.adjusted(-2, -2, 2, 2), line.icon,
                      line.swatch.isValid() ? line.swatch : theme.color(Role::Text2), isRtl);
        words = draw::mirrored(room.adjusted(lead, 0, 0, 0), room, isRtl);
    }
    const QColor color = theme.color(Role::Text2);
    draw::text(painter, words, base, line.text, {fonts.small, color, draw::Side::Leading});
    if (!line.value.isEmpty())
        draw::figures(painter, theme, words, base, line.value,
                      {fonts.small, theme.color(Role::Text), draw::Side::Trailing});
}

/// Above and before the month where nothing is in the way, as one reads.
QRectF placed(const QSizeF &size, double x, const QRectF &room, const QList<QPointF> &points)
{
    const double before = x - distance - size.width();
    const double behind = x + distance;
    const double low = std::max(room.top(), room.bottom() - size.height() - 6);
    const bool isLate = x - room.left() > room.right() - x;
    QRectF best;
    qsizetype fewest = points.size() + 1;
    for (const double y : {room.top(), low}) {
        for (const double left : {isLate ? before : behind, isLate ? behind : before}) {
            const double inside =
                std::clamp(left, room.left(), std::max(room.left(), room.right() - size.width()));
            const QRectF box(std::round(inside), std::round(y), size.width(), size.height());
            const QRectF zone = box.adjusted(-4, -4, 4, 4);
            const qsizetype covered = std::ranges::count_if(
                points, [&zone](const QPointF &point) { return zone.contains(point); });
            if (covered < fewest) {
                fewest = covered;
                best = box;
            }
        }
    }
    return best;
}

} // namespace

QString Callout::inWords() const
{
    QStringList words{title, figure};
    for (const Line &line : lines)
        words += line.value.isEmpty() ? line.text : line.text + u' ' + line.value;
    return words.join(u", "_s);
}

void paintCallout(QPainter &painter, const Theme &theme, const Callout &callout, double x,
                  const QRectF &room, const QList<QPointF> &points)
{
    const Fonts fonts(theme);
    const QRectF box = placed(sizeOf(callout, fonts), x, room, points);
    draw::box(painter, box, 6, theme.color(Role::Raised), theme.color(Role::Control));
    QRectF row(box.left() + padding, box.top() + 7, box.width() - 2 * padding, lineHeight);
    const auto baseline = [&row](const QFont &font) {
        return std::round(row.center().y() + QFontMetricsF(font).capHeight() / 2);
    };
    draw::text(painter, row, baseline(fonts.small), callout.title,
               {fonts.small, theme.color(Role::Text2), draw::Side::Leading});
    row.translate(0, lineHeight);
    draw::text(painter, row, baseline(fonts.strong), callout.figure,
               {fonts.strong, theme.color(Role::Text), draw::Side::Leading});
    for (const Callout::Line &line : callout.lines) {
        row.translate(0, lineHeight);
        paintLine(painter, theme, line, row, fonts);
    }
}

} // namespace ui
