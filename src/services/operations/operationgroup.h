// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

namespace db {
class Session;
}

namespace services {

/// A new operation on that tenant, with an idempotency key of its own.
[[nodiscard]] core::Operation newOperation(core::OperationKind kind, const QUuid &tenantId,
                                           const QJsonObject &input, const QString &reason);

/// Puts the steps into the queue, to follow each other in this order. Gives the group's id.
/// Errors: Conflict when an equal operation is open already.
[[nodiscard]] core::Result<QUuid> submitGroup(db::Session &session, QList<core::Operation> steps);

} // namespace services
