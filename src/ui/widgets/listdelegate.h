// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listtablemodel.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

class ListView;

/// Draws a list's cells by their column's look, all texts of a row on one baseline.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Where the tick box of a row stands, and where the first column's text then begins.
    static constexpr int boxLeft = metrics::gutter;
    static constexpr int boxSide = 14;
    static constexpr int textAfterBox = 44;

    ListDelegate(const Theme &theme, const ListView &view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    struct Cell;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    void paintTick(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintCell(const Cell &cell) const;
    void paintPlaceholder(const Cell &cell) const;
    void paintText(const Cell &cell) const;
    void paintMoney(const Cell &cell) const;
    void paintLimit(const Cell &cell) const;
    void paintCountdown(const Cell &cell) const;
    void paintDueDate(const Cell &cell) const;

    const Theme &m_theme;
    const ListView &m_view;
};

} // namespace ui
