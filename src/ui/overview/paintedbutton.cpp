// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/paintedbutton.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

PaintedButton::PaintedButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLeading(true);
}

void PaintedButton::setLeading(bool isLeading)
{
    setFocusPolicy(isLeading ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(isLeading ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool PaintedButton::isLit() const
{
    return underMouse() && focusPolicy() != Qt::NoFocus;
}

void PaintedButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paint(painter);
}

void PaintedButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
