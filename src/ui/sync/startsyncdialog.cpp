// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/startsyncdialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

StartSyncDialog::StartSyncDialog(const Theme &theme, QWidget *parent)
    : DialogFrame(theme, tr("Compare with Stripe"), parent)
    , m_options(new OptionCards(theme))
    , m_consequence(new Paragraph(theme, {}, {TextSize::Body, Weight::Regular, Role::Text2}))
{
    setObjectName(u"startSyncDialog"_s);
    setSubtitle(tr("Customers, products, prices, subscriptions, invoices and payments are read."));
    m_options->setAccessibleName(tr("What to do"));
    m_options->addOption(core::toText(core::SyncMode::Report), tr("Only show"),
                         tr("List what differs"));
    m_options->addOption(core::toText(core::SyncMode::Reconcile), tr("Show and repair"),
                         tr("Then take Stripe's values"));
    m_options->addOption(core::toText(core::SyncMode::Backfill), tr("Read everything"),
                         tr("Without a list"));
    m_options->setCurrent(core::toText(core::SyncMode::Report));
    body()->addWidget(m_options);
    body()->addWidget(m_consequence);
    setBodyWidth(560);
    QPushButton *keep = addButton(tr("Not now"), ButtonKind::Plain);
    m_start = addButton(tr("Start"), ButtonKind::Primary);
    m_start->setObjectName(u"startSync"_s);
    m_start->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(mode());
        accept();
    });
    connect(m_options, &OptionCards::currentChanged, this, &StartSyncDialog::showConsequence);
    showConsequence();
}

core::SyncMode StartSyncDialog::mode() const
{
    return core::syncModeFromText(m_options->current()).value_or(core::SyncMode::Report);
}

void StartSyncDialog::showConsequence()
{
    switch (mode()) {
    case core::SyncMode::Report:
        m_consequence->setText(
            tr("Nothing is changed, here or at Stripe. You decide about each difference in the "
               "list. It runs behind your work and can be paused."));
        break;
    case core::SyncMode::Reconcile:
        m_consequence->setText(
            tr("Every difference is listed first, then Stripe's values are taken over here, with "
               "an entry in the audit log for each. Nothing is changed at Stripe. What Stripe "
               "has no more stays until you decide."));
        break;
    case core::SyncMode::Backfill:
        m_consequence->setText(
            tr("For an empty database, or after a long break: Stripe's values are taken over at "
               "once, without a list of differences. Nothing is changed at Stripe."));
        break;
    }
}

} // namespace ui
