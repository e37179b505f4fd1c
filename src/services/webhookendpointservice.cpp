// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/webhookendpointservice.h"

#include "db/database.h"
#include "services/endpointsecrets.h"
#include "services/eventtypes.h"
#include "services/operations/endpointinput.h"
#include "services/operations/operationgroup.h"
#include "services/taskfuture.h"
#include "stripe/objects/webhookendpoint.h"
#include "stripe/pagination.h"
#include "stripe/requests/webhookendpoints.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace services {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(WebhookEndpoints)
};

using Endpoints = core::Result<QList<core::WebhookEndpoint>>;
using Group = core::Result<QUuid>;

tl::unexpected<core::Error> atUrl(const QString &sentence)
{
    return core::fail(core::Error::Kind::Invalid, sentence, {}, u"url"_s);
}

/// Names and numbers that only mean something on this computer or in this building. Qt 6.4 counts
/// the private networks of IPv4 as global.
bool isPrivate(const QString &host)
{
    static const QList<QPair<QHostAddress, int>> networks{
        QHostAddress::parseSubnet(u"10.0.0.0/8"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s)};
    const QHostAddress address(host);
    if (!address.isNull())
        return !address.isGlobal() || std::ranges::any_of(networks, [&](const auto &network) {
            return address.isInSubnet(network);
        });
    return host == "localhost"_L1 || !host.contains(u'.') || host.endsWith(".local"_L1)
        || host.endsWith(".localhost"_L1) || host.endsWith(".internal"_L1);
}

core::Operation operationOn(core::OperationKind kind, const QString &what, const QJsonObject &input,
                            const QString &reason)
{
    core::Operation operation = newOperation(kind, {}, input, reason);
    operation.objectKey = u"webhook_endpoint:"_s + what;
    return operation;
}

QFuture<Group> refused(const core::Error &error)
{
    return QtFuture::makeReadyFuture(Group(tl::unexpected(error)));
}

} // namespace

void WebhookEndpointService::use(stripe::Client *client, EndpointSecrets *secrets,
                                 EndpointSettings settings)
{
    m_client = client;
    m_secrets = secrets;
    m_settings = std::move(settings);
    m_isOutOfDate = true;
}

int WebhookEndpointService::delivered(const QString &endpointId) const
{
    return m_secrets ? m_secrets->delivered(endpointId) : 0;
}

QString WebhookEndpointService::secretObstacle() const
{
    if (m_client == nullptr)
        return m_settings.obstacle.message;
    if (m_secrets == nullptr)
        return Text::tr("This program has no keychain for the signing secret.");
    return m_secrets->obstacle();
}

QStringList WebhookEndpointService::types() const
{
    return eventTypesFor(m_settings.apiVersion);
}

core::Result<> WebhookEndpointService::checkUrl(const QString &url) const
{
    const QString text = url.trimmed();
    if (text.isEmpty())
        return atUrl(Text::tr("Enter the address that Stripe shall send events to."));
    const QUrl read(text, QUrl::StrictMode);
    const bool isSecure = read.scheme() == "https"_L1;
    if (!read.isValid() || read.host().isEmpty() || (!isSecure && read.scheme() != "http"_L1))
        return atUrl(Text::tr("This is not a web address. Write it as "
                              "https://billing.example.com%1.")
                         .arg(webhookPath));
    if (!read.userInfo().isEmpty())
        return atUrl(Text::tr("Leave name and password out of the address: Stripe signs what it "
                              "sends instead."));
    if (m_settings.isLive && !isSecure)
        return atUrl(Text::tr("Stripe sends live events over HTTPS only. Begin the address with "
                              "https://."));
    if (!m_settings.isStandIn && isPrivate(read.host()))
        return atUrl(Text::tr("Stripe cannot reach this address from the internet. Enter a public "
                              "one, or use “stripe listen” to forward events to this computer."));
    if (read.path().isEmpty() || read.path() == "/"_L1)
        return atUrl(Text::tr("The address lacks its path. This program takes events at %1.")
                         .arg(webhookPath));
    return {};
}

