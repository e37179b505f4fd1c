// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endpoints/endpointdialog.h"

#include "models/endpointreport.h"
#include "services/deskservices.h"
#include "services/operations/endpointinput.h"
#include "ui/operations/consequencelist.h"
#include "ui/widgets/fieldrow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int dialogWidth = 540;

} // namespace

EndpointDialog::EndpointDialog(const Theme &theme, services::DeskServices &services,
                               std::optional<core::WebhookEndpoint> was, QWidget *parent)
    : OperationDialog(theme, services,
                      was ? tr("Edit the webhook endpoint") : tr("New webhook endpoint"), parent)
    , m_was(std::move(was))
    , m_url(new QLineEdit)
    , m_urlRow(new FieldRow(theme, tr("Address that Stripe sends events to"), m_url))
    , m_description(new QLineEdit)
    , m_isEnabled(new QCheckBox(tr("Stripe sends events to it")))
    , m_reason(new QLineEdit)
    , m_consequences(new ConsequenceList(theme, tr("What happens")))
{
    setObjectName(u"endpointDialog"_s);
    setBodyWidth(dialogWidth);
    build();
    if (m_was)
        fill(m_was->url, m_was->description, m_was->isEnabled);
    else
        fill(services.endpoints.settings().suggestedUrl, {}, true);
    setLabels({m_was ? tr("Save changes") : tr("Create endpoint"), tr("Cancel")});
    connect(m_url, &QLineEdit::textChanged, this, [this] {
        m_urlRow->setError({});
        showConsequences();
    });
    connect(m_isEnabled, &QCheckBox::toggled, this, &EndpointDialog::showConsequences);
    connect(m_urlRow, &FieldRow::fixRequested, this, [this] { m_url->setText(withPath()); });
    showPhase();
    settle();
}

void EndpointDialog::build()
{
    m_url->setObjectName(u"endpointUrl"_s);
    m_url->setPlaceholderText(u"https://billing.example.com"_s + services::webhookPath);
    form()->addWidget(m_urlRow);
    m_description->setObjectName(u"endpointDescription"_s);
    auto *description = new FieldRow(theme(), tr("Description"), m_description);
    description->setHint(tr("optional"));
    form()->addWidget(description);
    m_isEnabled->setObjectName(u"endpointEnabled"_s);
    m_isEnabled->setVisible(m_was.has_value());
    form()->addWidget(m_isEnabled);
    form()->addWidget(m_consequences);
    m_reason->setObjectName(u"reason"_s);
    auto *reason = new FieldRow(theme(), tr("Reason, for the audit log"), m_reason);
    reason->setHint(tr("optional"));
    form()->addWidget(reason);
}

void EndpointDialog::fill(const QString &url, const QString &description, bool isEnabled)
{
    m_url->setText(url);
    m_description->setText(description);
    m_isEnabled->setChecked(isEnabled);
}

/// The host that was typed, with the path of our listener.
QString EndpointDialog::withPath() const
{
    QString text = m_url->text().trimmed();
    while (text.endsWith(u'/'))
        text.chop(1);
    return text + services::webhookPath;
}

void EndpointDialog::showUrlError(const QString &sentence)
{
    const QUrl url(m_url->text().trimmed());
    const bool lacksPath = !url.host().isEmpty() && (url.path().isEmpty() || url.path() == "/"_L1);
    m_urlRow->setError(sentence, lacksPath ? tr("Add %1").arg(services::webhookPath) : QString());
}

bool EndpointDialog::check()
{
    const core::Result<> valid = services().endpoints.checkUrl(m_url->text());
    if (!valid)
        showUrlError(valid.error().message);
    return !focusFirstError({m_urlRow});
}

core::NewWebhookEndpoint EndpointDialog::fresh() const
{
    return {
        m_url->text().trimmed(), m_description->text().trimmed(), {}, m_reason->text().trimmed()};
}

/// Only what differs is sent: what somebody else changed meanwhile stays.
core::WebhookEndpointChange EndpointDialog::change() const
{
    core::WebhookEndpointChange change;
    change.id = m_was->id;
    change.reason = m_reason->text().trimmed();
    if (m_url->text().trimmed() != m_was->url)
        change.url = m_url->text().trimmed();
    if (m_description->text().trimmed() != m_was->description)
        change.description = m_description->text().trimmed();
    if (m_isEnabled->isChecked() != m_was->isEnabled)
        change.isEnabled = m_isEnabled->isChecked();
    return change;
}

