// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include <QPainter>

namespace ui {

Page::Page(const Theme &theme, PageFace face, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_face(std::move(face))
{
    setObjectName(m_face.id);
    setAccessibleName(m_face.title);
}

void Page::open(const QString &) { }

void Page::takeFocus()
{
    setFocus(Qt::OtherFocusReason);
    if (!hasFocus())
        focusNextChild();
}

void Page::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
}

} // namespace ui
