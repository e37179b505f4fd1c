// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

class Desktop;

/// As soon as the window is open: renders every page and dialog, light and dark, at 1440×900 and
/// at 1280×720 with 200 %, to PNG files in the folder, and quits. The exit code tells whether all
/// were written.
void takeScreenshots(Desktop &desktop, const QString &folder);

} // namespace app
