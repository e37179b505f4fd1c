// SPDX-License-Identifier: GPL-3.0-or-later
// Starting a private cluster that is there but does not run, until it answers, against pg_ctl
// starting the same cluster by hand.
#include "benchset.h"
#include "db/clusterprograms.h"
#include "programs.h"
#include "report.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace bench;

namespace {

using Cluster = std::unique_ptr<db::PrivateCluster>;

double openOnce(const QString &folder, Cluster &cluster)
{
    QElapsedTimer time;
    time.start();
    cluster = valueOf(db::PrivateCluster::open(folder));
    return double(time.nsecsElapsed()) / 1'000'000;
}

double startByHand(const db::ClusterFiles &files, const QString &programs)
{
    QElapsedTimer time;
    time.start();
    (void)valueOf(
        db::runAs(files.account(), programs + u"/pg_ctl"_s,
                  {u"-D"_s, files.dataFolder(), u"-l"_s, files.logFile(), u"-w"_s, u"start"_s}));
    const double took = double(time.nsecsElapsed()) / 1'000'000;
    (void)valueOf(db::runAs(files.account(), programs + u"/pg_ctl"_s,
                            {u"-D"_s, files.dataFolder(), u"-m"_s, u"fast"_s, u"-w"_s, u"stop"_s}));
    return took;
}

void measureStart()
{
    const QString folder = db::PrivateCluster::defaultDirectory(u"bench-start"_s);
    Cluster cluster;
    (void)openOnce(folder, cluster); // makes it
    const db::ClusterFiles files = cluster->files();
    const QString programs = valueOf(db::findClusterPrograms(files.majorVersion())).folder;
    valueOf(cluster->close());
    Figures figures{.name = u"cluster-start"_s, .unit = u"ms"_s};
    for (int run = 0; run < 7; ++run) {
        figures.baselines += startByHand(files, programs);
        figures.ours += openOnce(folder, cluster);
        valueOf(cluster->close());
    }
    print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return runBenchmarks({{u"cluster-start"_s, measureStart}}, QCoreApplication::arguments());
}
