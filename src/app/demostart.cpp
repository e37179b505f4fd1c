// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demostart.h"

#include "app/demodata.h"
#include "db/privatecluster.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DemoStart)
};

QString readWorld(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

core::Result<> keepWorld(const QString &path, const QString &world)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(world.toUtf8()) < 0 || !file.commit())
        return core::fail(core::Error::Kind::Storage,
                          Text::tr("The demo cannot be kept in %1.").arg(path), file.errorString());
    return {};
}

} // namespace

core::Result<PreparedDemo> prepareDemo(const QString &clusterName, const QString &world,
                                       const Progress &progress)
{
    const auto database = prepareDatabase({}, clusterName, progress);
    if (!database)
        return core::passOn(database);
    PreparedDemo demo;
    demo.database = *database;
    demo.stateDirectory = db::PrivateCluster::defaultDirectory(clusterName + u"-sandbox"_s);
    QDir().mkpath(demo.stateDirectory);
    const QString worldFile = demo.stateDirectory + u"/world.txt"_s;
    demo.world = readWorld(worldFile);
    if (demo.world.isEmpty()) {
        demo.world = completeWorld(world, QDateTime::currentDateTimeUtc().date());
        if (const auto kept = keepWorld(worldFile, demo.world); !kept)
            return core::passOn(kept);
    }
    // Asked at every start: the last one may have been cut short before the data was there.
    const auto written = writeDemoData(demo.database.owner, demo.world, progress);
    if (!written && written.error().kind != core::Error::Kind::Conflict)
        return core::passOn(written);
    return demo;
}

} // namespace app
