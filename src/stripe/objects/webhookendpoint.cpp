// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/webhookendpoint.h"

#include "stripe/objects/common.h"

namespace stripe {

core::Result<core::WebhookEndpoint> webhookEndpointFromJson(const QJsonObject &json)
{
    const auto checked = checkedObject(json, "webhook_endpoint", {});
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;
    core::WebhookEndpoint endpoint;
    endpoint.id = textOf(object, "id");
    endpoint.url = textOf(object, "url");
    endpoint.description = textOf(object, "description");
    endpoint.apiVersion = textOf(object, "api_version");
    endpoint.enabledEvents = textsOf(object, "enabled_events");
    endpoint.created = timeOf(object, "created");
    endpoint.isEnabled = textOf(object, "status") != QLatin1StringView("disabled");
    const QJsonObject metadata = objectOf(object, "metadata");
    endpoint.operationId = textOf(metadata, "op_id");
    endpoint.overlap = overlapFromMetadata(metadata);
    return endpoint;
}

core::RollOverlap overlapFromMetadata(const QJsonObject &metadata)
{
    core::RollOverlap overlap;
    overlap.replaces = textOf(metadata, replacesKey);
    overlap.endsWithFirstEvent =
        textOf(metadata, overlapEndsKey) == QLatin1StringView(firstEventWord);
    const qint64 until = textOf(metadata, overlapUntilKey).toLongLong();
    if (until > 0)
        overlap.until = QDateTime::fromSecsSinceEpoch(until, Qt::UTC);
    return overlap;
}

QJsonObject metadataOf(const core::RollOverlap &overlap)
{
    if (overlap.replaces.isEmpty())
        return {};
    QJsonObject metadata{{QLatin1StringView(replacesKey), overlap.replaces}};
    if (overlap.until.isValid())
        metadata[QLatin1StringView(overlapUntilKey)] =
            QString::number(overlap.until.toSecsSinceEpoch());
    if (overlap.endsWithFirstEvent)
        metadata[QLatin1StringView(overlapEndsKey)] = QLatin1StringView(firstEventWord);
    return metadata;
}

} // namespace stripe
