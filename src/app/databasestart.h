// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/connectionurl.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace db {
class PrivateCluster;
}

namespace app {

/// For the operator, while it lasts: the step, "Setting up the database …", and how far it is,
/// "120 of 400 tenants". From any thread.
using Progress = std::function<void(const QString &step, const QString &detail)>;

/// A database that is there, with the parameters the program works with.
struct PreparedDatabase
{
    db::ConnectionParameters parameters;
    db::ConnectionParameters owner; ///< Private clusters only: for migrations and bulk loads.
    QString name;                   ///< For the status bar: "local", or the host.
    std::shared_ptr<db::PrivateCluster> cluster; ///< Null for a database of somebody else's.
};

/// The private cluster of that name where its server runs, of an earlier start or another window.
/// Asks nothing of it: where it does not let the desk in or has other tables, prepareDatabase() has
/// to look at it.
[[nodiscard]] std::optional<PreparedDatabase> runningDatabase(const QString &clusterName);

/// Reads the URL, or makes and starts the private cluster of that name and migrates it. A database
/// named by a URL is not touched: `oms-billingd migrate` does that. Blocks; call it on a worker.
[[nodiscard]] core::Result<PreparedDatabase>
prepareDatabase(const QString &url, const QString &clusterName, const Progress &progress);

} // namespace app
