// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "ui/operations/operationdialog.h"

#include <optional>

namespace ui {

class Paragraph;
class ProvisionForm;
class StepList;

/// What was typed into "New tenant" and not sent: kept by whoever opens the dialog, for as long as
/// the window lives, so that closing it loses nothing.
struct ProvisionDraft
{
    std::optional<core::NewTenant> tenant;
};

/// "New tenant": form on the leading side, steps on the trailing one, both always visible.
class ProvisionDialog : public OperationDialog
{
    Q_OBJECT

public:
    /// A new one, or what the draft has. The draft must outlive the dialog.
    ProvisionDialog(const Theme &theme, services::DeskServices &services, ProvisionDraft &draft,
                    QWidget *parent = nullptr);
    /// One that was submitted before: shows its steps and goes on with the one that stopped.
    ProvisionDialog(const Theme &theme, services::DeskServices &services, const QUuid &group,
                    QWidget *parent = nullptr);

    void done(int result) override;

protected:
    bool check() override;
    QFuture<core::Result<QUuid>> submit() override;
    [[nodiscard]] QJsonObject correctedInput(const core::Operation &step) const override;
    bool showAtField(const core::Error &error) override;
    void showPhase() override;
    [[nodiscard]] QString runningText() const override;
    [[nodiscard]] QString doneText() const override;
    [[nodiscard]] QString actText() const override;
    void restore(const QList<core::Operation> &steps) override;
    [[nodiscard]] bool keepsForm() const override { return true; }
    [[nodiscard]] bool isDirty() const override;
    void finish() override;

private:
    ProvisionDialog(const Theme &theme, services::DeskServices &services, QWidget *parent);
    void buildSide();
    void readCatalogue();
    void showPlannedSteps();
    [[nodiscard]] QString chargeText() const;

    ProvisionDraft *m_draft = nullptr;
    ProvisionForm *m_form;
    StepList *m_steps = nullptr;
    Paragraph *m_note = nullptr;
    QPushButton *m_giveUp = nullptr;
};

} // namespace ui
