// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sync.h"
#include "ui/pagecontext.h"
#include "ui/widgets/pane.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class QPushButton;

namespace ui {

class IconLabel;
class Notice;
class ProgressLine;
class TextLabel;

/// How the reading and comparing of everything fares: what runs, how far it is, and the ways to
/// pause it, go on, cancel or begin anew. Above it, what is to be done about unread events.
class SyncStrip : public Pane
{
    Q_OBJECT

public:
    SyncStrip(const PageContext &context, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] const std::optional<core::SyncRun> &run() const { return m_run; }

Q_SIGNALS:
    /// For the navigation; an empty text when nothing runs.
    void progressed(const QString &text, double share);
    void failed(const core::Error &error);
    /// Stripe's events were not read for too long: said once, wherever one is in the window.
    void warned(const QString &title, const QString &text);

private:
    void build();
    QPushButton *addButton(const QString &text, const char *name);
    void take(const std::optional<core::SyncRun> &run);
    void takeGap(const core::EventGap &gap);
    void steer(core::SyncState wanted);
    void askToCancel();
    [[nodiscard]] std::optional<qint64> secondsLeft() const;

    PageContext m_context;
    Notice *m_gap;
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    ProgressLine *m_progress;
    QPushButton *m_pause = nullptr;
    QPushButton *m_resume = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_compare = nullptr;
    QTimer m_changes;
    QTimer m_hourly;          ///< The gap grows without a change.
    QElapsedTimer m_watched;  ///< Since the run was first seen going …
    double m_watchedFrom = 0; ///< … at this share.
    core::EventGap m_lastGap;
    std::optional<core::SyncRun> m_run;
};

} // namespace ui
