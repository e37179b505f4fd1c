// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/endpointtablemodel.h"

#include "models/endpointreport.h"
#include "models/statustext.h"
#include "models/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

void EndpointTableModel::setEndpoints(const QList<core::WebhookEndpoint> &endpoints,
                                      const QString &ownVersion)
{
    const auto isSame = [](const core::WebhookEndpoint &a, const core::WebhookEndpoint &b) {
        return a.id == b.id;
    };
    m_ownVersion = ownVersion;
    if (std::ranges::equal(endpoints, m_endpoints, isSame)) {
        m_endpoints = endpoints;
        if (!m_endpoints.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_endpoints = endpoints;
    endResetModel();
}

const core::WebhookEndpoint *EndpointTableModel::endpoint(int row) const
{
    return row >= 0 && row < m_endpoints.size() ? &m_endpoints.at(row) : nullptr;
}

int EndpointTableModel::rowOf(const QString &id) const
{
    const auto it = std::ranges::find(m_endpoints, id, &core::WebhookEndpoint::id);
    return it == m_endpoints.end() ? -1 : int(it - m_endpoints.begin());
}

int EndpointTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

int EndpointTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// The one whose place another takes says so: both have the same address.
QString EndpointTableModel::wireOf(const core::WebhookEndpoint &endpoint) const
{
    const bool isReplaced =
        std::ranges::any_of(m_endpoints, [&](const core::WebhookEndpoint &other) {
            return other.overlap.replaces == endpoint.id;
        });
    if (isReplaced && endpoint.isEnabled)
        return u"being_replaced"_s;
    return endpoint.isEnabled ? u"enabled"_s : u"disabled"_s;
}

QString EndpointTableModel::text(const core::WebhookEndpoint &endpoint, int column) const
{
    switch (column) {
    case Address:
        return endpoint.url;
    case State:
        return statusFace(wireOf(endpoint)).word;
    case Version:
        return versionText(endpoint.apiVersion);
    case Types:
        return typesText(reportOf(endpoint, m_ownVersion));
    case Secret:
        return secretText(endpoint.secret);
    case Created:
        return dayAndYearText(endpoint.created.date());
    }
    return {};
}

bool EndpointTableModel::isConcern(const core::WebhookEndpoint &endpoint, int column) const
{
    switch (column) {
    case Version:
        return endpoint.apiVersion != m_ownVersion;
    case Types:
        return !reportOf(endpoint, m_ownVersion).missing.isEmpty();
    case Secret: // what others made may be others' business
        return !endpoint.operationId.isEmpty() && endpoint.secret == core::EndpointSecret::NotOurs;
    }
    return false;
}

QVariant EndpointTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::WebhookEndpoint &endpoint = m_endpoints.at(index.row());
    const QString words = text(endpoint, index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words;
    case Qt::ToolTipRole:
        return index.column() == Created ? exactTime(endpoint.created) : words;
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column, cell")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), words);
    case StatusRole:
        return index.column() == State ? QVariant(wireOf(endpoint)) : QVariant();
    case ConcernRole:
        return isConcern(endpoint, index.column());
    }
    return {};
}

QVariant EndpointTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        //: Column: where Stripe sends events.
        return tr("Address");
    case State:
        //: Column: enabled or disabled.
        return tr("State");
    case Version:
        //: Column: the version of Stripe's API.
        return tr("API version");
    case Types:
        //: Column: which events an endpoint sends.
        return tr("Event types");
    case Secret:
        //: Column: whether the signing secret is in this desk's keychain.
        return tr("Secret");
    case Created:
        //: Column: when the endpoint was created.
        return tr("Created");
    }
    return {};
}

} // namespace models
