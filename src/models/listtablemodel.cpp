// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listtablemodel.h"

#include <algorithm>

using namespace std::chrono_literals;

// What the model shows; how rows come and change is in listtableloading.cpp.
namespace models {
namespace {

QVariant sortKey(const ListColumn &column, const QVariant &cell)
{
    if (column.kind == core::ColumnKind::Money && !cell.isNull())
        return cell.value<core::Money>().minor;
    return cell;
}

core::Money summedAmount(core::ListId list, const core::ListRow &row)
{
    const int column = core::columnIndex(list, core::summedColumn(list));
    return row.cells.value(column).value<core::Money>();
}

} // namespace

ListTableModel::ListTableModel(ListSource &source, core::ListId list, const core::Clock &clock,
                               QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
    , m_columns(columnsFor(list))
    , m_counter(source)
{
    m_query.list = list;
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(120ms);
    connect(&m_changeTimer, &QTimer::timeout, this, &ListTableModel::applyChanges);
    connect(&m_counter, &ListCounter::counted, this, &ListTableModel::takeTotals);
}

int ListTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ListTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ListTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListColumn &column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = column.isEndAligned ? Qt::AlignRight : Qt::AlignLeft;
        return static_cast<int>(side | Qt::AlignVCenter);
    }
    const core::ListRow *row = m_cache.row(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    if (role == IdRole)
        return row->id;
    if (role == Qt::CheckStateRole) {
        if (index.column() != 0)
            return {};
        return static_cast<int>(m_checked.contains(row->id) ? Qt::Checked : Qt::Unchecked);
    }
    return cellData(column, shownCell(column, row->cells.value(index.column())), role);
}

QVariant ListTableModel::cellData(const ListColumn &column, const QVariant &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(column, cell, now());
    case Qt::ToolTipRole: {
        const QString text = cellToolTip(column, cell, now());
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return cellSentence(column, cell, now());
    case RawRole:
        return cell;
    case SortKeyRole:
        return sortKey(column, cell);
    case StatusRole:
        return column.kind == core::ColumnKind::Status ? cell : QVariant();
    case MoneyRole:
        return column.kind == core::ColumnKind::Money ? cell : QVariant();
    default: // the view asks for many more roles than a list has
        return {};
    }
}

bool ListTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const core::ListRow *row = m_cache.row(index.row());
    if (role != Qt::CheckStateRole || index.column() != 0 || !row)
        return false;
    m_checked.set(row->id, summedAmount(m_query.list, *row), value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index.siblingAtColumn(columnCount() - 1), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

Qt::ItemFlags ListTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == 0)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ListTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ListColumn &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return titleOf(column);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column.isEndAligned ? Qt::AlignRight : Qt::AlignLeft)
                                | Qt::AlignVCenter);
    return {};
}

void ListTableModel::setAllChecked(bool isChecked)
{
    if (isChecked)
        m_checked.setAll();
    else
        m_checked.clear();
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

void ListTableModel::sortBy(int column, bool isAdded)
{
    if (column < 0 || column >= columnCount())
        return;
    const ListColumn &sorted = m_columns[static_cast<std::size_t>(column)];
    if (!sorted.isSortable)
        return;
    core::ListQuery query = m_query;
    const auto same = std::ranges::find(query.sort, QString(sorted.id), &core::SortKey::column);
    const bool isKnown = same != query.sort.end();
    core::SortKey key{sorted.id, Qt::AscendingOrder};
    if (isKnown && (isAdded || query.sort.size() == 1))
        key.order = same->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!isAdded)
        query.sort = {key};
    else if (isKnown)
        *same = key;
    else
        query.sort.append(key);
    setQuery(std::move(query));
}

QUuid ListTableModel::idAt(int row) const
{
    const core::ListRow *found = m_cache.row(row);
    return found ? found->id : QUuid();
}

int ListTableModel::rowOf(const QUuid &id) const
{
    return static_cast<int>(m_cache.rowOf(id).value_or(-1));
}

} // namespace models
