// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/databasestart.h"

namespace app {

/// The demonstration's database, and where its sandbox keeps what was changed.
struct PreparedDemo
{
    PreparedDatabase database;
    QString world; ///< As the sandbox takes it: the same that the database was filled from.
    QString stateDirectory;
};

/// Makes the demonstration's private cluster and fills it at the first start. `fresh` names a
/// throw-away one beside it, for screenshots and tests; `world` is for a first start only. Blocks.
[[nodiscard]] core::Result<PreparedDemo>
prepareDemo(const QString &clusterName, const QString &world, const Progress &progress);

} // namespace app
