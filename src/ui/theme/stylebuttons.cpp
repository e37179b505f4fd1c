// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/theme/kind.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QIcon>
#include <QPainter>
#include <QStyleOption>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int wholeIcon = 16;
constexpr int smallIcon = 14;
constexpr int iconGap = 6;
constexpr double radius = 6;

struct ButtonLook
{
    QColor fill; ///< Invalid: none.
    QColor line;
    QColor word;
};

ButtonLook filled(const Theme &theme, Role rest, Role hover, Role on, QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return {theme.color(Role::Track), {}, theme.color(Role::Off)};
    const bool isOver =
        state.testFlag(QStyle::State_MouseOver) || state.testFlag(QStyle::State_Sunken);
    return {theme.color(isOver ? hover : rest), {}, theme.color(on)};
}

ButtonLook outlined(const Theme &theme, const QColor &word, QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return {theme.color(Role::Base), theme.color(Role::Control), theme.color(Role::Off)};
    const bool isOver = state.testFlag(QStyle::State_MouseOver)
        || state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On);
    return {theme.color(isOver ? Role::Hover : Role::Base), theme.color(Role::Control), word};
}

ButtonLook bare(const Theme &theme, Role word, QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return {{}, {}, theme.color(Role::Off)};
    const bool isOver = state.testFlag(QStyle::State_MouseOver)
        || state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On);
    return {isOver ? theme.color(Role::Hover) : QColor(), {}, theme.color(word)};
}

ButtonLook lookOf(const Theme &theme, ButtonKind kind, QStyle::State state)
{
    switch (kind) {
    case ButtonKind::Plain:
        return outlined(theme, theme.color(Role::Text), state);
    case ButtonKind::Primary:
        return filled(theme, Role::Fill, Role::FillHover, Role::OnFill, state);
    case ButtonKind::Danger:
        return filled(theme, Role::Danger, Role::DangerHover, Role::OnDanger, state);
    case ButtonKind::DangerPlain:
        return outlined(theme, theme.status(StatusColor::Red).word, state);
    case ButtonKind::Ghost:
        return bare(theme, Role::Text2, state);
    case ButtonKind::Link:
        return bare(theme, Role::Accent, state);
    }
    return {};
}

/// Inside the button's own rectangle: there is no room around it.
void drawButtonFocus(QPainter &painter, const Theme &theme, const QRectF &rect, ButtonKind kind)
{
    const bool isFilled = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    if (isFilled) {
        draw::box(painter, rect, radius, {}, theme.color(Role::Accent));
        draw::box(painter, rect.adjusted(1, 1, -1, -1), radius - 1, {}, theme.color(Role::Base), 2);
        return;
    }
    QColor glow = theme.color(Role::Accent);
    draw::box(painter, rect, radius, {}, glow);
    glow.setAlphaF(0.27F);
    draw::box(painter, rect.adjusted(1, 1, -1, -1), radius - 1, {}, glow, 2);
}

bool hasVisibleFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

} // namespace

void Style::drawButtonBox(const QStyleOption &option, QPainter &painter,
                          const QWidget *widget) const
{
    const ButtonKind kind = kindOf(widget);
    const ButtonLook look = lookOf(m_theme, kind, option.state);
    if (look.fill.isValid() || look.line.isValid())
        draw::box(painter, option.rect, radius, look.fill, look.line);
    if (hasVisibleFocus(option))
        drawButtonFocus(painter, m_theme, option.rect, kind);
}

