// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/endpointinput.h"

#include "stripe/objects/webhookendpoint.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace services {
namespace {

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

} // namespace

QJsonObject toJson(const core::NewWebhookEndpoint &endpoint, const EndpointTerms &terms)
{
    return {{u"url"_s, endpoint.url},
            {u"description"_s, endpoint.description},
            {u"overlap"_s, stripe::metadataOf(endpoint.overlap)},
            {u"api_version"_s, terms.apiVersion},
            {u"enabled_events"_s, QJsonArray::fromStringList(terms.types)},
            {keeperKey, terms.keeper}};
}

core::NewWebhookEndpoint newEndpointFromJson(const QJsonObject &json)
{
    core::NewWebhookEndpoint endpoint;
    endpoint.url = json[u"url"_s].toString();
    endpoint.description = json[u"description"_s].toString();
    endpoint.overlap = stripe::overlapFromMetadata(json[u"overlap"_s].toObject());
    return endpoint;
}

QJsonObject toJson(const core::WebhookEndpointChange &change, const core::WebhookEndpoint &was,
                   const QStringList &types)
{
    QJsonObject json{{u"endpoint_id"_s, change.id}, {u"was"_s, told(was)}};
    if (change.url)
        json[u"url"_s] = *change.url;
    if (change.description)
        json[u"description"_s] = *change.description;
    if (change.isEnabled)
        json[u"disabled"_s] = !*change.isEnabled;
    if (change.bringsTypesUpToDate)
        json[u"enabled_events"_s] = QJsonArray::fromStringList(types);
    return json;
}

core::WebhookEndpointChange endpointChangeFromJson(const QJsonObject &json)
{
    core::WebhookEndpointChange change;
    change.id = json[u"endpoint_id"_s].toString();
    if (json.contains(u"url"_s))
        change.url = json[u"url"_s].toString();
    if (json.contains(u"description"_s))
        change.description = json[u"description"_s].toString();
    if (json.contains(u"disabled"_s))
        change.isEnabled = !json[u"disabled"_s].toBool();
    change.bringsTypesUpToDate = json.contains(u"enabled_events"_s);
    return change;
}

QJsonObject told(const core::WebhookEndpoint &endpoint)
{
    return {{u"url"_s, endpoint.url},
            {u"description"_s, endpoint.description},
            {u"status"_s, endpoint.isEnabled ? u"enabled"_s : u"disabled"_s},
            {u"api_version"_s, endpoint.apiVersion},
            {u"enabled_events"_s, QJsonArray::fromStringList(endpoint.enabledEvents)}};
}

core::WebhookEndpoint endpointWas(const QJsonObject &input)
{
    const QJsonObject was = input[u"was"_s].toObject();
    core::WebhookEndpoint endpoint;
    endpoint.id = input[u"endpoint_id"_s].toString();
    endpoint.url = was[u"url"_s].toString();
    endpoint.description = was[u"description"_s].toString();
    endpoint.isEnabled = was[u"status"_s].toString() != "disabled"_L1;
    endpoint.apiVersion = was[u"api_version"_s].toString();
    endpoint.enabledEvents = textsOf(was[u"enabled_events"_s]);
    return endpoint;
}

} // namespace services
