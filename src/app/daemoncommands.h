// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"

class QCommandLineParser;
class QCoreApplication;

namespace app {

/// --world, for demo-data.
void addDemoDataOptions(QCommandLineParser &parser);

/// Runs `serve`, `migrate`, `sync` or `demo-data` and gives the exit code (app/exitcode.h). Errors
/// are one sentence on standard error.
int runDaemonCommand(QCoreApplication &application, const QCommandLineParser &parser);

} // namespace app
