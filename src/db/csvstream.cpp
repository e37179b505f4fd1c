// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/csvstream.h"

using core::ColumnKind;

namespace db {
namespace {

constexpr QByteArrayView nullField = "\\N";

/// The text behind COPY's backslashes.
QByteArray unescaped(QByteArrayView field)
{
    QByteArray text;
    text.reserve(field.size());
    for (qsizetype at = 0; at < field.size(); ++at) {
        if (field[at] != '\\' || at + 1 == field.size()) {
            text += field[at];
            continue;
        }
        constexpr QByteArrayView letters = "bfnrtv";
        constexpr QByteArrayView meanings = "\b\f\n\r\t\v";
        const char sign = field[++at];
        const qsizetype letter = letters.indexOf(sign);
        text += letter < 0 ? sign : meanings[letter];
    }
    return text;
}

/// Appends a text cell. One that a spreadsheet would calculate starts with an apostrophe.
void addText(QByteArray &out, QByteArrayView text)
{
    constexpr QByteArrayView startsFormula = "=+-@\t\r";
    constexpr auto needsQuotes = [](char sign) {
        return sign == '"' || sign == ',' || sign == '\r' || sign == '\n';
    };
    const bool isGuarded = !text.isEmpty() && startsFormula.contains(text.front());
    if (std::ranges::none_of(text, needsQuotes)) {
        if (isGuarded)
            out += '\'';
        out.append(text.data(), text.size()); // nearly always: a million times an export
        return;
    }
    out += '"';
    if (isGuarded)
        out += '\'';
    for (const char sign : text) {
        if (sign == '"')
            out += '"';
        out += sign;
    }
    out += '"';
}

/// "2026-06-12 14:32:11.5" -> "2026-06-12T14:32:11Z".
void addTime(QByteArray &out, QByteArrayView text)
{
    const qsizetype fraction = text.indexOf('.');
    const qsizetype begin = out.size();
    out.append(text.data(), fraction < 0 ? text.size() : fraction);
    if (const qsizetype blank = out.indexOf(' ', begin); blank >= 0)
        out[blank] = 'T';
    out += 'Z';
}

} // namespace

CsvStream::CsvStream(QList<ColumnKind> columns)
    : m_columns(std::move(columns))
{
}

void CsvStream::convert(QByteArrayView lines)
{
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        convertLine(end < 0 ? lines : lines.first(end));
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + 1);
    }
}

void CsvStream::convertLine(QByteArrayView line)
{
    const auto nextField = [&line] {
        const qsizetype tab = line.indexOf('\t');
        const QByteArrayView field = tab < 0 ? line : line.first(tab);
        line = tab < 0 ? QByteArrayView() : line.sliced(tab + 1);
        return field;
    };
    bool isFirst = true;
    for (const ColumnKind kind : m_columns) {
        if (!isFirst)
            m_out += ',';
        isFirst = false;
        const QByteArrayView field = nextField();
        if (kind == ColumnKind::Money) {
            addMoney(field, nextField());
            continue;
        }
        if (field == nullField)
            continue;
        switch (kind) {
        case ColumnKind::Text:
        case ColumnKind::Mono:
        case ColumnKind::Status:
            addText(m_out, field.contains('\\') ? QByteArrayView(unescaped(field)) : field);
            break;
        case ColumnKind::DateTime:
            addTime(m_out, field);
            break;
        case ColumnKind::Ratio:
        case ColumnKind::Count:
            m_out += field;
            break;
        case ColumnKind::Money:
            break;
        }
    }
    m_out += "\r\n";
    ++m_rows;
}

/// Digits in, digits out: the amount is never a number on the way.
void CsvStream::addMoney(QByteArrayView minor, QByteArrayView currency)
{
    if (minor == nullField || currency == nullField) {
        m_out += ',';
        return;
    }
    if (m_currency != currency) {
        m_currency = currency.toByteArray();
        m_code = m_currency.toUpper();
        m_exponent = core::currencyExponent(QString::fromLatin1(m_currency));
    }
    if (minor.startsWith('-')) {
        m_out += '-';
        minor = minor.sliced(1);
    }
    const qsizetype whole = minor.size() - m_exponent;
    if (whole > 0)
        m_out.append(minor.data(), whole);
    else
        m_out += '0';
    if (m_exponent > 0) {
        m_out += '.';
        for (qsizetype zeros = whole; zeros < 0; ++zeros)
            m_out += '0';
        const QByteArrayView part = whole > 0 ? minor.sliced(whole) : minor;
        m_out.append(part.data(), part.size());
    }
    m_out += ',';
    m_out += m_code;
}

QByteArray CsvStream::take()
{
    return std::exchange(m_out, QByteArray());
}

QByteArray CsvStream::line(const QStringList &texts)
{
    QByteArray out;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += ',';
        addText(out, texts[i].toUtf8());
    }
    return out + "\r\n";
}

} // namespace db
