// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frozencolumn.h"

#include "ui/theme/theme.h"
#include "ui/widgets/listheader.h"
#include "ui/widgets/listview.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace ui {

FrozenColumn::FrozenColumn(ListView &list)
    : QWidget(&list)
    , m_list(list)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void FrozenColumn::place()
{
    const bool isScrolled = m_list.horizontalScrollBar()->value() > 0;
    if (!isScrolled)
        return hide();
    const int width = m_list.columnWidth(0);
    const QRect view = m_list.viewport()->geometry().adjusted(0, -metrics::row, 0, 0);
    const bool isRtl = m_list.layoutDirection() == Qt::RightToLeft;
    setGeometry(isRtl ? view.right() + 1 - width : view.left(), view.top(), width, view.height());
    show();
    raise();
    update();
}

/// The list's own delegate draws the cells, at the list's own heights.
void FrozenColumn::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionViewItem option;
    option.initFrom(this);
    const models::ListTableModel &model = m_list.listModel();
    const int last = m_list.rowAt(height() - metrics::row - 1);
    const int end = last >= 0 ? last : model.rowCount() - 1;
    painter.fillRect(rect(), palette().color(QPalette::Base));
    for (int row = std::max(0, m_list.rowAt(0)); row <= end; ++row) {
        option.rect = QRect(0, metrics::row + m_list.rowViewportPosition(row), width(),
                            m_list.rowHeight(row));
        m_list.itemDelegate()->paint(&painter, option, model.index(row, 0));
    }
    // Last, over the row that is partly scrolled away.
    static_cast<const ListHeader *>(m_list.horizontalHeader())
        ->paintFirst(painter, QRect(0, 0, width(), metrics::row));
    painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? 0 : width() - 1, 0, 1, height()),
                     palette().color(QPalette::Mid));
}

} // namespace ui
