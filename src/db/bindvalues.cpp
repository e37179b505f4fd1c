// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/bindvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace db {
namespace {

/// Qt writes a NUL as \u0000 and a lone surrogate as \ud8xx; whole pairs go out as UTF-8. So
/// whatever is left of these escapes is what jsonb refuses.
QString withoutRefusedEscapes(const QByteArray &json)
{
    QString text = QString::fromUtf8(json);
    for (qsizetype at = text.indexOf(u'\\'); at >= 0; at = text.indexOf(u'\\', at + 2)) {
        if (text.at(at + 1) != u'u')
            continue;
        bool isHex = false;
        const uint code = QStringView(text).mid(at + 2, 4).toUInt(&isHex, 16);
        if (isHex && (code == 0 || (code >= 0xd800 && code <= 0xdfff)))
            text.replace(at + 2, 4, u"fffd"_s);
    }
    return text;
}

} // namespace

QString jsonbText(const QJsonObject &object)
{
    return withoutRefusedEscapes(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString jsonbText(const QJsonArray &array)
{
    return withoutRefusedEscapes(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QByteArray jsonbBytes(const QJsonObject &object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return json.contains("\\u") ? withoutRefusedEscapes(json).toUtf8() : json;
}

QVariant textOrNull(QString text)
{
    text.remove(QChar(u'\0'));
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

QVariant timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toUTC()) : QVariant(QMetaType::fromType<QDateTime>());
}

QVariant jsonOrNull(const QJsonObject &object)
{
    return object.isEmpty() ? QVariant(QMetaType::fromType<QString>())
                            : QVariant(jsonbText(object));
}

QVariant uuidOrNull(const QUuid &id)
{
    return id.isNull() ? QVariant() : QVariant(id);
}

QString arrayLiteral(const QStringList &values)
{
    QStringList quoted;
    for (QString value : values) {
        value.remove(QChar(u'\0'));
        value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        quoted.append(u'"' + value + u'"');
    }
    return u'{' + quoted.join(u',') + u'}';
}

QString arrayLiteral(const QList<QUuid> &ids)
{
    QStringList texts;
    texts.reserve(ids.size());
    for (const QUuid &id : ids)
        texts.append(id.toString(QUuid::WithoutBraces));
    return u'{' + texts.join(u',') + u'}';
}

QString arrayLiteral(const QList<qint64> &numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts.append(QString::number(number));
    return u'{' + texts.join(u',') + u'}';
}

} // namespace db
