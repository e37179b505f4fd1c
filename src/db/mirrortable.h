// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"
#include "db/bindvalues.h"

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

/// One copy of an object as its table takes it.
struct MirrorCopy
{
    const MirrorTable *table = nullptr;
    QString stripeId;
    QString customerId; ///< Whose lock guards it; empty for products and prices.
    QVariantMap values; ///< One for each of the table's columns.
    core::Snapshot snapshot;
    Finality finality;
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
[[nodiscard]] core::Result<MirrorOutcome> writeMirror(Session &session, const MirrorCopy &copy);

/// Marks a row as not whole: it is fetched again, with all pages of its lists.
[[nodiscard]] core::Result<> markForFetch(Session &session, const MirrorTable &table,
                                          const QUuid &rowId);

/// Serialises everything that touches one Stripe customer until the transaction ends.
[[nodiscard]] core::Result<> lockCustomer(Session &session, const QString &customerId);

} // namespace db
