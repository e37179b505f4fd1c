// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listtablemodel.h"
#include "ui/theme/theme.h"

#include <QHeaderView>

namespace ui {

class ListView;

/// A list's header: a click sorts, Shift-click adds a key, the box in front ticks all rows.
class ListHeader : public QHeaderView
{
    Q_OBJECT

public:
    ListHeader(const Theme &theme, models::ListTableModel &model, ListView &view);
    [[nodiscard]] QSize sizeHint() const override;
    /// The first column's section elsewhere: in the frozen column.
    void paintFirst(QPainter &painter, const QRect &rect) const { paintSection(&painter, rect, 0); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool isOnBox(const QPoint &at) const;
    [[nodiscard]] Qt::CheckState allState() const;
    void paintTitle(QPainter &painter, const QRectF &rect, const models::ListColumn &column) const;

    const Theme &m_theme;
    models::ListTableModel &m_model;
    ListView &m_view;
    bool m_isShiftClick = false;
    bool m_isBoxPressed = false;
    bool m_isFrozenPressed = false;
};

} // namespace ui
