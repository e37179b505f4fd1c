// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/result.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// Creates and cancels subscriptions. Submits operations; the executor does them.
class SubscriptionService
{
public:
    explicit SubscriptionService(db::Database &database)
        : m_database(database)
    {
    }

    /// Active recurring prices, by product name.
    QFuture<core::Result<QList<core::PriceOption>>> prices();
    /// The tenant of a row of the subscriptions' list; null while it has none. Errors: NotFound.
    QFuture<core::Result<QUuid>> tenantOf(QUuid subscriptionRow);
    /// Commits the operation; gives its group. Errors: Invalid with `field`, Conflict, NotFound.
    QFuture<core::Result<QUuid>> create(core::NewSubscription subscription);
    QFuture<core::Result<QUuid>> cancel(core::Cancellation cancellation);

private:
    db::Database &m_database;
};

} // namespace services
