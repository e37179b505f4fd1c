// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationdialog.h"

#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/operations/formscroll.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationsteps.h"
#include "ui/operations/operationwatcher.h"
#include "ui/widgets/fieldrow.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

OperationDialog::OperationDialog(const Theme &theme, services::DeskServices &services,
                                 const QString &title, QWidget *parent)
    : DialogFrame(theme, title, parent)
    , m_services(services)
    , m_watcher(new OperationWatcher(services.operations, services.changes, this))
    , m_notice(new Notice(theme))
    , m_scroll(new FormScroll)
{
    auto *above = new QVBoxLayout;
    above->setContentsMargins(metrics::dialogPadding, 0, metrics::dialogPadding, 0);
    above->addWidget(m_notice);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(8);
    body()->addLayout(above);
    body()->addWidget(m_scroll, 1);
    m_keep = addButton({}, ButtonKind::Plain);
    m_keep->setObjectName(u"keep"_s);
    m_act = addButton({}, ButtonKind::Primary);
    m_act->setObjectName(u"act"_s);
    m_act->setToolTip(tr("Ctrl+Enter"));
    connect(m_keep, &QPushButton::clicked, this, &OperationDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &OperationDialog::act);
    connect(m_notice, &Notice::linkActivated, this, [this] { followNotice(); });
    connect(m_watcher, &OperationWatcher::stepsChanged, this, &OperationDialog::showSteps);
    connect(m_watcher, &OperationWatcher::failed, this, &OperationDialog::showError);
}

QVBoxLayout *OperationDialog::form() const
{
    return m_scroll->fields();
}

const QList<core::Operation> &OperationDialog::steps() const
{
    return m_watcher->steps();
}

void OperationDialog::setLabels(const Labels &labels)
{
    m_labels = labels;
    updateButtons();
}

QString OperationDialog::actText() const
{
    switch (m_phase) {
    case Phase::Editing:
        return m_labels.act;
    case Phase::Submitting:
    case Phase::Running:
        return m_labels.act;
    case Phase::Stopped:
        return tr("Try again");
    case Phase::Done:
        return {};
    }
    return {};
}

void OperationDialog::updateButtons()
{
    const QString words = actText();
    m_act->setText(words);
    m_act->setVisible(!words.isEmpty());
    m_act->setEnabled(m_phase != Phase::Submitting && m_phase != Phase::Running);
    switch (m_phase) {
    case Phase::Editing:
    case Phase::Submitting:
        m_keep->setText(m_labels.keep);
        break;
    case Phase::Running:
    case Phase::Stopped:
        m_keep->setText(tr("Finish later"));
        m_keep->setToolTip(tr("You find it again under Tasks."));
        break;
    case Phase::Done:
        m_keep->setText(tr("Close"));
        m_keep->setToolTip({});
        break;
    }
    m_keep->setEnabled(m_phase != Phase::Submitting);
}

void OperationDialog::setPhase(Phase phase)
{
    const bool hadFocus = m_act->hasFocus();
    m_phase = phase;
    const bool hasForm = phase != Phase::Done || keepsForm();
    m_scroll->setVisible(hasForm);
    body()->setContentsMargins(0, 0, 0, hasForm ? 0 : metrics::dialogPadding);
    updateButtons();
    showPhase();
    QPushButton *next = m_act->isHidden() || phase != Phase::Done ? m_keep : m_act;
    if (phase == Phase::Done || (hadFocus && !m_act->isEnabled()))
        next->setFocus();
    next->setDefault(phase == Phase::Done);
}

void OperationDialog::act()
{
    m_wasWarned = false;
    if (!m_act->isEnabled() || !m_act->isVisible())
        return;
    if (m_phase == Phase::Done) {
        finish();
        return;
    }
    if (!check())
        return;
    if (m_phase == Phase::Editing) {
        m_notice->clear();
        send();
        return;
    }
    if (m_phase != Phase::Stopped)
        return;
    QList<core::Operation> rest;
    for (const core::Operation &step : steps()) {
        if (step.state == core::OperationState::Refused
            || step.state == core::OperationState::Planned)
            rest.append(step);
    }
    setPhase(Phase::Submitting);
    resume(rest);
}

void OperationDialog::send()
{
    setPhase(Phase::Submitting);
    services::whenReady(submit(), this, [this](const core::Result<QUuid> &group) {
        if (group) {
            Q_EMIT submitted(*group);
            follow(*group);
            return;
        }
        setPhase(Phase::Editing);
        showRefusal(group.error());
    });
}

/// From the last step to the first: once the first may run, those behind it have their new input.
void OperationDialog::resume(QList<core::Operation> rest)
{
    if (rest.isEmpty()) {
        setPhase(Phase::Running);
        showProgress({GroupProgress::State::Running, 0});
        m_watcher->reread();
        return;
    }
    const core::Operation step = rest.takeLast();
    const auto next = [this, rest](const core::Result<> &resumed) {
        if (resumed) {
            resume(rest);
            return;
        }
        setPhase(Phase::Stopped);
        m_watcher->reread();
        showError(resumed.error());
    };
    services::whenReady(m_services.operations.resume(step.id, correctedInput(step)), this, next);
}

