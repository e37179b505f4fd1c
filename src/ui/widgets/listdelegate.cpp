// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listdelegate.h"

#include "models/statustext.h"
#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/widgets/listview.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::CellLook;
using models::ListTableModel;

namespace ui {

/// One cell being drawn: where, on which line, what it holds.
struct ListDelegate::Cell
{
    QPainter &painter;
    QRectF rect; ///< Without padding.
    double base;
    const models::ListColumn &column;
    QVariant value;
    QString text;
    QDateTime now;
    bool isRtl;
    int row;
};

ListDelegate::ListDelegate(const Theme &theme, const ListView &view)
    : m_theme(theme)
    , m_view(view)
{
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, metrics::row};
}

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ListTableModel *>(index.model());
    if (!model)
        return;
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintRow(*painter, option, index);
    const bool isRtl = option.direction == Qt::RightToLeft;
    const bool isFirst = m_view.isFirstColumn(index.column());
    const bool isLast = m_view.isLastColumn(index.column());
    const QRectF whole(option.rect);
    const int lead = isFirst ? ListDelegate::textAfterBox : metrics::cellPadding;
    const int trail = isLast ? metrics::gutter : metrics::cellPadding;
    const QRectF rect = draw::mirrored(whole.adjusted(lead, 0, -trail, 0), whole, isRtl);
    if (isFirst)
        paintTick(*painter, option, index);
    const Cell cell{*painter,
                    rect,
                    draw::baseline(*painter, m_theme, whole),
                    model->columns()[static_cast<std::size_t>(index.column())],
                    index.data(ListTableModel::RawRole),
                    index.data(Qt::DisplayRole).toString(),
                    model->now(),
                    isRtl,
                    index.row()};
    if (index.data(ListTableModel::LoadedRole).toBool())
        paintCell(cell);
    else
        paintPlaceholder(cell);
    painter->restore();
}

/// The row's ground: ticked, current, changed, under the mouse; and the line below it.
void ListDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool isTicked = index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const bool isCurrent = m_view.currentIndex().row() == index.row();
    const QRectF rect(option.rect);
    QColor ground = m_theme.color(Role::Base);
    if (isTicked)
        ground = m_theme.color(Role::SelectedRow);
    else if (isCurrent)
        ground = m_theme.color(Role::CurrentRow);
    else if (m_view.hoveredRow() == index.row())
        ground = m_theme.color(Role::Hover);
    painter.fillRect(rect, ground);
    const double glow = m_view.glowOf(index.row());
    if (glow > 0) {
        QColor wash = m_theme.status(StatusColor::Blue).fill;
        wash.setAlphaF(static_cast<float>(glow));
        painter.fillRect(rect, wash);
    }
    draw::hairline(painter, rect, Qt::BottomEdge,
                   m_theme.color(isCurrent || isTicked ? Role::Border : Role::Hairline));
    if (isCurrent && m_view.isFirstColumn(index.column())) {
        const QRectF bar = draw::mirrored({rect.left(), rect.top() + 4, 3, rect.height() - 9}, rect,
                                          option.direction == Qt::RightToLeft);
        draw::box(painter, bar, 1.5, m_theme.color(Role::Accent));
    }
}

void ListDelegate::paintTick(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto state =
        static_cast<Qt::CheckState>(index.siblingAtColumn(0).data(Qt::CheckStateRole).toInt());
    const bool isWanted = state == Qt::Checked || m_view.showsAllTicks()
        || m_view.hoveredRow() == index.row() || m_view.currentIndex().row() == index.row();
    if (!isWanted || !index.data(ListTableModel::LoadedRole).toBool())
        return;
    const QRectF whole(option.rect);
    const QRectF box = draw::mirrored(
        {whole.left() + boxLeft, whole.top() + (whole.height() - boxSide) / 2.0, boxSide, boxSide},
        whole, option.direction == Qt::RightToLeft);
    draw::checkBox(painter, m_theme, box, state);
}

void ListDelegate::paintCell(const Cell &cell) const
{
    switch (cell.column.look) {
    case CellLook::Name:
    case CellLook::Text:
    case CellLook::Mono:
    case CellLook::Date:
    case CellLook::Moment:
    case CellLook::Duration:
    case CellLook::Count:
        return paintText(cell);
    case CellLook::Status:
        if (!cell.value.isNull())
            draw::chip(cell.painter, m_theme, cell.rect, models::statusFace(cell.value.toString()));
        return;
    case CellLook::Money:
    case CellLook::AlertMoney:
        return paintMoney(cell);
    case CellLook::LimitShare:
        return paintLimit(cell);
    case CellLook::Countdown:
        return paintCountdown(cell);
    case CellLook::DueDate:
        return paintDueDate(cell);
    }
}

