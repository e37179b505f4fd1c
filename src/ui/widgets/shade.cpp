// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shade.h"

#include <QEvent>
#include <QPainter>

namespace ui {

Shade::Shade(const Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
{
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
    show();
}

void Shade::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Shade));
}

bool Shade::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
