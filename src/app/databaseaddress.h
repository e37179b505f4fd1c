// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"

#include <QString>

namespace app {

/// A database's address with its password apart, which belongs into the keychain.
struct DatabaseAddress
{
    QString url; ///< Without a password.
    QString password;
};

/// Takes the password out of an address. Errors: Invalid, an address that libpq cannot read, or
/// one whose password cannot be told apart.
[[nodiscard]] core::Result<DatabaseAddress> splitDatabaseAddress(const QString &typed);

/// The parameters of both together.
[[nodiscard]] core::Result<db::ConnectionParameters> join(const DatabaseAddress &address);

} // namespace app
