// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

class QCommandLineParser;
class QCoreApplication;

namespace app {

/// Reads the command line. Gives the exit code where the program ends with it: an option that there
/// is none of (Usage, where Qt itself would end with 1). --help and --version end it too.
[[nodiscard]] std::optional<int> readArguments(QCommandLineParser &parser,
                                               const QCoreApplication &application);

} // namespace app
