// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCommandLineParser;

namespace app {

/// Adds --debug and --log-json.
void addLoggingOptions(QCommandLineParser &parser);
/// Log lines go to standard error: text, or one JSON object a line. QT_LOGGING_RULES still counts.
void setUpLogging(const QCommandLineParser &parser);

} // namespace app
