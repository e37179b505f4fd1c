// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/theme/kind.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double radius = 6;
constexpr int menuSide = 10;
constexpr int menuIconColumn = 24;

QRectF fieldRect(const QRect &rect)
{
    constexpr double ring = metrics::focusRing;
    return QRectF(rect).adjusted(ring, ring, -ring, -ring);
}

} // namespace

void Style::drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const QRectF rect = fieldRect(option.rect);
    const bool isError = isInvalid(widget);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const QColor fill = m_theme.color(isEnabled ? Role::FieldFill : Role::Sunken);
    const QColor line = isError ? m_theme.status(StatusColor::Red).icon
                                : m_theme.color(isEnabled ? Role::Field : Role::Control);
    draw::box(painter, rect, radius, fill, line);
    if (option.state.testFlag(State_HasFocus) || isError)
        draw::focusRing(painter, m_theme, rect, radius, isError);
}

void Style::drawCombo(const QStyleOptionComplex &option, QPainter &painter,
                      const QWidget *widget) const
{
    drawField(option, painter, widget);
    const QRectF rect = fieldRect(option.rect);
    const QRectF arrow = draw::mirrored({rect.right() - 24, rect.center().y() - 7, 14, 14}, rect,
                                        option.direction == Qt::RightToLeft);
    paintIcon(painter, arrow, "chevron-down"_L1,
              m_theme.color(option.state.testFlag(State_Enabled) ? Role::Text2 : Role::Off));
}

void Style::drawComboLabel(const QStyleOption &option, QPainter &painter) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!combo || combo->editable)
        return;
    const QRectF rect = fieldRect(option.rect);
    const QRectF words =
        draw::mirrored(rect.adjusted(8, 0, -28, 0), rect, option.direction == Qt::RightToLeft);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    painter.setLayoutDirection(option.direction);
    draw::text(painter, words, draw::baseline(painter, m_theme, rect), combo->currentText,
               {m_theme.font(TextSize::Body), m_theme.color(isEnabled ? Role::Text : Role::Off),
                draw::Side::Leading});
}

void Style::drawSpin(const QStyleOptionComplex &option, QPainter &painter,
                     const QWidget *widget) const
{
    drawField(option, painter, widget);
    const QColor color =
        m_theme.color(option.state.testFlag(State_Enabled) ? Role::Text2 : Role::Off);
    const QRectF down = subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget);
    const QRectF up = subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget);
    paintIcon(painter, {down.center() - QPointF(5, 5), QSizeF(10, 10)}, "chevron-down"_L1, color);
    painter.save();
    painter.translate(up.center());
    painter.rotate(180);
    paintIcon(painter, {-5, -5, 10, 10}, "chevron-down"_L1, color);
    painter.restore();
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    const QRect all = option->rect;
    const auto visual = [&](const QRect &rect) { return visualRect(option->direction, all, rect); };
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visual(all.adjusted(metrics::focusRing + 1, metrics::focusRing + 1, -30,
                                   -metrics::focusRing - 1));
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return visual(all.adjusted(metrics::focusRing + 5, metrics::focusRing + 1, -26,
                                   -metrics::focusRing - 1));
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown)) {
        const int half = all.height() / 2;
        const bool isUp = part == SC_SpinBoxUp;
        return visual({all.right() - 24, all.top() + (isUp ? 4 : half), 20, half - 4});
    }
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar && part == SC_ScrollBarGroove) {
        // A list's bar starts below its header, which lies in the same widget.
        const int inset = widget ? widget->property("topInset").toInt() : 0;
        return all.adjusted(0, inset, 0, 0);
    }
    if (control == CC_ScrollBar && part == SC_ScrollBarSlider) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const QRect groove = subControlRect(control, option, SC_ScrollBarGroove, widget);
        if (!bar)
            return groove;
        const bool isFlat = bar->orientation == Qt::Horizontal;
        const int length = isFlat ? groove.width() : groove.height();
        const double range = bar->maximum - bar->minimum + std::max(1, bar->pageStep);
        const int slider = std::clamp(static_cast<int>(length * bar->pageStep / range),
                                      std::min(32, length), length);
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                               length - slider, bar->upsideDown);
        return isFlat ? QRect(groove.left() + at, groove.top(), slider, groove.height())
                      : QRect(groove.left(), groove.top() + at, groove.width(), slider);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::drawScrollBar(const QStyleOptionComplex &option, QPainter &painter,
                          const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&option);
    if (!bar || bar->minimum == bar->maximum)
        return;
    const QRectF slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool isActive =
        option.state.testFlag(State_MouseOver) || option.state.testFlag(State_Sunken);
    const bool isFlat = bar->orientation == Qt::Horizontal;
    const QRectF thumb = isFlat ? slider.adjusted(3, 4, -3, -2) : slider.adjusted(4, 4, -2, -4);
    draw::box(painter, thumb, 2.5, m_theme.color(isActive ? Role::CalmBar : Role::ScrollThumb));
}

