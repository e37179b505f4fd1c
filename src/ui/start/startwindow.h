// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QElapsedTimer>
#include <QTimer>
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

    /// The step that runs now, and how far it is; those before it are done, and tell how long
    /// they took.
    void showStep(const QString &step, const QString &detail);
    void showError(const core::Error &error);
    void reset();  ///< Before another try.
    void finish(); ///< The last step is done too.
    /// Whether an error can lead to the settings; in the demonstration they cannot help.
    void setHasSettings(bool hasSettings) { m_hasSettings = hasSettings; }

Q_SIGNALS:
    void retryRequested();
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeStepsPage();
    [[nodiscard]] QString elapsed() const; ///< Of the running step: "1.2 s".
    void showElapsed();

    const Theme &m_theme;
    QStackedLayout *m_pages;
    StepList *m_steps = nullptr;
    StatePane *m_error;
    QElapsedTimer m_sinceStep;
    QTimer m_seconds;
    QString m_shownTime; ///< The detail of the running step, where it is only the time.
    bool m_hasSettings = false;
};

} // namespace ui
