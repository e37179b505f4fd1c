// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/turnedawaydialog.h"

#include "core/clock.h"
#include "models/turnedawaymodel.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/widgets/plainheader.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::TurnedAwayTableModel;

namespace ui {

TurnedAwayDialog::TurnedAwayDialog(const PageContext &context, QWidget *parent)
    : DialogFrame(context.theme, tr("Deliveries that were turned away"), parent)
    , m_context(context)
    , m_model(new TurnedAwayTableModel(this))
    , m_table(new QTableView)
    , m_note(new Paragraph(context.theme, tr("Reading…"),
                           {TextSize::Body, Weight::Regular, Role::Text2}))
{
    setObjectName(u"turnedAwayDialog"_s);
    setSubtitle(tr("Nothing of their content is kept: anybody may have sent them. What really came "
                   "from Stripe is sent again by Stripe, or read from its list."));
    build();
    services::whenReady(context.services.events.turnedAway(), this,
                        [this](const auto &deliveries) { take(deliveries); });
}

void TurnedAwayDialog::build()
{
    m_table->setObjectName(u"turnedAwayTable"_s);
    m_table->setAccessibleName(tr("Deliveries that were turned away"));
    m_table->setModel(m_model);
    m_table->setHorizontalHeader(new PlainHeader(theme(), m_table));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(TurnedAwayTableModel::Reason,
                                                      QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(metrics::row);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(260);
    m_table->setColumnWidth(TurnedAwayTableModel::At, 110);
    m_table->setColumnWidth(TurnedAwayTableModel::From, 120);
    m_table->setColumnWidth(TurnedAwayTableModel::Signed, 110);
    m_table->setColumnWidth(TurnedAwayTableModel::Size, 80);
    m_table->hide();
    body()->addWidget(m_note);
    body()->addWidget(m_table);
    setBodyWidth(860);
    QPushButton *close = addButton(tr("Close"), ButtonKind::Primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void TurnedAwayDialog::take(const core::Result<QList<core::TurnedAwayDelivery>> &deliveries)
{
    if (!deliveries) {
        m_note->setText(deliveries.error().message);
        return;
    }
    m_model->setDeliveries(*deliveries, m_context.clock.now());
    m_note->setText(tr("No delivery was turned away."));
    m_note->setVisible(deliveries->isEmpty());
    m_table->setVisible(!deliveries->isEmpty());
}

} // namespace ui
