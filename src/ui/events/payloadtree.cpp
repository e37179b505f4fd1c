// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/payloadtree.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainheader.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;
using models::PayloadModel;

namespace ui {
namespace {

constexpr int payloadRow = 24;
constexpr int indent = 14;
constexpr int mostRowsShown = 20; // beyond them the tree scrolls by itself
constexpr int chevron = 12;

class PayloadDelegate : public QStyledItemDelegate
{
public:
    PayloadDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {80, payloadRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        const QRectF whole(option.rect);
        draw::text(*painter, m_theme, whole.adjusted(4, 0, -8, 0),
                   draw::baseline(*painter, m_theme, whole), index.data().toString(),
                   styleFor(index));
        painter->restore();
    }

private:
    [[nodiscard]] draw::TextStyle styleFor(const QModelIndex &index) const
    {
        draw::TextStyle style{m_theme.mono(), m_theme.color(Role::Text), draw::Side::Leading};
        if (index.data(PayloadModel::IsBranchRole).toBool() && index.column() > 0) {
            style.font = m_theme.font(TextSize::Small);
            style.color = m_theme.color(Role::Text3);
            return style;
        }
        const bool isChanged = index.data(PayloadModel::IsChangedRole).toBool();
        if (index.column() == PayloadModel::Before) {
            style.color = m_theme.color(Role::Text2);
            style.font.setStrikeOut(isChanged);
        } else if (index.column() == PayloadModel::After) {
            style.font.setWeight(isChanged ? QFont::DemiBold : QFont::Normal);
        }
        return style;
    }

    const Theme &m_theme;
};

} // namespace

PayloadTree::PayloadTree(const Theme &theme, PayloadModel::Shows shows, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new PayloadModel(shows, this))
{
    setModel(m_model);
    setItemDelegate(new PayloadDelegate(theme, this));
    setIndentation(indent);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHeader(new PlainHeader(theme, this));
    setAccessibleName(shows == PayloadModel::Shows::Changes ? tr("What changed") : tr("Payload"));
    connect(this, &QTreeView::expanded, this, &PayloadTree::heightChanged);
    connect(this, &QTreeView::collapsed, this, &PayloadTree::heightChanged);
}

void PayloadTree::setPayload(const QJsonObject &event)
{
    if (m_model->payload() == event && !event.isEmpty())
        return;
    m_model->setPayload(event);
    setColumnHidden(PayloadModel::Before, !m_model->hasBefore());
    const QModelIndex object = m_model->index(0, 0);
    expand(object);
    openChanges(object);
    shareWidth();
    Q_EMIT heightChanged();
}

/// Down to every value that changed.
void PayloadTree::openChanges(const QModelIndex &parent)
{
    if (!m_model->hasBefore())
        return;
    if (m_model->canFetchMore(parent))
        m_model->fetchMore(parent);
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex child = m_model->index(row, 0, parent);
        const bool leadsToChange =
            m_model->hasChildren(child) && child.data(PayloadModel::LeadsToChangeRole).toBool();
        if (!leadsToChange)
            continue;
        openChanges(child);
        expand(child);
    }
}

QSize PayloadTree::sizeHint() const
{
    int rows = 0;
    for (QModelIndex index = m_model->index(0, 0); index.isValid() && rows < mostRowsShown;
         index = indexBelow(index))
        ++rows;
    return {320, header()->height() + std::max(2, rows) * payloadRow + 4};
}

void PayloadTree::shareWidth()
{
    const int width = viewport()->width();
    if (m_model->hasBefore()) {
        header()->resizeSection(PayloadModel::Field, width * 44 / 100);
        header()->resizeSection(PayloadModel::Before, width * 27 / 100);
    } else {
        header()->resizeSection(PayloadModel::Field, width / 2);
    }
}

void PayloadTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

void PayloadTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool isChanged = index.data(PayloadModel::IsChangedRole).toBool();
    const bool isCurrent = hasFocus() && currentIndex().row() == index.row()
        && currentIndex().parent() == index.parent();
    QColor ground = m_theme.color(Role::Base);
    if (isChanged)
        ground = m_theme.status(StatusColor::Amber).wash;
    if (isCurrent)
        ground = m_theme.color(Role::CurrentRow);
    painter->fillRect(option.rect, ground);
    if (isCurrent) {
        const QRectF bar(isRightToLeft() ? option.rect.right() - 2 : option.rect.left(),
                         option.rect.top() + 4, 3, option.rect.height() - 8);
        draw::box(*painter, bar, 1.5, m_theme.color(ui::Role::Accent));
    }
    QTreeView::drawRow(painter, option, index);
}

void PayloadTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!m_model->hasChildren(index))
        return;
    const bool isRtl = isRightToLeft();
    const QLatin1StringView name = isExpanded(index) ? "chevron-down"_L1 : "chevron-right"_L1;
    const int x = isRtl ? rect.left() + 2 : rect.right() - chevron - 1;
    const QRect place(x, rect.center().y() - chevron / 2, chevron, chevron);
    paintIcon(*painter, place, name, m_theme.color(Role::Text2), isRtl);
}

} // namespace ui
