// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/provisiondialog.h"

#include "services/deskservices.h"
#include "services/operations/operationinput.h"
#include "services/whenready.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationsteps.h"
#include "ui/operations/operationwatcher.h"
#include "ui/operations/planchoice.h"
#include "ui/operations/provisionform.h"
#include "ui/operations/termschoice.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int formWidth = 446;

const core::Operation *stepOf(const QList<core::Operation> &steps, core::OperationKind kind)
{
    const auto found = std::ranges::find(steps, kind, &core::Operation::kind);
    return found == steps.end() ? nullptr : &*found;
}

bool isDone(const core::Operation *step)
{
    return step && step->state == core::OperationState::Done;
}

/// The tenant that a group of operations was submitted with.
core::NewTenant tenantOf(const QList<core::Operation> &steps)
{
    core::NewTenant tenant;
    if (const auto *customer = stepOf(steps, core::OperationKind::CreateCustomer))
        tenant = services::newTenantFromJson(customer->input);
    if (const auto *second = stepOf(steps, core::OperationKind::CreateSubscription))
        tenant.subscription = services::newSubscriptionFromJson(second->input);
    return tenant;
}

} // namespace

ProvisionDialog::ProvisionDialog(const Theme &theme, services::DeskServices &services,
                                 QWidget *parent)
    : OperationDialog(theme, services, tr("New tenant"), parent)
    , m_form(new ProvisionForm(theme, services.tenants, services.isTestMode))
{
    setObjectName(u"provisionDialog"_s);
    setSubtitle(
        tr("Creates the customer in Stripe, the tenant with its plan, and the subscription"));
    setBodyWidth(formWidth);
    form()->addWidget(m_form);
    buildSide();
    m_giveUp = addQuietButton({});
    m_giveUp->setObjectName(u"giveUp"_s);
    connect(m_giveUp, &QPushButton::clicked, this, [this] { giveUp(); });
    connect(m_form, &ProvisionForm::changed, this, [this] {
        if (phase() == Phase::Editing)
            showPlannedSteps();
        m_note->setText(chargeText());
    });
    connect(m_form, &ProvisionForm::openTenant, this, &ProvisionDialog::openTenantAndClose);
    connect(&m_form->plan(), &PlanChoice::catalogueWanted, this, &ProvisionDialog::readCatalogue);
    setLabels({tr("Create tenant"), tr("Cancel")});
    readCatalogue();
    showPhase();
}

ProvisionDialog::ProvisionDialog(const Theme &theme, services::DeskServices &services,
                                 ProvisionDraft &draft, QWidget *parent)
    : ProvisionDialog(theme, services, parent)
{
    m_draft = &draft;
    if (draft.tenant)
        m_form->setTenant(*draft.tenant);
}

ProvisionDialog::ProvisionDialog(const Theme &theme, services::DeskServices &services,
                                 const QUuid &group, QWidget *parent)
    : ProvisionDialog(theme, services, parent)
{
    resumeGroup(group);
}

void ProvisionDialog::buildSide()
{
    m_steps = new StepList(theme());
    side()->addWidget(m_steps);
    side()->addStretch();
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *shield = new IconLabel(theme(), "shield-check"_L1, Role::Text2, 14);
    shield->setFixedSize(14, 18);
    line->addWidget(shield, 0, Qt::AlignTop);
    m_note = new Paragraph(theme(), {}, {TextSize::Small, Weight::Regular, Role::Text2});
    m_note->setObjectName(u"chargeNote"_s);
    line->addWidget(m_note, 1);
    side()->addLayout(line);
    connect(m_steps, &StepList::linkActivated, this, [this] {
        if (const auto *customer = stepOf(steps(), core::OperationKind::CreateCustomer))
            openTenantAndClose(customer->tenantId);
    });
}

void ProvisionDialog::readCatalogue()
{
    const auto takePlans = [this](const core::Result<QList<core::CataloguePlan>> &plans) {
        if (plans)
            m_form->plan().setCatalogue(*plans);
        else
            m_form->plan().showCatalogueError(plans.error().message);
    };
    services::whenReady(services().tenants.catalogue(), this, takePlans);
    const auto takePrices = [this](const core::Result<QList<core::PriceOption>> &prices) {
        if (prices)
            m_form->plan().setPrices(*prices);
        else
            m_form->plan().showPricesError(prices.error().message);
    };
    services::whenReady(services().subscriptions.prices(), this, takePrices);
}

