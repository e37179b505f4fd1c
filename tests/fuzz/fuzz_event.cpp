// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever body has a valid signature: it is an event or it is refused, and what is taken out of it
// is fit for PostgreSQL, which knows neither NUL nor lone surrogates.
#include "stripe/event.h"
#include "stripe/eventscan.h"
#include "stripe/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

namespace {

bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

bool isStorable(const QJsonValue &value)
{
    if (value.isString())
        return isStorable(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(),
                           [](const QJsonValue &element) { return isStorable(element); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isStorable(it.key()) || !isStorable(it.value()))
            return false;
    }
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const core::Result<stripe::Event> event = stripe::parseEvent(body);
    if (const auto scanned = stripe::scanEnvelope(body); scanned && (!event || *scanned != *event))
        std::abort(); // the quick reader takes nothing that the thorough one would not
    if (!event) {
        if (event.error().kind != core::Error::Kind::Invalid || event.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (event->id.isEmpty() || event->type.isEmpty() || !event->created.isValid())
        std::abort();
    if (!isStorable(event->id) || !isStorable(event->type) || !isStorable(event->objectId)
        || !isStorable(QJsonValue(event->object))
        || !isStorable(QJsonValue(event->previousAttributes)))
        std::abort();
    if (!event->objectText.isEmpty()
        && (QJsonDocument::fromJson(event->objectText).object() != event->object
            || stripe::withoutSecrets(event->object) != event->object))
        std::abort(); // what is kept as it came is the object, and holds no secret
    return 0;
}
