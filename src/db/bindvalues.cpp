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

void writeDigits(QChar *to, int digits, int value)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        to[i] = QChar(u'0' + value % 10);
}

/// As Qt::ISODateWithMs, in a tenth of the time: an object has a dozen of them.
QString isoText(const QDateTime &utc)
{
    const QDate day = utc.date();
    if (day.year() < 1 || day.year() > 9999)
        return utc.toString(Qt::ISODateWithMs);
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    QChar *const at = text.data();
    const int ms = utc.time().msecsSinceStartOfDay();
    writeDigits(at, 4, day.year());
    writeDigits(at + 5, 2, day.month());
    writeDigits(at + 8, 2, day.day());
    writeDigits(at + 11, 2, ms / 3'600'000);
    writeDigits(at + 14, 2, ms / 60'000 % 60);
    writeDigits(at + 17, 2, ms / 1000 % 60);
    writeDigits(at + 20, 3, ms % 1000);
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
    return time.isValid() ? QVariant(isoText(time.toUTC()))
                          : QVariant(QMetaType::fromType<QString>());
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
