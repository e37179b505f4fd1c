// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connectionurl.h"
#include "endpointdesk.h"
#include "testcluster.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Dies at the first time that point is reached.
services::ExecutorOptions dyingAt(const QString &where)
{
    services::ExecutorOptions options = support::TestDesk::quickOptions();
    options.lanes = 1;
    options.checkpoint = [where](const char *point) {
        if (where == QLatin1StringView(point)) {
            raise(SIGKILL);
            std::abort();
        }
    };
    return options;
}

} // namespace

/// Creates a webhook endpoint and dies where it is told to, or, told "recover", works until nothing
/// is open and says "done". Arguments: database URL, Stripe's URL, the desk's folder, where.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const auto parameters = support::orDie(db::parseConnectionUrl(arguments.at(1)), "url");
    const QString where = arguments.at(4);
    EndpointDesk desk(parameters, arguments.at(2), arguments.at(3), dyingAt(where));
    if (where != "recover"_L1)
        desk.create({u"http://127.0.0.1:9/api/v1/stripe/webhooks"_s, u"Crash"_s, {}, {}});
    desk.desk.work();
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &application, [&] {
        const auto open = support::resultOf(desk.desk.operations.unfinished());
        if (open && open->isEmpty()) {
            std::puts("done");
            QCoreApplication::quit();
        }
    });
    poll.start(20ms);
    QTimer::singleShot(15s, &application, [] { QCoreApplication::exit(3); });
    return QCoreApplication::exec();
}
