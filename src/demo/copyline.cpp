// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copyline.h"

#include "demo/calendar.h"

#include <QJsonDocument>

namespace demo {
namespace {

void appendDigits(QByteArray &out, qint64 value, int digits)
{
    const QByteArray text = QByteArray::number(value);
    for (qsizetype missing = digits - text.size(); missing > 0; --missing)
        out += '0';
    out += text;
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
    for (const char byte : value) {
        switch (byte) {
        case '\\':
            m_out += "\\\\";
            break;
        case '\t':
            m_out += "\\t";
            break;
        case '\n':
            m_out += "\\n";
            break;
        case '\r':
            m_out += "\\r";
            break;
        case '\0':
            break; // PostgreSQL has no NUL in text
        default:
            m_out += byte;
        }
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
    const QDate date = toDate(at);
    appendDigits(m_out, date.year(), 4);
    m_out += '-';
    appendDigits(m_out, date.month(), 2);
    m_out += '-';
    appendDigits(m_out, date.day(), 2);
    m_out += ' ';
    appendDigits(m_out, at % day / hour, 2);
    m_out += ':';
    appendDigits(m_out, at % hour / 60, 2);
    m_out += ':';
    appendDigits(m_out, at % 60, 2);
    m_out += "+00";
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
