// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QWidget;

namespace ui {

/// What a button is for; kept as the dynamic property "kind", which the style draws.
enum class ButtonKind {
    Plain,       ///< Outlined.
    Primary,     ///< Filled; at most one in sight.
    Danger,      ///< Filled red, the last button of a dangerous dialog.
    DangerPlain, ///< Outlined with red words: leads to a dangerous dialog.
    Ghost,       ///< Words or an icon without outline.
    Link,        ///< Accent words, for ways on.
};

void setKind(QAbstractButton *button, ButtonKind kind);
[[nodiscard]] ButtonKind kindOf(const QWidget *widget);
/// 24 px high instead of 28.
void setSmall(QAbstractButton *button);
[[nodiscard]] bool isSmall(const QWidget *widget);
/// Draws a field's outline red. FieldRow does it together with the words.
void setInvalid(QWidget *field, bool isInvalid);
[[nodiscard]] bool isInvalid(const QWidget *field);

} // namespace ui
