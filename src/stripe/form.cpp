// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/form.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrl>

namespace stripe {

namespace {

// '[' and ']' stay as they are, as in the official libraries; everything else is encoded per key
// and value. QUrlQuery would leave '+' alone, which the server reads as a space.
QByteArray encodedKey(const QByteArray &key)
{
    return QUrl::toPercentEncoding(QString::fromUtf8(key), "[]");
}

QString scalarText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble()) {
        const qint64 whole = value.toInteger();
        // Integers first: a double would lose the last digits beyond 2^53.
        if (QJsonValue(whole) == value)
            return QString::number(whole);
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    }
    return value.toString(); // Null becomes "", which clears: there is no null on the wire.
}

} // namespace

Form &Form::add(QByteArrayView key, const QString &value)
{
    append(key.toByteArray(), value.toUtf8());
    return *this;
}

Form &Form::add(QByteArrayView key, qint64 value)
{
    append(key.toByteArray(), QByteArray::number(value));
    return *this;
}

Form &Form::addFlag(QByteArrayView key, bool value)
{
    append(key.toByteArray(), value ? "true" : "false");
    return *this;
}

Form &Form::unset(QByteArrayView key)
{
    append(key.toByteArray(), {});
    return *this;
}

Form &Form::addHash(QByteArrayView key, const QJsonObject &hash)
{
    for (auto it = hash.begin(); it != hash.end(); ++it) {
        const QByteArray path = key.toByteArray() + '[' + it.key().toUtf8() + ']';
        addValue(path, it.value());
    }
    return *this;
}

Form &Form::expand(QByteArrayView path)
{
    append("expand[" + QByteArray::number(m_expands++) + ']', path.toByteArray());
    return *this;
}

void Form::addValue(const QByteArray &path, const QJsonValue &value)
{
    if (value.isObject()) {
        addHash(path, value.toObject());
        return;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            addValue(path + '[' + QByteArray::number(i) + ']', array.at(i));
        return;
    }
    append(path, scalarText(value).toUtf8());
}

void Form::append(const QByteArray &key, const QByteArray &value)
{
    if (!m_encoded.isEmpty())
        m_encoded += '&';
    m_encoded += encodedKey(key) + '=' + QUrl::toPercentEncoding(QString::fromUtf8(value));
}

} // namespace stripe
