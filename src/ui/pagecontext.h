// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace core {
class Clock;
}
namespace services {
class DeskServices;
}

namespace ui {

class Actions;
class Dialogs;
class MainWindow;
class Theme;
class ViewState;

/// What every page is given, by reference from the composition root; all of it outlives the window.
struct PageContext
{
    const Theme &theme;
    Actions &actions;
    Dialogs &dialogs;
    ViewState &viewState;
    services::DeskServices &services;
    const core::Clock &clock;
};

/// Makes the pages of the product and joins them to the window: navigation counts, health in the
/// status bar, the signed-in person, test mode, toasts.
void addPages(MainWindow &window, const PageContext &context);

} // namespace ui
