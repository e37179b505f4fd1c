// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/provisionform.h"

#include "services/tenantservice.h"
#include "services/whenready.h"
#include "ui/operations/addressfields.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/planchoice.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

ProvisionForm::ProvisionForm(const Theme &theme, services::TenantService &tenants, bool isTestMode,
                             QWidget *parent)
    : QWidget(parent)
    , m_tenants(tenants)
    , m_name(new QLineEdit)
    , m_email(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_address(new AddressFields(theme))
    , m_addressLink(new LinkLabel(theme, tr("Add a postal address")))
    , m_plan(new PlanChoice(theme))
    , m_subscribe(new QCheckBox(tr("Bill it with a subscription")))
    , m_trial(new TrialChoice(QDateTime::currentDateTimeUtc()))
    , m_payment(new PaymentChoice)
    , m_emailNote(new Paragraph(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
{
    if (isTestMode)
        m_payment->addTestCards();
    build(theme);
    connectFields();
}

void ProvisionForm::build(const Theme &theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    m_name->setObjectName(u"name"_s);
    m_nameRow = new FieldRow(theme, tr("Company name"), m_name);
    layout->addWidget(m_nameRow);
    layout->addWidget(buildContact(theme));
    m_addressLink->setObjectName(u"addAddress"_s);
    auto *more = new QHBoxLayout;
    more->setContentsMargins(metrics::focusRing, 0, 0, 0);
    more->addWidget(m_addressLink);
    more->addStretch();
    layout->addLayout(more);
    m_address->hide();
    layout->addWidget(m_address);
    layout->addWidget(m_plan);
    m_subscribe->setObjectName(u"subscribe"_s);
    m_subscribe->setChecked(true);
    auto *subscribe = new QHBoxLayout;
    subscribe->setContentsMargins(metrics::focusRing, 0, 0, 0);
    subscribe->addWidget(m_subscribe);
    layout->addLayout(subscribe);
    m_terms = buildTerms(theme);
    layout->addWidget(m_terms);
    layout->addStretch();
}

QWidget *ProvisionForm::buildContact(const Theme &theme)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    m_email->setObjectName(u"email"_s);
    m_emailRow = new FieldRow(theme, tr("Billing e-mail"), m_email);
    m_emailNote->setObjectName(u"emailNote"_s);
    m_emailNote->setStatus(StatusColor::Amber);
    m_emailNote->setContentsMargins(metrics::focusRing, 4, metrics::focusRing, 0);
    m_emailNote->hide();
    auto *mail = new QVBoxLayout;
    mail->setSpacing(0);
    mail->addWidget(m_emailRow);
    mail->addWidget(m_emailNote);
    mail->addStretch();
    m_phone->setObjectName(u"phone"_s);
    m_phoneRow = new FieldRow(theme, tr("Phone"), m_phone);
    m_phoneRow->setHint(tr("optional"));
    layout->addLayout(mail, 1);
    layout->addWidget(m_phoneRow, 1, Qt::AlignTop);
    return both;
}

QWidget *ProvisionForm::buildTerms(const Theme &theme)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(12);
    m_trial->setObjectName(u"trial_days"_s);
    m_payment->setObjectName(u"collection_method"_s);
    m_trialRow = new FieldRow(theme, tr("Trial"), m_trial);
    m_paymentRow = new FieldRow(theme, tr("Pays by"), m_payment);
    layout->addWidget(m_trialRow, 1, Qt::AlignTop);
    layout->addWidget(m_paymentRow, 1, Qt::AlignTop);
    return both;
}

void ProvisionForm::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameRow->setError({});
        Q_EMIT changed();
    });
    connect(m_email, &QLineEdit::textChanged, this, [this] {
        m_emailRow->setError({});
        m_emailNote->hide();
        Q_EMIT changed();
    });
    connect(m_name, &QLineEdit::editingFinished, this, &ProvisionForm::checkName);
    connect(m_email, &QLineEdit::editingFinished, this, &ProvisionForm::checkEmail);
    connect(m_nameRow, &FieldRow::fixRequested, this, [this] { Q_EMIT openTenant(m_sameTenant); });
    connect(m_addressLink, &LinkLabel::activated, this, [this] {
        showAddress();
        m_address->rows().first()->setFocus();
    });
    connect(m_subscribe, &QCheckBox::toggled, this, [this](bool isWanted) {
        m_terms->setEnabled(isWanted);
        m_plan->setPriceNeeded(isWanted);
        Q_EMIT changed();
    });
    connect(m_plan, &PlanChoice::changed, this, &ProvisionForm::changed);
    connect(m_address, &AddressFields::changed, this, &ProvisionForm::changed);
    connect(m_trial, &QComboBox::currentIndexChanged, this, [this] {
        m_trialRow->setError({});
        Q_EMIT changed();
    });
    connect(m_payment, &QComboBox::currentIndexChanged, this, [this] {
        m_paymentRow->setError({});
        Q_EMIT changed();
    });
}

void ProvisionForm::showAddress()
{
    m_isAddressWanted = true;
    m_addressLink->hide();
    m_address->show();
}

/// A field that is left empty is not wrong yet: only check() asks for it.
void ProvisionForm::checkName()
{
    if (!m_name->text().trimmed().isEmpty())
        lookForAlike();
}

void ProvisionForm::checkEmail()
{
    if (m_email->text().trimmed().isEmpty())
        return;
    const core::Result<> valid = services::checkEmail(m_email->text());
    m_emailRow->setError(valid ? QString() : valid.error().message);
    if (valid)
        lookForAlike();
}

