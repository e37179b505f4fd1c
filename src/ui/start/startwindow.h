// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QWidget>

class QStackedLayout;

namespace ui {

class StatePane;
class StepList;
class Theme;

/// What stands on screen until there is a database to show: the steps of the start, and if one
/// cannot be taken, why and what to do.
class StartWindow : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(const Theme &theme, QWidget *parent = nullptr);

    /// The step that runs now; those before it are done.
    void showStep(const QString &sentence);
    void showError(const core::Error &error);
    void reset(); ///< Before another try.

Q_SIGNALS:
    void retryRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeStepsPage();

    const Theme &m_theme;
    QStackedLayout *m_pages;
    StepList *m_steps = nullptr;
    StatePane *m_error;
};

} // namespace ui
