// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"
#include "app/daemoncommands.h"
#include "app/logging.h"
#include "app/synccommand.h"
#include "app/translations.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr auto commandsText =
    QT_TRANSLATE_NOOP("Daemon",
                      "serve: receive webhooks, keep the database in step, carry out operations.\n"
                      "migrate: bring the database's tables to this version, as their owner.\n"
                      "sync: read all of Stripe's objects into the database, or compare them.\n"
                      "demo-data: fill an empty database with a generated world.");

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"oms-billingd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(OMS_VERSION));
    app::installTranslations(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Daemon", "OMS Billing without a window, for a server."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, QCoreApplication::translate("Daemon", commandsText),
                                 u"serve | migrate | sync | demo-data"_s);
    app::addConfigurationOptions(parser);
    app::addLoggingOptions(parser);
    app::addDemoDataOptions(parser);
    app::addSyncOptions(parser);
    if (const auto code = app::readArguments(parser, application))
        return *code;
    app::setUpLogging(parser);
    return app::runDaemonCommand(application, parser);
}