void OperationDialog::follow(const QUuid &group)
{
    m_watcher->watch(group);
    setPhase(Phase::Running);
    showProgress({GroupProgress::State::Running, 0});
}

void OperationDialog::resumeGroup(const QUuid &group)
{
    m_isRestored = false;
    follow(group);
}

void OperationDialog::startOver()
{
    m_watcher->stop();
    m_notice->clear();
    setPhase(Phase::Editing);
}

void OperationDialog::giveUp()
{
    const bool anyDone = std::ranges::any_of(steps(), [](const core::Operation &step) {
        return step.state == core::OperationState::Done;
    });
    const auto taken = [this, anyDone](const core::Result<> &withdrawn) {
        if (!withdrawn)
            showError(withdrawn.error());
        else if (anyDone)
            m_watcher->reread();
        else
            startOver();
    };
    services::whenReady(m_services.operations.withdraw(m_watcher->group()), this, taken);
}

void OperationDialog::showSteps()
{
    if (m_phase == Phase::Submitting)
        return; // resume() asks again when it is through
    if (!m_isRestored && !steps().isEmpty()) {
        m_isRestored = true;
        restore(steps());
    }
    const GroupProgress progress = progressOf(steps(), QDateTime::currentDateTimeUtc());
    switch (progress.state) {
    case GroupProgress::State::Running:
    case GroupProgress::State::Waiting:
    case GroupProgress::State::Approval:
        setPhase(Phase::Running);
        break;
    case GroupProgress::State::Stopped:
    case GroupProgress::State::Asking:
        setPhase(Phase::Stopped);
        break;
    case GroupProgress::State::Done:
        setPhase(Phase::Done);
        break;
    case GroupProgress::State::GivenUp:
        startOver();
        return;
    }
    showProgress(progress);
}

void OperationDialog::showProgress(const GroupProgress &progress)
{
    const core::Operation step = steps().value(progress.index);
    switch (progress.state) {
    case GroupProgress::State::Running:
        if (runningText().isEmpty())
            m_notice->clear();
        else
            m_notice->showContent({StatusColor::Blue,
                                   "refresh-cw"_L1,
                                   runningText(),
                                   tr("You can close this; it goes on and is found under Tasks."),
                                   {},
                                   true});
        break;
    case GroupProgress::State::Waiting:
        m_notice->showContent(
            {StatusColor::Amber, "cloud-off"_L1, waitingTitle(step), waitingText(), {}, true});
        break;
    case GroupProgress::State::Approval:
        m_notice->showContent({StatusColor::Amber,
                               "hourglass"_L1,
                               tr("Another person has to agree to this."),
                               {},
                               {},
                               false});
        break;
    case GroupProgress::State::Asking:
        m_notice->showContent({StatusColor::Amber,
                               "clock"_L1,
                               tr("This was not started."),
                               tr("It has waited for more than five minutes. Look at it once more "
                                  "and continue."),
                               {},
                               false});
        break;
    case GroupProgress::State::Stopped:
        m_notice->clear();
        showRefusal(step.error.value_or(core::Error{}));
        break;
    case GroupProgress::State::Done:
        m_notice->showContent({StatusColor::Green, "circle-check"_L1, doneText(), {}, {}, false});
        break;
    case GroupProgress::State::GivenUp:
        break;
    }
}

void OperationDialog::showRefusal(const core::Error &error)
{
    if (!showAtField(error))
        showError(error);
}

void OperationDialog::showError(const core::Error &error)
{
    m_notice->showContent({StatusColor::Red, "circle-alert"_L1, error.message, {}, {}, false});
}

void OperationDialog::openTenantAndClose(const QUuid &tenantId)
{
    Q_EMIT openTenant(tenantId);
    accept();
}

bool OperationDialog::focusFirstError(const QList<FieldRow *> &rows)
{
    for (FieldRow *row : rows) {
        if (!row->hasError())
            continue;
        QWidget *editor = row->editor();
        const auto radios = editor->findChildren<QRadioButton *>();
        for (QRadioButton *radio : radios) {
            if (radio->isChecked())
                editor = radio;
        }
        editor->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(row, 0, 24);
        return true;
    }
    return false;
}

/// Nothing is asked in yet another window: the first Escape says what would be lost.
bool OperationDialog::mayClose()
{
    if (m_phase == Phase::Submitting)
        return false;
    if (m_phase != Phase::Editing || m_wasWarned || !isDirty())
        return true;
    m_wasWarned = true;
    m_notice->showContent({StatusColor::Amber,
                           "triangle-alert"_L1,
                           tr("Nothing has been sent yet."),
                           tr("Close once more to leave; what you typed is then gone."),
                           {},
                           false});
    return false;
}

} // namespace ui
