// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jump/jumpdelegate.h"

#include "models/wording.h"
#include "ui/jump/jumpmodel.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int headingHeight = 28;
constexpr int entryHeight = 36;
constexpr double inset = 12; ///< From the list's edge to icon and heading.

} // namespace

JumpDelegate::JumpDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize JumpDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const JumpModel *>(index.model());
    return {200, model && model->entry(index) ? entryHeight : headingHeight};
}

void JumpDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *model = qobject_cast<const JumpModel *>(index.model());
    if (!model)
        return;
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (const JumpEntry *entry = model->entry(index)) {
        paintEntry(*painter, option, *entry);
    } else {
        const QRectF line = QRectF(option.rect).adjusted(inset, 0, -inset, 0);
        draw::text(*painter, line, draw::baseline(*painter, m_theme, line),
                   index.data(Qt::DisplayRole).toString(),
                   {m_theme.font(TextSize::Small, Weight::Medium), m_theme.color(Role::Text2),
                    draw::Side::Leading});
    }
    painter->restore();
}

void JumpDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option,
                              const JumpEntry &entry) const
{
    const bool isRtl = option.direction == Qt::RightToLeft;
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isOff = !entry.whyNot.isEmpty();
    const QRectF whole(option.rect);
    if (isChosen)
        draw::box(painter, whole.adjusted(0, 1, 0, -1), 6, m_theme.color(Role::Soft));
    const QRectF line = whole.adjusted(inset, 0, -inset, 0);
    const auto place = [&](double left, double width) {
        return draw::mirrored({line.left() + left, line.top(), width, line.height()}, line, isRtl);
    };
    QRectF iconPlace = place(0, 16);
    iconPlace.moveTop(line.center().y() - 8);
    iconPlace.setHeight(16);
    if (!entry.icon.isEmpty())
        paintIcon(painter, iconPlace, entry.icon,
                  m_theme.color(isOff          ? Role::Off
                                    : isChosen ? Role::Accent
                                               : Role::Text2),
                  isRtl);
    const double base = draw::baseline(painter, m_theme, line);
    const double trailing = paintTrailing(painter, line, isRtl, entry);
    const double left = 28;
    const double room = std::max(0.0, line.width() - left - trailing);
    const QFont &strong = m_theme.font(TextSize::Body, Weight::Medium);
    // The name may take all; what stands beside it gets what is left.
    const double width = std::min(room, QFontMetricsF(strong).horizontalAdvance(entry.title) + 1);
    draw::text(painter, m_theme, place(left, width), base, entry.title,
               {strong, m_theme.color(isOff ? Role::Off : Role::Text), draw::Side::Leading});
    const double rest = room - width - 12;
    if (rest > 40)
        draw::text(painter, m_theme, place(left + width + 12, rest), base, entry.detail,
                   {m_theme.font(TextSize::Small), m_theme.color(isOff ? Role::Off : Role::Text2),
                    draw::Side::Leading});
}

/// Returns the width that is taken, with the space before it.
double JumpDelegate::paintTrailing(QPainter &painter, const QRectF &line, bool isRtl,
                                   const JumpEntry &entry) const
{
    if (entry.amount) {
        const QString text = models::moneyText(*entry.amount);
        const QFont &font = m_theme.font(TextSize::Body);
        const double width = draw::figuresWidth(m_theme, text, font) + 2;
        const QRectF place =
            draw::mirrored({line.right() - width, line.top(), width, line.height()}, line, isRtl);
        draw::figures(painter, m_theme, place, draw::baseline(painter, m_theme, line), text,
                      {font, m_theme.color(Role::Text), draw::Side::Trailing});
        return width + 12;
    }
    if (entry.status) {
        const double width = draw::chipWidth(m_theme, *entry.status);
        const double lead = 6; // a chip begins that much before its place
        draw::chip(painter, m_theme,
                   draw::mirrored({line.right() - width + lead, line.top(), width, line.height()},
                                  line, isRtl),
                   *entry.status);
        return width + 12;
    }
    return 0;
}

} // namespace ui
