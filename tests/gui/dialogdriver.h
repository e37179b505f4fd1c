// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogdesk.h"
#include "ui/operations/operationdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/steplist.h"

#include <QPointer>

namespace ui {
class FieldRow;
class Notice;
} // namespace ui

/// A person at a desk: opens a dialog over a window, types, presses and reads. Tests of dialogs
/// inherit it.
class DialogDriver
{
protected:
    DialogDriver();
    ~DialogDriver();

    void sitDown(); ///< A new desk and a window of 1280 × 720.
    void standUp();
    void show(ui::OperationDialog *dialog); ///< In place of the one before.

    /// By object name; the test ends when there is none.
    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s in the dialog", name);
        return widget;
    }
    void type(const char *field, const QString &text) const; ///< Over what is there.
    void leave(const char *field) const;
    void press(const char *button) const;
    [[nodiscard]] ui::FieldRow *row(const char *field) const;
    [[nodiscard]] QString error(const char *field) const;
    [[nodiscard]] ui::Step step(int index) const;
    [[nodiscard]] ui::Notice &notice() const;

    ui::Theme m_theme;
    std::unique_ptr<DialogDesk> m_desk;
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::OperationDialog> m_dialog;
};
