// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/changeplandialog.h"

#include "models/wording.h"
#include "services/deskservices.h"
#include "services/operations/operationinput.h"
#include "services/whenready.h"
#include "ui/operations/billingwords.h"
#include "ui/operations/choicelist.h"
#include "ui/operations/consequencelist.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationwatcher.h"
#include "ui/operations/planchoice.h"
#include "ui/operations/plancomparison.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int dialogWidth = 540;
} // namespace

ChangePlanDialog::ChangePlanDialog(const Theme &theme, services::DeskServices &services,
                                   const QUuid &tenantId, QWidget *parent)
    : OperationDialog(theme, services, tr("Change plan"), parent)
    , m_tenantId(tenantId)
    , m_plan(new PlanChoice(theme))
    , m_comparison(new PlanComparison(theme))
    , m_proration(new ChoiceList(theme))
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
    , m_reason(new QLineEdit)
{
    setObjectName(u"changePlanDialog"_s);
    setBodyWidth(dialogWidth);
    build(theme);
    connect(m_plan, &PlanChoice::changed, this, &ChangePlanDialog::showConsequences);
    connect(m_plan, &PlanChoice::catalogueWanted, this, &ChangePlanDialog::readCatalogue);
    connect(m_proration, &ChoiceList::currentChanged, this, &ChangePlanDialog::showConsequences);
    setLabels({tr("Change plan"), tr("Cancel")});
    readCatalogue();
    read();
    showPhase();
}

