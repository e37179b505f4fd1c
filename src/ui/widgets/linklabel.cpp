// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linklabel.h"

#include "ui/theme/draw.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace ui {

LinkLabel::LinkLabel(const Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLink(true);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_isLink)
            Q_EMIT activated();
    });
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void LinkLabel::setLink(bool isLink)
{
    m_isLink = isLink;
    setFocusPolicy(isLink ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void LinkLabel::setMono(bool isMono)
{
    m_isMono = isMono;
    updateGeometry();
}

void LinkLabel::setTextStyle(TextSize size, Weight weight)
{
    m_size = size;
    m_weight = weight;
    updateGeometry();
    update();
}

QFont LinkLabel::textFont() const
{
    return m_isMono ? m_theme.mono(m_size) : m_theme.font(m_size, m_weight);
}

QSize LinkLabel::sizeHint() const
{
    return {static_cast<int>(std::ceil(QFontMetricsF(textFont()).horizontalAdvance(text()))) + 1,
            20};
}

QSize LinkLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60), 20};
}

void LinkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    QFont font = textFont();
    font.setUnderline(m_isLink && underMouse());
    const QColor color = m_theme.color(m_isLink ? Role::Accent : Role::Text2);
    draw::text(painter, rect(), draw::baseline(painter, m_theme, rect()), text(),
               {font, isEnabled() ? color : m_theme.color(Role::Off), draw::Side::Leading});
    if (hasFocus())
        draw::box(painter, QRectF(rect()), 4, {}, m_theme.color(Role::Accent));
}

void LinkLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui
