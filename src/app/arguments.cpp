// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include "app/exitcode.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

std::optional<int> readArguments(QCommandLineParser &parser, const QCoreApplication &application)
{
    if (!parser.parse(application.arguments())) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return Usage;
    }
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s))
        parser.showHelp(Success);
    return std::nullopt;
}

} // namespace app
