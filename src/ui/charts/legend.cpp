// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend.h"

#include "ui/charts/chartcolor.h"
#include "ui/theme/draw.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr double swatch = 8;
constexpr double swatchGap = 6;
constexpr double entryGap = 16;
constexpr int lineHeight = 16; ///< A title's: beside one it moves nothing.
} // namespace

Legend::Legend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(lineHeight);
    setAccessibleName(tr("Legend"));
    connect(&theme, &Theme::changed, this, &Legend::takeHeight);
}

void Legend::setSeries(const QList<models::ChartSeries> &series)
{
    QList<Entry> entries;
    QStringList titles;
    for (const models::ChartSeries &one : series) {
        entries.append({one.id, one.title});
        titles += one.title;
    }
    if (entries == m_entries)
        return;
    m_entries = entries;
    setAccessibleDescription(titles.join(u", "_s));
    takeHeight();
    update();
}

void Legend::setTrailing(bool isTrailing)
{
    m_isTrailing = isTrailing;
    update();
}

double Legend::widthOf(const Entry &entry) const
{
    return swatch + swatchGap
        + QFontMetricsF(m_theme.font(TextSize::Small)).horizontalAdvance(entry.title);
}

double Legend::oneLine() const
{
    double width = 0;
    for (const Entry &entry : m_entries)
        width += widthOf(entry) + entryGap;
    return std::max(0.0, width - entryGap);
}

QSize Legend::sizeHint() const
{
    return {static_cast<int>(std::ceil(oneLine())) + 1, lineHeight};
}

QSize Legend::minimumSizeHint() const
{
    return {40, lineHeight};
}

int Legend::linesFor(int width) const
{
    double x = 0;
    int lines = 1;
    for (const Entry &entry : m_entries) {
        if (x > 0 && x + widthOf(entry) > width) {
            ++lines;
            x = 0;
        }
        x += widthOf(entry) + entryGap;
    }
    return lines;
}

/// Its height follows its width by itself: height-for-width in a card would make the whole page's
/// height follow, and charts would no longer shrink.
void Legend::takeHeight()
{
    setFixedHeight(linesFor(std::max(width(), 1)) * lineHeight);
    updateGeometry();
}

void Legend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    takeHeight();
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    painter.setLayoutDirection(layoutDirection());
    const QFont font = m_theme.font(TextSize::Small);
    const QRectF all(rect());
    double x = m_isTrailing ? std::max(0.0, width() - oneLine()) : 0;
    double y = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (x > 0 && x + widthOf(entry) > width() + 0.5) {
            x = 0;
            y += lineHeight;
        }
        const QRectF mark(x, y + (lineHeight - swatch) / 2, swatch, swatch);
        draw::box(painter, draw::mirrored(mark, all, isRtl), 2, seriesColor(m_theme, entry.id));
        const QRectF words(x + swatch + swatchGap, y, widthOf(entry), lineHeight);
        draw::text(painter, draw::mirrored(words, all, isRtl),
                   draw::baseline(painter, m_theme, words), entry.title,
                   {font, m_theme.color(Role::Text2), draw::Side::Leading});
        x += widthOf(entry) + entryGap;
    }
}

} // namespace ui
