// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pagecontext.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

/// Something worth a picture: how to bring it on screen, and when all of it is there.
struct Scene
{
    QString name; ///< File name without suffix: "tenants", "new-tenant".
    std::function<void()> show;
    std::function<bool()> isReady;
    std::function<void()> hide;
    /// What is drawn; none: the main window and the dialogs over it.
    std::function<QWidget *()> window = {};
};

/// Every page, with its panel open where it has one, and every dialog.
[[nodiscard]] QList<Scene> scenesOf(MainWindow &window, const PageContext &context);

} // namespace ui
