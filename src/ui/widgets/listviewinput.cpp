// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/listview.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

void ListView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    if (event->matches(QKeySequence::SelectAll)) {
        m_model.setAllChecked(!m_model.checked().isAll(m_model.totals()));
    } else if (event->matches(QKeySequence::Copy)) {
        event->ignore(); // an action copies rows; a table would copy a cell
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

void ListView::goToRow(int row)
{
    moveTo(row);
    scrollTo(currentIndex(), PositionAtCenter); // with its neighbours
}

void ListView::toggleTick(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
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
        if (!m_currentId.isNull())
            showMenu(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
        return;
    }
    const int row = rowAt(viewport()->mapFromGlobal(event->globalPos()).y());
    if (row < 0)
        return;
    moveTo(row);
    showMenu(event->globalPos());
}

void ListView::showMenu(const QPoint &at)
{
    if (actions().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"rowMenu"_s);
    menu->setAccessibleName(tr("Row"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(at);
}

} // namespace ui