QFuture<core::Result<QUuid>> EndpointDialog::submit()
{
    return m_was ? services().endpoints.update(*m_was, change())
                 : services().endpoints.create(fresh());
}

QJsonObject EndpointDialog::correctedInput(const core::Operation &) const
{
    QJsonObject input{{u"url"_s, m_url->text().trimmed()},
                      {u"description"_s, m_description->text().trimmed()}};
    if (m_was)
        input[u"disabled"_s] = !m_isEnabled->isChecked();
    return input;
}

bool EndpointDialog::showAtField(const core::Error &error)
{
    if (error.field != "url"_L1)
        return false;
    showUrlError(error.message);
    return focusFirstError({m_urlRow});
}

void EndpointDialog::showPhase()
{
    const bool isOpen = phase() == Phase::Editing || phase() == Phase::Stopped;
    for (QWidget *field : QList<QWidget *>{m_url, m_description, m_isEnabled})
        field->setEnabled(isOpen);
    m_reason->setEnabled(phase() == Phase::Editing); // stays with the operation
    if (phase() == Phase::Done)
        setSign("circle-check"_L1, StatusColor::Green);
    showConsequences();
}

void EndpointDialog::showConsequences()
{
    const services::EndpointSettings &settings = services().endpoints.settings();
    QList<Consequence> follows;
    if (!m_was) {
        const int types = int(services().endpoints.types().size());
        follows.append(
            {"zap"_L1, StatusColor::Grey,
             tr("Stripe sends the %n event type(s) that are handled here", nullptr, types),
             tr("In API version %1").arg(settings.apiVersion)});
        follows.append({"lock"_L1, StatusColor::Grey,
                        tr("Its signing secret goes straight into the keychain"),
                        tr("Stripe tells it once. The listener uses it at once, beside those it "
                           "has.")});
    } else if (m_was->isEnabled && !m_isEnabled->isChecked()) {
        follows.append({"circle-pause"_L1, StatusColor::Amber,
                        tr("Stripe stops sending events to it"),
                        tr("They can still be read from Stripe's list for 30 days; OMS Billing "
                           "does so by itself every few minutes.")});
    }
    const QUrl url(m_url->text().trimmed());
    const QString path = url.path();
    if (path.size() > 1 && !path.endsWith(services::webhookPath))
        follows.append({"triangle-alert"_L1, StatusColor::Amber,
                        tr("The path is not this program's: %1").arg(services::webhookPath),
                        tr("Leave it so only where a proxy passes the events on to it.")});
    m_consequences->setConsequences(follows);
    m_consequences->setVisible(!follows.isEmpty());
}

QString EndpointDialog::runningText() const
{
    return m_was ? tr("The endpoint is being changed.") : tr("The endpoint is being created.");
}

QString EndpointDialog::doneText() const
{
    if (m_was)
        return tr("The endpoint is changed.");
    const bool isKept = steps().isEmpty() || steps().first().result[services::keptKey].toBool();
    return isKept ? tr("Stripe sends events to the new endpoint, and its secret is kept here.")
                  : tr("The endpoint exists, but Stripe does not tell its secret any more. Replace "
                       "it: choose it in the list, then Roll secret.");
}

void EndpointDialog::restore(const QList<core::Operation> &steps)
{
    const QJsonObject input = steps.first().input;
    const core::WebhookEndpoint was = services::endpointWas(input);
    const core::WebhookEndpointChange wanted = services::endpointChangeFromJson(input);
    fill(wanted.url.value_or(was.url), wanted.description.value_or(was.description),
         wanted.isEnabled.value_or(was.isEnabled));
    m_reason->setText(steps.first().reason);
}

bool EndpointDialog::isDirty() const
{
    if (!m_was)
        return m_url->text() != services().endpoints.settings().suggestedUrl
            || !m_description->text().trimmed().isEmpty();
    const core::WebhookEndpointChange wanted = change();
    return wanted.url || wanted.description || wanted.isEnabled;
}

} // namespace ui
