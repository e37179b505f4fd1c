// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/theme/textcache.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

// Chips, money, limit bars and check boxes: facts that look the same wherever they stand.
namespace ui::draw {
namespace {

constexpr double chipIcon = 13;
constexpr double chipGap = 5;
constexpr double chipLead = 6;
constexpr double chipTrail = 7;
constexpr double limitFrom = 0.8;
constexpr double codeGap = 4;

/// Calm green and grey words step back; the icon says it.
QColor chipWord(const Theme &theme, const models::StatusFace &face)
{
    const bool isQuiet = face.tone == StatusColor::Green || face.tone == StatusColor::Grey;
    return isQuiet && !face.isLoud ? theme.color(Role::Text2) : theme.status(face.tone).word;
}

QColor limitColor(const Theme &theme, double ratio)
{
    if (ratio > 1)
        return theme.status(StatusColor::Red).icon;
    return ratio >= limitFrom ? theme.status(StatusColor::Amber).icon : theme.color(Role::CalmBar);
}

} // namespace

void money(QPainter &painter, const Theme &theme, const QRectF &rect, double baseline,
           const core::Money *money, const MoneyStyle &style)
{
    const bool isRtl = painter.layoutDirection() == Qt::RightToLeft;
    // The slot mirrors, the figures stay aligned to their right edge.
    const QRectF digits = mirrored(rect.adjusted(0, 0, -currencySlot - codeGap, 0), rect, isRtl);
    const QRectF slot = mirrored(
        {rect.right() - currencySlot, rect.top(), currencySlot, rect.height()}, rect, isRtl);
    if (!money) {
        text(painter, theme, digits, baseline, u"–"_s,
             {theme.font(TextSize::Body), theme.color(Role::Text3), Side::Right});
        return;
    }
    const QColor amount = money->minor == 0 ? theme.color(Role::Text3) : style.amount;
    const QFont font = theme.font(TextSize::Body, style.weight);
    const QString words = models::amountText(*money);
    QRectF place = digits;
    if (isRtl) // one that is too long goes beyond its cell's other edge, not over its code
        place.setWidth(std::max(place.width(), figuresWidth(theme, words, font)));
    figures(painter, theme, place, baseline, words, {font, amount, Side::Right});
    // Where a code needs more room it takes it away from the figure.
    const QRectF code = slot.adjusted(isRtl ? -codeGap : 0, 0, isRtl ? 0 : codeGap, 0);
    text(painter, theme, code, baseline, models::currencyCode(*money),
         {theme.font(TextSize::Status), style.code, Side::Leading});
}

double chipWidth(const Theme &theme, const models::StatusFace &face)
{
    const QFont &font = theme.font(TextSize::Small, Weight::Medium);
    return chipLead + chipIcon + chipGap + theme.textCache().line(font, face.word, 1000).width
        + chipTrail;
}

void chip(QPainter &painter, const Theme &theme, const QRectF &cell, const models::StatusFace &face)
{
    const bool isRtl = painter.layoutDirection() == Qt::RightToLeft;
    const StatusTones tones = theme.status(face.tone);
    const double width = std::min(chipWidth(theme, face), cell.width() + chipLead + 6);
    const double top = std::round(cell.center().y() - chipHeight / 2);
    const QRectF chip = mirrored({cell.left() - chipLead, top, width, chipHeight}, cell, isRtl);
    if (face.isLoud)
        box(painter, chip, 5, tones.fill);
    const double iconTop = std::round(chip.center().y() - chipIcon / 2);
    const QRectF iconRect =
        mirrored({chip.left() + chipLead, iconTop, chipIcon, chipIcon}, chip, isRtl);
    paintIcon(painter, iconRect, face.icon, tones.icon, isRtl);
    const QRectF word = mirrored({chip.left() + chipLead + chipIcon + chipGap, chip.top(),
                                  width - chipLead - chipIcon - chipGap, chipHeight},
                                 chip, isRtl);
    text(painter, theme, word, baseline(painter, theme, cell), face.word,
         {theme.font(TextSize::Small, Weight::Medium), chipWord(theme, face), Side::Leading});
}

double pillWidth(const Theme &theme, const QString &text)
{
    const QFontMetricsF metrics(theme.font(TextSize::Status, Weight::Strong));
    return std::max(18.0, std::ceil(metrics.horizontalAdvance(text)) + 12);
}

double pill(QPainter &painter, const Theme &theme, const QPointF &trailingCenter,
            const QString &text, StatusColor status, bool isRightToLeft)
{
    const double width = pillWidth(theme, text);
    const StatusTones tones = theme.status(status);
    const QFont font = theme.font(TextSize::Status, Weight::Strong);
    const double left = isRightToLeft ? trailingCenter.x() : trailingCenter.x() - width;
    const QRectF rect(left, trailingCenter.y() - 9, width, 18);
    box(painter, rect, 9, tones.fill);
    const QFontMetricsF metrics(font);
    const double ratio = painter.device()->devicePixelRatioF();
    const double base = std::round((rect.center().y() + metrics.capHeight() / 2) * ratio) / ratio;
    draw::text(painter, theme, rect, base, text, {font, tones.word, Side::Center});
    return width;
}

void limitBar(QPainter &painter, const Theme &theme, const QRectF &rect, double ratio,
              bool isRightToLeft)
{
    const double radius = rect.height() / 2;
    box(painter, rect, radius, theme.color(Role::Track));
    // Above the limit the bar is full, and the notch shows where the limit was.
    const double share = std::clamp(ratio > 1 ? 1.0 : ratio, 0.0, 1.0);
    if (share <= 0)
        return;
    const double length = std::max(rect.height(), rect.width() * share);
    const QRectF filled =
        mirrored({rect.left(), rect.top(), length, rect.height()}, rect, isRightToLeft);
    box(painter, filled, radius, limitColor(theme, ratio));
    if (ratio > 1.02) {
        const double at = std::min(rect.width() / ratio, rect.width() - 3);
        const QRectF notch =
            mirrored({rect.left() + at, rect.top(), 2, rect.height()}, rect, isRightToLeft);
        painter.fillRect(notch, theme.color(Role::Base));
    }
}

QColor limitWord(const Theme &theme, double ratio)
{
    if (ratio > 1)
        return theme.status(StatusColor::Red).word;
    return ratio >= limitFrom ? theme.status(StatusColor::Amber).word : theme.color(Role::Text2);
}

bool isLimitLoud(double ratio)
{
    return ratio >= limitFrom;
}

void checkBox(QPainter &painter, const Theme &theme, const QRectF &rect, Qt::CheckState state,
              bool isEnabled)
{
    if (state == Qt::Unchecked) {
        const Role line = isEnabled ? Role::Field : Role::Control;
        return box(painter, rect, 4, theme.color(Role::FieldFill), theme.color(line));
    }
    box(painter, rect, 4, theme.color(isEnabled ? Role::Fill : Role::Off));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(theme.color(Role::OnFill), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double unit = rect.width() / 14;
    const auto at = [&](double x, double y) {
        return QPointF(rect.left() + x * unit, rect.top() + y * unit);
    };
    if (state == Qt::PartiallyChecked) {
        painter.drawLine(at(4, 7), at(10, 7));
    } else {
        const QPointF tick[] = {at(3.6, 7.3), at(6, 9.7), at(10.4, 4.7)};
        painter.drawPolyline(tick, 3);
    }
    painter.restore();
}

} // namespace ui::draw
