// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/deleteendpointdialog.h"

#include "services/deskservices.h"
#include "ui/operations/consequencelist.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int dialogWidth = 500;

} // namespace

DeleteEndpointDialog::DeleteEndpointDialog(const Theme &theme, services::DeskServices &services,
                                           const core::WebhookEndpoint &endpoint,
                                           std::optional<core::WebhookEndpoint> successor,
                                           QWidget *parent)
    : OperationDialog(
        theme, services,
        successor ? tr("Finish rolling the secret?") : tr("Delete the webhook endpoint?"), parent)
    , m_endpoint(endpoint)
    , m_successor(std::move(successor))
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
    , m_reason(new QLineEdit)
{
    setObjectName(u"deleteEndpointDialog"_s);
    setBodyWidth(dialogWidth);
    setSubtitle(m_endpoint.url);
    form()->addWidget(m_consequences);
    m_reason->setObjectName(u"reason"_s);
    auto *reason = new FieldRow(theme, tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
    setLabels({m_successor ? tr("Delete the old one") : tr("Delete endpoint"),
               m_successor ? tr("Keep both") : tr("Keep endpoint")});
    setKind(&actButton(), ButtonKind::Danger);
    showPhase();
    settle();
}

QList<Consequence> DeleteEndpointDialog::ofRolling() const
{
    QList<Consequence> follows;
    const int delivered = services().endpoints.delivered(m_successor->id);
    if (delivered > 0)
        follows.append({"circle-check"_L1, StatusColor::Green,
                        tr("The new one has delivered %n event(s)", nullptr, delivered),
                        tr("Its secret works.")});
    else
        follows.append({"triangle-alert"_L1, StatusColor::Amber,
                        tr("The new one has not delivered yet"),
                        tr("Since OMS Billing was started. Wait for an event, or send a test one "
                           "from Stripe's dashboard.")});
    follows.append({"trash-2"_L1, StatusColor::Grey, tr("The old endpoint is deleted"),
                    tr("%1 sends no more events.").arg(m_endpoint.id)});
    return follows;
}

void DeleteEndpointDialog::showConsequences()
{
    QList<Consequence> follows;
    if (m_successor) {
        follows = ofRolling();
    } else {
        follows.append({"circle-x"_L1, StatusColor::Red,
                        tr("Stripe stops delivering events to this address"),
                        tr("They can still be read from Stripe's list for 30 days.")});
        follows.append(
            {"triangle-alert"_L1, StatusColor::Amber, tr("Its secret is gone with it"),
             tr("A new endpoint gets another one. The old one cannot be brought back.")});
    }
    if (m_endpoint.secret == core::EndpointSecret::Ours)
        follows.append({"lock"_L1, StatusColor::Grey, tr("Its secret is taken out of the keychain"),
                        tr("What is signed with it is turned away from then on.")});
    m_consequences->setConsequences(follows);
}

void DeleteEndpointDialog::showPhase()
{
    m_reason->setEnabled(phase() == Phase::Editing);
    if (phase() == Phase::Done) {
        setSign("circle-check"_L1, StatusColor::Green);
        return;
    }
    setSign("octagon-alert"_L1, m_successor ? StatusColor::Amber : StatusColor::Red);
    showConsequences();
    keepButton().setDefault(true);
}

QFuture<core::Result<QUuid>> DeleteEndpointDialog::submit()
{
    return services().endpoints.remove(m_endpoint, m_reason->text().trimmed());
}

QString DeleteEndpointDialog::runningText() const
{
    return tr("The endpoint is being deleted.");
}

QString DeleteEndpointDialog::doneText() const
{
    return m_successor ? tr("The rolling is finished: one secret is in use.")
                       : tr("The endpoint is deleted.");
}

void DeleteEndpointDialog::restore(const QList<core::Operation> &steps)
{
    m_reason->setText(steps.first().reason);
}

} // namespace ui
