// SPDX-License-Identifier: GPL-3.0-or-later
// A program that uses the private cluster in the folder named: prints "ready <server's pid>", then
// waits for its input to end, gives the cluster back and prints "closed". The tests kill it.
#include "db/pgconnection.h"
#include "db/privatecluster.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    auto cluster = db::PrivateCluster::open(QString::fromLocal8Bit(argv[1]));
    if (!cluster) {
        std::printf("failed %s (%s)\n", qPrintable(cluster.error().message),
                    qPrintable(cluster.error().detail));
        return 1;
    }
    const auto connection = db::PgConnection::open((*cluster)->deskParameters());
    const auto rows =
        connection ? connection->execute("SELECT session_user") : core::passOn(connection);
    if (!rows) {
        std::printf("failed %s\n", qPrintable(rows.error().detail));
        return 1;
    }
    std::printf("ready %d\n", int((*cluster)->files().postmaster()->pid));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    const core::Result<> closed = (*cluster)->close();
    std::printf(closed ? "closed\n" : "not closed\n");
    return closed ? 0 : 1;
}
