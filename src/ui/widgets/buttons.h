// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/kind.h"
#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QPushButton>

class QAction;

namespace ui {

/// A push button of a kind; an icon by its lucide name, empty for none.
[[nodiscard]] QPushButton *makeButton(const Theme &theme, const QString &text,
                                      ButtonKind kind = ButtonKind::Plain,
                                      QLatin1StringView iconName = {}, QWidget *parent = nullptr);
/// An icon alone; the name is its tooltip and what a screen reader says.
[[nodiscard]] QPushButton *makeIconButton(const Theme &theme, QLatin1StringView iconName,
                                          const QString &name, QWidget *parent = nullptr);
/// A button that is an action: text, icon, enabled state and tooltip follow it.
[[nodiscard]] QPushButton *makeActionButton(QAction *action, ButtonKind kind,
                                            QWidget *parent = nullptr);
/// An action as an icon alone.
[[nodiscard]] QPushButton *makeActionIconButton(QAction *action, QWidget *parent = nullptr);

} // namespace ui
