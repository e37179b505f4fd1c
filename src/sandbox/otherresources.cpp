// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/otherresources.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"

#include <QUrl>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qint64 eventSeconds = 30 * 24 * 3600; // Stripe forgets events after 30 days
static constexpr qsizetype mostTypes = 20;

Answer retrievePaymentIntent(Context &context, const Call &call)
{
    return retrieve(context, Kind::PaymentIntent, call.id);
}

Answer listPaymentIntents(Context &context, const Call &call)
{
    const auto query = listQuery(Kind::PaymentIntent, call.params);
    return query ? listAnswer(context, call, *query) : tl::unexpected(query.error());
}

Answer retrieveEvent(Context &context, const Call &call)
{
    return retrieve(context, Kind::Event, call.id);
}

static bool isOfType(const QJsonObject &event, const QString &type)
{
    const QString own = text(event, "type"_L1);
    return type.endsWith(u'*') ? own.startsWith(type.chopped(1)) : own == type;
}

Answer listEvents(Context &context, const Call &call)
{
    const Params &params = call.params;
    auto query = listQuery(Kind::Event, params);
    if (!query)
        return tl::unexpected(query.error());
    QStringList types = params.texts("types"_L1);
    if (types.size() > mostTypes) {
        return tl::unexpected(invalid(u"You may only specify up to 20 event types."_s, u"types"_s));
    }
    if (params.has("type"_L1) && !types.isEmpty()) {
        return tl::unexpected(
            invalid(u"You may pass either `type` or `types`, but not both."_s, u"types"_s));
    }
    if (params.has("type"_L1))
        types.append(params.text("type"_L1));
    query->from = std::max(query->from, context.now() - eventSeconds);
    query->accepts = [types, params](const QJsonObject &event) {
        const bool isDelivered = number(event, "pending_webhooks"_L1) == 0;
        return (types.isEmpty()
                || std::ranges::any_of(types,
                                       [&](const QString &type) { return isOfType(event, type); }))
            && (!params.has("delivery_success"_L1)
                || params.flag("delivery_success"_L1) == isDelivered);
    };
    return listAnswer(context, call, *query);
}

Answer retrieveAccount(Context &, const Call &)
{
    return QJsonObject{
        {u"id"_s, u"acct_sandboxOMS"_s},
        {u"object"_s, u"account"_s},
        {u"business_profile"_s, QJsonObject{{u"name"_s, u"OMS Platform Sandbox"_s}}},
        {u"charges_enabled"_s, true},
        {u"country"_s, u"US"_s},
        {u"default_currency"_s, u"usd"_s},
        {u"details_submitted"_s, true},
        {u"email"_s, u"sandbox@oms.example"_s},
        {u"payouts_enabled"_s, true},
        {u"type"_s, u"standard"_s},
    };
}

Answer createWebhookEndpoint(Context &context, const Call &call)
{
    const Params &params = call.params;
    const QUrl url(params.text("url"_L1));
    if (!url.isValid() || !url.scheme().startsWith("http"_L1) || url.host().isEmpty()) {
        return tl::unexpected(
            invalid(u"Invalid URL: An explicit scheme (such as https) must be provided."_s,
                    u"url"_s, u"url_invalid"_s));
    }
    QJsonObject endpoint{
        {u"id"_s, newId(Kind::WebhookEndpoint)},
        {u"object"_s, u"webhook_endpoint"_s},
        {u"api_version"_s, u"2023-10-16"_s},
        {u"application"_s, QJsonValue::Null},
        {u"created"_s, context.now()},
        {u"description"_s, QJsonValue::Null},
        {u"enabled_events"_s, QJsonArray::fromStringList(params.texts("enabled_events"_L1))},
        {u"livemode"_s, false},
        {u"metadata"_s, QJsonObject()},
        {u"secret"_s, randomId("whsec_"_L1, 32)},
        {u"status"_s, u"enabled"_s},
        {u"url"_s, params.text("url"_L1)},
    };
    takeMetadata(endpoint, params);
    if (params.has("description"_L1))
        endpoint.insert("description"_L1, params.text("description"_L1));
    context.save(Kind::WebhookEndpoint, endpoint);
    return endpoint; // the only answer that holds the secret
}

Answer retrieveWebhookEndpoint(Context &context, const Call &call)
{
    Answer found = retrieve(context, Kind::WebhookEndpoint, call.id);
    if (!found || flag(*found, "deleted"_L1))
        return tl::unexpected(notFound(Kind::WebhookEndpoint, call.id));
    found->remove("secret"_L1);
    return found;
}

Answer deleteWebhookEndpoint(Context &context, const Call &call)
{
    const Answer found = retrieveWebhookEndpoint(context, call);
    if (!found)
        return found;
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
    for (qsizetype i = 0; i < data.size(); ++i) {
        QJsonObject endpoint = data.at(i).toObject();
        endpoint.remove("secret"_L1);
        data.replace(i, endpoint);
    }
    page->insert("data"_L1, data);
    return page;
}

} // namespace sandbox
