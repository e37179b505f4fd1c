// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace models {

/// What a state asks of the reader. The window's palette has colours for each.
enum class Tone { Green, Blue, Amber, Red, Grey };

/// How a state is shown everywhere: icon, word and tone together, never colour alone.
struct StatusFace
{
    QString word;           ///< Translated, "Past due".
    QLatin1StringView icon; ///< Name of a lucide icon.
    Tone tone = Tone::Grey;
    bool isLoud = false; ///< Somebody must act: the chip is filled.
};

/// The face of a state by its wire text ("past_due"). One we do not know yet is shown as it is.
[[nodiscard]] StatusFace statusFace(const QString &wire);

} // namespace models
