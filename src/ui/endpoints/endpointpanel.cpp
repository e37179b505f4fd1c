// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/endpointpanel.h"

#include "models/endpointreport.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "ui/shell/actions.h"
#include "ui/stripelink.h"
#include "ui/tenants/panelrows.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using core::EndpointSecret;

namespace ui {
namespace {

constexpr int typeRow = 18;

} // namespace

EndpointPanel::EndpointPanel(const PageContext &context, QWidget *parent)
    : DetailPanel(context.theme, parent)
    , m_context(context)
{
    setObjectName(u"endpointPanel"_s);
    Actions &actions = context.actions;
    addAction(actions[ActionId::EditEndpoint], ButtonKind::Plain);
    addAction(actions[ActionId::RollEndpoint], ButtonKind::Plain);
    addAction(actions[ActionId::DeleteEndpoint], ButtonKind::DangerPlain);
    if (auto *expand = findChild<QPushButton *>(u"panelExpand"_s))
        expand->hide(); // there is no more of it than fits here
}

void EndpointPanel::showEndpoint(const core::WebhookEndpoint &endpoint,
                                 const std::optional<core::WebhookEndpoint> &successor,
                                 const std::optional<core::WebhookEndpoint> &predecessor)
{
    m_endpoint = endpoint;
    m_successor = successor;
    m_predecessor = predecessor;
    fill();
}

void EndpointPanel::fill()
{
    const QString host = QUrl(m_endpoint.url).host();
    setTitle(!m_endpoint.description.isEmpty() ? m_endpoint.description
                 : host.isEmpty()              ? m_endpoint.url
                                               : host);
    setSubtitle(m_endpoint.description.isEmpty() ? QString() : host);
    chip()->setState(!m_endpoint.isEnabled ? u"disabled"_s
                         : m_successor     ? u"being_replaced"_s
                                           : u"enabled"_s);
    clearSections();
    fillAdvice();
    QVBoxLayout *section = addSection(Column::Main, tr("Address"));
    auto *address = new Paragraph(theme(), m_endpoint.url);
    address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section->addWidget(address);
    fillDetails();
    fillTypes(); // last: the longest where many are missing
}

void EndpointPanel::advise(StatusColor status, QLatin1StringView icon, const QString &title,
                           const QString &text)
{
    auto *advice = new Advice(theme(), status, icon, title, text);
    fixedArea()->addWidget(advice);
    fixedArea()->addSpacing(metrics::gap);
    m_advice.append(advice);
}

void EndpointPanel::fillAdvice()
{
    for (QWidget *advice : std::as_const(m_advice))
        delete advice;
    m_advice.clear();
    while (QLayoutItem *item = fixedArea()->takeAt(0))
        delete item; // the gaps
    const QString own = m_context.services.endpoints.settings().apiVersion;
    if (m_successor)
        advise(StatusColor::Amber, "refresh-cw"_L1, tr("Another one is taking its place"),
               tr("Both are in use %1.").arg(models::overlapText(m_successor->overlap)));
    else if (m_predecessor)
        advise(StatusColor::Amber, "refresh-cw"_L1, tr("It is taking another's place"),
               tr("Both are in use %1.").arg(models::overlapText(m_endpoint.overlap)));
    const bool isLost =
        !m_endpoint.operationId.isEmpty() && m_endpoint.secret == EndpointSecret::NotOurs;
    if (isLost && !m_successor)
        advise(StatusColor::Red, "lock"_L1, tr("Its secret is not kept at this desk"),
               tr("What it sends here is turned away. Stripe tells a secret only once: roll it to "
                  "get another."));
    if (m_endpoint.apiVersion != own && !m_successor)
        advise(StatusColor::Amber, "triangle-alert"_L1, tr("It sends another API version"),
               tr("OMS Billing works with %1. A version cannot be changed later: roll the secret, "
                  "and the new endpoint has the right one.")
                   .arg(own));
}

void EndpointPanel::addTypes(QVBoxLayout *section, const QString &heading, const QStringList &types,
                             StatusColor status)
{
    if (types.isEmpty())
        return;
    auto *title = new Paragraph(theme(), heading, {TextSize::Small, Weight::Medium, Role::Text2});
    title->setStatus(status);
    title->setContentsMargins(0, 4, 0, 2);
    section->addWidget(title);
    for (const QString &type : types) {
        auto *name =
            new TextLabel(theme(), type, {TextSize::Small, Weight::Regular, Role::Text, true});
        name->setTextInteractionFlags(Qt::TextSelectableByMouse);
        name->setFixedHeight(typeRow); // its own height would cut the underscores off
        section->addWidget(name);
    }
}

void EndpointPanel::fillTypes()
{
    const models::EndpointReport report =
        models::reportOf(m_endpoint, m_context.services.endpoints.settings().apiVersion);
    QVBoxLayout *section = addSection(Column::Main, tr("Event types"));
    if (report.isUpToDate()) {
        section->addWidget(makeFactLine(
            theme(), "circle-check"_L1, StatusColor::Green,
            tr("Exactly the %n that are handled here", "event types", report.handled), {}));
        return;
    }
    QPushButton *update = makeActionButton(m_context.actions[ActionId::UpdateEndpointTypes],
                                           ButtonKind::Primary, this); // else it would pop up
    section->addWidget(update, 0, Qt::AlignLeading);
    section->addSpacing(metrics::gap);
    addTypes(section, tr("Missing: changes of these are only seen when Stripe is asked"),
             report.missing, StatusColor::Amber);
    QStringList extra = report.superfluous;
    if (const qsizetype all = extra.indexOf(u"*"_s); all >= 0)
        extra[all] = tr("* (every type there is)");
    addTypes(section, tr("Too many: stored, but nothing comes of them"), extra, StatusColor::Grey);
}

void EndpointPanel::fillDetails()
{
    QVBoxLayout *section = addSection(Column::Side, tr("Details"));
    auto *id = new CopyableId(theme());
    showStripeId(id, m_endpoint.id, m_context.services);
    addFact(section, tr("Id"), id);
    addFact(section, tr("API version"),
            makeText(theme(), models::versionText(m_endpoint.apiVersion)));
    const bool isOurs = m_endpoint.secret == EndpointSecret::Ours;
    addFact(section, tr("Secret"),
            makeText(theme(),
                     isOurs ? tr("In this desk's keychain")
                         : m_endpoint.secret == EndpointSecret::Unknown
                         ? tr("Unknown: one was entered by hand")
                         : tr("Not at this desk")));
    if (isOurs)
        addFact(section, tr("Delivered"),
                makeText(theme(),
                         tr("%n event(s) since the start", nullptr,
                            m_context.services.endpoints.delivered(m_endpoint.id))));
    addFact(section, tr("Created"), makeText(theme(), models::exactTime(m_endpoint.created)));
}

} // namespace ui
