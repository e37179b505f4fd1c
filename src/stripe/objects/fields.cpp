// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/fields.h"

#include "stripe/secrets.h"

#include <QJsonArray>

namespace stripe {

namespace {

// Beyond the year 9999 QDateTime is valid, but PostgreSQL's text form and people are not.
constexpr qint64 latestTime = 253'402'300'799;

QJsonValue valueOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1StringView(name));
}

} // namespace

QString textOf(const QJsonObject &object, const char *name)
{
    return storable(valueOf(object, name).toString());
}

QStringList textsOf(const QJsonObject &object, const char *name)
{
    QStringList texts;
    const QJsonArray array = valueOf(object, name).toArray();
    for (const QJsonValue &element : array) {
        if (element.isString())
            texts.append(storable(element.toString()));
    }
    return texts;
}

bool flagOf(const QJsonObject &object, const char *name, bool fallback)
{
    return valueOf(object, name).toBool(fallback);
}

QJsonObject objectOf(const QJsonObject &object, const char *name)
{
    return valueOf(object, name).toObject();
}

std::optional<qint64> optionalIntegerOf(const QJsonObject &object, const char *name)
{
    const QJsonValue value = valueOf(object, name);
    const qint64 number = value.toInteger(-1);
    if (number == -1 && value.toInteger(0) == 0) // two defaults: not an integer
        return std::nullopt;
    return number;
}

qint64 integerOf(const QJsonObject &object, const char *name, qint64 fallback)
{
    return valueOf(object, name).toInteger(fallback);
}

QDateTime timeOf(const QJsonObject &object, const char *name)
{
    const std::optional<qint64> seconds = optionalIntegerOf(object, name);
    if (!seconds || *seconds < 0 || *seconds > latestTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
}

QString idOf(const QJsonValue &value)
{
    return value.isObject() ? textOf(value.toObject(), "id") : storable(value.toString());
}

QString idOf(const QJsonObject &object, const char *name)
{
    return idOf(valueOf(object, name));
}

QList<QJsonObject> elementsOf(const QJsonValue &list)
{
    const QJsonArray array = list.isArray()
        ? list.toArray()
        : list.toObject().value(QLatin1StringView("data")).toArray();
    QList<QJsonObject> elements;
    for (const QJsonValue &element : array) {
        if (element.isObject())
            elements.append(element.toObject());
    }
    return elements;
}

} // namespace stripe