QFuture<Endpoints> WebhookEndpointService::list()
{
    return toFuture(read());
}

QCoro::Task<Endpoints> WebhookEndpointService::read()
{
    if (m_client == nullptr)
        co_return tl::unexpected(m_settings.obstacle);
    QList<core::WebhookEndpoint> endpoints;
    core::Result<> readable;
    const auto take = [&](stripe::Page page) -> QCoro::Task<bool> {
        for (const QJsonObject &object : page.objects) {
            const auto endpoint = stripe::webhookEndpointFromJson(object);
            if (!endpoint)
                readable = core::passOn(endpoint);
            else
                endpoints.append(*endpoint);
        }
        co_return readable.has_value();
    };
    const stripe::PageHandler onPage = take;
    const stripe::Call call = stripe::listWebhookEndpoints();
    const auto listing = co_await stripe::readPages(*m_client, call, onPage);
    if (!listing)
        co_return tl::unexpected(listing.error().error);
    if (!readable)
        co_return core::passOn(readable);
    for (core::WebhookEndpoint &endpoint : endpoints) {
        endpoint.secret =
            m_secrets ? m_secrets->standing(endpoint.id) : core::EndpointSecret::Unknown;
        endpoint.delivered = delivered(endpoint.id);
    }
    m_lastRead = endpoints;
    m_isOutOfDate = false;
    const QList<core::WebhookEndpoint> read = endpoints;
    co_return read;
}

QFuture<Group> WebhookEndpointService::create(core::NewWebhookEndpoint endpoint)
{
    if (const QString why = secretObstacle(); !why.isEmpty())
        return refused({core::Error::Kind::Forbidden, why, {}, {}});
    endpoint.url = endpoint.url.trimmed();
    endpoint.description = endpoint.description.trimmed();
    if (const auto valid = checkUrl(endpoint.url); !valid)
        return refused(valid.error());
    m_isOutOfDate = m_isOutOfDate || !endpoint.overlap.replaces.isEmpty();
    const QJsonObject input =
        toJson(endpoint, {m_settings.apiVersion, types(), m_secrets->keeper()});
    const core::Operation step = operationOn(core::OperationKind::CreateWebhookEndpoint,
                                             endpoint.url, input, endpoint.reason);
    return m_database.write([step](db::Session &session) { return submitGroup(session, {step}); });
}

QFuture<Group> WebhookEndpointService::update(core::WebhookEndpoint was,
                                              core::WebhookEndpointChange change)
{
    if (m_client == nullptr)
        return refused(m_settings.obstacle);
    change.id = was.id;
    if (change.url) {
        change.url = change.url->trimmed();
        if (const auto valid = checkUrl(*change.url); !valid)
            return refused(valid.error());
    }
    const QStringList types = eventTypesFor(was.apiVersion);
    const core::Operation step = operationOn(core::OperationKind::UpdateWebhookEndpoint, was.id,
                                             toJson(change, was, types), change.reason);
    return m_database.write([step](db::Session &session) { return submitGroup(session, {step}); });
}

QFuture<Group> WebhookEndpointService::remove(core::WebhookEndpoint was, QString reason)
{
    if (m_client == nullptr)
        return refused(m_settings.obstacle);
    const core::WebhookEndpointChange none{.id = was.id};
    QJsonObject input = toJson(none, was, {});
    if (m_secrets && m_secrets->standing(was.id) == core::EndpointSecret::Ours)
        input[keeperKey] = m_secrets->keeper(); // nobody else can take it out of this keychain
    const core::Operation step =
        operationOn(core::OperationKind::DeleteWebhookEndpoint, was.id, input, reason);
    return m_database.write([step](db::Session &session) { return submitGroup(session, {step}); });
}

} // namespace services