/// A bar where the content will be; its length varies with the row, so it reads as text.
void ListDelegate::paintPlaceholder(const Cell &cell) const
{
    const double share = cell.column.look == CellLook::Name ? 0.45 + (cell.row * 37 % 40) / 100.0
                                                            : 0.5 + (cell.row * 17 % 20) / 100.0;
    const double width = cell.rect.width() * share;
    const QRectF bar(cell.column.isEndAligned ? cell.rect.right() - width : cell.rect.left(),
                     cell.rect.center().y() - 5, width, 10);
    draw::box(cell.painter, draw::mirrored(bar, cell.rect, cell.isRtl), 3,
              m_theme.color(Role::Track));
}

void ListDelegate::paintText(const Cell &cell) const
{
    draw::TextStyle style{m_theme.font(TextSize::Body), m_theme.color(Role::Text2),
                          cell.column.isEndAligned ? draw::Side::Trailing : draw::Side::Leading};
    if (cell.column.look == CellLook::Name) {
        style.font = m_theme.font(TextSize::Body, Weight::Medium);
        style.color = m_theme.color(Role::Text);
    } else if (cell.column.look == CellLook::Mono) {
        style.font = m_theme.mono();
        style.color = m_theme.color(Role::Text);
    } else if (cell.column.look == CellLook::Date) {
        style.font = m_theme.font(TextSize::Small);
        style.color = m_theme.color(Role::Text3);
    }
    if (cell.text.isEmpty())
        style.color = m_theme.color(Role::Text3);
    const QString shown = cell.text.isEmpty() ? u"–"_s : cell.text;
    if (cell.column.isEndAligned)
        draw::figures(cell.painter, m_theme, cell.rect, cell.base, shown, style);
    else
        draw::text(cell.painter, m_theme, cell.rect, cell.base, shown, style);
}

void ListDelegate::paintMoney(const Cell &cell) const
{
    draw::MoneyStyle style{Weight::Regular, m_theme.color(Role::Text), m_theme.color(Role::Text3)};
    if (cell.value.isNull())
        return draw::money(cell.painter, m_theme, cell.rect, cell.base, nullptr, style);
    const auto money = cell.value.value<core::Money>();
    if (cell.column.look == CellLook::AlertMoney && money.minor > 0) {
        const QColor red = m_theme.status(StatusColor::Red).word;
        style = {Weight::Medium, red, red};
    }
    draw::money(cell.painter, m_theme, cell.rect, cell.base, &money, style);
}

void ListDelegate::paintLimit(const Cell &cell) const
{
    if (cell.value.isNull()) {
        draw::text(
            cell.painter, m_theme, cell.rect, cell.base, u"–"_s,
            {m_theme.font(TextSize::Body), m_theme.color(Role::Text3), draw::Side::Trailing});
        return;
    }
    constexpr double barWidth = 36;
    const double ratio = cell.value.toDouble();
    const QRectF bar(cell.rect.left(), cell.rect.center().y() - 2, barWidth, 4);
    draw::limitBar(cell.painter, m_theme, draw::mirrored(bar, cell.rect, cell.isRtl), ratio,
                   cell.isRtl);
    const Weight weight = draw::isLimitLoud(ratio) ? Weight::Medium : Weight::Regular;
    draw::figures(cell.painter, m_theme, cell.rect, cell.base, cell.text,
                  {m_theme.font(TextSize::Body, weight), draw::limitWord(m_theme, ratio),
                   draw::Side::Trailing});
}

void ListDelegate::paintCountdown(const Cell &cell) const
{
    if (cell.value.isNull())
        return paintText(cell);
    const QDateTime time = cell.value.toDateTime();
    const QString date = models::shortDate(time, cell.now);
    const bool isFar = cell.rect.width() < 84 || date.size() > 6;
    const draw::TextStyle dateStyle{m_theme.font(TextSize::Small), m_theme.color(Role::Text3),
                                    draw::Side::Trailing};
    draw::figures(cell.painter, m_theme, cell.rect, cell.base, date, dateStyle);
    if (isFar) // another year: the date says enough
        return;
    const QRectF days = draw::mirrored(cell.rect.adjusted(-8, 0, -52, 0), cell.rect, cell.isRtl);
    draw::figures(cell.painter, m_theme, days, cell.base, cell.text,
                  {m_theme.font(TextSize::Body), m_theme.color(Role::Text), draw::Side::Trailing});
}

void ListDelegate::paintDueDate(const Cell &cell) const
{
    if (cell.value.isNull())
        return paintText(cell);
    const int late = models::daysBetween(cell.value.toDateTime(), cell.now);
    draw::text(cell.painter, m_theme, cell.rect, cell.base, cell.text,
               {m_theme.font(TextSize::Small), m_theme.color(Role::Text2), draw::Side::Leading});
    if (late <= 0 || m_view.isSettled(cell.row))
        return;
    QColor color = m_theme.color(Role::Text3);
    if (late > 60)
        color = m_theme.status(StatusColor::Red).word;
    else if (late > 30)
        color = m_theme.status(StatusColor::Amber).word;
    draw::figures(cell.painter, m_theme, cell.rect, cell.base, models::daysText(late),
                  {m_theme.font(TextSize::Small, late > 30 ? Weight::Medium : Weight::Regular),
                   color, draw::Side::Trailing});
}

} // namespace ui
