// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/event.h"

#include "stripe/eventscan.h"
#include "stripe/objects/fields.h"
#include "stripe/secrets.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace stripe {

using core::Error;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::Event)
};

tl::unexpected<Error> unreadable(const QString &message, const char *field, const QString &detail)
{
    return core::fail(Error::Kind::Invalid, message, detail, QString::fromLatin1(field));
}

tl::unexpected<Error> incomplete(const char *field)
{
    return unreadable(Words::tr("The event has no usable \"%1\".").arg(QLatin1StringView(field)),
                      field, QStringLiteral("missing or of the wrong type"));
}

/// Thin events ("v2.core.event") name an object but do not hold it.
bool isThin(const QString &objectName)
{
    return objectName.startsWith(QLatin1StringView("v2.core.event"));
}

void readRequest(const QJsonValue &request, Event &event)
{
    // Until 2017-05-25 a plain id, an object since.
    event.requestId = idOf(request);
    event.requestIdempotencyKey = textOf(request.toObject(), "idempotency_key");
}

/// Whether this JSON can hold NUL or surrogates at all: only as escapes, or NUL as it is. A look
/// at the bytes spares looking at every string, for every event that comes in.
bool mayHoldUnstorable(QByteArrayView json)
{
    if (json.contains('\0'))
        return true;
    for (qsizetype i = json.indexOf('\\'); i >= 0; i = json.indexOf('\\', i + 2)) {
        const QByteArrayView escape = json.sliced(i + 1);
        if (escape.startsWith("u0000") || escape.startsWith("ud") || escape.startsWith("uD"))
            return true;
    }
    return false;
}

core::Result<Event> eventFrom(const QJsonObject &json, bool isStorable)
{
    const QString objectName = textOf(json, "object");
    if (isThin(objectName))
        return unreadable(Words::tr("This is a thin event, which does not hold the object. Choose "
                                    "snapshot events for this endpoint in Stripe."),
                          "object", objectName);
    if (objectName != QLatin1StringView("event"))
        return unreadable(Words::tr("The body is not a Stripe event."), "object", objectName);

    Event event;
    event.id = textOf(json, "id");
    event.type = textOf(json, "type");
    event.created = timeOf(json, "created");
    if (event.id.isEmpty() || event.id.size() > longestId)
        return incomplete("id");
    if (event.type.isEmpty())
        return incomplete("type");
    if (!event.created.isValid())
        return incomplete("created");
    const QJsonObject data = objectOf(json, "data");
    if (!data.value(QLatin1StringView("object")).isObject())
        return incomplete("data");

    event.apiVersion = textOf(json, "api_version");
    event.livemode = flagOf(json, "livemode");
    event.pendingWebhooks = static_cast<int>(integerOf(json, "pending_webhooks"));
    event.account = textOf(json, "account");
    readRequest(json.value(QLatin1StringView("request")), event);
    event.object = objectOf(data, "object");
    event.previousAttributes = objectOf(data, "previous_attributes");
    if (!isStorable) {
        event.object = storable(event.object);
        event.previousAttributes = storable(event.previousAttributes);
    }
    event.objectId = textOf(event.object, "id");
    if (event.objectId.size() > longestId)
        return incomplete("data");
    event.objectType = textOf(event.object, "object");
    return event;
}

} // namespace

core::Result<Event> parseEvent(const QByteArray &body)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unreadable(
            Words::tr("The event is not readable JSON."), "body",
            QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return unreadable(Words::tr("The event is not a JSON object."), "body", {});
    const bool isStorable = !mayHoldUnstorable(body);
    core::Result<Event> event = eventFrom(document.object(), isStorable);
    if (event && isStorable)
        event->objectText = scanObject(body);
    return event;
}

core::Result<EventEnvelope> readEnvelope(const QByteArray &body)
{
    if (std::optional<EventEnvelope> scanned = scanEnvelope(body))
        return *std::move(scanned);
    return parseEvent(body);
}

core::Result<Event> eventFromJson(const QJsonObject &json)
{
    return eventFrom(json, false);
}

} // namespace stripe
