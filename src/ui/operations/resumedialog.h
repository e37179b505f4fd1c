// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

class QWidget;

namespace services {
class DeskServices;
}

namespace ui {

class OperationDialog;
class Theme;

/// The dialog that a group of operations was submitted with, filled in again and following them:
/// for Tasks. Null where there are no steps. Show it through Dialogs::open().
[[nodiscard]] OperationDialog *makeResumeDialog(const Theme &theme,
                                                services::DeskServices &services,
                                                const QList<core::Operation> &steps,
                                                QWidget *parent = nullptr);

} // namespace ui
