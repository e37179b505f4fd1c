// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plainheader.h"

#include "ui/theme/draw.h"

#include <QPainter>

namespace ui {

PlainHeader::PlainHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setStretchLastSection(true);
    setSectionsMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(60);
    setFixedHeight(metrics::row);
    setAccessibleName(tr("Column headers"));
}

QSize PlainHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), metrics::row};
}

void PlainHeader::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Role::Base));
    draw::hairline(painter, viewport()->rect(), Qt::BottomEdge, m_theme.color(Role::Border));
    painter.end();
    QHeaderView::paintEvent(event);
}

void PlainHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    const bool isTrailing =
        model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()
        & Qt::AlignRight;
    draw::text(*painter, QRectF(rect).adjusted(4, 0, -4, 0),
               draw::baseline(*painter, m_theme, rect),
               model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString(),
               {m_theme.font(TextSize::Small, Weight::Medium), m_theme.color(Role::Text2),
                isTrailing ? draw::Side::Trailing : draw::Side::Leading});
    painter->restore();
}

} // namespace ui
