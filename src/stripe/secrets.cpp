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
    constexpr QLatin1StringView names[] = {
        QLatin1StringView("client_secret"),
        QLatin1StringView("confirmation_secret"),
        QLatin1StringView("secret"),
    };
    return std::ranges::find(names, name) != std::end(names);
}

QJsonValue valueWithoutSecrets(const QJsonValue &value)
{
    if (value.isObject())
        return withoutSecrets(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray kept;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        kept.append(valueWithoutSecrets(element));
    return kept;
}

QJsonValue storableValue(const QJsonValue &value)
{
    if (value.isObject())
        return storable(value.toObject());
    if (value.isString())
        return storable(value.toString());
    if (!value.isArray())
        return value;
    QJsonArray clean;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        clean.append(storableValue(element));
    return clean;
}

} // namespace

QJsonObject withoutSecrets(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isSecretName(it.key()))
            kept.insert(it.key(), valueWithoutSecrets(it.value()));
    }
    return kept;
}

QString withoutKeys(QString text)
{
    static const QRegularExpression key(QStringLiteral("\\b(sk|rk|pk|whsec|ek)_[A-Za-z0-9_*\\-]+"));
    return text.replace(key, QStringLiteral("\\1_…"));
}

QJsonObject storable(const QJsonObject &object)
{
    QJsonObject clean;
    for (auto it = object.begin(); it != object.end(); ++it)
        clean.insert(storable(it.key()), storableValue(it.value()));
    return clean;
}

QString storable(const QString &text)
{
    const auto isSuspect = [](QChar c) { return c.isNull() || c.isSurrogate(); };
    if (std::ranges::none_of(text, isSuspect))
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
