// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskwindow.h"
#include "ui/pagecontext.h"
#include "ui/shell/mainwindow.h"

namespace ui {

void addPages(MainWindow &window, const PageContext &context)
{
    new DeskWindow(window, context); // the window owns it
}

} // namespace ui
