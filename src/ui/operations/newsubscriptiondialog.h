// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/tenantdetail.h"
#include "ui/operations/operationdialog.h"

class QLineEdit;
class QSpinBox;

namespace ui {

class ConsequenceList;
struct Consequence;
class PaymentChoice;
class SearchCombo;
class TrialChoice;

/// "New subscription" for a tenant: a price, how many, from when, and how it is paid.
class NewSubscriptionDialog : public OperationDialog
{
    Q_OBJECT

public:
    NewSubscriptionDialog(const Theme &theme, services::DeskServices &services,
                          const QUuid &tenantId, QWidget *parent = nullptr);

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
    void read();
    void showConsequences();
    void limitCards();
    [[nodiscard]] core::NewSubscription subscription() const;
    [[nodiscard]] const core::PriceOption *price() const;
    [[nodiscard]] Consequence firstPayment() const;
    [[nodiscard]] QList<FieldRow *> rows() const;

    QUuid m_tenantId;
    std::optional<core::TenantDetail> m_tenant;
    QList<core::PriceOption> m_prices;
    SearchCombo *m_price;
    QSpinBox *m_quantity;
    TrialChoice *m_trial;
    PaymentChoice *m_payment;
    QLineEdit *m_reason;
    ConsequenceList *m_consequences;
    FieldRow *m_priceRow = nullptr;
    FieldRow *m_quantityRow = nullptr;
    FieldRow *m_trialRow = nullptr;
    FieldRow *m_paymentRow = nullptr;
};

} // namespace ui
