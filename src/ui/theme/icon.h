// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QLatin1StringView>
#include <QPixmap>

class QPainter;
class QRectF;

namespace ui {

class Theme;

/// An icon by its lucide name, in the role's colour of the theme at the time it is painted, so it
/// follows a switch to dark. Disabled ones are `Off`.
[[nodiscard]] QIcon icon(const Theme &theme, QLatin1StringView name, Role role = Role::Text2);
/// The same in a status' icon colour.
[[nodiscard]] QIcon statusIcon(const Theme &theme, QLatin1StringView name, StatusColor status);

/// Paints one icon for delegates and painted widgets. Arrows, chevrons and panel icons are
/// mirrored where the painter's layout runs from right to left.
void paintIcon(QPainter &painter, const QRectF &rect, QLatin1StringView name, const QColor &color,
               bool isRightToLeft = false);

/// A rendered icon; cached by name, colour, size, ratio and mirroring.
[[nodiscard]] QPixmap iconPixmap(QLatin1StringView name, const QColor &color, int size,
                                 double ratio, bool isMirrored);

/// Whether reading direction turns this icon around: arrows do, clocks and checks do not.
[[nodiscard]] bool isDirectional(QLatin1StringView name);

} // namespace ui
