// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/tenantdetail.h"
#include "ui/operations/operationdialog.h"

class QLineEdit;

namespace ui {

class ChoiceList;
class ConsequenceList;
class PlanChoice;
class PlanComparison;

/// Moves a tenant to another plan: what it has and gets side by side, how the difference is billed,
/// and what follows from it.
class ChangePlanDialog : public OperationDialog
{
    Q_OBJECT

public:
    ChangePlanDialog(const Theme &theme, services::DeskServices &services, const QUuid &tenantId,
                     QWidget *parent = nullptr);

protected:
    bool check() override;
    QFuture<core::Result<QUuid>> submit() override;
    [[nodiscard]] QJsonObject correctedInput(const core::Operation &step) const override;
    bool showAtField(const core::Error &error) override;
    void showPhase() override;
    [[nodiscard]] QString runningText() const override;
    [[nodiscard]] QString doneText() const override;
    void restore(const QList<core::Operation> &steps) override;
    [[nodiscard]] bool isDirty() const override;
    void followNotice() override;
    void showRefusal(const core::Error &error) override;

private:
    void build(const Theme &theme);
    void read();
    void readCatalogue();
    void take(const core::Result<core::TenantDetail> &detail);
    void showConsequences();
    void showProrations();
    [[nodiscard]] core::PlanChange change() const;
    [[nodiscard]] const core::TenantSubscription *billed() const;
    [[nodiscard]] QString notReadyBecause() const;

    QUuid m_tenantId;
    std::optional<core::TenantDetail> m_tenant;
    bool m_isRead = false; ///< Not while it is being looked at again.
    QList<core::CataloguePlan> m_catalogue;
    QList<core::PriceOption> m_prices;
    PlanChoice *m_plan;
    PlanComparison *m_comparison;
    FieldRow *m_prorationRow = nullptr;
    ChoiceList *m_proration;
    ConsequenceList *m_consequences;
    QLineEdit *m_reason;
};

} // namespace ui
