// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databasestart.h"

#include "db/migrations.h"
#include "db/privatecluster.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseStart)
};

core::Result<PreparedDatabase> named(const QString &url)
{
    const auto parameters = db::parseConnectionUrl(url);
    if (!parameters)
        return core::passOn(parameters);
    const QByteArray host = parameters->value("host");
    PreparedDatabase prepared;
    prepared.parameters = *parameters;
    prepared.name =
        host.isEmpty() || host.startsWith('/') ? Text::tr("local") : QString::fromUtf8(host);
    return prepared;
}

PreparedDatabase preparedIn(std::unique_ptr<db::PrivateCluster> cluster)
{
    PreparedDatabase prepared;
    prepared.cluster = std::move(cluster);
    prepared.parameters = prepared.cluster->deskParameters();
    prepared.owner = prepared.cluster->ownerParameters();
    prepared.name = Text::tr("local");
    return prepared;
}

} // namespace

std::optional<PreparedDatabase> runningDatabase(const QString &clusterName)
{
    auto cluster =
        db::PrivateCluster::joinRunning(db::PrivateCluster::defaultDirectory(clusterName));
    if (!cluster)
        return std::nullopt;
    return preparedIn(std::move(cluster));
}

core::Result<PreparedDatabase> prepareDatabase(const QString &url, const QString &clusterName,
                                               const Progress &progress)
{
    if (!url.isEmpty())
        return named(url);
    auto opened = db::PrivateCluster::open(db::PrivateCluster::defaultDirectory(clusterName),
                                           [&](const QString &step) { progress(step, {}); });
    if (!opened)
        return core::passOn(opened);
    PreparedDatabase prepared = preparedIn(*std::move(opened));
    const auto migrated = db::Migrations().migrate(
        prepared.owner, [&](const QString &) { progress(Text::tr("Setting up the tables"), {}); });
    if (!migrated)
        return core::passOn(migrated);
    if (const auto admitted = prepared.cluster->admitDesk(); !admitted)
        return core::passOn(admitted);
    return prepared;
}

} // namespace app