void ChangePlanDialog::build(const Theme &theme)
{
    form()->addWidget(m_plan);
    form()->addWidget(m_comparison);
    m_proration->setObjectName(u"proration_behavior"_s);
    for (const core::Proration proration :
         {core::Proration::CreateProrations, core::Proration::AlwaysInvoice, core::Proration::None})
        m_proration->addChoice(core::toText(proration), {}, {});
    m_proration->setCurrent(core::toText(core::Proration::CreateProrations));
    m_prorationRow = new FieldRow(theme, tr("The difference until the next invoice"), m_proration);
    form()->addWidget(m_prorationRow);
    form()->addWidget(m_consequences);
    m_reason->setObjectName(u"reason"_s);
    auto *reason = new FieldRow(theme, tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
    m_consequences->hide();
    m_prorationRow->hide();
}

void ChangePlanDialog::readCatalogue()
{
    const auto takePlans = [this](const core::Result<QList<core::CataloguePlan>> &plans) {
        if (plans)
            m_plan->setCatalogue(*plans);
        else
            m_plan->showCatalogueError(plans.error().message);
    };
    services::whenReady(services().tenants.catalogue(), this, takePlans);
    const auto takePrices = [this](const core::Result<QList<core::PriceOption>> &prices) {
        if (!prices) {
            m_plan->showPricesError(prices.error().message);
            return;
        }
        m_prices = *prices;
        m_plan->setPrices(*prices);
        showConsequences();
    };
    services::whenReady(services().subscriptions.prices(), this, takePrices);
}

void ChangePlanDialog::read()
{
    services::whenReady(services().details.tenant(m_tenantId), this,
                        [this](const core::Result<core::TenantDetail> &detail) { take(detail); });
}

/// The choice that was made stays, what it is compared with is read anew.
void ChangePlanDialog::take(const core::Result<core::TenantDetail> &detail)
{
    if (!detail) {
        showError(detail.error());
        return;
    }
    const bool isFirst = !m_tenant;
    m_tenant = *detail;
    m_isRead = true;
    setTitle(tr("Change the plan of %1").arg(m_tenant->name));
    if (m_tenant->plan) {
        const core::TenantPlan &plan = *m_tenant->plan;
        m_plan->setHeld(plan.tier);
        if (isFirst && watcher().group().isNull()) {
            m_plan->setTier(plan.tier);
            if (plan.tier == core::PlanTier::Custom)
                m_plan->setCustom(plan.limits, plan.priceId);
        }
    }
    showPhase();
    if (isFirst)
        settle();
}

/// The living subscription that bills the plan's price.
const core::TenantSubscription *ChangePlanDialog::billed() const
{
    if (!m_tenant || !m_tenant->plan)
        return nullptr;
    const auto bills = [&](const core::TenantSubscription &subscription) {
        return isLiving(subscription)
            && std::ranges::any_of(subscription.items, [&](const core::TenantSubscriptionItem &i) {
                   return i.priceId == m_tenant->plan->priceId;
               });
    };
    const auto found = std::ranges::find_if(m_tenant->subscriptions, bills);
    return found == m_tenant->subscriptions.end() ? nullptr : &*found;
}

core::PlanChange ChangePlanDialog::change() const
{
    core::PlanChange change;
    change.tenantId = m_tenantId;
    change.expectedRowVersion = m_tenant && m_tenant->plan ? m_tenant->plan->rowVersion : 0;
    change.tier = m_plan->tier();
    if (change.tier == core::PlanTier::Custom) {
        change.customLimits = m_plan->limits();
        change.customPriceId = m_plan->priceId();
    }
    change.proration =
        core::prorationFromText(m_proration->current()).value_or(core::Proration::CreateProrations);
    change.reason = m_reason->text().trimmed();
    return change;
}

/// Why it cannot be sent as it is; empty when it can.
QString ChangePlanDialog::notReadyBecause() const
{
    if (!m_isRead)
        return tr("The tenant is being read.");
    if (!m_tenant->plan)
        return {};
    const core::TenantPlan &held = *m_tenant->plan;
    const bool isSameTier = held.tier == m_plan->tier();
    const bool isSameCustom = held.limits == m_plan->limits() && held.priceId == m_plan->priceId();
    if (isSameTier && (held.tier != core::PlanTier::Custom || isSameCustom))
        return tr("The tenant has this plan already. Choose another one.");
    return {};
}

bool ChangePlanDialog::check()
{
    const auto rows = m_plan->rows();
    for (FieldRow *row : rows)
        row->setError({});
    if (phase() == Phase::Editing && !notReadyBecause().isEmpty())
        return false;
    QList<core::Error> errors = m_plan->unreadable();
    if (m_plan->tier() == core::PlanTier::Custom) {
        errors += services::checkCustomLimits(m_plan->limits());
        if (billed() && m_plan->priceId().isEmpty())
            errors.append({core::Error::Kind::Invalid,
                           tr("Choose the price that this plan bills."),
                           {},
                           u"price_id"_s});
    }
    for (qsizetype i = errors.size() - 1; i >= 0; --i)
        showAtField(errors.at(i));
    return !focusFirstError(rows);
}

QFuture<core::Result<QUuid>> ChangePlanDialog::submit()
{
    return services().tenants.changePlan(change());
}

QJsonObject ChangePlanDialog::correctedInput(const core::Operation &) const
{
    return services::toJson(change());
}

bool ChangePlanDialog::showAtField(const core::Error &error)
{
    const QString field = fieldOf(error.field);
    if (field == "price_id"_L1 && m_plan->tier() != core::PlanTier::Custom)
        return false; // the catalogue's own price
    for (FieldRow *row : m_plan->rows()) {
        if (row->editor()->objectName() == field) {
            row->setError(error.message);
            return true;
        }
    }
    return false;
}

void ChangePlanDialog::showRefusal(const core::Error &error)
{
    if (error.kind != core::Error::Kind::Conflict) {
        OperationDialog::showRefusal(error);
        return;
    }
    notice().showContent({StatusColor::Amber, "triangle-alert"_L1, error.message,
                          tr("Nothing was changed from here."), tr("Look again"), false});
    actButton().setEnabled(false);
}

/// What somebody else did is read; what was chosen here stays.
void ChangePlanDialog::followNotice()
{
    if (phase() == Phase::Stopped)
        giveUp(); // its place is taken by the next one
    else
        startOver();
    m_isRead = false;
    read();
    showConsequences();
}

void ChangePlanDialog::showPhase()
{
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    m_plan->setLocked(!isOpen || !m_tenant, !isOpen || !m_tenant);
    m_proration->setEnabled(isOpen);
    m_reason->setEnabled(phase() == Phase::Editing); // it stays with the operation
    showConsequences();
}

void ChangePlanDialog::restore(const QList<core::Operation> &steps)
{
    const core::PlanChange wanted = services::planChangeFromJson(steps.first().input);
    m_plan->setTier(wanted.tier);
    m_plan->setCustom(wanted.customLimits, wanted.customPriceId);
    m_proration->setCurrent(core::toText(wanted.proration));
    m_reason->setText(steps.first().reason);
}

void ChangePlanDialog::showConsequences()
{
    const QString obstacle = phase() == Phase::Editing ? notReadyBecause() : QString();
    if (phase() == Phase::Editing) {
        actButton().setEnabled(obstacle.isEmpty());
        actButton().setToolTip(obstacle.isEmpty() ? tr("Ctrl+Enter") : obstacle);
    }
    if (!m_tenant || phase() == Phase::Done)
        return;
    const core::TenantPlan held = m_tenant->plan.value_or(core::TenantPlan{});
    const bool isOther = notReadyBecause().isEmpty();
    const auto priceOf = [this](const QString &id) {
        const auto price = std::ranges::find(m_prices, id, &core::PriceOption::priceId);
        return price == m_prices.end() ? u"–"_s : priceText(price->amount, price->recurrence);
    };
    m_comparison->compare(
        {m_tenant->plan ? planTitle(held) : tr("No plan"), priceOf(held.priceId), held.limits},
        {models::tierText(core::toText(m_plan->tier())), priceOf(m_plan->priceId()),
         m_plan->limits()},
        m_tenant->limits);
    const bool movesMoney = isOther && billed() && m_plan->priceId() != held.priceId;
    m_prorationRow->setVisible(movesMoney);
    showProrations();
    QList<Consequence> follows;
    if (isOther && !billed())
        follows.append({"receipt-text"_L1, StatusColor::Grey,
                        tr("No subscription bills this plan: only the limits change."),
                        tr("Add one with “New subscription” to charge for it.")});
    else if (isOther && !movesMoney)
        follows.append(
            {"receipt-text"_L1, StatusColor::Grey, tr("What is billed stays the same."), {}});
    m_consequences->setConsequences(follows);
}

/// The three ways in words that say when money moves.
void ChangePlanDialog::showProrations()
{
    const core::TenantSubscription *subscription = billed();
    if (!subscription)
        return;
    const QString next = longDate(subscription->periodEnd);
    m_proration->setWords(core::toText(core::Proration::CreateProrations),
                          tr("On the next invoice, on %1").arg(next),
                          tr("It is added there, or taken off; nothing is collected before."));
    m_proration->setWords(
        core::toText(core::Proration::AlwaysInvoice), tr("Invoice it now"),
        tr("An invoice for the days until %1 is made and collected at once.").arg(next));
    m_proration->setWords(core::toText(core::Proration::None), tr("Do not charge or credit it"),
                          tr("The new price counts from %1 on.").arg(next));
}

QString ChangePlanDialog::runningText() const
{
    return tr("The plan is being changed.");
}

QString ChangePlanDialog::doneText() const
{
    return tr("%1 is on %2 now.")
        .arg(m_tenant ? m_tenant->name : QString(), models::tierText(core::toText(m_plan->tier())));
}

bool ChangePlanDialog::isDirty() const
{
    return !m_reason->text().trimmed().isEmpty();
}

} // namespace ui
