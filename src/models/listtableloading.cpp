// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listtablemodel.h"
#include "services/whenready.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcModels, "oms.models", QtInfoMsg)

namespace models {
namespace {

/// Windows asked for at a time while scrolling: what was scrolled past is not waited for.
constexpr int maxInFlight = 3;
/// Beyond this many changed rows one window is cheaper than the rows one by one.
constexpr qsizetype maxById = 50;

} // namespace

void ListTableModel::setQuery(core::ListQuery query)
{
    query.list = m_query.list;
    const bool isSameFilter = query.search == m_query.search && query.filters == m_query.filters
        && query.selection == m_query.selection;
    const bool isSameSort = query.sort == m_query.sort;
    m_query = std::move(query);
    if (!isSameFilter)
        m_counter.forget();
    if (!isSameFilter && !m_checked.isEmpty(m_totals)) {
        m_checked.clear();
        Q_EMIT checkedChanged();
    }
    if (!isSameSort)
        Q_EMIT sortChanged();
    begin(true);
}

void ListTableModel::reload()
{
    begin(m_state == State::Idle);
}

/// Asks for the windows on screen. The rows shown now stay until all of them are here.
void ListTableModel::begin(bool isReset)
{
    ++m_generation;
    m_inFlight.clear();
    const QList<qint64> windows = isReset ? QList<qint64>{0} : wantedWindows();
    m_staged = StagedLoad{.isReset = isReset,
                          .windows = {},
                          .awaited = windows.size(),
                          .noted = std::exchange(m_noted, {})};
    m_isReadingById = false;
    setState(State::Loading);
    for (const qint64 window : windows)
        fetchWindow(window);
}

void ListTableModel::fetchWindow(qint64 window)
{
    m_inFlight.insert(window);
    const quint64 generation = m_generation;
    const auto take = [this, generation, window](const core::Result<core::ListWindow> &answer) {
        if (generation == m_generation)
            takePage(answer, window);
    };
    services::whenReady(
        m_source.page(m_query, window * WindowCache::windowSize, WindowCache::windowSize), this,
        take);
}

void ListTableModel::takePage(const core::Result<core::ListWindow> &page, qint64 window)
{
    m_inFlight.remove(window);
    if (!page)
        return fail(page.error());
    if (m_staged) {
        m_staged->windows.insert(window, page->rows);
        return adopt();
    }
    takeLaterPage(window, page->rows);
}

void ListTableModel::takeLaterPage(qint64 window, const QList<core::ListRow> &rows)
{
    const bool isRenewed = m_cache.contains(window);
    const QList<QUuid> different =
        isRenewed ? m_cache.differing(rows, std::nullopt) : QList<QUuid>();
    m_cache.insert(window, rows);
    const int first = static_cast<int>(window * WindowCache::windowSize);
    const int last = std::min(first + WindowCache::windowSize, m_rows) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    if (last - first + 1 != rows.size())
        m_counter.count(m_query); // rows have come or gone since
    if (!different.isEmpty())
        Q_EMIT rowsChanged(different);
    fetchMissing();
}

void ListTableModel::takeTotals(const core::Result<core::ListTotals> &totals)
{
    if (!totals)
        return fail(totals.error());
    m_totals = *totals;
    if (!m_staged)
        matchRowCount(static_cast<int>(m_totals.count));
    Q_EMIT totalsChanged();
    renewShortWindows();
    fetchMissing();
}

/// A window that ended the list when it was read lacks what has come behind it since. Rows shown
/// stay until it is here; each count asks once.
void ListTableModel::renewShortWindows()
{
    if (m_state != State::Ready)
        return;
    const QList<qint64> wanted = wantedWindows();
    for (const qint64 window : m_cache.shortOf(m_rows)) {
        if (!wanted.contains(window))
            m_cache.remove(window);
        else if (!m_inFlight.contains(window))
            fetchWindow(window);
    }
}

/// How many rows to show once these windows are: what they say themselves, where one of them ends
/// the list, else what is known from the last count.
int ListTableModel::rowsAfter(const StagedLoad &staged) const
{
    int rows = isCounted() ? static_cast<int>(m_totals.count) : 0;
    for (auto it = staged.windows.cbegin(); it != staged.windows.cend(); ++it) {
        const int first = static_cast<int>(it.key() * WindowCache::windowSize);
        const int end = first + static_cast<int>(it->size());
        if (it->size() < WindowCache::windowSize && (first == 0 || !it->isEmpty()))
            return end;
        rows = std::max(rows, end);
    }
    return rows;
}

/// Shows the staged rows once all windows have come.
void ListTableModel::adopt()
{
    if (m_staged->windows.size() < m_staged->awaited)
        return;
    const StagedLoad staged = *std::exchange(m_staged, std::nullopt);
    if (staged.isReset) {
        beginResetModel();
        m_rows = rowsAfter(staged);
        m_cache.clear();
        for (auto it = staged.windows.cbegin(); it != staged.windows.cend(); ++it)
            m_cache.insert(it.key(), it.value());
        endResetModel();
    } else {
        adoptRefresh(staged);
    }
    setState(State::Ready);
    if (!staged.isReset || !isCounted())
        m_counter.count(m_query);
    applyWaitingChanges();
    fetchMissing();
}

/// The same query again: rows may have come, gone, moved or changed. Persistent indexes (current
/// row, selection) follow their row's id.
void ListTableModel::adoptRefresh(const StagedLoad &staged)
{
    matchRowCount(rowsAfter(staged));
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<QUuid> ids;
    ids.reserve(before.size());
    for (const QModelIndex &kept : before)
        ids.append(idAt(kept.row()));

    QList<QUuid> different;
    const QSet<QUuid> noted = staged.noted.ids + m_noted.ids;
    for (auto it = staged.windows.cbegin(); it != staged.windows.cend(); ++it) {
        const bool isRenewed = m_cache.contains(it.key()); // what was not in it is new
        different += m_cache.differing(it.value(), isRenewed ? std::nullopt : std::optional(noted));
    }
    m_cache.clear();
    for (auto it = staged.windows.cbegin(); it != staged.windows.cend(); ++it)
        m_cache.insert(it.key(), it.value());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = ids.at(i).isNull() ? -1 : rowOf(ids.at(i));
        if (row >= 0)
            changePersistentIndex(before.at(i), index(row, before.at(i).column()));
    }
    Q_EMIT layoutChanged();
    if (!different.isEmpty())
        Q_EMIT rowsChanged(different);
}

