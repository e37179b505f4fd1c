// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/listview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace ui {

void ListView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (event->matches(QKeySequence::SelectAll)) {
        m_model.setAllChecked(!m_model.checked().isAll(m_model.totals()));
    } else if (event->matches(QKeySequence::Copy)) {
        copyRow(row);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!m_currentId.isNull())
            Q_EMIT rowActivated(m_currentId);
    } else if (event->key() == Qt::Key_Space) {
        toggleTick(row);
    } else if (m_leftPlace >= 0 && event->key() == Qt::Key_Down) {
        moveTo(std::min(m_leftPlace, m_model.rowCount() - 1)); // the one that took its place
    } else if (m_leftPlace >= 0 && event->key() == Qt::Key_Up) {
        moveTo(std::max(m_leftPlace - 1, 0));
    } else if (event->key() == Qt::Key_Home) {
        moveTo(0); // in a list of records: the first row, not the first column
    } else if (event->key() == Qt::Key_End) {
        moveTo(m_model.rowCount() - 1);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void ListView::moveTo(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const QModelIndex index = m_model.index(row, std::max(0, currentIndex().column()));
    setCurrentIndex(index);
    scrollTo(index);
}

void ListView::toggleTick(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

/// The shown cells, with tabs between them: what a spreadsheet or a mail takes.
void ListView::copyRow(int row) const
{
    if (row < 0)
        return;
    QStringList cells;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!horizontalHeader()->isSectionHidden(column))
            cells.append(m_model.index(row, column).data().toString());
    }
    QApplication::clipboard()->setText(cells.join(u'\t'));
}

bool ListView::isOnTick(const QPoint &at) const
{
    if (isFrozenAt(at.x()))
        return (layoutDirection() == Qt::RightToLeft ? viewport()->width() - at.x() : at.x())
            < ListDelegate::textAfterBox - 4;
    const int column = columnAt(at.x());
    if (column < 0 || !isFirstColumn(column))
        return false;
    const int left = columnViewportPosition(column);
    const int inside =
        layoutDirection() == Qt::RightToLeft ? left + columnWidth(column) - at.x() : at.x() - left;
    return inside < ListDelegate::textAfterBox - 4;
}

void ListView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const int row = rowAt(at.y());
    if (event->button() == Qt::LeftButton && row >= 0 && isOnTick(at)) {
        setFocus(Qt::MouseFocusReason);
        return toggleTick(row);
    }
    QTableView::mousePressEvent(event);
}

void ListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (isOnTick(at))
        return toggleTick(rowAt(at.y())); // a quick second click is a second tick
    if (event->button() == Qt::LeftButton && rowAt(at.y()) >= 0 && !m_currentId.isNull())
        Q_EMIT rowActivated(m_currentId);
}

void ListView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    if (event->buttons() == Qt::NoButton) // dragging would move the current row along
        QTableView::mouseMoveEvent(event);
}

void ListView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void ListView::setHoveredRow(int row)
{
    if (std::exchange(m_hoveredRow, row) != row)
        viewport()->update();
}

void ListView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QPoint at = visualRect(currentIndex()).center();
        if (!m_currentId.isNull())
            Q_EMIT contextMenuRequested(viewport()->mapToGlobal(at), m_currentId);
        return;
    }
    const int row = rowAt(viewport()->mapFromGlobal(event->globalPos()).y());
    if (row < 0)
        return;
    moveTo(row);
    Q_EMIT contextMenuRequested(event->globalPos(), m_model.idAt(row));
}

} // namespace ui
