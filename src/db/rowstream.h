// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QByteArray>

namespace db {

/// Makes lines for files and the clipboard of the lines of PostgreSQL's COPY in text format.
/// Decimals, the form of times and the guard against formulas are made here: the server needs
/// twice as long for them.
class RowStream
{
public:
    enum class Form {
        Csv,  ///< RFC 4180: commas, CRLF, quotes only where needed, UTF-8.
        Tabs, ///< As spreadsheets paste it: no cell holds a tab or a line break. LF, UTF-8.
    };

    /// When take() is worth a call, in bytes.
    static constexpr qsizetype fullBlock = 256 * 1024;

    /// Money columns read and write two fields: minor units and currency, decimals and currency.
    RowStream(Form form, QList<core::ColumnKind> columns);

    /// Whole lines, as the server sends them.
    void convert(QByteArrayView lines);
    [[nodiscard]] qint64 rows() const { return m_rows; } ///< All so far.
    [[nodiscard]] qsizetype pending() const { return m_out.size(); }
    [[nodiscard]] QByteArray take(); ///< What was converted since the last call.

    /// One line of texts: the header.
    [[nodiscard]] static QByteArray line(Form form, const QStringList &texts);

private:
    void convertLine(QByteArrayView line);
    void addMoney(QByteArrayView minor, QByteArrayView currency);

    Form m_form;
    char m_separator;
    QByteArrayView m_lineEnd;
    QList<core::ColumnKind> m_columns;
    QByteArray m_out;
    QByteArray m_code;     ///< m_currency in capitals.
    QByteArray m_currency; ///< Whose exponent m_exponent is: mostly the last line's.
    int m_exponent = 2;
    qint64 m_rows = 0;
};

} // namespace db
