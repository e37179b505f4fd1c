// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskspage.h"

#include "core/clock.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/desk/launcher.h"
#include "ui/dialogs.h"
#include "ui/operations/operationsteps.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/steplist.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

/// Who it is for, where the input says so.
QString subjectOf(const QList<core::Operation> &steps)
{
    for (const core::Operation &step : steps) {
        for (const QString &name :
             {step.input[u"name"_s].toString(), step.input[u"url"_s].toString(),
              step.input[u"was"_s].toObject()[u"url"_s].toString()}) {
            if (!name.isEmpty())
                return name;
        }
    }
    return stepTitle(steps.first().kind);
}

const core::Operation *openStep(const QList<core::Operation> &steps)
{
    const auto it = std::ranges::find_if(steps, [](const core::Operation &step) {
        return step.state != core::OperationState::Done;
    });
    return it == steps.end() ? nullptr : &*it;
}

} // namespace

PageFace TasksPage::ownFace()
{
    return {u"tasks"_s, tr("Tasks"), "list-todo"_L1, 10};
}

TasksPage::TasksPage(const PageContext &context, Launcher &launcher, QWidget *parent)
    : Page(context.theme, ownFace(), parent)
    , m_context(context)
    , m_launcher(launcher)
    , m_stack(new QStackedLayout(this))
    , m_scroll(new QScrollArea)
    , m_state(new StatePane(context.theme))
{
    auto *content = new QWidget;
    m_groups = new QVBoxLayout(content);
    m_groups->setContentsMargins(metrics::overviewGutter, metrics::overviewGutter,
                                 metrics::overviewGutter, metrics::overviewGutter);
    m_groups->setSpacing(metrics::cardGap);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Tasks"));
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_state);
    m_changes.setSingleShot(true);
    m_changes.setInterval(200ms);
    connect(&m_changes, &QTimer::timeout, this, &TasksPage::refresh);
    connect(&context.services.changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &changes) {
                if (std::ranges::any_of(changes, [](const core::Change &change) {
                        return change.entity == "operation"_L1 || change.entity == "*"_L1;
                    }))
                    m_changes.start();
            });
    refresh();
}

void TasksPage::refresh()
{
    services::whenReady(
        m_context.services.operations.unfinished(), this,
        [this](const core::Result<QList<core::Operation>> &answer) { take(answer); });
}

void TasksPage::take(const core::Result<QList<core::Operation>> &answer)
{
    if (!answer) {
        m_state->showError(tr("Tasks could not be loaded"), answer.error());
        connect(m_state->addButton(tr("Try again"), true), &QPushButton::clicked, this,
                &TasksPage::refresh);
        m_stack->setCurrentWidget(m_state);
        return;
    }
    QList<QList<core::Operation>> groups;
    for (const core::Operation &operation : *answer) {
        if (groups.isEmpty() || groups.last().first().groupId != operation.groupId)
            groups.append(QList<core::Operation>());
        groups.last().append(operation);
    }
    Q_EMIT countChanged(groups.size());
    showGroups(groups);
}

void TasksPage::showGroups(const QList<QList<core::Operation>> &groups)
{
    while (QLayoutItem *item = m_groups->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (groups.isEmpty()) {
        m_state->showEmpty(tr("Nothing is waiting"),
                           tr("Everything that was asked for has been done at Stripe. What is "
                              "under way or stopped appears here."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    for (const QList<core::Operation> &steps : groups)
        m_groups->addWidget(makeGroup(steps));
    m_groups->addStretch();
    m_stack->setCurrentWidget(m_scroll);
}

QWidget *TasksPage::makeGroup(const QList<core::Operation> &steps)
{
    const core::Operation &first = steps.first();
    auto *card = new Card(theme(), subjectOf(steps));
    card->setHint(tr("by %1, %2").arg(first.actor, models::exactTime(first.createdAt)));
    card->setAccessibleName(subjectOf(steps));
    auto *list = new StepList(theme());
    list->setSteps(stepsOf(steps, m_context.clock.now()));
    card->content()->addWidget(list);
    addButtons(card, steps);
    return card;
}

void TasksPage::addButtons(Card *card, const QList<core::Operation> &steps)
{
    const core::Operation *open = openStep(steps);
    if (open == nullptr)
        return;
    const core::Operation step = *open;
    const GroupProgress progress = progressOf(steps, m_context.clock.now());
    const bool isStopped = progress.state == GroupProgress::State::Stopped
        || progress.state == GroupProgress::State::Asking;
    auto *row = new QHBoxLayout;
    row->addStretch();
    if (step.state != core::OperationState::Sent && step.state != core::OperationState::Unknown) {
        QPushButton *stop = makeButton(theme(), tr("Give up"));
        stop->setAccessibleName(tr("Give up: %1").arg(subjectOf(steps)));
        connect(stop, &QPushButton::clicked, this, [this, step] { giveUp(step); });
        row->addWidget(stop);
    }
    if (isStopped) {
        QPushButton *go = makeButton(theme(), tr("Continue…"), ButtonKind::Primary);
        go->setAccessibleName(tr("Continue: %1").arg(subjectOf(steps)));
        connect(go, &QPushButton::clicked, this, [this, steps] { m_launcher.resume(steps, this); });
        row->addWidget(go);
    }
    card->content()->addLayout(row);
}

void TasksPage::giveUp(const core::Operation &step)
{
    const Question question{tr("Give up this task?"),
                            tr("Steps that are done stay done. What was not sent is not done."),
                            tr("Give up"), tr("Keep it"), true};
    const QUuid group = step.groupId;
    m_context.dialogs.ask(question, this, [this, group](bool isSure) {
        if (!isSure)
            return;
        services::whenReady(m_context.services.operations.withdraw(group), this,
                            [this](const core::Result<> &) { refresh(); });
    });
}

} // namespace ui