void ListTableModel::matchRowCount(int count)
{
    if (count > m_rows) {
        beginInsertRows({}, m_rows, count - 1);
        m_rows = count;
        endInsertRows();
    } else if (count < m_rows) {
        beginRemoveRows({}, count, m_rows - 1);
        m_rows = count;
        endRemoveRows();
    }
}

QList<qint64> ListTableModel::wantedWindows() const
{
    const qint64 last = std::max<qint64>(0, WindowCache::windowOf(std::max(0, m_rows - 1)));
    // A screenful more on each side: the next page key press finds its rows here.
    const qint64 screen = std::max(1, m_lastVisible - m_firstVisible + 1);
    const qint64 from = WindowCache::windowOf(std::max<qint64>(0, m_firstVisible - screen));
    const qint64 to = WindowCache::windowOf(std::max<qint64>(0, m_lastVisible + screen));
    QList<qint64> windows;
    for (qint64 window = std::min(from, last); window <= std::min(to, last); ++window)
        windows.append(window);
    std::ranges::stable_partition(windows, [this](qint64 window) {
        return window >= WindowCache::windowOf(m_firstVisible)
            && window <= WindowCache::windowOf(m_lastVisible);
    });
    return windows;
}

void ListTableModel::setVisibleRange(int first, int last)
{
    m_firstVisible = std::max(0, first);
    m_lastVisible = std::max(m_firstVisible, last);
    fetchMissing();
}

