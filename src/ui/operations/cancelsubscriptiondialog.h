// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/tenantdetail.h"
#include "ui/operations/operationdialog.h"

class QAction;
class QComboBox;
class QLineEdit;

namespace ui {

class ChoiceList;
class ConsequenceList;

/// Ends a subscription: first what happens, with amounts and dates, then when. Keeping it is the
/// default; ending it now cannot be undone and asks for the tenant's name.
class CancelSubscriptionDialog : public OperationDialog
{
    Q_OBJECT

public:
    /// `subscriptionId` is Stripe's.
    CancelSubscriptionDialog(const Theme &theme, services::DeskServices &services,
                             const QUuid &tenantId, const QString &subscriptionId,
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

private:
    void build(const Theme &theme);
    void buildName();
    void read();
    void take(const core::Result<core::TenantDetail> &detail);
    void showWhen();
    void showConsequences();
    [[nodiscard]] bool isNow() const;
    [[nodiscard]] bool isConfirmed() const;
    [[nodiscard]] core::Cancellation cancellation() const;

    QUuid m_tenantId;
    QString m_subscriptionId;
    std::optional<core::TenantDetail> m_tenant;
    std::optional<core::TenantSubscription> m_subscription;
    ConsequenceList *m_consequences;
    ChoiceList *m_when;
    QComboBox *m_feedback;
    QLineEdit *m_reason;
    QLineEdit *m_name;
    QAction *m_matches = nullptr; ///< The tick in the field: it is the name.
    QWidget *m_nameRow = nullptr;
};

} // namespace ui
