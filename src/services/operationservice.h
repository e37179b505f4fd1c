// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/result.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// Shows operations and lets a person go on with one that stopped. Dialogs read their group again
/// whenever the change feed names an `operation`.
class OperationService
{
public:
    explicit OperationService(db::Database &database)
        : m_database(database)
    {
    }

    /// The group's steps in order.
    QFuture<core::Result<QList<core::Operation>>> group(QUuid groupId);
    /// Every group with a step that is not done, refused included, newest first: the Tasks list.
    QFuture<core::Result<QList<core::Operation>>> unfinished();
    /// Goes on with a refused step under a new idempotency key, with corrected input merged in;
    /// or confirms a planned one that waited too long. Errors: Conflict when it moved on meanwhile.
    QFuture<core::Result<>> resume(QUuid operationId, QJsonObject correctedInput);
    /// Gives up the steps of the group that were not sent.
    QFuture<core::Result<>> withdraw(QUuid groupId);

private:
    db::Database &m_database;
};

} // namespace services
