// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ui/widgets/dialogframe.h"

#include <QFuture>

namespace services {
class DeskServices;
}

namespace ui {

class FieldRow;
class FormScroll;
class Notice;
class OperationWatcher;
struct GroupProgress;

/// A dialog that submits operations, shows how they fare, and goes on with one that stopped. It can
/// be left at any time: what was submitted goes on and is found again under Tasks.
/// Enter leads to the next field; Ctrl+Enter acts: what moves money is never one key away.
class OperationDialog : public DialogFrame
{
    Q_OBJECT

public:
    enum class Phase { Editing, Submitting, Running, Stopped, Done };

    OperationDialog(const Theme &theme, services::DeskServices &services, const QString &title,
                    QWidget *parent);
    [[nodiscard]] Phase phase() const { return m_phase; }
    /// Shows a group that was submitted before, and goes on with the step that stopped.
    void resumeGroup(const QUuid &group);

Q_SIGNALS:
    void openTenant(const QUuid &tenantId); ///< The dialog closes itself.
    void submitted(const QUuid &group);

protected:
    /// What the buttons say. later: in Editing, and when it can be left running.
    struct Labels
    {
        QString act;  ///< "Create tenant"
        QString keep; ///< "Cancel"
    };
    void setLabels(const Labels &labels);

    /// Looks at every field; shows what is wrong and puts the focus there. True: it may be sent.
    virtual bool check() = 0;
    virtual QFuture<core::Result<QUuid>> submit() = 0;
    /// What a step that was not done shall be sent with now; merged into what it had.
    [[nodiscard]] virtual QJsonObject correctedInput(const core::Operation &step) const = 0;
    /// Shows an error at the field it names. False: there is no such field.
    virtual bool showAtField(const core::Error &error) = 0;
    /// Locks and unlocks fields. Called whenever the phase or a step changes.
    virtual void showPhase() = 0;
    [[nodiscard]] virtual QString runningText() const = 0; ///< Empty: shown elsewhere.
    [[nodiscard]] virtual QString doneText() const = 0;
    [[nodiscard]] virtual QString actText() const; ///< Of the acting button, by phase.
    /// Fills the form with what a group was submitted with.
    virtual void restore(const QList<core::Operation> &steps) = 0;
    /// Whether the form still says something once all is done.
    [[nodiscard]] virtual bool keepsForm() const { return false; }
    /// Something typed here would be lost: Escape is asked for twice.
    [[nodiscard]] virtual bool isDirty() const { return false; }
    /// The acting button in phase Done.
    virtual void finish() { accept(); }
    /// A notice's link was pressed ("Look again").
    virtual void followNotice() { }
    /// What was refused, here or by Stripe: at its field, else above the form.
    virtual void showRefusal(const core::Error &error);

    void follow(const QUuid &group);
    void settle();    ///< What the dialog is about has arrived: takes its size and place at once.
    void startOver(); ///< Back to the form, apart from the operations shown now.
    void giveUp();    ///< Withdraws what was not sent, then starts over or closes.
    void showError(const core::Error &error);
    void updateButtons();
    void openTenantAndClose(const QUuid &tenantId);
    bool focusFirstError(const QList<FieldRow *> &rows);

    [[nodiscard]] services::DeskServices &services() const { return m_services; }
    [[nodiscard]] OperationWatcher &watcher() const { return *m_watcher; }
    [[nodiscard]] const QList<core::Operation> &steps() const;
    [[nodiscard]] Notice &notice() const { return *m_notice; }
    [[nodiscard]] QPushButton &actButton() const { return *m_act; }
    [[nodiscard]] QPushButton &keepButton() const { return *m_keep; }
    [[nodiscard]] QVBoxLayout *form() const; ///< Scrolls where the window is too small for it.

    bool mayClose() override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void setPhase(Phase phase);
    void act();
    void send();
    void resume(QList<core::Operation> rest);
    void showSteps();
    void showProgress(const GroupProgress &progress);
    void fit();
    void moveToMiddle();

    services::DeskServices &m_services;
    OperationWatcher *m_watcher;
    Notice *m_notice;
    FormScroll *m_scroll;
    QPushButton *m_keep = nullptr;
    QPushButton *m_act = nullptr;
    Labels m_labels;
    Phase m_phase = Phase::Editing;
    bool m_wasWarned = false;
    bool m_isRestored = true;
    bool m_isFitting = false;
};

} // namespace ui
