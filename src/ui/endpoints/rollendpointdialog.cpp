// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/rollendpointdialog.h"

#include "models/endpointreport.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/operations/endpointinput.h"
#include "ui/operations/choicelist.h"
#include "ui/operations/consequencelist.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int dialogWidth = 540;
constexpr qint64 daySeconds = 24 * 3600; // Stripe's own longest overlap
const QString firstEvent = u"first_event"_s;
const QString aDay = u"day"_s;
const QString byHand = u"by_hand"_s;

} // namespace

RollEndpointDialog::RollEndpointDialog(const Theme &theme, services::DeskServices &services,
                                       const core::WebhookEndpoint &old, QWidget *parent)
    : OperationDialog(theme, services, tr("Roll the signing secret?"), parent)
    , m_old(old)
    , m_inADay(QDateTime::currentDateTimeUtc().addSecs(daySeconds))
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
    , m_end(new ChoiceList(theme))
    , m_reason(new QLineEdit)
{
    setObjectName(u"rollEndpointDialog"_s);
    setBodyWidth(dialogWidth);
    setSubtitle(m_old.url);
    build();
    setLabels({tr("Roll secret"), tr("Cancel")});
    showPhase();
    settle();
}

void RollEndpointDialog::build()
{
    form()->addWidget(m_consequences);
    m_end->setObjectName(u"rollEnd"_s);
    m_end->addChoice(firstEvent, tr("After the first event of the new one"),
                     tr("At the latest on %1.").arg(models::exactTime(m_inADay)));
    m_end->addChoice(aDay, tr("After 24 hours"), tr("On %1.").arg(models::exactTime(m_inADay)));
    m_end->addChoice(byHand, tr("When I finish it"), tr("Until then both stay in use."));
    m_end->setCurrent(firstEvent);
    form()->addWidget(new FieldRow(theme(), tr("The old endpoint is deleted"), m_end));
    m_reason->setObjectName(u"reason"_s);
    auto *reason = new FieldRow(theme(), tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
}

void RollEndpointDialog::showConsequences()
{
    const services::EndpointSettings &settings = services().endpoints.settings();
    QList<Consequence> follows;
    follows.append({"plus"_L1, StatusColor::Grey,
                    tr("A second endpoint is created with the same address"),
                    tr("Stripe gives a new secret in no other way. It goes straight into the "
                       "keychain.")});
    if (m_old.apiVersion != settings.apiVersion)
        follows.append(
            {"arrow-up"_L1, StatusColor::Blue,
             tr("It sends events in API version %1").arg(settings.apiVersion),
             tr("The old one keeps its version: %1").arg(models::versionText(m_old.apiVersion))});
    if (!models::reportOf(m_old, settings.apiVersion).isUpToDate())
        follows.append({"zap"_L1,
                        StatusColor::Blue,
                        tr("It sends exactly the event types that are handled here"),
                        {}});
    follows.append({"copy"_L1, StatusColor::Grey, tr("For a while each event comes twice"),
                    tr("Both secrets are accepted; an event is stored once.")});
    if (m_old.secret == core::EndpointSecret::Unknown)
        follows.append({"triangle-alert"_L1, StatusColor::Amber,
                        tr("Its old secret was entered by hand and stays"),
                        tr("Remove it in Settings afterwards, if nothing else uses it.")});
    else
        follows.append({"trash-2"_L1, StatusColor::Amber,
                        tr("Then the old endpoint and its secret go"),
                        tr("What is signed with it is turned away from then on.")});
    m_consequences->setConsequences(follows);
}

void RollEndpointDialog::showPhase()
{
    m_end->setEnabled(phase() == Phase::Editing); // afterwards it stands in the request
    m_reason->setEnabled(phase() == Phase::Editing);
    if (phase() == Phase::Done) {
        setSign("circle-check"_L1, StatusColor::Green);
        setTitle(tr("The signing secret is being rolled"));
        return;
    }
    setSign("refresh-cw"_L1, StatusColor::Blue);
    showConsequences();
}

bool RollEndpointDialog::check()
{
    return true;
}

core::NewWebhookEndpoint RollEndpointDialog::fresh() const
{
    core::NewWebhookEndpoint fresh{m_old.url, m_old.description, {}, m_reason->text().trimmed()};
    fresh.overlap.replaces = m_old.id;
    fresh.overlap.endsWithFirstEvent = m_end->current() == firstEvent;
    if (m_end->current() != byHand)
        fresh.overlap.until = m_inADay;
    return fresh;
}

QFuture<core::Result<QUuid>> RollEndpointDialog::submit()
{
    return services().endpoints.create(fresh());
}

QJsonObject RollEndpointDialog::correctedInput(const core::Operation &) const
{
    return {};
}

bool RollEndpointDialog::showAtField(const core::Error &)
{
    return false; // nothing typed here can be wrong for Stripe
}

QString RollEndpointDialog::runningText() const
{
    return tr("The new endpoint is being created.");
}

QString RollEndpointDialog::doneText() const
{
    const bool isKept = steps().isEmpty() || steps().first().result[services::keptKey].toBool();
    if (!isKept)
        return tr("The new endpoint exists, but Stripe does not tell its secret any more. Delete "
                  "it and roll the secret again.");
    return tr("Two secrets are in use %1.").arg(models::overlapText(fresh().overlap));
}

void RollEndpointDialog::restore(const QList<core::Operation> &steps)
{
    const QJsonObject overlap = steps.first().input[u"overlap"_s].toObject();
    m_end->setCurrent(overlap.contains(u"overlap_ends"_s)        ? firstEvent
                          : overlap.contains(u"overlap_until"_s) ? aDay
                                                                 : byHand);
    m_reason->setText(steps.first().reason);
}

} // namespace ui
