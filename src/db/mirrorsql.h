// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"
#include "db/pgargument.h"

namespace db {

/// What writes copies of one kind of object, and gives back of each Stripe's id, ours, the
/// tenant's, and the audit columns as JSON.
struct MirrorWrite
{
    QByteArray sql;
    QList<PgArgument> arguments;
};

/// Inserts new rows, or updates rows that are there.
[[nodiscard]] MirrorWrite mirrorWriteOf(const QList<MirrorCopy> &copies, bool isFresh);

// Pieces of statements, where `t` is the table.
[[nodiscard]] QByteArray latin1(QLatin1StringView literal);
[[nodiscard]] QByteArray auditObject(const MirrorTable &table);
[[nodiscard]] QByteArray tenantOf(const MirrorTable &table);

[[nodiscard]] QString textOf(const QVariant &value); ///< Null where the value is.
[[nodiscard]] QString textOf(core::Snapshot::Source source);
[[nodiscard]] core::Snapshot::Source sourceFrom(const QString &text);

} // namespace db
