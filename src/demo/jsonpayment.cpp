// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/jsonparts.h"

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

static QJsonObject intentSkeleton()
{
    static const QJsonObject blank = skeleton(R"({
        "object": "payment_intent", "amount_capturable": 0, "amount_details": {"tip": {}},
        "application": null, "application_fee_amount": null, "automatic_payment_methods": null,
        "canceled_at": null, "cancellation_reason": null, "capture_method": "automatic",
        "confirmation_method": "automatic", "description": "Subscription update",
        "last_payment_error": null, "livemode": false, "next_action": null, "on_behalf_of": null,
        "payment_method": null, "payment_method_configuration_details": null,
        "payment_method_options": {"card": {"installments": null, "mandate_options": null,
            "network": null, "request_three_d_secure": "automatic"}},
        "processing": null, "receipt_email": null, "review": null, "setup_future_usage": null,
        "shipping": null, "source": null, "statement_descriptor": null,
        "statement_descriptor_suffix": null, "transfer_data": null, "transfer_group": null})");
    return blank;
}

/// A decline code and Stripe's `code` are two fields: only these codes stand alone.
static QJsonValue lastErrorJson(const core::PaymentIntent &intent)
{
    if (intent.lastErrorCode.isEmpty())
        return QJsonValue::Null;
    const QString &reason = intent.lastErrorCode;
    const bool isCodeItself = reason == "expired_card"_L1 || reason == "incorrect_cvc"_L1
        || reason == "processing_error"_L1 || reason == "authentication_required"_L1;
    const QString code = isCodeItself ? reason : u"card_declined"_s;
    QJsonObject error{
        {u"type"_s, u"card_error"_s},
        {u"code"_s, code},
        {u"decline_code"_s, reason},
        {u"doc_url"_s,
         QString(u"https://stripe.com/docs/error-codes/"_s + QString(code).replace(u'_', u'-'))},
        {u"message"_s,
         intent.lastErrorMessage.isEmpty() ? u"Your card was declined."_s
                                           : intent.lastErrorMessage},
    };
    if (!intent.latestCharge.isEmpty())
        error.insert("charge"_L1, intent.latestCharge);
    return error;
}

QJsonObject toJson(const core::PaymentIntent &intent)
{
    QJsonObject object = intentSkeleton();
    object.insert("id"_L1, intent.id);
    object.insert("amount"_L1, intent.amount);
    object.insert("amount_received"_L1, intent.amountReceived);
    object.insert("client_secret"_L1, QString(intent.id + u"_secret_sandbox"_s));
    object.insert("created"_L1, stampOrNull(intent.created));
    object.insert("currency"_L1, intent.currency);
    object.insert("customer"_L1, textOrNull(intent.customerId));
    object.insert("invoice"_L1, textOrNull(intent.invoiceId));
    object.insert("last_payment_error"_L1, lastErrorJson(intent));
    object.insert("latest_charge"_L1, textOrNull(intent.latestCharge));
    object.insert("metadata"_L1, intent.metadata);
    object.insert("payment_method_types"_L1,
                  intent.paymentMethodTypes.isEmpty()
                      ? QJsonArray{u"card"_s}
                      : QJsonArray::fromStringList(intent.paymentMethodTypes));
    object.insert("status"_L1, intent.status);
    return object;
}

QJsonObject deletedJson(const QString &id, const QString &objectType)
{
    return {{u"id"_s, id}, {u"object"_s, objectType}, {u"deleted"_s, true}};
}

QJsonObject eventJson(const EventFrame &frame, const QJsonObject &object,
                      const QJsonObject &previous)
{
    QJsonObject content{{u"object"_s, object}};
    if (!previous.isEmpty())
        content.insert("previous_attributes"_L1, previous);
    return {
        {u"id"_s, frame.id},
        {u"object"_s, u"event"_s},
        {u"api_version"_s, u"2023-10-16"_s},
        {u"created"_s, stampOrNull(frame.created)},
        {u"data"_s, content},
        {u"livemode"_s, false},
        {u"pending_webhooks"_s, frame.pendingWebhooks},
        {u"request"_s,
         QJsonObject{{u"id"_s, textOrNull(frame.requestId)},
                     {u"idempotency_key"_s, textOrNull(frame.idempotencyKey)}}},
        {u"type"_s, frame.type},
    };
}

QJsonObject listJson(const QString &url, const QJsonArray &data, bool hasMore)
{
    return {
        {u"object"_s, u"list"_s},
        {u"url"_s, url},
        {u"has_more"_s, hasMore},
        {u"data"_s, data},
    };
}

} // namespace demo
