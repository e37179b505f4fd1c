// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "core/result.h"
#include "ui/charts/chartfile.h"
#include "ui/pagecontext.h"
#include "ui/shell/page.h"

#include <QTimer>

class QScrollArea;
class QStackedLayout;

namespace ui {

class Banner;
class MonthChart;
class OverviewBoard;
class OverviewSkeleton;
class StatePane;

/// How the platform's revenue stands today. Reads its figures again soon after something moved,
/// and every few minutes: overdue balances grow without any event. What is shown stays until
/// there is something newer.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    void refresh() override;
    void takeFocus() override;
    [[nodiscard]] bool isSettled() const override { return !m_isReading; }

Q_SIGNALS:
    void figuresShown(); ///< After each reading that gave figures.

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void joinServices();
    void refreshSoon();
    void take(const core::Result<core::Overview> &answer);
    void showFigures(const core::Overview &overview);
    void showEmpty();
    void showFailure(const core::Error &error);
    void saveChart(MonthChart *chart, ChartFormat format);

    PageContext m_context;
    QStackedLayout *m_stack;
    QWidget *m_content;
    Banner *m_banner;
    QScrollArea *m_scroll;
    OverviewBoard *m_board;
    OverviewSkeleton *m_skeleton;
    StatePane *m_state;
    QTimer m_changes;
    QTimer m_clock;
    QTimer m_retry;
    QDateTime m_at; ///< Of the figures on screen; null without any.
    bool m_isReading = false;
    bool m_isOutdated = false; ///< Something moved while reading, or while out of sight.
};

} // namespace ui
