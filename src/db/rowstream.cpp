// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rowstream.h"

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

bool startsFormula(QByteArrayView text)
{
    constexpr QByteArrayView signs = "=+-@\t\r";
    return !text.isEmpty() && signs.contains(text.front());
}

void addQuoted(QByteArray &out, QByteArrayView text)
{
    out += '"';
    if (startsFormula(text))
        out += '\'';
    for (const char sign : text) {
        if (sign == '"')
            out += '"';
        out += sign;
    }
    out += '"';
}

/// Nearly always: a million times an export.
void addPlain(QByteArray &out, QByteArrayView text)
{
    if (startsFormula(text))
        out += '\'';
    out.append(text.data(), text.size());
}

/// Control characters, tabs and line breaks among them, become one blank a run; none at the start,
/// where it would hide a formula.
QByteArray onOneLine(QByteArrayView text)
{
    QByteArray line;
    line.reserve(text.size());
    bool isInRun = true;
    for (const char sign : text) {
        const bool isControl = static_cast<unsigned char>(sign) < ' ';
        if (!isControl || !isInRun)
            line += isControl ? ' ' : sign;
        isInRun = isControl;
    }
    return line;
}

/// Appends a text cell. One that a spreadsheet would calculate starts with an apostrophe.
void addText(QByteArray &out, QByteArrayView text, RowStream::Form form)
{
    constexpr auto needsQuotes = [](char sign) {
        return sign == '"' || sign == ',' || sign == '\r' || sign == '\n';
    };
    constexpr auto isControl = [](char sign) { return static_cast<unsigned char>(sign) < ' '; };
    switch (form) {
    case RowStream::Form::Csv:
        if (std::ranges::any_of(text, needsQuotes))
            addQuoted(out, text);
        else
            addPlain(out, text);
        return;
    case RowStream::Form::Tabs:
        if (std::ranges::any_of(text, isControl))
            return addText(out, onOneLine(text), form);
        if (text.startsWith(
                '"')) // a spreadsheet would read on to the next one, over tabs and lines
            addQuoted(out, text);
        else
            addPlain(out, text);
        return;
    }
}

char separatorOf(RowStream::Form form)
{
    return form == RowStream::Form::Csv ? ',' : '\t';
}

QByteArrayView lineEndOf(RowStream::Form form)
{
    return form == RowStream::Form::Csv ? "\r\n" : "\n";
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

RowStream::RowStream(Form form, QList<ColumnKind> columns)
    : m_form(form)
    , m_separator(separatorOf(form))
    , m_lineEnd(lineEndOf(form))
    , m_columns(std::move(columns))
{
}

void RowStream::convert(QByteArrayView lines)
{
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        convertLine(end < 0 ? lines : lines.first(end));
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + 1);
    }
}

void RowStream::convertLine(QByteArrayView line)
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
            m_out += m_separator;
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
            addText(m_out, field.contains('\\') ? QByteArrayView(unescaped(field)) : field, m_form);
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
    m_out += m_lineEnd;
    ++m_rows;
}

/// Digits in, digits out: the amount is never a number on the way.
void RowStream::addMoney(QByteArrayView minor, QByteArrayView currency)
{
    if (minor == nullField || currency == nullField) {
        m_out += m_separator;
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
    m_out += m_separator;
    m_out += m_code;
}

QByteArray RowStream::take()
{
    return std::exchange(m_out, QByteArray());
}

QByteArray RowStream::line(Form form, const QStringList &texts)
{
    QByteArray out;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += separatorOf(form);
        addText(out, texts[i].toUtf8(), form);
    }
    out += lineEndOf(form);
    return out;
}

} // namespace db
