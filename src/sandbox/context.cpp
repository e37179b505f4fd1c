// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/context.h"

#include "sandbox/shown.h"

#include <QSet>

namespace sandbox {

using namespace Qt::StringLiterals;

Context::Context(Store &objects, const BillingClock &time, Subscribers subscribers)
    : store(objects)
    , clock(time)
    , m_subscribers(std::move(subscribers))
{
}

demo::PriceJson Context::prices() const
{
    return [this](const QString &id) {
        QJsonObject price = store.find(Kind::Price, id);
        price.remove(QLatin1StringView("tiers"));
        return price;
    };
}

QJsonObject Context::wholePrice(const QJsonObject &item) const
{
    const QJsonObject price = item.value(QLatin1StringView("price")).toObject();
    const QJsonObject kept =
        store.find(Kind::Price, price.value(QLatin1StringView("id")).toString());
    return kept.isEmpty() ? price : kept;
}

void Context::create(Kind kind, const QJsonObject &object, const QString &event)
{
    store.put(kind, object);
    tell(event, object);
}

void Context::change(Kind kind, const QJsonObject &object, const QString &event)
{
    const QJsonObject before = store.find(kind, object.value("id"_L1).toString());
    const QJsonObject previous = previousAttributes(before, object);
    if (previous.isEmpty())
        return;
    store.put(kind, object);
    tell(event, object, previous);
}

void Context::tell(const QString &type, const QJsonObject &object, const QJsonObject &previous)
{
    const demo::EventFrame frame{
        .id = newId(Kind::Event),
        .type = type,
        .created = nowTime(),
        .requestId = cause.requestId,
        .idempotencyKey = cause.idempotencyKey,
        .pendingWebhooks = m_subscribers ? m_subscribers(type) : 0,
    };
    store.put(Kind::Event, demo::eventJson(frame, asShown(object), previous));
}

QJsonObject previousAttributes(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject previous;
    const QStringList oldKeys = before.keys();
    const QStringList newKeys = after.keys();
    QSet<QString> keys(oldKeys.begin(), oldKeys.end());
    keys.unite(QSet<QString>(newKeys.begin(), newKeys.end()));
    for (const QString &key : keys) {
        const QJsonValue old = before.contains(key) ? before.value(key) : QJsonValue::Null;
        const QJsonValue now = after.contains(key) ? after.value(key) : QJsonValue::Null;
        if (old == now)
            continue;
        const bool areHashes = old.isObject() && now.isObject();
        previous.insert(
            key, areHashes ? QJsonValue(previousAttributes(old.toObject(), now.toObject())) : old);
    }
    return previous;
}

} // namespace sandbox
