// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ui/pagecontext.h"
#include "ui/shell/page.h"

#include <QTimer>

class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace ui {

class Card;
class Launcher;
class StatePane;

/// What was asked for and is not done: under way, waiting for Stripe, or stopped. Each can be gone
/// on with or given up.
class TasksPage : public Page
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    TasksPage(const PageContext &context, Launcher &launcher, QWidget *parent = nullptr);
    void refresh() override;

Q_SIGNALS:
    void countChanged(qint64 groups);

private:
    void take(const core::Result<QList<core::Operation>> &answer);
    void showGroups(const QList<QList<core::Operation>> &groups);
    [[nodiscard]] QWidget *makeGroup(const QList<core::Operation> &steps);
    void addButtons(Card *card, const QList<core::Operation> &steps);
    void giveUp(const core::Operation &step);

    PageContext m_context;
    Launcher &m_launcher;
    QStackedLayout *m_stack;
    QScrollArea *m_scroll;
    QVBoxLayout *m_groups = nullptr;
    StatePane *m_state;
    QTimer m_changes;
};

} // namespace ui
