// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/scenes.h"

namespace ui {

/// Stripe's webhook endpoints with one that was made here, and the dialogs that act on it.
[[nodiscard]] QList<Scene> endpointScenes(MainWindow &window, const PageContext &context);

} // namespace ui
