// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tenants/tenantpanel.h"

#include "core/clock.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/operations/operationsteps.h"
#include "ui/stripelink.h"
#include "ui/tenants/panelrows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/factstrip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TenantPanel::TenantPanel(const PageContext &context, QWidget *parent)
    : DetailPanel(context.theme, parent)
    , m_context(context)
    , m_facts(new FactStrip(context.theme))
{
    setObjectName(u"tenantPanel"_s);
    setAccessibleName(tr("Tenant"));
    fixedArea()->addWidget(m_facts);
    followChanges(context.services.changes, [this](const core::Change &change) {
        return !m_tenantId.isNull() && change.tenantId == m_tenantId;
    });
}

void TenantPanel::showTenant(const QUuid &tenantId)
{
    m_tenantId = tenantId;
    refresh();
}

void TenantPanel::refresh()
{
    if (m_tenantId.isNull())
        return;
    setRunning(true);
    const quint64 generation = ++m_generation;
    const QUuid asked = m_tenantId;
    services::whenReady(m_context.services.details.tenant(asked), this,
                        [this, asked, generation](const core::Result<core::TenantDetail> &answer) {
                            if (generation == m_generation)
                                take(asked, answer);
                        });
}

void TenantPanel::take(const QUuid &asked, const core::Result<core::TenantDetail> &answer)
{
    setRunning(false);
    if (!answer) {
        if (m_tenant.id != asked) { // nothing of this tenant is on screen yet
            clearSections();
            m_facts->clear();
            setTitle(tr("Not loaded"));
        }
        setSubtitle(answer.error().message);
        return;
    }
    m_tenant = *answer;
    fill();
    Q_EMIT shown();
}

void TenantPanel::fill()
{
    if (m_tenant.id.isNull())
        return; // not read yet
    const QDateTime now = m_context.clock.now();
    setTitle(m_tenant.name);
    chip()->setState(m_tenant.status);
    QStringList facts;
    if (m_tenant.plan)
        facts.append(models::tierText(core::toText(m_tenant.plan->tier)));
    if (m_tenant.renewsAt.isValid())
        facts.append(
            tr("renews %1").arg(models::daysInWords(models::daysBetween(now, m_tenant.renewsAt))));
    setSubtitle(facts.join(u" · "_s));
    clearSections();
    fillFacts();
    fillOperations();
    fillIds();
    fillLimits();
    fillSubscriptions();
    fillInvoices();
    fillTimeline();
}

void TenantPanel::fillFacts()
{
    m_facts->clear();
    const auto add = [this](const QString &label, const std::optional<core::Money> &money) {
        if (money)
            m_facts->addFact(label, models::amountText(*money), models::currencyCode(*money));
        else
            m_facts->addFact(label, u"–"_s, {});
    };
    add(tr("MRR"), m_tenant.mrr);
    add(tr("Open"), m_tenant.balance);
    if (m_tenant.overdueSince.isValid()) {
        const int days = -models::daysBetween(m_context.clock.now(), m_tenant.overdueSince);
        m_facts->addFact(tr("Overdue"), tr("%1 d").arg(days),
                         tr("%n invoice(s)", nullptr, static_cast<int>(m_tenant.overdueInvoices)),
                         true);
    } else {
        m_facts->addFact(tr("Overdue"), u"–"_s, {});
    }
}

void TenantPanel::fillIds()
{
    QVBoxLayout *section = addSection(Column::Side, {});
    auto *customer = new CopyableId(theme());
    if (m_tenant.customerId.isEmpty())
        customer->setId(tr("not in Stripe yet"));
    else
        showStripeId(customer, m_tenant.customerId, m_context.services);
    addFact(section, tr("Stripe customer"), customer);
    auto *own = new CopyableId(theme());
    own->setId(m_tenant.id.toString(QUuid::WithoutBraces));
    addFact(section, tr("Tenant"), own);
    addFact(section, tr("E-mail"), makeText(theme(), m_tenant.email));
    if (m_tenant.paymentMethod)
        addFact(section, tr("Pays with"), makeText(theme(), payText(*m_tenant.paymentMethod)));
}

void TenantPanel::fillLimits()
{
    if (m_tenant.limits.isEmpty())
        return;
    const QDateTime now = m_context.clock.now();
    QVBoxLayout *section = addSection(
        Column::Main, tr("Limits in %1").arg(QLocale().standaloneMonthName(now.date().month())));
    for (const core::LimitUse &limit : std::as_const(m_tenant.limits))
        section->addWidget(makeLimitRow(theme(), limit));
}

void TenantPanel::fillSubscriptions()
{
    QVBoxLayout *section = addSection(Column::Main, tr("Subscriptions"));
    if (m_tenant.subscriptions.isEmpty())
        section->addWidget(makeHint(theme(), tr("No subscription yet.")));
    for (const core::TenantSubscription &subscription : std::as_const(m_tenant.subscriptions)) {
        LinkLabel *cancel = nullptr;
        section->addWidget(
            makeSubscriptionRow(theme(), subscription, m_context.clock.now(), &cancel));
        if (cancel == nullptr)
            continue;
        const QString id = subscription.subscriptionId;
        connect(cancel, &LinkLabel::activated, this, [this, id] { Q_EMIT cancelRequested(id); });
    }
}

void TenantPanel::fillInvoices()
{
    const qsizetype shownInvoices = isWide() ? m_tenant.invoices.size() : 5;
    LinkLabel *all = nullptr;
    QVBoxLayout *section = addSection(
        Column::Main, tr("Invoices"),
        m_tenant.invoiceCount > 0 ? tr("All %1").arg(models::countText(m_tenant.invoiceCount))
                                  : QString(),
        &all);
    if (all != nullptr)
        connect(all, &LinkLabel::activated, this,
                [this] { Q_EMIT invoicesRequested(m_tenant.id, m_tenant.name); });
    if (m_tenant.invoices.isEmpty())
        section->addWidget(makeHint(theme(), tr("No invoice yet.")));
    for (const core::TenantInvoice &invoice :
         m_tenant.invoices.first(std::min(shownInvoices, m_tenant.invoices.size()))) {
        LinkLabel *link = nullptr;
        section->addWidget(makeInvoiceRow(theme(), invoice, m_context.clock.now(), &link));
        const QUuid id = invoice.id;
        connect(link, &LinkLabel::activated, this, [this, id] { Q_EMIT invoiceRequested(id); });
    }
}

void TenantPanel::fillTimeline()
{
    const qsizetype shownEntries = isWide() ? m_tenant.timeline.size() : 8;
    if (m_tenant.timeline.isEmpty())
        return;
    QVBoxLayout *section = addSection(Column::Side, tr("Timeline"));
    for (const core::TimelineEntry &entry :
         m_tenant.timeline.first(std::min(shownEntries, m_tenant.timeline.size())))
        section->addWidget(makeTimelineRow(theme(), entry, m_context.clock.now()));
}

void TenantPanel::fillOperations()
{
    if (m_tenant.openOperations.isEmpty())
        return;
    QVBoxLayout *section = addSection(Column::Main, tr("Under way"));
    for (const core::Operation &operation : std::as_const(m_tenant.openOperations)) {
        const bool isStopped = operation.state == core::OperationState::Refused;
        const QString state = operation.error ? operation.error->message : tr("in progress");
        section->addWidget(makeFactLine(theme(), isStopped ? "circle-x"_L1 : "rotate-cw"_L1,
                                        isStopped ? StatusColor::Red : StatusColor::Amber,
                                        stepTitle(operation.kind), state));
    }
}

} // namespace ui