void Style::drawButtonLabel(const QStyleOptionButton &option, QPainter &painter,
                            const QWidget *widget) const
{
    const ButtonKind kind = kindOf(widget);
    const ButtonLook look = lookOf(m_theme, kind, option.state);
    const bool isRtl = option.direction == Qt::RightToLeft;
    const QFont font = widget ? widget->font() : m_theme.font(TextSize::Body, Weight::Medium);
    const QFontMetricsF metrics(font);
    const QString words = QString(option.text).remove(u'&');
    const bool hasIcon = !option.icon.isNull();
    const double iconSide = isSmall(widget) ? smallIcon : wholeIcon;
    const bool hasMenu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const double wordWidth = words.isEmpty() ? 0 : std::ceil(metrics.horizontalAdvance(words));
    double content = wordWidth + (hasIcon ? iconSide : 0) + (hasMenu ? iconGap + 12 : 0);
    if (hasIcon && !words.isEmpty())
        content += iconGap;
    const QRectF rect(option.rect);
    double x = std::round(rect.left() + std::max(4.0, (rect.width() - content) / 2));
    const double middle = rect.center().y();
    painter.setLayoutDirection(option.direction);
    if (hasIcon) {
        const QRectF at =
            draw::mirrored({x, middle - iconSide / 2.0, iconSide, iconSide}, rect, isRtl);
        const bool isOnFill = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
        const bool isEnabled = option.state.testFlag(State_Enabled);
        const bool isOwnColor = isOnFill || kind == ButtonKind::DangerPlain;
        if (isOwnColor && isEnabled) // the words' colour, whatever role the icon has
            paintIcon(painter, at, QLatin1StringView(option.icon.name().toLatin1().constData()),
                      look.word, isRtl);
        else
            option.icon.paint(&painter, at.toRect(), Qt::AlignCenter,
                              isEnabled ? QIcon::Normal : QIcon::Disabled);
        x += iconSide + iconGap;
    }
    const QRectF wordRect = draw::mirrored({x, rect.top(), wordWidth, rect.height()}, rect, isRtl);
    draw::text(painter, wordRect, draw::baseline(painter, m_theme, rect), words,
               {font, look.word, draw::Side::Leading});
    if (hasMenu)
        paintIcon(painter,
                  draw::mirrored({x + wordWidth + iconGap, middle - 6, 12, 12}, rect, isRtl),
                  "chevron-down"_L1, look.word);
}

void Style::drawToolButton(const QStyleOptionToolButton &option, QPainter &painter,
                           const QWidget *widget) const
{
    QStyleOptionButton button;
    button.QStyleOption::operator=(option);
    button.state.setFlag(State_On, option.state.testFlag(State_On));
    button.text = option.toolButtonStyle == Qt::ToolButtonIconOnly ? QString() : option.text;
    button.icon = option.icon;
    button.iconSize = option.iconSize;
    drawButtonBox(button, painter, widget);
    drawButtonLabel(button, painter, widget);
}

void Style::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const QRectF rect(option.rect);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    if (!option.state.testFlag(State_On))
        return draw::box(painter, rect, rect.width() / 2, m_theme.color(Role::FieldFill),
                         m_theme.color(isEnabled ? Role::Field : Role::Control));
    draw::box(painter, rect, rect.width() / 2, m_theme.color(isEnabled ? Role::Fill : Role::Off));
    draw::box(painter, rect.adjusted(4.5, 4.5, -4.5, -4.5), rect.width() / 2,
              m_theme.color(Role::OnFill));
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (static_cast<int>(type)) {
    case CT_PushButton:
    case CT_ToolButton: {
        const int height = isSmall(widget) ? metrics::smallButton : metrics::button;
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool isIconOnly = button ? button->text.isEmpty()
                                       : tool && tool->toolButtonStyle == Qt::ToolButtonIconOnly;
        if (isIconOnly)
            return {height, height};
        const QString words = QString(button     ? button->text
                                          : tool ? tool->text
                                                 : QString())
                                  .remove(u'&');
        const bool hasIcon = button ? !button->icon.isNull() : tool && !tool->icon.isNull();
        const bool hasMenu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const int iconSide = isSmall(widget) ? smallIcon : wholeIcon;
        const int side = kindOf(widget) == ButtonKind::Link ? 6 : 12;
        const QFontMetricsF metrics(widget ? widget->font() : m_theme.font(TextSize::Body));
        const int wide = static_cast<int>(std::ceil(metrics.horizontalAdvance(words)));
        return {wide + 2 * side + (hasIcon ? iconSide + iconGap : 0) + (hasMenu ? 18 : 0), height};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {size.width() + 2 * (metrics::focusRing + 9) + (type == CT_LineEdit ? 0 : 22),
                metrics::field + 2 * metrics::focusRing};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item);
        break;
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(base.height(), metrics::row)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

} // namespace ui
