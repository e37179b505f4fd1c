// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/kpicard.h"

#include "ui/charts/chartcolor.h"
#include "ui/charts/sparkline.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr double labelBase = 24;
constexpr double figureBase = 56;
constexpr double changeRow = 66; ///< Top of the line with the change, 20 high.
constexpr double lineWidth = 92;
constexpr double lineTop = 28;
constexpr double lineHeight = 38;
} // namespace

KpiCard::KpiCard(const Theme &theme, QWidget *parent)
    : PaintedButton(theme, parent)
{
}

void KpiCard::setKpi(const models::Kpi &kpi)
{
    if (kpi == m_kpi)
        return;
    m_kpi = kpi;
    setText(kpi.label);
    setAccessibleName(kpi.label);
    setAccessibleDescription(kpi.exact);
    setToolTip(kpi.exact);
    update();
}

void KpiCard::paint(QPainter &painter)
{
    const QRectF all(rect());
    draw::box(painter, all, 8, theme().color(Role::Base),
              theme().color(isLit() ? Role::Control : Role::Border));
    const QRectF room = all.adjusted(metrics::padding, 0, -metrics::padding, 0);
    draw::text(painter, room, labelBase, m_kpi.label,
               {theme().font(TextSize::Small), theme().color(Role::Text2), draw::Side::Leading});
    const double taken = paintFigure(painter, room);
    paintChange(painter, room);
    // Where figure and line would meet, the figure is what one came for.
    if (room.width() - taken > lineWidth + 12) {
        const QRectF line(room.right() - lineWidth, lineTop, lineWidth, lineHeight);
        paintSparkline(painter, draw::mirrored(line, room, isRightToLeft()), m_kpi.line,
                       m_kpi.isLineBad ? QColor::fromRgb(okabeito::vermillion) : lineColor(theme()),
                       isRightToLeft());
    }
    if (hasFocus())
        draw::box(painter, all, 8, {}, theme().color(Role::Accent), 2);
}

double KpiCard::paintFigure(QPainter &painter, const QRectF &room) const
{
    const QFont large = theme().font(TextSize::Figure, Weight::Strong);
    const double width = draw::text(painter, room, figureBase, m_kpi.figure,
                                    {large, theme().color(Role::Text), draw::Side::Leading});
    const QRectF rest = draw::mirrored(room.adjusted(width + 8, 0, 0, 0), room, isRightToLeft());
    const double unit = draw::text(
        painter, rest, figureBase, m_kpi.unit,
        {theme().font(TextSize::Small), theme().color(Role::Text3), draw::Side::Leading});
    return width + 8 + unit;
}

void KpiCard::paintChange(QPainter &painter, const QRectF &room) const
{
    const bool isRtl = isRightToLeft();
    const QRectF row(room.left(), changeRow, room.width(), 20);
    const double base = draw::baseline(painter, theme(), row);
    const bool isCalm = m_kpi.tone == models::Tone::Grey;
    const QColor word = isCalm ? theme().color(Role::Text2) : theme().status(m_kpi.tone).word;
    double x = 0;
    if (m_kpi.arrow != models::Kpi::Arrow::None) {
        const QRectF sign(row.left(), row.center().y() - 7, 14, 14);
        paintIcon(painter, draw::mirrored(sign, room, isRtl),
                  m_kpi.arrow == models::Kpi::Arrow::Up ? "arrow-up"_L1 : "arrow-down"_L1, word);
        x = 18;
    }
    if (!m_kpi.change.isEmpty()) {
        const QFont font = theme().font(TextSize::Small, Weight::Strong);
        x += draw::text(painter, draw::mirrored(row.adjusted(x, 0, 0, 0), room, isRtl), base,
                        m_kpi.change, {font, word, draw::Side::Leading})
            + 6;
    }
    draw::text(painter, draw::mirrored(row.adjusted(x, 0, 0, 0), room, isRtl), base, m_kpi.since,
               {theme().font(TextSize::Small), theme().color(Role::Text2), draw::Side::Leading});
}

} // namespace ui
