// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fields.h"

namespace sandbox {

using namespace Qt::StringLiterals;

QString text(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

qint64 number(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toInteger();
}

bool flag(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toBool();
}

bool isNull(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isNull() || value.isUndefined();
}

void setInside(QJsonObject &object, QLatin1StringView hash, QLatin1StringView key,
               const QJsonValue &value)
{
    QJsonObject inner = object.value(hash).toObject();
    inner.insert(key, value);
    object.insert(hash, inner);
}

void takeTexts(QJsonObject &object, const Params &params, std::span<const QLatin1StringView> keys)
{
    for (const QLatin1StringView key : keys) {
        if (params.unsets(key))
            object.insert(key, QJsonValue::Null);
        else if (params.has(key))
            object.insert(key, params.text(key));
    }
}

void takeMetadata(QJsonObject &object, const Params &params)
{
    if (!params.has("metadata"_L1))
        return;
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    if (params.unsets("metadata"_L1))
        metadata = {};
    const QJsonObject given = params.hash("metadata"_L1).values();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.value().toString().isEmpty())
            metadata.remove(it.key());
        else
            metadata.insert(it.key(), it.value().toString());
    }
    object.insert("metadata"_L1, metadata);
}

QString metadataFault(const Params &params)
{
    const QJsonObject given = params.hash("metadata"_L1).values();
    if (given.size() > 50)
        return u"You can have up to 50 metadata keys."_s;
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.key().size() > 40)
            return u"Metadata keys can have up to 40 characters."_s;
        if (!it.value().isString())
            return u"Metadata values must be strings."_s;
        if (it.value().toString().size() > 500)
            return u"Metadata values can have up to 500 characters."_s;
    }
    return {};
}

QJsonArray listed(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toObject().value("data"_L1).toArray();
}

} // namespace sandbox
