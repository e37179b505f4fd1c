// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace ui {
class Theme;
}

/// With OMS_PICTURES=<folder>: what the window looks like, light and dark.
void keepPicture(QWidget &window, ui::Theme &theme, const QString &name);
/// With OMS_LANGUAGE=de: the tests' windows in German. Their sentences are compared in English
/// only, so this is for pictures.
void useLanguage();
/// Whether sentences are the English ones.
[[nodiscard]] bool isEnglish();
