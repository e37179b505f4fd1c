// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <QUuid>
#include <QVariantMap>

#include <span>

namespace db {

class Session;

/// How a mirrored object finds its tenant.
enum class TenantLink { None, Own, ByCustomer };

/// Where one kind of mirrored object lies. Everything here is a literal of ours.
struct MirrorTable
{
    QLatin1StringView name;
    QLatin1StringView idColumn;                      ///< Stripe's id, unique.
    std::span<const QLatin1StringView> columns;      ///< Beside the id and the snapshot's own.
    std::span<const QLatin1StringView> auditColumns; ///< What an audit row tells of the object.
    TenantLink link = TenantLink::ByCustomer;
};

/// Whether an object has reached a state it never leaves, and which of two such states wins.
struct Finality
{
    bool isTerminal = false;
    int rank = 0;
};

struct MirrorOutcome
{
    QUuid id;               ///< Our row.
    QUuid tenantId;         ///< Null while the customer is linked to no tenant.
    bool isApplied = false; ///< False: an older copy than the one stored.
    QJsonObject before;     ///< The audit columns; empty for a new row.
    QJsonObject after;
};

/// Writes one copy of an object under the order rule of design §5.4. Of two events the greater
/// (is terminal, as_of, terminal rank, event id) wins whatever came first; an answer fetched from
/// Stripe is always applied; a row that events alone cannot settle is marked needs_fetch.
/// The caller holds the customer's lock (lockCustomer).
[[nodiscard]] core::Result<MirrorOutcome>
writeMirror(Session &session, const MirrorTable &table, const QString &stripeId,
            const QVariantMap &values, const core::Snapshot &snapshot, Finality finality);

/// Serialises everything that touches one Stripe customer until the transaction ends.
[[nodiscard]] core::Result<> lockCustomer(Session &session, const QString &customerId);

/// JSON as jsonb takes it: an escaped NUL or a lone surrogate becomes U+FFFD.
[[nodiscard]] QString jsonbText(const QJsonObject &object);
[[nodiscard]] QString jsonbText(const QJsonArray &array);
/// Text without NUL, which PostgreSQL refuses; null when empty.
[[nodiscard]] QVariant textOrNull(QString text);
[[nodiscard]] QVariant timeOrNull(const QDateTime &time);
[[nodiscard]] QVariant jsonOrNull(const QJsonObject &object);
/// '{"a","b"}' for a text[] column.
[[nodiscard]] QString arrayLiteral(const QStringList &values);

} // namespace db
