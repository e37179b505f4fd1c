// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/checkedrows.h"
#include "models/listcolumn.h"
#include "models/listcounter.h"
#include "models/listsource.h"
#include "models/stagedload.h"
#include "models/windowcache.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace models {

/// A list of any length, read by window: the view says what it shows (setVisibleRange), the model
/// asks the source for that and a little around it. Rows first, then how many there are: the first
/// screenful waits for no count. A late answer to an old query is dropped; the old rows stay until
/// the new ones are here; ticks and current row are kept by id.
class ListTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QUuid
        RawRole,                   ///< The cell as the source gave it; a null variant for none.
        SortKeyRole,               ///< Comparable: minor units, UTC time, text.
        StatusRole,                ///< Wire text, only in Status columns.
        MoneyRole,                 ///< core::Money, only in Money columns.
        LoadedRole,                ///< bool: false draws a placeholder.
    };

    ListTableModel(ListSource &source, core::ListId list, const core::Clock &clock,
                   QObject *parent = nullptr);

    [[nodiscard]] std::span<const ListColumn> columns() const { return m_columns; }
    [[nodiscard]] const core::ListQuery &query() const { return m_query; }
    /// Asks anew; a different filter drops the ticks. Also the first load.
    void setQuery(core::ListQuery query);
    /// Header click: sorts, again turns the order; isAdded keeps the other keys.
    void sortBy(int column, bool isAdded);
    void setSortSilently(QList<core::SortKey> sort) { m_query.sort = std::move(sort); }
    void reload();
    /// The rows on screen, inclusive.
    void setVisibleRange(int first, int last);
    /// From the change feed. Bursts are taken together; without ids everything may have changed.
    void noteChanges(const QList<QUuid> &ids);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const core::Error &error() const { return m_error; } ///< When Failed.
    [[nodiscard]] const core::ListTotals &totals() const { return m_totals; }
    /// Whether totals() are this filter's; until then rowCount() is what has been read.
    [[nodiscard]] bool isCounted() const { return m_counter.isKnown(); }
    [[nodiscard]] const CheckedRows &checked() const { return m_checked; }
    void setAllChecked(bool isChecked);
    [[nodiscard]] QUuid idAt(int row) const;        ///< Null while the row is not loaded.
    [[nodiscard]] int rowOf(const QUuid &id) const; ///< −1 when not at hand.
    [[nodiscard]] const core::ListRow *listRow(int row) const { return m_cache.row(row); }
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void stateChanged();
    void totalsChanged();
    void checkedChanged();
    void sortChanged();
    void rowsChanged(const QList<QUuid> &ids); ///< Seen to be new or different: let them glow.

private:
    void begin(bool isReset);
    void takePage(const core::Result<core::ListWindow> &page, qint64 window);
    void takeLaterPage(qint64 window, const QList<core::ListRow> &rows);
    void takeTotals(const core::Result<core::ListTotals> &totals);
    void adopt();
    void adoptRefresh(const StagedLoad &staged);
    void matchRowCount(int count);
    void fetchMissing();
    void renewShortWindows();
    void fetchWindow(qint64 window);
    void applyChanges();
    void applyWaitingChanges();
    void applyRows(const QList<core::ListRow> &rows, qsizetype asked);
    [[nodiscard]] bool sortsAlike(const core::ListRow &a, const core::ListRow &b) const;
    void fail(const core::Error &error);
    void setState(State state);
    [[nodiscard]] QList<qint64> wantedWindows() const; ///< Those on screen first.
    [[nodiscard]] int rowsAfter(const StagedLoad &staged) const;
    [[nodiscard]] QVariant cellData(const ListColumn &column, const QVariant &cell, int role) const;

    ListSource &m_source;
    const core::Clock &m_clock;
    std::span<const ListColumn> m_columns;
    core::ListQuery m_query;
    State m_state = State::Idle;
    core::Error m_error;
    core::ListTotals m_totals;
    ListCounter m_counter;
    WindowCache m_cache;
    CheckedRows m_checked;
    quint64 m_generation = 0; ///< Answers of an older one are dropped.
    std::optional<StagedLoad> m_staged;
    QSet<qint64> m_inFlight;
    int m_rows = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    NotedChanges m_noted;
    bool m_isReadingById = false;
    QTimer m_changeTimer;
};

} // namespace models
