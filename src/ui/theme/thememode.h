// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace ui {

/// Where the window remembers the choice (ViewState).
inline const QString themeKey = QStringLiteral("window/theme");
inline const QString languageKey = QStringLiteral("window/language");

/// "light", "dark", "system"
[[nodiscard]] QString toText(Theme::Mode mode);
/// Light for a text that is none.
[[nodiscard]] Theme::Mode themeModeFromText(const QString &text);

} // namespace ui
