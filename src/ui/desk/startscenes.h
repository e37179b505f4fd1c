// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/scenes.h"

namespace services {
class SettingsService;
}

namespace ui {

/// The first run: its choice, and a step with a refused key.
[[nodiscard]] QList<Scene> startScenes(const Theme &theme, services::SettingsService &settings,
                                       Dialogs &dialogs);

} // namespace ui
