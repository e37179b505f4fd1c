// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/newsubscriptiondialog.h"

#include "models/wording.h"
#include "services/deskservices.h"
#include "services/operations/operationinput.h"
#include "services/whenready.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/consequencelist.h"
#include "ui/operations/searchcombo.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/fieldrow.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int dialogWidth = 480;
constexpr int mostOfOne = 1'000'000; // Stripe's largest quantity is far above it
} // namespace

NewSubscriptionDialog::NewSubscriptionDialog(const Theme &theme, services::DeskServices &services,
                                             const QUuid &tenantId, QWidget *parent)
    : OperationDialog(theme, services, tr("New subscription"), parent)
    , m_tenantId(tenantId)
    , m_price(new SearchCombo)
    , m_quantity(new QSpinBox)
    , m_trial(new TrialChoice(QDateTime::currentDateTimeUtc()))
    , m_payment(new PaymentChoice)
    , m_reason(new QLineEdit)
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
{
    setObjectName(u"newSubscriptionDialog"_s);
    setBodyWidth(dialogWidth);
    if (services.isTestMode)
        m_payment->addTestCards();
    build(theme);
    connect(m_price, &SearchCombo::chosen, this, &NewSubscriptionDialog::showConsequences);
    connect(m_quantity, &QSpinBox::valueChanged, this, &NewSubscriptionDialog::showConsequences);
    connect(m_trial, &QComboBox::currentIndexChanged, this,
            &NewSubscriptionDialog::showConsequences);
    connect(m_payment, &QComboBox::currentIndexChanged, this,
            &NewSubscriptionDialog::showConsequences);
    setLabels({tr("Start subscription"), tr("Cancel")});
    read();
    showPhase();
}