QSize Style::menuItemSize(const QStyleOptionMenuItem &option) const
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {1, 9}; // an empty size would be no item at all
    const QFontMetricsF metrics(m_theme.font(TextSize::Body));
    const QStringList parts = QString(option.text).remove(u'&').split(u'\t');
    double width = metrics.horizontalAdvance(parts.first());
    if (parts.size() > 1)
        width += 32 + metrics.horizontalAdvance(parts.last());
    return {static_cast<int>(std::ceil(width)) + 2 * menuSide + menuIconColumn + 24, metrics::row};
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter) const
{
    const QRectF rect(option.rect);
    const bool isRtl = option.direction == Qt::RightToLeft;
    painter.setLayoutDirection(option.direction);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRectF(rect.left() + 4, rect.center().y(), rect.width() - 8, 1),
                         m_theme.color(Role::Border));
        return;
    }
    const bool isEnabled = option.state.testFlag(State_Enabled);
    if (option.state.testFlag(State_Selected) && isEnabled)
        draw::box(painter, rect.adjusted(2, 0, -2, 0), 5, m_theme.color(Role::Hover));
    const QRectF iconRect =
        draw::mirrored({rect.left() + menuSide, rect.center().y() - 8, 16, 16}, rect, isRtl);
    if (option.checked)
        paintIcon(painter, iconRect, "check"_L1, m_theme.color(Role::Accent));
    else if (!option.icon.isNull())
        option.icon.paint(&painter, iconRect.toRect(), Qt::AlignCenter,
                          isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = QString(option.text).remove(u'&').split(u'\t');
    const double base = draw::baseline(painter, m_theme, rect);
    const QRectF words =
        draw::mirrored(rect.adjusted(menuSide + menuIconColumn, 0, -menuSide, 0), rect, isRtl);
    draw::text(painter, words, base, parts.first(),
               {m_theme.font(TextSize::Body), m_theme.color(isEnabled ? Role::Text : Role::Off),
                draw::Side::Leading});
    if (parts.size() > 1)
        draw::text(
            painter, words, base, parts.last(),
            {m_theme.font(TextSize::Small), m_theme.color(Role::Text3), draw::Side::Trailing});
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter,
                  draw::mirrored({rect.right() - 20, rect.center().y() - 6, 12, 12}, rect, isRtl),
                  "chevron-right"_L1, m_theme.color(Role::Text3), isRtl);
}

void Style::drawProgress(const QStyleOption &option, QPainter &painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    const QRectF rect(option.rect);
    const QRectF track(rect.left(), rect.center().y() - 2, rect.width(), 4);
    draw::box(painter, track, 2, m_theme.color(Role::Track));
    const double range = std::max(1, bar->maximum - bar->minimum);
    const double share = (bar->progress - bar->minimum) / range;
    if (share > 0)
        draw::box(painter,
                  draw::mirrored({track.left(), track.top(), track.width() * share, 4}, track,
                                 option.direction == Qt::RightToLeft),
                  2, m_theme.color(Role::Accent));
}

} // namespace ui
