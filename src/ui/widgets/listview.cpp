// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listview.h"

#include "ui/widgets/frozencolumn.h"
#include "ui/widgets/listanchor.h"
#include "ui/widgets/listdelegate.h"
#include "ui/widgets/listheader.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using models::CellLook;
using models::ListTableModel;

// Columns, what is visible and what glows; keys and mouse are in listviewinput.cpp.
namespace ui {
namespace {
constexpr int nameMinimum = 160;
} // namespace

ListView::ListView(const Theme &theme, ListTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setModel(&model);
    auto *delegate = new ListDelegate(theme, *this);
    delegate->setParent(this);
    setItemDelegate(delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(metrics::row);
    verticalHeader()->setDefaultSectionSize(metrics::row);
    verticalScrollBar()->setProperty("topInset", metrics::row);
    verticalScrollBar()->setSingleStep(metrics::row);
    setUpHeader();
    m_frozen = new FrozenColumn(*this);
    followModel();
    m_glowing.setDuration(1600);
    m_glowing.setStartValue(1.0);
    m_glowing.setEndValue(0.0);
    connect(&m_glowing, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        for (qreal &strength : m_glow)
            strength = value.toReal();
        viewport()->update();
    });
    connect(&m_glowing, &QVariantAnimation::finished, this, [this] { m_glow.clear(); });
}

ListView::~ListView() = default;

void ListView::setUpHeader()
{
    auto *header = new ListHeader(m_theme, m_model, *this);
    setHorizontalHeader(header);
    const auto columns = m_model.columns();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const models::ListColumn &column = columns[static_cast<std::size_t>(i)];
        header->resizeSection(i, column.width);
        header->setSectionHidden(i, !column.isShown);
        if (column.look == CellLook::Name)
            m_stretched = i;
    }
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_isFitting && section != m_stretched)
            fitColumns();
        if (!m_isFitting)
            Q_EMIT columnsChanged();
    });
    connect(header, &QHeaderView::sectionMoved, this, &ListView::columnsChanged);
}

void ListView::followModel()
{
    connect(&m_model, &ListTableModel::rowsChanged, this, &ListView::glow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        keepCurrent();
        reportVisibleRows();
    });
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, [this] {
        followCurrent();
        reportVisibleRows();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_isCurrentAwaited) // the row that became current has been read meanwhile
            currentChanged(currentIndex(), currentIndex());
        else
            followCurrent();
    });
    new ListAnchor(*this);
    connect(&m_model, &ListTableModel::checkedChanged, this, [this] { viewport()->update(); });
}

/// After another query: the row that was current stays so where it still is on screen.
void ListView::keepCurrent()
{
    const QUuid id = m_currentId;
    const int row = id.isNull() ? -1 : m_model.rowOf(id);
    if (row >= 0) {
        selectionModel()->setCurrentIndex(
            m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else if (!id.isNull()) {
        m_currentId = {};
        Q_EMIT currentIdChanged(m_currentId);
    }
}

/// After a refresh: the place of the current row may be another row's. Where the row has left the
/// list none is marked, rather than one that nobody chose; its id stays the current one, and keys
/// go on from its place.
void ListView::followCurrent()
{
    if (m_currentId.isNull() || m_isCurrentAwaited)
        return;
    const int place = currentIndex().row();
    const QUuid there = m_model.idAt(place);
    const int row = m_model.rowOf(m_currentId);
    if (row < 0 ? there.isNull() : there == m_currentId)
        return; // not known, or in place
    const QScopedValueRollback following(m_isFollowing, true);
    setAutoScroll(false);
    if (row >= 0) {
        setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
    } else {
        selectionModel()->clear();
        m_leftPlace = place;
    }
    setAutoScroll(true);
}

bool ListView::setCurrentId(const QUuid &id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    moveTo(row);
    return true;
}

void ListView::clearCurrent()
{
    selectionModel()->clear();
}

void ListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_leftPlace = -1;
    if (m_isFollowing)
        return viewport()->update();
    const QUuid id = current.isValid() ? m_model.idAt(current.row()) : QUuid();
    viewport()->update();
    m_isCurrentAwaited = current.isValid() && id.isNull();
    if (m_isCurrentAwaited)
        return; // not loaded yet: reportVisibleRows() asks for it, then the id is known
    if (std::exchange(m_currentId, id) != id)
        Q_EMIT currentIdChanged(id);
}

void ListView::reportVisibleRows()
{
    const int height = viewport()->height();
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(height - 1);
    m_model.setVisibleRange(first, last >= 0 ? last : first + height / metrics::row);
}

void ListView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    reportVisibleRows();
    m_frozen->place();
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    reportVisibleRows();
    m_frozen->place();
}

void ListView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    m_frozen->update();
}

/// The name column takes what the others leave; too narrow, the list scrolls sideways.
void ListView::fitColumns()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    QHeaderView *header = horizontalHeader();
    int others = 0;
    for (int i = 0; i < header->count(); ++i) {
        if (i != m_stretched && !header->isSectionHidden(i))
            others += header->sectionSize(i);
    }
    header->resizeSection(m_stretched, std::max(nameMinimum, viewport()->width() - others));
    m_isFitting = false;
}

bool ListView::isFrozenAt(int x) const
{
    if (!m_frozen->isVisible())
        return false;
    const int inside = layoutDirection() == Qt::RightToLeft ? viewport()->width() - x : x;
    return inside < m_frozen->width();
}

bool ListView::isFirstColumn(int section) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == section;
    }
    return false;
}

bool ListView::isLastColumn(int section) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = header->count() - 1; visual >= 0; --visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == section;
    }
    return false;
}

QMenu *ListView::makeColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAccessibleName(tr("Columns"));
    const auto columns = m_model.columns();
    for (int i = 1; i < static_cast<int>(columns.size()); ++i) {
        QAction *action = menu->addAction(models::titleOf(columns[static_cast<std::size_t>(i)]));
        action->setCheckable(true);
        action->setChecked(!horizontalHeader()->isSectionHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool isShown) {
            horizontalHeader()->setSectionHidden(i, !isShown);
            fitColumns();
            viewport()->update();
            Q_EMIT columnsChanged();
        });
    }
    return menu;
}

QList<int> ListView::shownColumns() const
{
    QList<int> shown;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            shown.append(column);
    }
    return shown;
}

QByteArray ListView::columnState() const
{
    return horizontalHeader()->saveState();
}

void ListView::restoreColumnState(const QByteArray &state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        return;
    horizontalHeader()->setSectionHidden(0, false);
    horizontalHeader()->setFixedHeight(metrics::row);
    fitColumns();
}

bool ListView::showsAllTicks() const
{
    return !m_model.checked().isEmpty(m_model.totals());
}

double ListView::glowOf(int row) const
{
    return m_glow.isEmpty() ? 0 : m_glow.value(m_model.idAt(row));
}

bool ListView::isSettled(int row) const
{
    const auto columns = m_model.columns();
    const auto status = std::ranges::find(columns, CellLook::Status, &models::ListColumn::look);
    if (status == columns.end())
        return false;
    const auto column = static_cast<int>(status - columns.begin());
    const QString state = m_model.index(row, column).data(ListTableModel::StatusRole).toString();
    return state == "paid"_L1 || state == "void"_L1 || state == "uncollectible"_L1;
}

void ListView::glow(const QList<QUuid> &ids)
{
    for (const QUuid &id : ids)
        m_glow.insert(id, 1.0);
    m_glowing.stop();
    m_glowing.start();
}

} // namespace ui
