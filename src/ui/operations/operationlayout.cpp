// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/formscroll.h"
#include "ui/operations/operationdialog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

// How an OperationDialog takes its place in the window, and its keys.
namespace ui {

void OperationDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        return DialogFrame::keyPressEvent(event);
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_act->click();
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
    else if (m_keep->isDefault())
        m_keep->click();
    else if (m_act->isDefault())
        m_act->click();
    else
        focusNextChild();
}

void OperationDialog::showEvent(QShowEvent *event)
{
    DialogFrame::showEvent(event);
    fit();
    moveToMiddle();
}

void OperationDialog::settle()
{
    if (!isVisible())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    fit();
    moveToMiddle();
}

void OperationDialog::moveToMiddle()
{
    if (!parentWidget())
        return;
    const QWidget *window = parentWidget()->window();
    const QPoint middle = window->mapToGlobal(window->rect().center());
    move(middle - QPoint(width() / 2, height() / 2 + 6));
}

bool OperationDialog::event(QEvent *event)
{
    const bool isTaken = DialogFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible() && !m_isFitting)
        QMetaObject::invokeMethod(this, &OperationDialog::fit, Qt::QueuedConnection);
    return isTaken;
}

/// As high as its fields need, as long as the window behind it has the room. The top stays where it
/// is while errors come and go; only what would leave the window moves up.
void OperationDialog::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    const QWidget *window = parentWidget() ? parentWidget()->window() : nullptr;
    const QRect room = window ? QRect(window->mapToGlobal(QPoint()), window->size())
                              : screen()->availableGeometry();
    const int wide = layout()->totalMinimumSize().width();
    resize(wide, height());
    layout()->activate();
    const int lowest = layout()->totalMinimumSize().height();
    const int frame = height() - m_scroll->height();
    const int wanted =
        m_scroll->isHidden() ? lowest : frame + m_scroll->heightFor(m_scroll->width());
    resize(wide, std::max(std::min(wanted, room.height()), lowest));
    const int below = geometry().bottom() - room.bottom();
    if (m_scroll->isHidden())
        moveToMiddle(); // only the result is left
    else if (below > 0)
        move(x(), std::max(room.top(), y() - below));
    m_isFitting = false;
}

} // namespace ui
