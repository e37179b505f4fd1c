// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace ui {

class Theme;

/// A question with two answers. The milder answer is the default; a dangerous one is red.
struct Question
{
    QString title;
    QString text;
    QString accept; ///< What happens, as a verb: "Cancel subscription".
    QString keep;   ///< "Keep it"
    bool isDangerous = false;
};

struct SaveRequest
{
    QString title;
    QString suggested; ///< File name.
    QString filter;    ///< "CSV (*.csv)"
};

/// The seam in front of every modal window. Nothing here waits: dialogs are window-modal, open()
/// returns at once, answers come to the callbacks. Tests put their own answers here.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    /// Shows the dialog over the window of `over`, which is dimmed as long. Deleted on close.
    virtual void open(QDialog *dialog, QWidget *over) = 0;
    /// Called with true for the accepting answer; not at all when `over` is gone by then.
    virtual void ask(const Question &question, QWidget *over, std::function<void(bool)> answer) = 0;
    /// Called with the chosen path; not at all when nothing was chosen.
    virtual void chooseFile(const SaveRequest &request, QWidget *over,
                            std::function<void(QString)> chosen) = 0;
};

/// The real windows.
class WindowDialogs final : public Dialogs
{
public:
    explicit WindowDialogs(const Theme &theme);
    void open(QDialog *dialog, QWidget *over) override;
    void ask(const Question &question, QWidget *over, std::function<void(bool)> answer) override;
    void chooseFile(const SaveRequest &request, QWidget *over,
                    std::function<void(QString)> chosen) override;

private:
    const Theme &m_theme;
};

} // namespace ui
