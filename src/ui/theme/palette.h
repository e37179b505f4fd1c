// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statustext.h"

#include <QColor>
#include <QPalette>

namespace ui {

/// What a colour is for. The values for light and dark stand in one table in palette.cpp.
enum class Role {
    Window,    ///< Sidebar, status bar, overview canvas.
    Base,      ///< Lists, panels, cards, top bar.
    Sunken,    ///< Group headers, footers, a dialog's side column.
    Raised,    ///< Dialogs, toasts, callouts.
    FieldFill, ///< Inside of line edits and combos.
    Hover,
    CurrentRow,
    SelectedRow,
    Soft, ///< Selection bar, chosen option.
    NavCurrent,
    FilterChip,
    Border,   ///< Between panes.
    Hairline, ///< Between rows.
    Grid,     ///< Of charts.
    Control,  ///< Outline of buttons.
    Field,    ///< Outline of what can be filled in.
    Text,
    Text2,  ///< Labels, secondary columns.
    Text3,  ///< Currency codes, dates, hints.
    Off,    ///< Disabled, always with a tooltip that says why.
    Accent, ///< Links, current tab, focus, progress.
    Fill,   ///< Primary button, ticked box.
    FillHover,
    OnFill,
    Danger, ///< The last button of a dangerous dialog, nowhere else.
    DangerHover,
    OnDanger,
    Track,
    CalmBar,
    Histogram,
    ScrollThumb,
    Shade, ///< Over the window behind a dialog.
    Shadow,
    Count_, ///< Not a role: how many there are.
};

/// What a state's colour is; the same names as the models use.
using StatusColor = models::Tone;

/// The colours of one status: words, filled chips, icons and bars, advice boxes with their line.
struct StatusTones
{
    QColor word;
    QColor fill;
    QColor icon;
    QColor wash;
    QColor line;
};

[[nodiscard]] QColor paletteColor(Role role, bool isDark);
[[nodiscard]] StatusTones paletteStatus(StatusColor status, bool isDark);
/// The same table as Qt's roles, for everything that Fusion still draws.
[[nodiscard]] QPalette qtPalette(bool isDark);

} // namespace ui
