// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording.h"
#include "ui/shell/sidebar.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

NavItem::NavItem(const Theme &theme, const PageFace &face)
    : m_theme(theme)
    , m_face(face)
{
    setObjectName(QStringLiteral("nav.") + face.id);
    setFixedHeight(30);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setText(face.title);
    rename();
}

void NavItem::setCount(std::optional<NavCount> count)
{
    m_count = count;
    rename();
    update();
}

void NavItem::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    setAccessibleDescription(isCurrent ? tr("Current page") : QString());
    update();
}

void NavItem::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    rename();
    update();
}

/// The number is part of the name: a dot or a colour says nothing to a screen reader.
void NavItem::rename()
{
    const QString name = m_count
        ? tr("%1, %2", "page, count").arg(m_face.title, models::countText(m_count->number))
        : m_face.title;
    setAccessibleName(name);
    setToolTip(m_isNarrow ? name : QString());
}

void NavItem::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QAbstractButton::keyPressEvent(event);
}

void NavItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    if (m_isCurrent || underMouse())
        draw::box(painter, all, 6, m_theme.color(m_isCurrent ? Role::NavCurrent : Role::Hover));
    if (hasFocus())
        draw::box(painter, all, 6, {}, m_theme.color(Role::Accent), 2);
    const double iconLeft = m_isNarrow ? (all.width() - 16) / 2 : 9;
    const QRectF sign = draw::mirrored({iconLeft, 7, 16, 16}, all, isRtl);
    paintIcon(painter, sign, m_face.icon, m_theme.color(m_isCurrent ? Role::Accent : Role::Text2),
              isRtl);
    if (m_isNarrow) {
        if (m_count && m_count->tone) {
            const QRectF dot = draw::mirrored({iconLeft + 13, 4, 7, 7}, all, isRtl);
            draw::box(painter, dot, 3.5, m_theme.status(*m_count->tone).icon);
        }
        return;
    }
    const QRectF words = draw::mirrored(all.adjusted(35, 0, -44, 0), all, isRtl);
    const Weight weight = m_isCurrent ? Weight::Strong : Weight::Medium;
    draw::text(painter, words, draw::baseline(painter, m_theme, all), m_face.title,
               {m_theme.font(TextSize::Body, weight),
                m_theme.color(m_isCurrent ? Role::Text : Role::Text2), draw::Side::Leading});
    paintCount(painter, all);
}

void NavItem::paintCount(QPainter &painter, const QRectF &rect) const
{
    if (!m_count)
        return;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QString figure = models::countText(m_count->number);
    if (m_count->tone) {
        const QPointF trailing(isRtl ? rect.left() + 6 : rect.right() - 6, rect.center().y());
        draw::pill(painter, m_theme, trailing, figure, *m_count->tone, isRtl);
        return;
    }
    const QRectF figures = draw::mirrored(rect.adjusted(40, 0, -8, 0), rect, isRtl);
    draw::figures(
        painter, m_theme, figures, draw::baseline(painter, m_theme, rect), figure,
        {m_theme.font(TextSize::Small), m_theme.color(Role::Text3), draw::Side::Trailing});
}

} // namespace ui
