// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/otherresources.h"

#include "sandbox/fields.h"
#include "sandbox/listing.h"

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

} // namespace sandbox
