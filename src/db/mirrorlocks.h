// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace db {

class Session;

// Who writes a mirrored object holds its lock: the processor for the events of a batch, a fetch
// from before its question to Stripe until its answer is committed. All are advisory locks of
// PostgreSQL, so they hold between programs too. Objects are locked before customers.

/// Waits for the locks of these objects, in one order for all; held until the transaction ends.
[[nodiscard]] core::Result<> lockObjects(Session &session, QStringList stripeIds);
/// Serialises what links a customer to its tenant with what is written about it.
[[nodiscard]] core::Result<> lockCustomers(Session &session, QStringList customerIds);

/// An object's lock on this connection, across transactions: a fetch takes it before it asks
/// Stripe. False when somebody else has it.
[[nodiscard]] core::Result<bool> tryHoldObject(Session &session, const QString &stripeId);
/// Whether this connection still holds it: it was lost with the connection that took it.
[[nodiscard]] core::Result<bool> holdsObject(Session &session, const QString &stripeId);
[[nodiscard]] core::Result<bool> letGoObject(Session &session, const QString &stripeId);

} // namespace db
