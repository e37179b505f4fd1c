// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace ui {

class Theme;

/// The Okabe–Ito colours; the same in light and dark. Orange and sky are too pale for lines and
/// points on white: fills only there.
namespace okabeito {
inline constexpr QRgb blue = 0xFF0072B2;
inline constexpr QRgb sky = 0xFF56B4E9;
inline constexpr QRgb green = 0xFF009E73;
inline constexpr QRgb orange = 0xFFE69F00;
inline constexpr QRgb vermillion = 0xFFD55E00;
inline constexpr QRgb purple = 0xFFCC79A7;
} // namespace okabeito

/// The colour of a series by its id: "new", "basic", …; grey for what has none.
[[nodiscard]] QColor seriesColor(const Theme &theme, const QString &id);
/// Of a single line: blue on white, sky on dark.
[[nodiscard]] QColor lineColor(const Theme &theme);
/// The running month: the colour at 45 % on the card's ground, opaque.
[[nodiscard]] QColor faded(const Theme &theme, const QColor &color);

} // namespace ui
