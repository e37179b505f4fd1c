// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/turnedawaymodel.h"

#include "models/eventwording.h"
#include "models/wording.h"

namespace models {

void TurnedAwayTableModel::setDeliveries(const QList<core::TurnedAwayDelivery> &deliveries,
                                         const QDateTime &now)
{
    beginResetModel();
    m_deliveries = deliveries;
    m_now = now;
    endResetModel();
}

int TurnedAwayTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_deliveries.size());
}

int TurnedAwayTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TurnedAwayTableModel::text(const core::TurnedAwayDelivery &delivery, int column) const
{
    switch (column) {
    case At:
        return momentText(delivery.at, m_now);
    case Reason:
        return delivery.unlisted > 0
            ? tr("%1 (and %Ln more before it)", nullptr, static_cast<int>(delivery.unlisted))
                  .arg(rejectionText(delivery.reason))
            : rejectionText(delivery.reason);
    case From:
        return peerText(delivery.peer);
    case Signed:
        return momentText(delivery.signedAt, m_now);
    case Size:
        //: Size of what was sent, in bytes
        return tr("%1 B").arg(countText(delivery.bodySize));
    default:
        return {};
    }
}

QVariant TurnedAwayTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const core::TurnedAwayDelivery &delivery = m_deliveries.at(index.row());
    if (role == Qt::DisplayRole)
        return text(delivery, index.column());
    if (role == Qt::ToolTipRole && index.column() == At)
        return exactTime(delivery.at);
    if (role == Qt::ToolTipRole && index.column() == Reason)
        return text(delivery, Reason);
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

QVariant TurnedAwayTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Size)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case At:
        return tr("Received", "a delivery that was not taken");
    case Reason:
        return tr("Why", "a delivery was not taken");
    case From:
        return tr("From", "where a delivery came from");
    case Signed:
        return tr("Signed, it says", "the time in a signature");
    case Size:
        return tr("Size", "of a delivery");
    default:
        return {};
    }
}

} // namespace models
