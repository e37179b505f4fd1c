// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

/// Walks the accessibility tree below a widget and names what a screen reader user could reach
/// but not tell apart: focusable or pressable controls without a name. Empty when all is well.
QStringList namelessControls(QWidget *root);
