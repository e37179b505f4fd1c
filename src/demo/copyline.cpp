// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copyline.h"

#include "demo/calendar.h"

#include <QJsonDocument>

#include <algorithm>

namespace demo {
namespace {

void writeDigits(char *to, qint64 value, int digits)
{
    for (int at = digits - 1; at >= 0; --at, value /= 10)
        to[at] = static_cast<char>('0' + value % 10);
}

/// How COPY writes it; empty for a byte that stays as it is.
QByteArrayView escapeOf(char byte)
{
    switch (byte) {
    case '\\':
        return "\\\\";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    default:
        return {};
    }
}

bool isPlain(char byte)
{
    return byte != '\\' && static_cast<unsigned char>(byte) >= 0x20;
}

} // namespace

void CopyLine::begin()
{
    if (m_values > 0)
        m_out += '\t';
    ++m_values;
}

void CopyLine::escape(QByteArrayView value)
{
    const char *const end = value.data() + value.size();
    for (const char *at = value.data(); at != end;) {
        const char *const special = std::find_if_not(at, end, isPlain);
        m_out.append(at, special - at);
        at = special;
        if (at == end)
            return;
        const QByteArrayView escaped = escapeOf(*at);
        if (!escaped.isEmpty())
            m_out.append(escaped);
        else if (*at != '\0') // which PostgreSQL's text lacks
            m_out.append(*at);
        ++at;
    }
}

CopyLine &CopyLine::null()
{
    begin();
    m_out += "\\N";
    return *this;
}

CopyLine &CopyLine::text(QStringView value)
{
    begin();
    escape(value.toUtf8());
    return *this;
}

CopyLine &CopyLine::textOrNull(QStringView value)
{
    return value.isEmpty() ? null() : text(value);
}

CopyLine &CopyLine::utf8(QByteArrayView value)
{
    begin();
    escape(value);
    return *this;
}

CopyLine &CopyLine::number(qint64 value)
{
    begin();
    m_out += QByteArray::number(value);
    return *this;
}

CopyLine &CopyLine::numberOrNull(std::optional<qint64> value)
{
    return value ? number(*value) : null();
}

CopyLine &CopyLine::truth(bool value)
{
    begin();
    m_out += value ? 't' : 'f';
    return *this;
}

CopyLine &CopyLine::uuid(const QUuid &value)
{
    begin();
    m_out += value.toByteArray(QUuid::WithoutBraces);
    return *this;
}

/// By hand: QDateTime's own text takes ten times as long, and there are millions.
CopyLine &CopyLine::time(const QDateTime &value)
{
    if (!value.isValid())
        return null();
    begin();
    const Seconds at = value.toSecsSinceEpoch();
    const CivilDate date = toCivil(at);
    char text[] = "0000-00-00 00:00:00+00";
    writeDigits(&text[0], date.year, 4);
    writeDigits(&text[5], date.month, 2);
    writeDigits(&text[8], date.day, 2);
    writeDigits(&text[11], at % day / hour, 2);
    writeDigits(&text[14], at % hour / 60, 2);
    writeDigits(&text[17], at % 60, 2);
    m_out.append(text, sizeof text - 1);
    return *this;
}

CopyLine &CopyLine::json(const QJsonObject &value)
{
    return utf8(value.isEmpty() ? QByteArray("{}")
                                : QJsonDocument(value).toJson(QJsonDocument::Compact));
}

CopyLine &CopyLine::jsonOrNull(const QJsonObject &value)
{
    return value.isEmpty() ? null() : json(value);
}

CopyLine &CopyLine::array(const QStringList &values)
{
    QString literal(u'{');
    for (QString value : values) {
        if (literal.size() > 1)
            literal += u',';
        value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        literal += u'"' + value + u'"';
    }
    return text(literal + u'}');
}

void CopyLine::end()
{
    m_out += '\n';
    m_values = 0;
}

} // namespace demo
