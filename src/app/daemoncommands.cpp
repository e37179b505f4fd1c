// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemoncommands.h"

#include "app/backend.h"
#include "app/databasestart.h"
#include "app/demodata.h"
#include "app/exitcode.h"
#include "app/synccommand.h"
#include "app/terminationsignal.h"
#include "db/migrations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Daemon)
};

void print(FILE *to, const QString &line)
{
    std::fprintf(to, "%s\n", qPrintable(line));
    std::fflush(to);
}

int failWith(const core::Error &error)
{
    print(stderr, error.message);
    return exitCodeOf(error);
}

void tell(const QString &step, const QString &detail)
{
    print(stderr, detail.isEmpty() ? step : step + u": "_s + detail);
}

QString readyLine(const Configuration &configuration, quint16 port)
{
    const QJsonObject line{
        {u"ready"_s, true},
        {u"program"_s, u"oms-billingd"_s},
        {u"url"_s, u"http://%1:%2"_s.arg(configuration.listen.address.toString()).arg(port)},
        {u"pid"_s, QCoreApplication::applicationPid()}};
    return QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

QCoro::Task<> startServing(Backend &backend, const Configuration configuration)
{
    const core::Result<> started = co_await backend.start();
    if (!started) {
        QCoreApplication::exit(failWith(started.error()));
        co_return;
    }
    if (backend.listenPort() == 0) {
        print(stderr, backend.services().health.part(services::Health::Part::Listener).advice);
        co_await backend.stop();
        QCoreApplication::exit(NoListener);
        co_return;
    }
    const services::PartHealth stripe =
        backend.services().health.part(services::Health::Part::Stripe);
    if (stripe.state == services::PartHealth::State::Bad
        || stripe.state == services::PartHealth::State::Off)
        print(stderr, stripe.advice); // events are received all the same
    print(stdout, readyLine(configuration, backend.listenPort()));
}

QCoro::Task<> stopServing(Backend &backend)
{
    co_await backend.stop();
    QCoreApplication::exit(Success);
}

int serve(QCoreApplication &application, const Configuration &configuration,
          const QCommandLineParser &)
{
    const auto database = prepareDatabase(configuration.databaseUrl, u"cluster"_s, tell);
    if (!database)
        return failWith(database.error());
    Backend backend({database->parameters, database->name, configuration, true});
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &backend,
                     [&backend] { stopServing(backend); });
    QMetaObject::invokeMethod(
        &backend, [&] { startServing(backend, configuration); }, Qt::QueuedConnection);
    return application.exec();
}

int migrate(QCoreApplication &, const Configuration &configuration, const QCommandLineParser &)
{
    const auto database = prepareDatabase(configuration.databaseUrl, u"cluster"_s, tell);
    if (!database)
        return failWith(database.error());
    const auto steps =
        db::Migrations().migrate(database->owner.isEmpty() ? database->parameters : database->owner,
                                 [](const QString &step) { print(stdout, step); });
    if (!steps)
        return failWith(steps.error());
    print(stdout,
          steps->isEmpty()
              ? Text::tr("The database is up to date.")
              : Text::tr("%n step(s) done.", nullptr, static_cast<int>(steps->size())));
    return Success;
}

int fillWithDemoData(QCoreApplication &, const Configuration &configuration,
                     const QCommandLineParser &parser)
{
    const auto database = prepareDatabase(configuration.databaseUrl, u"cluster"_s, tell);
    if (!database)
        return failWith(database.error());
    const auto written =
        writeDemoData(database->owner.isEmpty() ? database->parameters : database->owner,
                      parser.value(u"world"_s), tell);
    if (!written)
        return failWith(written.error());
    print(stdout, Text::tr("%n row(s) written.", nullptr, static_cast<int>(*written)));
    return Success;
}

int sync(QCoreApplication &application, const Configuration &configuration,
         const QCommandLineParser &parser)
{
    const auto request = syncRequestFrom(parser);
    if (!request)
        return failWith(request.error());
    const auto database = prepareDatabase(configuration.databaseUrl, u"cluster"_s, tell);
    if (!database)
        return failWith(database.error());
    SyncCommand command(database->parameters, configuration, *request);
    TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &command, &SyncCommand::interrupt);
    QMetaObject::invokeMethod(&command, &SyncCommand::start, Qt::QueuedConnection);
    return application.exec();
}

struct Command
{
    QLatin1StringView name;
    int (*run)(QCoreApplication &, const Configuration &, const QCommandLineParser &);
};
constexpr std::array commands{
    Command{"serve"_L1, &serve},
    Command{"migrate"_L1, &migrate},
    Command{"sync"_L1, &sync},
    Command{"demo-data"_L1, &fillWithDemoData},
};

} // namespace

void addDemoDataOptions(QCommandLineParser &parser)
{
    parser.addOption({u"world"_s,
                      Text::tr("World to generate: seed:tenants:months[:until], for example "
                               "1:400:24:2026-06-30."),
                      u"seed:tenants:months:until"_s, u"1:400:24"_s});
}

int runDaemonCommand(QCoreApplication &application, const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    const QString name = arguments.isEmpty() ? QString() : arguments.first();
    const auto command =
        std::ranges::find_if(commands, [&](const Command &row) { return row.name == name; });
    if (command == commands.end() || arguments.size() != 1) {
        print(stderr,
              Text::tr("Name one command: serve, migrate, sync or demo-data. --help tells more."));
        return Usage;
    }
    const auto configuration = readConfiguration(parser);
    if (!configuration)
        return failWith(configuration.error());
    return command->run(application, *configuration, parser);
}

} // namespace app