bool ProvisionDialog::check()
{
    if (phase() == Phase::Stopped && isDone(stepOf(steps(), core::OperationKind::CreateCustomer)))
        return true; // what is left to be sent has no field that can be empty
    if (m_form->check())
        return true;
    focusFirstError(m_form->rows());
    return false;
}

QFuture<core::Result<QUuid>> ProvisionDialog::submit()
{
    return services().tenants.provision(m_form->tenant());
}

QJsonObject ProvisionDialog::correctedInput(const core::Operation &step) const
{
    const core::NewTenant tenant = m_form->tenant();
    QJsonObject input;
    if (step.kind == core::OperationKind::CreateCustomer)
        input = services::toJson(tenant);
    else if (tenant.subscription)
        input = services::toJson(*tenant.subscription);
    input.remove(u"tenant_id"_s); // stays what it was
    return input;
}

bool ProvisionDialog::showAtField(const core::Error &error)
{
    if (!m_form->showError(error))
        return false;
    focusFirstError(m_form->rows());
    return true;
}

void ProvisionDialog::restore(const QList<core::Operation> &steps)
{
    m_form->setTenant(tenantOf(steps));
}

void ProvisionDialog::showPhase()
{
    const auto *customer = stepOf(steps(), core::OperationKind::CreateCustomer);
    const auto *subscription = stepOf(steps(), core::OperationKind::CreateSubscription);
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    m_form->lock(!isOpen || isDone(customer), !isOpen || isDone(subscription),
                 phase() != Phase::Editing);
    if (isDone(customer))
        m_form->payment().keepOnlyCard(
            customer->input[u"payment_method"_s].toString(),
            tr("The customer exists already; this card would have had to come with it."));
    if (steps().isEmpty())
        showPlannedSteps();
    else
        m_steps->setSteps(stepsOf(steps(), QDateTime::currentDateTimeUtc()));
    m_note->setText(chargeText());
    if (phase() == Phase::Editing)
        keepButton().setToolTip(m_draft ? tr("What you typed is kept.") : QString());
    m_giveUp->setVisible(phase() == Phase::Stopped);
    m_giveUp->setText(isDone(customer) ? tr("Leave out the subscription")
                                       : tr("Take it back and edit"));
}

/// What will be done, before anything was.
void ProvisionDialog::showPlannedSteps()
{
    QList<Step> planned{{stepTitle(core::OperationKind::CreateCustomer), Step::State::Waiting, {}}};
    if (m_form->tenant().subscription)
        planned.append(
            {stepTitle(core::OperationKind::CreateSubscription), Step::State::Waiting, {}});
    m_steps->setSteps(planned);
}

QString ProvisionDialog::chargeText() const
{
    const core::NewTenant tenant = m_form->tenant();
    const QString kept = tr("Finished steps are kept and not repeated.");
    QString charged = tr("Without a subscription nothing is charged.");
    if (tenant.subscription) {
        const core::Collection &collection = tenant.subscription->collection;
        if (tenant.subscription->trialDays > 0)
            charged = tr("Nothing is charged before the trial ends.");
        else if (collection.method == core::Collection::Method::SendInvoice)
            charged = tr("The first invoice is sent at once and is due in %n day(s).", nullptr,
                         collection.daysUntilDue);
        else
            charged = tr("The card is charged at once.");
    }
    return charged + u' ' + kept;
}

QString ProvisionDialog::runningText() const
{
    return {}; // the steps say it
}

QString ProvisionDialog::doneText() const
{
    return tr("%1 is set up.").arg(m_form->tenant().name);
}

QString ProvisionDialog::actText() const
{
    if (phase() == Phase::Done)
        return tr("Open tenant");
    if (phase() != Phase::Stopped)
        return OperationDialog::actText();
    const auto progress = progressOf(steps(), QDateTime::currentDateTimeUtc());
    return tr("Continue with step %1").arg(progress.index + 1);
}

/// With a draft nothing is lost; what was taken back from a group has none.
bool ProvisionDialog::isDirty() const
{
    return !m_draft && !m_form->isEmpty();
}

void ProvisionDialog::finish()
{
    openTenantAndClose(steps().first().tenantId);
}

void ProvisionDialog::done(int result)
{
    if (m_draft) {
        const bool isSubmitted = !watcher().group().isNull();
        m_draft->tenant =
            isSubmitted || m_form->isEmpty() ? std::nullopt : std::optional(m_form->tenant());
    }
    OperationDialog::done(result);
}

} // namespace ui
