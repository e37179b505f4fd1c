// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"
#include "app/desktop.h"
#include "app/exitcode.h"
#include "app/logging.h"
#include "app/screenshots.h"
#include "app/terminationsignal.h"
#include "app/translations.h"
#include "ui/theme/thememode.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<> quitInOrder(app::Desktop &desktop)
{
    if (desktop.isStopping())
        co_return; // its own windows close on the way out
    co_await desktop.stop();
    QCoreApplication::exit(app::Success);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QCoreApplication::translate("Desktop", "The billing desk for OMS tenants."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"demo"_s,
                      QCoreApplication::translate(
                          "Desktop", "Try it on generated tenants and a Stripe stand-in.")});
    parser.addOption({u"screenshots"_s,
                      QCoreApplication::translate(
                          "Desktop", "Render every page and dialog to PNG files there and quit."),
                      u"DIR"_s});
    app::addConfigurationOptions(parser);
    app::addLoggingOptions(parser);
}

} // namespace

int main(int argc, char *argv[])
{
    const bool needsNoScreen = std::any_of(argv, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text.startsWith("--screenshots") || text.startsWith("--help") || text == "-h"
            || text == "--version" || text == "-v";
    });
    if (needsNoScreen && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");

    QApplication application(argc, argv);
    QApplication::setApplicationName(u"oms-billing"_s);
    QApplication::setApplicationDisplayName(u"OMS Billing"_s);
    QApplication::setOrganizationName(u"oms-billing"_s);
    QApplication::setApplicationVersion(QStringLiteral(OMS_VERSION));
    QApplication::setQuitOnLastWindowClosed(false); // hiding the start window must not end it
    QSettings settings;
    app::installTranslations(application,
                             ui::SettingsViewState(settings).value(ui::languageKey).toString());

    QCommandLineParser parser;
    describe(parser);
    if (const auto code = app::readArguments(parser, application))
        return *code;
    app::setUpLogging(parser);
    const auto configuration = app::readConfiguration(parser);
    if (!configuration) {
        std::fprintf(stderr, "%s\n", qPrintable(configuration.error().message));
        return app::exitCodeOf(configuration.error());
    }
    const QString screenshots = parser.value(u"screenshots"_s);
    app::DesktopOptions options;
    options.configuration = *configuration;
    options.isDemo = parser.isSet(u"demo"_s) || !screenshots.isEmpty();
    if (!screenshots.isEmpty())
        options.demoCluster = u"screenshots"_s;

    app::Desktop desktop(application, options);
    app::TerminationSignal termination;
    QObject::connect(&termination, &app::TerminationSignal::received, &desktop,
                     [&desktop] { quitInOrder(desktop); });
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &desktop,
                     [&desktop] { quitInOrder(desktop); });
    if (!screenshots.isEmpty())
        app::takeScreenshots(desktop, screenshots);
    QMetaObject::invokeMethod(&desktop, &app::Desktop::start, Qt::QueuedConnection);
    return QApplication::exec();
}
