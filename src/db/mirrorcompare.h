// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"

#include <QSet>

namespace db {

/// One field in which a mirrored object is not what a copy of Stripe says. Without a field: the
/// object is not here at all.
struct Difference
{
    QString stripeId;
    QUuid tenantId;
    QString field;
    QString here; ///< Null: nothing.
    QString there;
    QVariantMap row; ///< Amounts and currency as they are here: what hangs on it.
};

/// What a set of copies says about the rows of their table.
struct Comparison
{
    QList<Difference> differences;
    QSet<QString> newer;    ///< Changed here since Stripe answered: nothing can be said.
    QSet<QString> doubtful; ///< Marked to be fetched again whatever the comparison says.
};

/// Compares copies of one table's objects with its rows, field by field, by the database's own
/// types: no row is written or locked. What changes by itself (links with a limited life) is left
/// out.
[[nodiscard]] core::Result<Comparison> compareWithMirror(Session &session,
                                                         const QList<MirrorCopy> &copies);

/// The same for the items of whole subscriptions that are mirrored; the fields are called
/// "items.si_1.quantity", and "items.si_1" for an item that only one side has.
[[nodiscard]] core::Result<QList<Difference>>
compareItems(Session &session, const QList<core::Subscription> &subscriptions);

} // namespace db
