// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include "ui/theme/draw.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace ui {
namespace {

draw::Side sideOf(Qt::Alignment alignment)
{
    const bool isAbsolute = alignment.testFlag(Qt::AlignAbsolute);
    if (alignment & Qt::AlignHCenter)
        return draw::Side::Center;
    if (alignment & Qt::AlignRight)
        return isAbsolute ? draw::Side::Right : draw::Side::Trailing;
    return isAbsolute ? draw::Side::Left : draw::Side::Leading;
}

} // namespace

TextLabel::TextLabel(const Theme &theme, const QString &text, LabelStyle style, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    follow();
    connect(&theme, &Theme::changed, this, &TextLabel::follow);
}

void TextLabel::setStyle(LabelStyle style)
{
    m_style = style;
    follow();
}

void TextLabel::setStatus(std::optional<StatusColor> status)
{
    m_status = status;
    follow();
}

void TextLabel::setElided(bool isElided)
{
    m_isElided = isElided;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_isElided ? QSize(24, hint.height()) : hint;
}

/// QLabel aligns by the text's direction; here the layout's counts, also for "Brno s.r.o." in an
/// Arabic window.
void TextLabel::paintEvent(QPaintEvent *event)
{
    if (wordWrap())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QFontMetricsF metrics(font());
    const QRectF room(contentsRect());
    double base = std::round(room.center().y() + metrics.capHeight() / 2);
    if (alignment() & Qt::AlignBottom)
        base = std::round(room.bottom() - metrics.descent());
    else if (alignment() & Qt::AlignTop)
        base = std::round(room.top() + metrics.ascent());
    draw::text(painter, room, base, text(),
               {font(), palette().color(foregroundRole()), sideOf(alignment())});
    const bool isCut = metrics.horizontalAdvance(text()) > room.width() + 0.5;
    if (m_isElided && toolTip().isEmpty() == isCut)
        setToolTip(isCut ? text() : QString());
}

void TextLabel::follow()
{
    setFont(m_style.isMono ? m_theme.mono(m_style.size)
                           : m_theme.font(m_style.size, m_style.weight));
    QPalette palette;
    const QColor color = m_status ? m_theme.status(*m_status).word : m_theme.color(m_style.role);
    // A label inside a line edit inherits the role Text.
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    setPalette(palette);
}

Paragraph::Paragraph(const Theme &theme, const QString &text, LabelStyle style, QWidget *parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Paragraph::setStyle(LabelStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void Paragraph::setStatus(std::optional<StatusColor> status)
{
    m_status = status;
    update();
}

void Paragraph::setLineHeight(int pixels)
{
    m_lineHeight = pixels;
    updateGeometry();
}

QFont Paragraph::textFont() const
{
    return m_theme.font(m_style.size, m_style.weight);
}

/// The height of the text at this width; draws it with a painter.
int Paragraph::layOut(int width, QPainter *painter) const
{
    QTextLayout layout(text(), textFont());
    QTextOption option(alignment() & Qt::AlignHorizontal_Mask);
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    if (!(alignment() & Qt::AlignHCenter) && layoutDirection() == Qt::RightToLeft)
        option.setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    layout.setTextOption(option);
    const double scaled = textFont().pixelSize() * 1.45;
    const double pitch = m_lineHeight > 0 ? m_lineHeight : std::round(scaled);
    const QFontMetricsF metrics(textFont());
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + std::round((pitch - metrics.height()) / 2)});
        y += pitch;
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, contentsRect().topLeft());
    return static_cast<int>(std::ceil(y));
}

int Paragraph::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return layOut(width - margins.left() - margins.right(), nullptr) + margins.top()
        + margins.bottom();
}

QSize Paragraph::sizeHint() const
{
    const double wide = QFontMetricsF(textFont()).horizontalAdvance(text());
    const int width = static_cast<int>(std::ceil(std::min(wide + 1, 420.0)));
    return {width, heightForWidth(width)};
}

QSize Paragraph::minimumSizeHint() const
{
    return {40, std::max(minimumHeight(), 16)};
}

void Paragraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_status ? m_theme.status(*m_status).word : m_theme.color(m_style.role));
    layOut(contentsRect().width(), &painter);
}

void Paragraph::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    const int needed = heightForWidth(width());
    if (needed != minimumHeight())
        setMinimumHeight(needed);
}

bool Paragraph::event(QEvent *event)
{
    // setText() ends in an update request of the layout: take the new height with it.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Polish)
        setMinimumHeight(width() > 0 && isVisible() ? heightForWidth(width()) : 0);
    return QLabel::event(event);
}

} // namespace ui
