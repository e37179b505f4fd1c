// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/endpointtablemodel.h"
#include "ui/theme/theme.h"

#include <QTableView>

namespace ui {

/// The endpoints as rows. Arrows move, Enter opens; its actions() are its context menu.
class EndpointTable : public QTableView
{
    Q_OBJECT

public:
    EndpointTable(const Theme &theme, models::EndpointTableModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QString currentId() const;
    bool setCurrentId(const QString &id); ///< False where it is not there.
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }

Q_SIGNALS:
    void currentIdChanged(const QString &id); ///< Empty: none.
    void opened(const QString &id);           ///< Enter or double click.

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void setUpColumns(const Theme &theme);
    void setHoveredRow(int row);

    models::EndpointTableModel &m_model;
    int m_hoveredRow = -1;
};

} // namespace ui