void NewSubscriptionDialog::build(const Theme &theme)
{
    m_quantity->setRange(1, mostOfOne);
    m_quantity->setGroupSeparatorShown(true);
    m_price->setObjectName(u"price_id"_s);
    m_quantity->setObjectName(u"quantity"_s);
    m_trial->setObjectName(u"trial_days"_s);
    m_payment->setObjectName(u"collection_method"_s);
    m_reason->setObjectName(u"reason"_s);
    m_priceRow = new FieldRow(theme, tr("Price"), m_price);
    m_priceRow->setHint(tr("type to search"));
    m_quantityRow = new FieldRow(theme, tr("Quantity"), m_quantity);
    m_trialRow = new FieldRow(theme, tr("Trial"), m_trial);
    m_paymentRow = new FieldRow(theme, tr("Pays by"), m_payment);
    form()->addWidget(m_priceRow);
    auto *terms = new QHBoxLayout;
    terms->setSpacing(12);
    terms->addWidget(m_quantityRow, 2, Qt::AlignTop);
    terms->addWidget(m_trialRow, 4, Qt::AlignTop);
    form()->addLayout(terms);
    form()->addWidget(m_paymentRow);
    form()->addWidget(m_consequences);
    auto *reason = new FieldRow(theme, tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
    m_consequences->hide();
}

void NewSubscriptionDialog::read()
{
    const auto takePrices = [this](const core::Result<QList<core::PriceOption>> &prices) {
        if (!prices) {
            showError(prices.error());
            return;
        }
        m_prices = *prices;
        QList<std::pair<QString, QString>> rows;
        for (const core::PriceOption &price : *prices)
            rows.append({optionText(price), price.priceId});
        m_price->setRows(rows);
    };
    services::whenReady(services().subscriptions.prices(), this, takePrices);
    const auto takeTenant = [this](const core::Result<core::TenantDetail> &detail) {
        if (!detail) {
            showError(detail.error());
            return;
        }
        m_tenant = *detail;
        setSubtitle(detail->name);
        if (detail->paymentMethod)
            m_payment->addOnFile(paymentMethodText(*detail->paymentMethod));
        else if (!detail->defaultPaymentMethod.isEmpty())
            m_payment->addOnFile(tr("What is on file"));
        showConsequences();
        settle();
    };
    services::whenReady(services().details.tenant(m_tenantId), this, takeTenant);
}

const core::PriceOption *NewSubscriptionDialog::price() const
{
    const auto found =
        std::ranges::find(m_prices, m_price->chosenId(), &core::PriceOption::priceId);
    return found == m_prices.end() ? nullptr : &*found;
}

core::NewSubscription NewSubscriptionDialog::subscription() const
{
    core::NewSubscription subscription;
    subscription.tenantId = m_tenantId;
    subscription.priceId = m_price->chosenId();
    subscription.quantity = m_quantity->value();
    subscription.trialDays = m_trial->days();
    subscription.collection = m_payment->collection();
    subscription.reason = m_reason->text().trimmed();
    return subscription;
}

QList<FieldRow *> NewSubscriptionDialog::rows() const
{
    return {m_priceRow, m_quantityRow, m_trialRow, m_paymentRow};
}

bool NewSubscriptionDialog::check()
{
    for (FieldRow *row : rows())
        row->setError({});
    if (m_price->isUnknown())
        m_priceRow->setError(tr("There is no such price. Choose one from the list."));
    else if (m_price->chosenId().isEmpty())
        m_priceRow->setError(tr("Choose a price."));
    return !focusFirstError(rows());
}

QFuture<core::Result<QUuid>> NewSubscriptionDialog::submit()
{
    return services().subscriptions.create(subscription());
}

QJsonObject NewSubscriptionDialog::correctedInput(const core::Operation &) const
{
    return services::toJson(subscription());
}

bool NewSubscriptionDialog::showAtField(const core::Error &error)
{
    const QString field = fieldOf(error.field);
    for (FieldRow *row : rows()) {
        if (row->editor()->objectName() == field) {
            row->setError(error.message);
            return focusFirstError(rows());
        }
    }
    return false;
}

void NewSubscriptionDialog::showPhase()
{
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    for (FieldRow *row : rows())
        row->editor()->setEnabled(isOpen);
    m_reason->setEnabled(phase() == Phase::Editing); // it stays with the operation
    limitCards();
    showConsequences();
}

/// A card is attached in a step of its own: where there is none, or it is done, it stays as it is.
void NewSubscriptionDialog::limitCards()
{
    using Kind = core::OperationKind;
    if (steps().isEmpty()) {
        m_payment->allowAll();
        return;
    }
    const auto attach =
        std::ranges::find(steps(), Kind::AttachPaymentMethod, &core::Operation::kind);
    if (attach == steps().end())
        m_payment->keepOnlyCard({}, tr("To add a card, give this up and start again."));
    else if (attach->state == core::OperationState::Done)
        m_payment->keepOnlyCard(
            services::newSubscriptionFromJson(attach->input).collection.paymentMethod,
            tr("The card chosen before is with the customer already."));
}

void NewSubscriptionDialog::restore(const QList<core::Operation> &steps)
{
    const auto wanted = services::newSubscriptionFromJson(steps.last().input);
    m_price->choose(wanted.priceId);
    m_quantity->setValue(static_cast<int>(wanted.quantity));
    m_trial->setDays(wanted.trialDays);
    m_payment->setCollection(wanted.collection);
    m_reason->setText(steps.first().reason);
}

void NewSubscriptionDialog::showConsequences()
{
    if (phase() == Phase::Done)
        return;
    const core::PriceOption *chosen = price();
    if (chosen)
        m_priceRow->setError({});
    const bool isMetered = chosen && chosen->usageType == core::UsageType::Metered;
    m_quantityRow->setVisible(!isMetered);
    if (!chosen) {
        m_consequences->setConsequences({});
        return;
    }
    QList<Consequence> follows;
    const QString interval = recurrenceText(chosen->recurrence);
    if (isMetered || !chosen->amount) {
        follows.append({"receipt-text"_L1, StatusColor::Grey,
                        tr("Billed by usage, %1").arg(interval),
                        tr("The amount is what was used until then.")});
    } else {
        core::Money total = *chosen->amount;
        total.minor *= m_quantity->value();
        const QString each = m_quantity->value() > 1
            ? tr("%1 × %2", "quantity × amount")
                  .arg(models::countText(m_quantity->value()), models::moneyText(*chosen->amount))
            : QString();
        follows.append({"receipt-text"_L1, StatusColor::Grey,
                        tr("%1 %2", "amount, how often").arg(models::moneyText(total), interval),
                        each});
    }
    follows.append(firstPayment());
    m_consequences->setConsequences(follows);
}

Consequence NewSubscriptionDialog::firstPayment() const
{
    const core::Collection collection = m_payment->collection();
    if (m_trial->days() > 0)
        return {"hourglass"_L1, StatusColor::Blue,
                tr("Nothing is charged before %1").arg(longDate(m_trial->end())),
                tr("The trial ends then and the first invoice is made.")};
    if (collection.method == core::Collection::Method::SendInvoice)
        return {"mail"_L1, StatusColor::Grey, tr("The first invoice is sent at once"),
                tr("Due in %n day(s).", nullptr, collection.daysUntilDue)};
    return {"credit-card"_L1, StatusColor::Amber, tr("The first amount is charged at once"),
            m_payment->currentText()};
}

QString NewSubscriptionDialog::runningText() const
{
    return tr("The subscription is being started.");
}

QString NewSubscriptionDialog::doneText() const
{
    return tr("The subscription is started.");
}

bool NewSubscriptionDialog::isDirty() const
{
    return !m_reason->text().trimmed().isEmpty();
}

} // namespace ui
