// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace db {

class Session;

/// The Stripe account and mode a database belongs to.
struct BoundAccount
{
    QString accountId;
    bool livemode = false;
    bool operator==(const BoundAccount &) const = default;
};

/// Table stripe_account and what the session's role may do.
class AccountRepository
{
public:
    explicit AccountRepository(Session &session)
        : m_session(session)
    {
    }
    core::Result<std::optional<BoundAccount>> bound();
    /// Binds an unbound database; gives what it is bound to now.
    core::Result<BoundAccount> bind(const BoundAccount &account);
    /// Up to when Stripe's own list of events has been read; invalid for never.
    core::Result<QDateTime> eventsListedUntil();
    core::Result<> setEventsListedUntil(const QDateTime &until);
    /// Whether the role may run the engine (is a member of oms_service).
    core::Result<bool> isService();
    /// Display name of the signed-in person: staff's, else the login name.
    core::Result<QString> displayName();
    /// Role for the window's corner: admin, operator, viewer, or empty.
    core::Result<QString> roleText();

private:
    core::Result<QString> single(const QString &sql);
    Session &m_session;
};

} // namespace db
