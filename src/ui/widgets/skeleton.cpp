// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeleton.h"

#include "ui/theme/draw.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/listview.h"

#include <QHeaderView>
#include <QPainter>

namespace ui {

Skeleton::Skeleton(const Theme &theme, const ListView &list, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(list)
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Base));
    const QHeaderView *header = m_list.horizontalHeader();
    for (int row = 0; row * metrics::row < height(); ++row) {
        const QRectF line(0, row * metrics::row, width(), metrics::row);
        draw::hairline(painter, line, Qt::BottomEdge, m_theme.color(Role::Hairline));
        for (int section = 0; section < header->count(); ++section) {
            if (!header->isSectionHidden(section))
                paintBar(painter, section, row);
        }
    }
}

void Skeleton::paintBar(QPainter &painter, int section, int row) const
{
    const QHeaderView *header = m_list.horizontalHeader();
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF whole(header->sectionViewportPosition(section), row * metrics::row,
                       header->sectionSize(section), metrics::row);
    const int lead = m_list.isFirstColumn(section) ? metrics::gutter : metrics::cellPadding;
    const int trail = m_list.isLastColumn(section) ? metrics::gutter : metrics::cellPadding;
    const QRectF inner = draw::mirrored(whole.adjusted(lead, 0, -trail, 0), whole, isRtl);
    const models::ListColumn &column =
        m_list.listModel().columns()[static_cast<std::size_t>(section)];
    // Lengths that vary like text does, the same at every repaint.
    const int varied = (row * row * 31 + row * 17 + section * 53) % 41;
    const double width = inner.width() * (column.isEndAligned ? 0.5 : 0.45) + varied;
    const double length = std::min(inner.width(), width);
    const QRectF bar(column.isEndAligned ? inner.right() - length : inner.left(),
                     whole.center().y() - 5, length, 10);
    draw::box(painter, draw::mirrored(bar, inner, isRtl), 3, m_theme.color(Role::Track));
}

} // namespace ui
