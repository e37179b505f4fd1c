// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhookendpoints.h"

#include "sandbox/eventnames.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"

#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qsizetype mostEndpoints = 16;

/// What is wrong with the parameters that creating and changing share.
static std::optional<ApiError> faultOf(const Params &params)
{
    if (params.has("url"_L1)) {
        const QUrl url(params.text("url"_L1));
        if (!url.isValid() || !url.scheme().startsWith("http"_L1) || url.host().isEmpty())
            return invalid(u"Invalid URL: An explicit scheme (such as https) must be provided."_s,
                           u"url"_s, u"url_invalid"_s);
    }
    const QStringList types = params.texts("enabled_events"_L1);
    for (qsizetype i = 0; i < types.size(); ++i) {
        const QString name = u"enabled_events[%1]"_s.arg(i);
        if (!isEventName(types.at(i)))
            return invalid(
                u"Invalid %1: must be a valid event type, and %2 is none."_s.arg(name, types.at(i)),
                name);
    }
    if (params.has("enabled_events"_L1) && types.isEmpty())
        return invalid(u"You must enable at least one event."_s, u"enabled_events"_s);
    return std::nullopt;
}

static void take(QJsonObject &endpoint, const Params &params)
{
    if (params.has("url"_L1))
        endpoint.insert("url"_L1, params.text("url"_L1));
    if (params.has("enabled_events"_L1))
        endpoint.insert("enabled_events"_L1,
                        QJsonArray::fromStringList(params.texts("enabled_events"_L1)));
    if (params.has("disabled"_L1))
        endpoint.insert("status"_L1, params.flag("disabled"_L1) ? u"disabled"_s : u"enabled"_s);
    static constexpr std::array texts{"description"_L1};
    takeTexts(endpoint, params, texts);
    takeMetadata(endpoint, params);
}

/// Only the answer to its creation holds the secret.
static QJsonObject withoutSecret(QJsonObject endpoint)
{
    endpoint.remove("secret"_L1);
    return endpoint;
}

Answer createWebhookEndpoint(Context &context, const Call &call)
{
    if (const std::optional<ApiError> fault = faultOf(call.params))
        return tl::unexpected(*fault);
    const auto all = context.store.list({.kind = Kind::WebhookEndpoint, .limit = INT_MAX});
    if (all && all->objects.size() >= mostEndpoints)
        return tl::unexpected(
            invalid(u"You have reached the maximum of 16 test webhook endpoints."_s));
    QJsonObject endpoint{
        {u"id"_s, newId(Kind::WebhookEndpoint)},
        {u"object"_s, u"webhook_endpoint"_s},
        {u"api_version"_s, QJsonValue::Null}, // null: the account's own
        {u"application"_s, QJsonValue::Null},
        {u"created"_s, context.now()},
        {u"description"_s, QJsonValue::Null},
        {u"livemode"_s, false},
        {u"metadata"_s, QJsonObject()},
        {u"secret"_s, randomId("whsec_"_L1, 32)},
        {u"status"_s, u"enabled"_s},
    };
    if (call.params.has("api_version"_L1))
        endpoint.insert("api_version"_L1, call.params.text("api_version"_L1));
    take(endpoint, call.params);
    context.save(Kind::WebhookEndpoint, endpoint);
    return endpoint;
}

static Answer found(Context &context, const QString &id)
{
    Answer endpoint = retrieve(context, Kind::WebhookEndpoint, id);
    if (!endpoint || flag(*endpoint, "deleted"_L1))
        return tl::unexpected(notFound(Kind::WebhookEndpoint, id));
    return endpoint;
}

Answer retrieveWebhookEndpoint(Context &context, const Call &call)
{
    const Answer endpoint = found(context, call.id);
    return endpoint ? Answer(withoutSecret(*endpoint)) : endpoint;
}

Answer updateWebhookEndpoint(Context &context, const Call &call)
{
    Answer endpoint = found(context, call.id);
    if (!endpoint)
        return endpoint;
    if (const std::optional<ApiError> fault = faultOf(call.params))
        return tl::unexpected(*fault);
    take(*endpoint, call.params);
    context.save(Kind::WebhookEndpoint, *endpoint);
    return withoutSecret(*endpoint);
}

Answer deleteWebhookEndpoint(Context &context, const Call &call)
{
    const Answer endpoint = found(context, call.id);
    if (!endpoint)
        return endpoint;
    const QJsonObject stub = demo::deletedJson(call.id, u"webhook_endpoint"_s);
    context.save(Kind::WebhookEndpoint, stub);
    return stub;
}

Answer listWebhookEndpoints(Context &context, const Call &call)
{
    const auto query = listQuery(Kind::WebhookEndpoint, call.params);
    if (!query)
        return tl::unexpected(query.error());
    Answer page = listAnswer(context, call, *query);
    if (!page)
        return page;
    QJsonArray data = page->value("data"_L1).toArray();
    for (qsizetype i = 0; i < data.size(); ++i)
        data.replace(i, withoutSecret(data.at(i).toObject()));
    page->insert("data"_L1, data);
    return page;
}

} // namespace sandbox
