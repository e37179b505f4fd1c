// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/result.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace services {
struct Likeness;
class TenantService;
} // namespace services

namespace ui {

class AddressFields;
class FieldRow;
class LinkLabel;
class Paragraph;
class PaymentChoice;
class PlanChoice;
class TrialChoice;

/// The fields of "New tenant". Each is checked when it is left, name and e-mail also against the
/// tenants there are; all of them by check().
class ProvisionForm : public QWidget
{
    Q_OBJECT

public:
    ProvisionForm(const Theme &theme, services::TenantService &tenants, bool isTestMode,
                  QWidget *parent = nullptr);

    [[nodiscard]] core::NewTenant tenant() const;
    void setTenant(const core::NewTenant &tenant);
    [[nodiscard]] bool isEmpty() const; ///< Nothing was typed.
    [[nodiscard]] PlanChoice &plan() const { return *m_plan; }
    [[nodiscard]] PaymentChoice &payment() const { return *m_payment; }
    [[nodiscard]] QList<FieldRow *> rows() const; ///< As one reads them.

    /// Shows what is wrong with any field. True: nothing.
    bool check();
    /// False: no field has that name.
    bool showError(const core::Error &error);
    /// Which step's fields cannot be changed (any more), and whether there is a step 2 at all.
    void lock(bool isCustomerLocked, bool isSubscriptionLocked, bool isSubmitted);

Q_SIGNALS:
    void changed();
    void openTenant(const QUuid &tenantId);

private:
    void build(const Theme &theme);
    QWidget *buildContact(const Theme &theme);
    QWidget *buildTerms(const Theme &theme);
    void connectFields();
    void checkName();
    void checkEmail();
    void lookForAlike();
    void showAlike(const services::Likeness &alike);
    void showAddress();

    services::TenantService &m_tenants;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    AddressFields *m_address;
    LinkLabel *m_addressLink;
    PlanChoice *m_plan;
    QCheckBox *m_subscribe;
    TrialChoice *m_trial;
    PaymentChoice *m_payment;
    QWidget *m_terms = nullptr;
    FieldRow *m_nameRow = nullptr;
    FieldRow *m_emailRow = nullptr;
    FieldRow *m_phoneRow = nullptr;
    FieldRow *m_trialRow = nullptr;
    FieldRow *m_paymentRow = nullptr;
    Paragraph *m_emailNote;
    QUuid m_sameTenant; ///< Has this name and e-mail already.
    bool m_isAddressWanted = false;
    int m_asked = 0; ///< Drops the answer for what is typed no more.
};

} // namespace ui
