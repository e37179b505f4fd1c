// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/endpointtable.h"

#include "models/statustext.h"
#include "ui/theme/draw.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <array>

using namespace Qt::StringLiterals;
using models::EndpointTableModel;

namespace ui {
namespace {

struct ColumnWidth
{
    EndpointTableModel::Column column;
    int width;
};
constexpr std::array widths{
    ColumnWidth{EndpointTableModel::State, 128},   ColumnWidth{EndpointTableModel::Version, 100},
    ColumnWidth{EndpointTableModel::Types, 140},   ColumnWidth{EndpointTableModel::Secret, 96},
    ColumnWidth{EndpointTableModel::Created, 100},
};
constexpr int addressMinimum = 220;

/// A cell without its padding: the first and last column keep the page's gutter.
QRectF textRect(const QRectF &whole, int column, bool isRtl)
{
    const bool isLast = column == EndpointTableModel::ColumnCount - 1;
    const int lead = column == 0 ? metrics::gutter : metrics::cellPadding;
    const int trail = isLast ? metrics::gutter : metrics::cellPadding;
    return draw::mirrored(whole.adjusted(lead, 0, -trail, 0), whole, isRtl);
}

/// As the headers of the other lists, without anything to sort by.
class EndpointHeader : public QHeaderView
{
public:
    EndpointHeader(const Theme &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setHighlightSections(false);
        setSectionsClickable(false);
        setFixedHeight(metrics::row);
        setMinimumSectionSize(60);
        setAccessibleName(EndpointTable::tr("Column headers"));
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->setLayoutDirection(layoutDirection());
        const QRectF whole(rect);
        painter->fillRect(whole, m_theme.color(Role::Base));
        draw::hairline(*painter, whole, Qt::BottomEdge, m_theme.color(Role::Border));
        draw::text(*painter, textRect(whole, section, layoutDirection() == Qt::RightToLeft),
                   draw::baseline(*painter, m_theme, whole),
                   model()->headerData(section, Qt::Horizontal).toString(),
                   {m_theme.font(TextSize::Small, Weight::Medium), m_theme.color(Role::Text2)});
        painter->restore();
    }

private:
    const Theme &m_theme;
};

/// All texts of a row on one baseline, as in the other lists.
class EndpointDelegate : public QStyledItemDelegate
{
public:
    EndpointDelegate(const Theme &theme, EndpointTable &table)
        : QStyledItemDelegate(&table)
        , m_theme(theme)
        , m_table(table)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        const bool isRtl = option.direction == Qt::RightToLeft;
        const QRectF whole(option.rect);
        paintGround(*painter, whole, index, isRtl);
        const QRectF cell = textRect(whole, index.column(), isRtl);
        const QString status = index.data(EndpointTableModel::StatusRole).toString();
        if (!status.isEmpty())
            draw::chip(*painter, m_theme, cell, models::statusFace(status));
        else
            draw::text(*painter, m_theme, cell, draw::baseline(*painter, m_theme, whole),
                       index.data().toString(), styleOf(index));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {80, metrics::row};
    }

private:
    void paintGround(QPainter &painter, const QRectF &rect, const QModelIndex &index,
                     bool isRtl) const
    {
        const bool isCurrent = m_table.currentIndex().row() == index.row();
        const bool isHovered = m_table.hoveredRow() == index.row();
        painter.fillRect(rect,
                         m_theme.color(isCurrent       ? Role::CurrentRow
                                           : isHovered ? Role::Hover
                                                       : Role::Base));
        draw::hairline(painter, rect, Qt::BottomEdge,
                       m_theme.color(isCurrent ? Role::Border : Role::Hairline));
        if (isCurrent && index.column() == 0)
            draw::box(
                painter,
                draw::mirrored({rect.left(), rect.top() + 4, 3, rect.height() - 9}, rect, isRtl),
                1.5, m_theme.color(Role::Accent));
    }

    [[nodiscard]] draw::TextStyle styleOf(const QModelIndex &index) const
    {
        const bool isConcern = index.data(EndpointTableModel::ConcernRole).toBool();
        const QColor amber = m_theme.status(StatusColor::Amber).word;
        draw::TextStyle style{m_theme.font(TextSize::Body),
                              isConcern ? amber : m_theme.color(Role::Text2)};
        if (index.column() == EndpointTableModel::Address) {
            style.font = m_theme.font(TextSize::Body, Weight::Medium);
            style.color = m_theme.color(Role::Text);
        } else if (index.column() == EndpointTableModel::Created) {
            style.font = m_theme.font(TextSize::Small);
            style.color = m_theme.color(Role::Text3);
        }
        return style;
    }

    const Theme &m_theme;
    EndpointTable &m_table;
};

} // namespace

EndpointTable::EndpointTable(const Theme &theme, EndpointTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new EndpointDelegate(theme, *this));
    setObjectName(u"endpointTable"_s);
    setAccessibleName(tr("Webhook endpoints"));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::row);
    verticalHeader()->setDefaultSectionSize(metrics::row);
    verticalScrollBar()->setProperty("topInset", metrics::row);
    setUpColumns(theme);
    connect(&model, &QAbstractItemModel::modelReset, this,
            [this] { Q_EMIT currentIdChanged(currentId()); });
}

void EndpointTable::setUpColumns(const Theme &theme)
{
    auto *header = new EndpointHeader(theme, this);
    setHorizontalHeader(header);
    for (const ColumnWidth &column : widths)
        header->resizeSection(column.column, column.width);
    header->setSectionResizeMode(EndpointTableModel::Address, QHeaderView::Stretch);
    setMinimumWidth(addressMinimum);
}

QString EndpointTable::currentId() const
{
    const core::WebhookEndpoint *endpoint = m_model.endpoint(currentIndex().row());
    return endpoint ? endpoint->id : QString();
}

bool EndpointTable::setCurrentId(const QString &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, 0));
    return row >= 0;
}

void EndpointTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row())
        Q_EMIT currentIdChanged(currentId());
}

void EndpointTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !currentId().isEmpty())
        Q_EMIT opened(currentId());
    else
        QTableView::keyPressEvent(event);
}

void EndpointTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened(currentId());
}

void EndpointTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(indexAt(event->position().toPoint()).row());
    QTableView::mouseMoveEvent(event);
}

void EndpointTable::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void EndpointTable::setHoveredRow(int row)
{
    if (std::exchange(m_hoveredRow, row) != row)
        viewport()->update();
}

} // namespace ui
