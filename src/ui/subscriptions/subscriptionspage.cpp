// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/subscriptions/subscriptionspage.h"

#include "core/clock.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/desk/launcher.h"
#include "ui/shell/actions.h"
#include "ui/tenants/tenantpanel.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/listview.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SubscriptionsPage)
};

ListWords words()
{
    return {Text::tr("Search subscriptions"),
            [](qint64 count) {
                return Text::tr("%Ln subscription(s)", nullptr, static_cast<int>(count));
            },
            Text::tr("No subscription yet"),
            Text::tr("Subscriptions appear here as soon as a tenant has one."),
            Text::tr("No subscription matches"),
            Text::tr("Subscriptions could not be loaded")};
}

core::Filter statusIs(const QStringList &states)
{
    return {u"status"_s, core::FilterOperator::Equals, states};
}

} // namespace

PageFace SubscriptionsPage::ownFace()
{
    return {u"subscriptions"_s, Text::tr("Subscriptions"), "refresh-cw"_L1, 1};
}

SubscriptionsPage::SubscriptionsPage(const PageContext &context, models::ListSource &source,
                                     Launcher &launcher, QWidget *parent)
    : ListPage(
        {context.theme, source, context.clock, context.viewState, context.actions, context.dialogs},
        ownFace(), core::ListId::Subscriptions, words(), parent)
    , m_context(context)
    , m_panel(new TenantPanel(context))
{
    m_panel->setObjectName(u"subscriptionTenantPanel"_s);
    addPresets();
    addHeadAction(context.actions[ActionId::ExportList]);
    addRowActions({context.actions[ActionId::CancelSubscription]});
    setPanel(m_panel);
    m_panel->addAction(context.actions[ActionId::CancelSubscription], ButtonKind::DangerPlain);
    connectActions(launcher);
}

void SubscriptionsPage::addPresets()
{
    const core::Filter isRunning = statusIs({u"active"_s, u"trialing"_s, u"past_due"_s});
    addPreset({u"all"_s, Text::tr("All")});
    addPreset({u"active"_s, Text::tr("Active"), {statusIs({u"active"_s})}});
    addPreset({u"renewing"_s,
               Text::tr("Renewing in 7 days"),
               {isRunning, {u"period_end"_s, core::FilterOperator::Within, qint64(7)}},
               {{u"period_end"_s, Qt::AscendingOrder}}});
    addPreset({u"trials"_s, Text::tr("Trials"), {statusIs({u"trialing"_s})}});
    addPreset({u"past-due"_s,
               Text::tr("Past due"),
               {statusIs({u"past_due"_s, u"unpaid"_s, u"incomplete"_s})}});
    addPreset({u"ending"_s,
               Text::tr("Ending"),
               {{u"cancel_at"_s, core::FilterOperator::IsSet, true}, isRunning},
               {{u"cancel_at"_s, Qt::AscendingOrder}}});
}

void SubscriptionsPage::connectActions(Launcher &launcher)
{
    connect(m_context.actions[ActionId::CancelSubscription], &QAction::triggered, this,
            [this, &launcher] {
                if (isVisible() && !currentStripeId().isEmpty())
                    launcher.cancelSubscription(m_panel->tenantId(), currentStripeId(), this);
            });
    connect(m_panel, &TenantPanel::cancelRequested, this, [this, &launcher](const QString &id) {
        launcher.cancelSubscription(m_panel->tenantId(), id, this);
    });
    connect(m_panel, &TenantPanel::invoiceRequested, this, [this](const QUuid &id) {
        Q_EMIT navigationRequested({u"invoices"_s, id.toString(QUuid::WithoutBraces)});
    });
    connect(this, &ListPage::opened, this, [this] { // what there is to tell is the tenant's
        if (!m_panel->tenantId().isNull())
            Q_EMIT navigationRequested(
                {u"tenants"_s, toText(ListPlace{.row = m_panel->tenantId(), .isWhole = true})});
    });
    connect(this, &ListPage::currentIdChanged, this, &SubscriptionsPage::showTenantOf);
}

void SubscriptionsPage::showTenantOf(const QUuid &subscriptionId)
{
    followAction();
    if (subscriptionId.isNull())
        return;
    services::whenReady(m_context.services.subscriptions.tenantOf(subscriptionId), this,
                        [this, subscriptionId](const core::Result<QUuid> &tenant) {
                            if (tenant && !tenant->isNull() && shownId() == subscriptionId)
                                m_panel->showTenant(*tenant);
                        });
}

void SubscriptionsPage::followAction()
{
    if (currentStripeId().isEmpty())
        m_context.actions.forbid(ActionId::CancelSubscription,
                                 Text::tr("Choose a subscription that is still running."));
    else
        m_context.actions.allow(ActionId::CancelSubscription);
}

QString SubscriptionsPage::currentStripeId() const
{
    const int row = model().rowOf(list().currentId());
    const core::ListRow *current = row < 0 ? nullptr : model().listRow(row);
    if (current == nullptr)
        return {};
    const auto cell = [&](QLatin1StringView id) {
        return current->cells.at(core::columnIndex(core::ListId::Subscriptions, id)).toString();
    };
    const QString status = cell("status"_L1);
    const bool isOver = status == "canceled"_L1 || status == "incomplete_expired"_L1;
    return isOver ? QString() : cell("subscription"_L1);
}

} // namespace ui
