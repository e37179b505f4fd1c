// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/databasestart.h"

#include <QDate>

namespace app {

/// Fills an empty, migrated database with a generated world, as the owner of its tables, in one
/// transaction. Blocks. Gives the number of rows. Errors: Invalid for a world that cannot be read,
/// Conflict when there are tenants already.
[[nodiscard]] core::Result<qint64> writeDemoData(const db::ConnectionParameters &owner,
                                                 const QString &world, const Progress &progress);

/// "1:400:24" completed by today: a world's text always ends in its day.
[[nodiscard]] QString completeWorld(const QString &world, const QDate &today);

} // namespace app
