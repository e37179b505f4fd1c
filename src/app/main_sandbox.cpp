// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationsignal.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// What the program ends with.
enum ExitCode { Stopped = 0, CannotStart = 1, WrongUsage = 2 };

void printLine(FILE *to, const QByteArray &line)
{
    fprintf(to, "%s\n", line.constData());
    fflush(to);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"oms-stripe-sandbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(OMS_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        printLine(stdout, sandbox::helpText().toUtf8());
        return Stopped;
    }
    if (arguments.contains(u"--version"_s) || arguments.contains(u"-v"_s)) {
        printLine(stdout, "oms-stripe-sandbox " OMS_VERSION);
        return Stopped;
    }
    const auto options = sandbox::optionsFrom(arguments);
    if (!options) {
        printLine(stderr, options.error().message.toUtf8());
        return WrongUsage;
    }
    app::TerminationSignal termination;
    const auto running = sandbox::Sandbox::start(*options);
    if (!running) {
        printLine(stderr, running.error().message.toUtf8());
        return CannotStart;
    }
    const auto stop = [&] {
        (*running)->stop(std::chrono::seconds(3)).then(&application, [](bool) {
            QCoreApplication::quit();
        });
    };
    QObject::connect(&termination, &app::TerminationSignal::received, &application, stop,
                     Qt::SingleShotConnection);
    const QJsonObject ready{{u"ready"_s, true},
                            {u"program"_s, u"oms-stripe-sandbox"_s},
                            {u"url"_s, (*running)->url()},
                            {u"pid"_s, QCoreApplication::applicationPid()}};
    printLine(stdout, QJsonDocument(ready).toJson(QJsonDocument::Compact));
    return QCoreApplication::exec();
}
