// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listheader.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/listview.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ListHeader::ListHeader(const Theme &theme, models::ListTableModel &model, ListView &view)
    : QHeaderView(Qt::Horizontal, &view)
    , m_theme(theme)
    , m_model(model)
    , m_view(view)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setHighlightSections(false);
    setMinimumSectionSize(40);
    setFixedHeight(metrics::row);
    setAccessibleName(tr("Column headers"));
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int section) { m_model.sortBy(section, m_isShiftClick); });
    connect(&model, &models::ListTableModel::sortChanged, this, [this] { viewport()->update(); });
    connect(&model, &models::ListTableModel::checkedChanged, this,
            [this] { viewport()->update(); });
}

QSize ListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), metrics::row};
}

Qt::CheckState ListHeader::allState() const
{
    const auto &checked = m_model.checked();
    if (checked.isEmpty(m_model.totals()))
        return Qt::Unchecked;
    return checked.isAll(m_model.totals()) ? Qt::Checked : Qt::PartiallyChecked;
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF whole(rect);
    painter->fillRect(whole, m_theme.color(Role::Base));
    draw::hairline(*painter, whole, Qt::BottomEdge, m_theme.color(Role::Border));
    const bool isFirst = m_view.isFirstColumn(section);
    if (isFirst) {
        const QRectF box(whole.left() + ListDelegate::boxLeft,
                         whole.top() + (whole.height() - ListDelegate::boxSide) / 2.0,
                         ListDelegate::boxSide, ListDelegate::boxSide);
        draw::checkBox(*painter, m_theme, draw::mirrored(box, whole, isRtl), allState());
    }
    const int lead = isFirst ? ListDelegate::textAfterBox : metrics::cellPadding;
    const int trail = m_view.isLastColumn(section) ? metrics::gutter : metrics::cellPadding;
    const QRectF inner = draw::mirrored(whole.adjusted(lead, 0, -trail, 0), whole, isRtl);
    paintTitle(*painter, inner, m_model.columns()[static_cast<std::size_t>(section)]);
    painter->restore();
}

void ListHeader::paintTitle(QPainter &painter, const QRectF &rect,
                            const models::ListColumn &column) const
{
    const QList<core::SortKey> &sort = m_model.query().sort;
    const auto key = std::ranges::find(sort, QString(column.id), &core::SortKey::column);
    const bool isSorted = key != sort.end();
    const QFont font = m_theme.font(TextSize::Small, isSorted ? Weight::Strong : Weight::Medium);
    const draw::Side side = column.isEndAligned ? draw::Side::Trailing : draw::Side::Leading;
    const QString title = models::titleOf(column);
    const double base = draw::baseline(painter, m_theme, rect);
    const double width =
        draw::text(painter, rect, base, title,
                   {font, m_theme.color(isSorted ? Role::Text : Role::Text2), side});
    if (!isSorted)
        return;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const double at = column.isEndAligned ? rect.width() - width - 18 : width + 5;
    const QRectF arrow =
        draw::mirrored({rect.left() + at, rect.center().y() - 6.5, 13, 13}, rect, isRtl);
    paintIcon(painter, arrow, key->order == Qt::AscendingOrder ? "arrow-up"_L1 : "arrow-down"_L1,
              m_theme.color(Role::Text2));
    if (sort.size() > 1) { // which key it is
        const QString rank = QString::number(key - sort.begin() + 1);
        const QRectF beside = draw::mirrored(
            {arrow.left() + (column.isEndAligned ? -8 : 13), rect.top(), 8, rect.height()}, rect,
            false);
        draw::text(
            painter, beside, base, rank,
            {m_theme.font(TextSize::Status), m_theme.color(Role::Text3), draw::Side::Center});
    }
}

bool ListHeader::isOnBox(const QPoint &at) const
{
    if (m_view.isFrozenAt(at.x()))
        return (layoutDirection() == Qt::RightToLeft ? width() - at.x() : at.x())
            < ListDelegate::textAfterBox - 4;
    const int section = logicalIndexAt(at);
    if (section < 0 || !m_view.isFirstColumn(section))
        return false;
    const int left = sectionViewportPosition(section);
    const int inside =
        layoutDirection() == Qt::RightToLeft ? left + sectionSize(section) - at.x() : at.x() - left;
    return inside < ListDelegate::textAfterBox - 4;
}

void ListHeader::mousePressEvent(QMouseEvent *event)
{
    m_isBoxPressed = event->button() == Qt::LeftButton && isOnBox(event->position().toPoint());
    m_isShiftClick = event->modifiers().testFlag(Qt::ShiftModifier);
    m_isFrozenPressed = !m_isBoxPressed && event->button() == Qt::LeftButton
        && m_view.isFrozenAt(event->position().toPoint().x());
    if (!m_isBoxPressed && !m_isFrozenPressed)
        QHeaderView::mousePressEvent(event);
}

void ListHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_isFrozenPressed, false))
        return m_model.sortBy(0, m_isShiftClick); // what lies below the frozen column is not it
    if (!std::exchange(m_isBoxPressed, false))
        return QHeaderView::mouseReleaseEvent(event);
    if (isOnBox(event->position().toPoint()))
        m_model.setAllChecked(allState() == Qt::Unchecked);
}

} // namespace ui
