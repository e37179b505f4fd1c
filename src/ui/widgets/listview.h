// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listtablemodel.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QTableView>
#include <QVariantAnimation>

class QMenu;

namespace ui {

class ListDelegate;
class FrozenColumn;

/// A windowed list as a table: 28 px rows, tick boxes, one current row, sorting by header click.
/// Keys: arrows, Page, Home and End move; Enter opens; Space ticks; Ctrl+A ticks all. The current
/// row and the ticks follow their ids through refreshes. Its actions() are its context menu.
class ListView : public QTableView
{
    Q_OBJECT

public:
    ListView(const Theme &theme, models::ListTableModel &model, QWidget *parent = nullptr);
    ~ListView() override;

    [[nodiscard]] models::ListTableModel &listModel() const { return m_model; }
    [[nodiscard]] QUuid currentId() const { return m_currentId; }
    /// Makes the row current, where it is at hand.
    bool setCurrentId(const QUuid &id);
    void clearCurrent();
    /// From 0; also one that has not been read yet.
    void goToRow(int row);
    /// Checkable entries, one per column; the first column always stays. The caller owns it.
    [[nodiscard]] QMenu *makeColumnMenu(QWidget *parent);
    [[nodiscard]] QList<int> shownColumns() const; ///< Of the model, as they stand.
    [[nodiscard]] QByteArray columnState() const;  ///< Order, widths, which are shown.
    void restoreColumnState(const QByteArray &state);

    [[nodiscard]] bool isFirstColumn(int section) const;
    [[nodiscard]] bool isLastColumn(int section) const;
    /// Whether the frozen first column lies over this place of the viewport or the header.
    [[nodiscard]] bool isFrozenAt(int x) const;
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    [[nodiscard]] bool showsAllTicks() const;    ///< While anything is ticked.
    [[nodiscard]] double glowOf(int row) const;  ///< 0 … 1, fading after a change.
    [[nodiscard]] bool isSettled(int row) const; ///< Paid or void: no longer late.
    void glow(const QList<QUuid> &ids);

Q_SIGNALS:
    void currentIdChanged(const QUuid &id); ///< Null when no row is current.
    void rowActivated(const QUuid &id);     ///< Enter or double click.
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpHeader();
    void followModel();
    void reportVisibleRows();
    void fitColumns();
    void toggleTick(int row);
    void moveTo(int row);
    void showMenu(const QPoint &at);
    void keepCurrent();
    void followCurrent();
    void setHoveredRow(int row);
    [[nodiscard]] bool isOnTick(const QPoint &at) const;

    const Theme &m_theme;
    models::ListTableModel &m_model;
    FrozenColumn *m_frozen = nullptr;
    QUuid m_currentId;
    bool m_isCurrentAwaited = false; ///< The current row is not loaded yet.
    bool m_isFollowing = false;      ///< The same row, at another place.
    int m_leftPlace = -1;            ///< Where the current row was when it left the list.
    int m_hoveredRow = -1;
    int m_stretched = 0; ///< The column that takes what is left over.
    bool m_isFitting = false;
    QHash<QUuid, qreal> m_glow;
    QVariantAnimation m_glowing;
};

} // namespace ui
