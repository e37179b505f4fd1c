// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/secrets.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QRegularExpression>

#include <algorithm>

namespace stripe {

namespace {

bool isSecretName(const QString &name)
{
    return std::ranges::find(secretNames, name) != secretNames.end();
}

bool hasSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (hasSecrets(it.value()) || isSecretName(it.key()))
                return true;
        }
        return false;
    }
    const QJsonArray array = value.toArray();
    return std::ranges::any_of(array, [](const QJsonValue &v) { return hasSecrets(v); });
}

QJsonValue rebuiltWithoutSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!isSecretName(it.key()))
                kept.insert(it.key(), rebuiltWithoutSecrets(it.value()));
        }
        return kept;
    }
    if (!value.isArray())
        return value;
    QJsonArray kept;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        kept.append(rebuiltWithoutSecrets(element));
    return kept;
}

bool isSuspect(QChar c)
{
    return c.isNull() || c.isSurrogate();
}

bool isStorable(const QString &text)
{
    return std::ranges::none_of(text, isSuspect)
        || (text.isValidUtf16() && !text.contains(QChar()));
}

bool isStorable(const QJsonValue &value)
{
    if (value.isString())
        return isStorable(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::ranges::all_of(array, [](const QJsonValue &v) { return isStorable(v); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isStorable(it.value()) || !isStorable(it.key()))
            return false;
    }
    return true;
}

QJsonValue rebuiltStorable(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject clean;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            clean.insert(storable(it.key()), rebuiltStorable(it.value()));
        return clean;
    }
    if (value.isString())
        return storable(value.toString());
    if (!value.isArray())
        return value;
    QJsonArray clean;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        clean.append(rebuiltStorable(element));
    return clean;
}

} // namespace

QJsonObject withoutSecrets(const QJsonObject &object)
{
    // Nearly always clean, and looking is far cheaper than building anew.
    return hasSecrets(object) ? rebuiltWithoutSecrets(object).toObject() : object;
}

QString withoutKeys(QString text)
{
    static const QRegularExpression key(QStringLiteral("\\b(sk|rk|pk|whsec|ek)_[A-Za-z0-9_*\\-]+"));
    return text.replace(key, QStringLiteral("\\1_…"));
}

QJsonObject storable(const QJsonObject &object)
{
    return isStorable(QJsonValue(object)) ? object : rebuiltStorable(object).toObject();
}

QString storable(const QString &text)
{
    if (isStorable(text))
        return text;
    QString clean = text;
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean.at(i);
        if (c.isHighSurrogate() && i + 1 < clean.size() && clean.at(i + 1).isLowSurrogate())
            ++i; // a pair is one good character
        else if (isSuspect(c))
            clean[i] = QChar(QChar::ReplacementCharacter);
    }
    return clean;
}

} // namespace stripe
