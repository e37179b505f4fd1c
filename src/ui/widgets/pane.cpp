// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pane.h"

#include "ui/theme/draw.h"

#include <QPainter>

namespace ui {

Pane::Pane(const Theme &theme, Role ground, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ground(ground)
    , m_lines(lines)
{
}

void Pane::setGround(Role ground, Role line)
{
    m_ground = ground;
    m_line = line;
    update();
}

void Pane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_ground));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    for (const Qt::Edge edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge}) {
        Qt::Edge drawn = edge;
        if (isRtl && edge == Qt::LeftEdge)
            drawn = Qt::RightEdge;
        else if (isRtl && edge == Qt::RightEdge)
            drawn = Qt::LeftEdge;
        if (m_lines.testFlag(edge))
            draw::hairline(painter, rect(), drawn, m_theme.color(m_line));
    }
}

} // namespace ui
