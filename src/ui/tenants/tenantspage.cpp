// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tenants/tenantspage.h"

#include "core/clock.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "ui/desk/launcher.h"
#include "ui/shell/actions.h"
#include "ui/tenants/tenantpanel.h"
#include "ui/widgets/listplace.h"

#include <QAction>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TenantsPage)
};

ListWords words()
{
    return {
        Text::tr("Search tenants"),
        [](qint64 count) { return Text::tr("%Ln tenant(s)", nullptr, static_cast<int>(count)); },
        Text::tr("No tenant yet"),
        Text::tr("A tenant is a company that uses OMS and is billed through Stripe."),
        Text::tr("No tenant matches"),
        Text::tr("Tenants could not be loaded")};
}

core::Filter statusIs(const QStringList &states)
{
    return {u"status"_s, core::FilterOperator::Equals, states};
}

} // namespace

PageFace TenantsPage::ownFace()
{
    return {u"tenants"_s, Text::tr("Tenants"), "building-2"_L1, 1};
}

TenantsPage::TenantsPage(const PageContext &context, models::ListSource &source, Launcher &launcher,
                         QWidget *parent)
    : ListPage(
        {context.theme, source, context.clock, context.viewState, context.actions, context.dialogs},
        ownFace(), core::ListId::Tenants, words(), parent)
    , m_context(context)
    , m_panel(new TenantPanel(context))
{
    addPresets();
    addHeadAction(context.actions[ActionId::ExportList]);
    addHeadAction(context.actions[ActionId::NewTenant], true);
    addRowActions(
        {context.actions[ActionId::ChangePlan], context.actions[ActionId::NewSubscription]});
    setEmptyAction(context.actions[ActionId::NewTenant]);
    setPanel(m_panel);
    m_panel->addAction(context.actions[ActionId::ChangePlan], ButtonKind::Primary);
    m_panel->addAction(context.actions[ActionId::NewSubscription], ButtonKind::Plain);
    connectActions(launcher);
    followPanel();
}

void TenantsPage::addPresets()
{
    using core::FilterOperator;
    addPreset({u"all"_s, Text::tr("All")});
    addPreset({u"renewing"_s,
               Text::tr("Renewing in 30 days"),
               {{u"renews"_s, FilterOperator::Within, qint64(30)}},
               {{u"renews"_s, Qt::AscendingOrder}}});
    addPreset({u"past-due"_s, Text::tr("Past due"), {statusIs({u"past_due"_s, u"unpaid"_s})}});
    // Above 100 %: who is just at the limit is not over it, here as on the Overview.
    addPreset({u"over-limit"_s,
               Text::tr("Over a limit"),
               {{u"peak_limit"_s, FilterOperator::AtLeast, std::nextafter(1.0, 2.0)},
                {u"status"_s, FilterOperator::NotEquals, u"terminated"_s}},
               {{u"peak_limit"_s, Qt::DescendingOrder}}});
    addPreset({u"trials"_s, Text::tr("Trials"), {statusIs({u"trialing"_s})}});
}

void TenantsPage::connectActions(Launcher &launcher)
{
    const Actions &all = m_context.actions;
    connect(all[ActionId::ChangePlan], &QAction::triggered, this, [this, &launcher] {
        if (isVisible() && !m_panel->tenantId().isNull())
            launcher.changePlan(m_panel->tenantId(), this);
    });
    connect(all[ActionId::NewSubscription], &QAction::triggered, this, [this, &launcher] {
        if (isVisible() && !m_panel->tenantId().isNull())
            launcher.newSubscription(m_panel->tenantId(), this);
    });
    connect(m_panel, &TenantPanel::cancelRequested, this, [this, &launcher](const QString &id) {
        launcher.cancelSubscription(m_panel->tenantId(), id, this);
    });
}

void TenantsPage::followPanel()
{
    connect(this, &ListPage::opened, this, &ListPage::openWhole);
    connect(this, &ListPage::currentIdChanged, m_panel, [this](const QUuid &id) {
        const bool isChosen = !id.isNull();
        for (const ActionId action : {ActionId::ChangePlan, ActionId::NewSubscription}) {
            if (isChosen)
                m_context.actions.allow(action);
            else
                m_context.actions.forbid(action, Text::tr("Choose a tenant first."));
        }
        if (isChosen)
            m_panel->showTenant(id);
    });
    connect(m_panel, &TenantPanel::invoiceRequested, this, [this](const QUuid &id) {
        Q_EMIT navigationRequested({u"invoices"_s, id.toString(QUuid::WithoutBraces)});
    });
    connect(m_panel, &TenantPanel::invoicesRequested, this,
            [this](const QUuid &, const QString &name) {
                const core::Filter itsOwn{u"tenant"_s, core::FilterOperator::Equals, name};
                Q_EMIT navigationRequested(
                    {u"invoices"_s, toText(ListPlace{.view = u"all"_s, .filters = QList{itsOwn}})});
            });
}

} // namespace ui