void ListTableModel::fetchMissing()
{
    if (m_state != State::Ready || m_rows == 0)
        return;
    const QList<qint64> windows = wantedWindows();
    for (const qint64 window : windows) {
        if (m_inFlight.size() >= maxInFlight)
            return;
        if (!m_cache.contains(window) && !m_inFlight.contains(window))
            fetchWindow(window);
    }
}

void ListTableModel::noteChanges(const QList<QUuid> &ids)
{
    m_noted.ids.unite(QSet<QUuid>(ids.begin(), ids.end()));
    m_noted.isAll = m_noted.isAll || ids.isEmpty();
    if (m_state != State::Idle && !m_changeTimer.isActive())
        m_changeTimer.start();
}

void ListTableModel::applyWaitingChanges()
{
    if (!m_noted.isEmpty())
        m_changeTimer.start();
}

/// Rows at hand are read by id and changed in place; anything else is a refresh. One reading at a
/// time: of two answers the later asked may come first.
void ListTableModel::applyChanges()
{
    if (m_staged || m_isReadingById)
        return; // the answer starts the timer again
    const QList<QUuid> ids = m_noted.ids.values();
    const bool isAtHand =
        std::ranges::all_of(ids, [this](const QUuid &id) { return rowOf(id) >= 0; });
    const bool isRefresh = m_noted.isAll || !isAtHand || ids.size() > maxById;
    if (isRefresh || m_state == State::Failed)
        return begin(false);
    m_noted = {};
    m_isReadingById = true;
    const quint64 generation = m_generation;
    const qsizetype asked = ids.size();
    const auto take = [this, generation, asked](const core::Result<QList<core::ListRow>> &rows) {
        if (generation != m_generation)
            return;
        if (!rows)
            return fail(rows.error());
        m_isReadingById = false;
        applyRows(*rows, asked);
        applyWaitingChanges();
    };
    services::whenReady(m_source.rowsById(m_query, ids), this, take);
}

void ListTableModel::applyRows(const QList<core::ListRow> &rows, qsizetype asked)
{
    bool isOrderSure = rows.size() == asked; // fewer: some no longer match the filter
    bool isSumSure = true;
    QList<QUuid> different;
    const int summed = core::columnIndex(m_query.list, core::summedColumn(m_query.list));
    for (const core::ListRow &row : rows) {
        const int at = rowOf(row.id);
        const core::ListRow *old = at >= 0 ? m_cache.row(at) : nullptr;
        if (!old || *old == row)
            continue;
        isOrderSure = isOrderSure && sortsAlike(*old, row);
        isSumSure = isSumSure && old->cells.value(summed) == row.cells.value(summed);
        m_cache.replace(row);
        different.append(row.id);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }
    if (!different.isEmpty())
        Q_EMIT rowsChanged(different);
    if (!isOrderSure)
        begin(false);
    else if (!isSumSure)
        m_counter.count(m_query);
}

bool ListTableModel::sortsAlike(const core::ListRow &a, const core::ListRow &b) const
{
    if (m_query.sort.isEmpty())
        return true; // the list's own order is by what does not change
    return std::ranges::all_of(m_query.sort, [&](const core::SortKey &key) {
        const auto column = std::ranges::find(m_columns, key.column, &ListColumn::id);
        const auto at = column - m_columns.begin();
        return a.cells.value(at) == b.cells.value(at);
    });
}

void ListTableModel::fail(const core::Error &error)
{
    qCWarning(lcModels) << "list" << core::toText(m_query.list) << "not read:" << error.detail;
    ++m_generation; // what else is under way belongs to a load that failed
    m_staged.reset();
    m_isReadingById = false;
    m_inFlight.clear();
    m_error = error;
    setState(State::Failed);
}

void ListTableModel::setState(State state)
{
    if (std::exchange(m_state, state) != state || state == State::Failed)
        Q_EMIT stateChanged();
}

} // namespace models
