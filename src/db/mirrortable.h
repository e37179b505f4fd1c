// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"
#include "db/bindvalues.h"
#include "db/mirrororder.h"

#include <QHash>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QUuid>
#include <QVariantMap>

#include <span>

namespace db {

class Session;
struct MirrorCopy;
struct MirrorOutcome;

/// How a mirrored object finds its tenant.
enum class TenantLink { None, Own, ByCustomer };

/// A column and the type that its text is read as.
struct MirrorColumn
{
    QLatin1StringView name;
    QLatin1StringView type = QLatin1StringView("text");
    constexpr operator QLatin1StringView() const { return name; }
};

/// A column made by the database: from `x`, what comes in, `c`, its customer, and `t`, the row.
struct MadeColumn
{
    QLatin1StringView name;
    QLatin1StringView inserted;
    QLatin1StringView updated;
};

/// Where one kind of mirrored object lies. Everything here is a literal of ours.
struct MirrorTable
{
    /// What follows from rows that were written: items, and what is derived from them.
    using Follow = core::Result<> (*)(Session &session, std::span<const MirrorCopy> copies,
                                      std::span<const MirrorOutcome> outcomes);

    QLatin1StringView name;
    QLatin1StringView idColumn;                      ///< Stripe's id, unique.
    std::span<const MirrorColumn> columns;           ///< Beside the id and the snapshot's own.
    std::span<const QLatin1StringView> auditColumns; ///< What an audit row tells of the object.
    TenantLink link = TenantLink::ByCustomer;
    std::span<const MadeColumn> made = {};
    Follow follow = nullptr;
    /// A link to another object that Stripe never takes back, but leaves out of some shapes.
    QLatin1StringView untoldColumn = {};
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
    bool isWhole = true;           ///< False: of a list only the first page came with it.
    QList<QVariantMap> items = {}; ///< A subscription's.
    QString fault = {};            ///< Why it cannot be kept, as a sentence.
    bool isDoubtful = false;       ///< Stripe is to be asked.
    bool isLinkTold = true;        ///< False: it came in a shape without the table's untoldColumn.

    [[nodiscard]] MirrorVersion version() const
    {
        return {finality, snapshot.asOf, snapshot.source, snapshot.sourceId};
    }
};

struct MirrorOutcome
{
    QUuid id;               ///< Our row.
    QUuid tenantId;         ///< Null while the customer is linked to no tenant.
    bool isApplied = false; ///< False: an older copy than the one stored.
    QJsonObject before;     ///< The audit columns; empty for a new row.
    QJsonObject after;
};

/// What a row says before it is written.
struct MirrorState
{
    QUuid id;
    QUuid tenantId;
    MirrorVersion version;
    bool isDoubtful = false;
    QJsonObject told; ///< The audit columns.
};
using MirrorStates = QHash<QString, MirrorState>; ///< By Stripe's id; new objects are not in it.

/// Writes copies of objects of one kind, each object once, under the order rule (mirrororder.h).
/// Takes the locks of the objects and of their customers.
[[nodiscard]] core::Result<QList<MirrorOutcome>> writeMirror(Session &session,
                                                             QList<MirrorCopy> copies);

// The steps of it, for who holds the locks and judges by more than one copy:

/// Reads the rows and locks them.
[[nodiscard]] core::Result<MirrorStates> readStates(Session &session, const MirrorTable &table,
                                                    QStringList stripeIds);
/// Writes copies of one kind as they are, each object once; `states` is what they replace.
[[nodiscard]] core::Result<QList<MirrorOutcome>>
storeCopies(Session &session, const QList<MirrorCopy> &copies, const MirrorStates &states);
/// Copies that are passed over still tell their link to a row that has none.
[[nodiscard]] core::Result<> fillLinks(Session &session, const QList<MirrorCopy> &passedOver);
/// Marks rows to be fetched.
[[nodiscard]] core::Result<> markDoubtful(Session &session, const MirrorTable &table,
                                          const QStringList &stripeIds);

} // namespace db
