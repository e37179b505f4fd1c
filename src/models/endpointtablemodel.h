// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhookendpoint.h"

#include <QAbstractTableModel>

namespace models {

/// Stripe's webhook endpoints as a table: 16 at most, so all of them at once. Rows keep their place
/// through a refresh where they can, so that the current one stays current.
class EndpointTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Address, State, Version, Types, Secret, Created, ColumnCount };
    enum Role {
        StatusRole = Qt::UserRole + 1, ///< Wire text, only in State.
        ConcernRole,                   ///< bool: something is to be done about this cell.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `ownVersion`: the API version that this program works with.
    void setEndpoints(const QList<core::WebhookEndpoint> &endpoints, const QString &ownVersion);
    [[nodiscard]] const QList<core::WebhookEndpoint> &endpoints() const { return m_endpoints; }
    /// Null for a row that is not there.
    [[nodiscard]] const core::WebhookEndpoint *endpoint(int row) const;
    [[nodiscard]] int rowOf(const QString &id) const; ///< -1 when it is not there.

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString wireOf(const core::WebhookEndpoint &endpoint) const;
    [[nodiscard]] QString text(const core::WebhookEndpoint &endpoint, int column) const;
    [[nodiscard]] bool isConcern(const core::WebhookEndpoint &endpoint, int column) const;

    QList<core::WebhookEndpoint> m_endpoints;
    QString m_ownVersion;
};

} // namespace models
