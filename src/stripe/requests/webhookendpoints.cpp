// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/webhookendpoints.h"

#include <QStringList>

namespace stripe {

namespace {

constexpr QLatin1StringView endpoints("webhook_endpoints");

Form formFrom(const WebhookEndpointFields &fields)
{
    Form form;
    addOptional(form, "url", fields.url);
    for (qsizetype i = 0; i < fields.enabledEvents.size(); ++i)
        form.add("enabled_events[" + QByteArray::number(i) + ']', fields.enabledEvents.at(i));
    addFilter(form, "api_version", fields.apiVersion);
    addOptional(form, "description", fields.description);
    addOptional(form, "disabled", fields.disabled);
    form.addHash("metadata", fields.metadata);
    return form;
}

} // namespace

Call createWebhookEndpoint(const WebhookEndpointFields &fields, const QByteArray &key)
{
    return postCall(QStringLiteral("/v1/webhook_endpoints"), formFrom(fields), key);
}

Call retrieveWebhookEndpoint(const QString &id)
{
    return getCall(pathTo(endpoints, id));
}

Call updateWebhookEndpoint(const QString &id, const WebhookEndpointFields &fields,
                           const QByteArray &key)
{
    return postCall(pathTo(endpoints, id), formFrom(fields), key);
}

Call deleteWebhookEndpoint(const QString &id)
{
    return deleteCall(pathTo(endpoints, id), {});
}

Call listWebhookEndpoints(const ListPage &page)
{
    return listCall(QStringLiteral("/v1/webhook_endpoints"), page, {});
}

} // namespace stripe
