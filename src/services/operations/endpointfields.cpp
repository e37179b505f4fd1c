// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/endpointfields.h"

#include "services/operations/endpointinput.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace services {
namespace {

QStringList eventsOf(const QJsonValue &value)
{
    QStringList events;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &event : array)
        events.append(event.toString());
    return events;
}

} // namespace

QJsonObject told(const QJsonObject &object)
{
    QJsonObject kept;
    for (const auto name :
         {"url"_L1, "description"_L1, "status"_L1, "api_version"_L1, "enabled_events"_L1}) {
        if (object.contains(name))
            kept[name] = object[name];
    }
    return kept;
}

stripe::WebhookEndpointFields creationFields(const QJsonObject &input)
{
    stripe::WebhookEndpointFields fields;
    fields.url = input[u"url"_s].toString();
    fields.enabledEvents = eventsOf(input[u"enabled_events"_s]);
    fields.apiVersion = input[u"api_version"_s].toString();
    if (const QString description = input[u"description"_s].toString(); !description.isEmpty())
        fields.description = description;
    fields.metadata = input[u"overlap"_s].toObject();
    return fields;
}

stripe::WebhookEndpointFields changeFields(const QJsonObject &input)
{
    const core::WebhookEndpointChange change = endpointChangeFromJson(input);
    stripe::WebhookEndpointFields fields;
    fields.url = change.url;
    fields.description = change.description;
    if (change.isEnabled)
        fields.disabled = !*change.isEnabled;
    fields.enabledEvents = eventsOf(input[u"enabled_events"_s]);
    return fields;
}

} // namespace services
