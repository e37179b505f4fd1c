// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jump.h"
#include "core/result.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// Finds objects for the jump list, in the mirror alone: it works while Stripe is away.
class JumpService
{
public:
    explicit JumpService(db::Database &database)
        : m_database(database)
    {
    }

    /// What fits the words typed, the best first; who asks drops what it no longer wants.
    QFuture<core::Result<QList<core::JumpHit>>> find(const QString &typed);
    /// These objects as they are now, in this order, without those that are gone.
    QFuture<core::Result<QList<core::JumpHit>>> read(QList<core::JumpTarget> targets);

private:
    db::Database &m_database;
};

} // namespace services
