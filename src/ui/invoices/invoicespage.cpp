// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invoices/invoicespage.h"

#include "services/deskservices.h"
#include "ui/invoices/invoicepanel.h"
#include "ui/shell/actions.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(InvoicesPage)
};

ListWords words()
{
    return {
        Text::tr("Search invoices"),
        [](qint64 count) { return Text::tr("%Ln invoice(s)", nullptr, static_cast<int>(count)); },
        Text::tr("No invoice yet"),
        Text::tr("Stripe makes the first invoice with the first subscription."),
        Text::tr("No invoice matches"),
        Text::tr("Invoices could not be loaded")};
}

core::Filter statusIs(const QStringList &states)
{
    return {u"status"_s, core::FilterOperator::Equals, states};
}

} // namespace

PageFace InvoicesPage::ownFace()
{
    return {u"invoices"_s, Text::tr("Invoices"), "receipt-text"_L1, 1};
}

InvoicesPage::InvoicesPage(const PageContext &context, models::ListSource &source, QWidget *parent)
    : ListPage(
        {context.theme, source, context.clock, context.viewState, context.actions, context.dialogs},
        ownFace(), core::ListId::Invoices, words(), parent)
    , m_context(context)
    , m_panel(new InvoicePanel(context))
{
    addPresets();
    addHeadAction(context.actions[ActionId::ExportList]);
    setPanel(m_panel);
    connectParts();
}

void InvoicesPage::addPresets()
{
    using core::FilterOperator;
    const QStringList unpaid{u"overdue"_s, u"retrying"_s, u"failed"_s};
    addPreset({u"all"_s, Text::tr("All")});
    addPreset({u"overdue"_s,
               Text::tr("Overdue"),
               {statusIs(unpaid), {u"due"_s, FilterOperator::Before, qint64(0)}},
               {{u"due"_s, Qt::AscendingOrder}}});
    addPreset({u"failed"_s, Text::tr("Payment failed"), {statusIs({u"failed"_s, u"retrying"_s})}});
    addPreset({u"open"_s, Text::tr("Open"), {statusIs(QStringList{u"open"_s} + unpaid)}});
    addPreset({u"drafts"_s, Text::tr("Drafts"), {statusIs({u"draft"_s})}});
}

void InvoicesPage::connectParts()
{
    connect(this, &ListPage::opened, this, &ListPage::openWhole);
    connect(this, &ListPage::currentIdChanged, m_panel, [this](const QUuid &id) {
        if (!id.isNull())
            m_panel->showInvoice(id);
    });
    connect(m_panel, &InvoicePanel::tenantRequested, this, [this](const QUuid &tenant) {
        Q_EMIT navigationRequested({u"tenants"_s, tenant.toString(QUuid::WithoutBraces)});
    });
}

} // namespace ui