void ProvisionForm::lookForAlike()
{
    const int asked = ++m_asked;
    const auto take = [this, asked](const core::Result<services::Likeness> &alike) {
        if (alike && asked == m_asked)
            showAlike(*alike); // where it cannot be asked, provision() asks again
    };
    services::whenReady(m_tenants.findAlike(m_name->text().trimmed(), m_email->text().trimmed()),
                        this, take);
}

void ProvisionForm::showAlike(const services::Likeness &alike)
{
    if (!m_sameTenant.isNull() && alike.sameTenant.isNull())
        m_nameRow->setError({}); // the e-mail is another now
    m_sameTenant = alike.sameTenant;
    if (!m_sameTenant.isNull()) {
        m_nameRow->setError(tr("A tenant with this name and e-mail address exists already."),
                            tr("Open it"));
        return;
    }
    const auto others = static_cast<int>(alike.sameEmailNames.size());
    m_emailNote->setVisible(others > 0 && m_email->isEnabled());
    if (others == 1)
        m_emailNote->setText(
            tr("%1 has this address too. That is allowed.").arg(alike.sameEmailNames.first()));
    else if (others > 1)
        m_emailNote->setText(tr("%1 and %n other tenant(s) have this address too. That is allowed.",
                                nullptr, others - 1)
                                 .arg(alike.sameEmailNames.first()));
}

core::NewTenant ProvisionForm::tenant() const
{
    core::NewTenant tenant;
    tenant.name = m_name->text().trimmed();
    tenant.email = m_email->text().trimmed();
    tenant.phone = m_phone->text().trimmed();
    tenant.address = m_address->address();
    tenant.tier = m_plan->tier();
    if (tenant.tier == core::PlanTier::Custom) {
        tenant.customLimits = m_plan->limits();
        tenant.customPriceId = m_plan->priceId();
    }
    if (m_subscribe->isChecked()) {
        core::NewSubscription subscription;
        subscription.priceId = m_plan->priceId();
        subscription.trialDays = m_trial->days();
        subscription.collection = m_payment->collection();
        tenant.subscription = subscription;
    }
    return tenant;
}

void ProvisionForm::setTenant(const core::NewTenant &tenant)
{
    m_name->setText(tenant.name);
    m_email->setText(tenant.email);
    m_phone->setText(tenant.phone);
    m_address->setAddress(tenant.address);
    if (!tenant.address.isEmpty())
        showAddress();
    m_plan->setTier(tenant.tier);
    m_plan->setCustom(tenant.customLimits, tenant.customPriceId);
    m_subscribe->setChecked(tenant.subscription.has_value());
    if (tenant.subscription) {
        m_trial->setDays(tenant.subscription->trialDays);
        m_payment->setCollection(tenant.subscription->collection);
    }
}

bool ProvisionForm::isEmpty() const
{
    return m_name->text().trimmed().isEmpty() && m_email->text().trimmed().isEmpty()
        && m_phone->text().trimmed().isEmpty() && m_address->address().isEmpty();
}

QList<FieldRow *> ProvisionForm::rows() const
{
    return QList<FieldRow *>{m_nameRow, m_emailRow, m_phoneRow} + m_address->rows() + m_plan->rows()
        + QList<FieldRow *>{m_trialRow, m_paymentRow};
}

bool ProvisionForm::check()
{
    const auto all = rows();
    for (FieldRow *row : all)
        row->setError({});
    QList<core::Error> errors = m_plan->unreadable() + m_address->unreadable();
    errors += services::checkNewTenant(tenant());
    for (qsizetype i = errors.size() - 1; i >= 0; --i)
        showError(errors.at(i)); // of two for one field the first one stays
    return errors.isEmpty();
}

bool ProvisionForm::showError(const core::Error &error)
{
    const QString field = fieldOf(error.field);
    if (field == "price_id"_L1 && m_plan->tier() != core::PlanTier::Custom)
        m_plan->askForPrice();
    for (FieldRow *row : rows()) {
        if (row->editor()->objectName() != field)
            continue;
        if (m_address->isAncestorOf(row))
            showAddress();
        row->setError(error.message);
        if (row == m_nameRow && error.kind == core::Error::Kind::Conflict)
            lookForAlike(); // and with it the link to the other one
        return true;
    }
    return false;
}

void ProvisionForm::lock(bool isCustomerLocked, bool isSubscriptionLocked, bool isSubmitted)
{
    for (QLineEdit *edit : {m_name, m_email, m_phone}) {
        edit->setEnabled(!isCustomerLocked);
        if (isCustomerLocked)
            edit->home(false); // the beginning of what is too long is what tells
    }
    m_address->setEnabled(!isCustomerLocked);
    // An address that was not given is no question any more once the customer is on its way.
    const bool isAddressGiven = !m_address->address().isEmpty();
    m_address->setVisible(m_isAddressWanted && (!isCustomerLocked || isAddressGiven));
    m_addressLink->setVisible(!m_isAddressWanted && !isCustomerLocked);
    m_emailNote->setVisible(m_emailNote->isVisibleTo(this) && !isCustomerLocked);
    m_plan->setLocked(isCustomerLocked, isSubscriptionLocked);
    m_subscribe->setEnabled(!isSubmitted);
    m_subscribe->setToolTip(isSubmitted ? tr("The steps are fixed once they are started.")
                                        : QString());
    m_terms->setEnabled(!isSubscriptionLocked && m_subscribe->isChecked());
}

} // namespace ui
