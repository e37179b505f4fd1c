// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"

#include <QAbstractTableModel>

namespace models {

/// Deliveries that were not taken, the newest first.
class TurnedAwayTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Reason, From, Signed, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setDeliveries(const QList<core::TurnedAwayDelivery> &deliveries, const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const core::TurnedAwayDelivery &delivery, int column) const;

    QList<core::TurnedAwayDelivery> m_deliveries;
    QDateTime m_now;
};

} // namespace models
