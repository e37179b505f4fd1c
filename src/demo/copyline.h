// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace demo {

/// Writes rows in the text format of PostgreSQL's COPY: tabs between values, one line a row, \N
/// for NULL. Counts what it writes, so that a row that does not fit its table is noticed.
class CopyLine
{
public:
    explicit CopyLine(QByteArray &out)
        : m_out(out)
    {
    }

    CopyLine &null();
    CopyLine &text(QStringView value);
    CopyLine &textOrNull(QStringView value); ///< NULL when empty.
    CopyLine &utf8(QByteArrayView value);
    CopyLine &number(qint64 value);
    CopyLine &numberOrNull(std::optional<qint64> value);
    CopyLine &truth(bool value);
    CopyLine &uuid(const QUuid &value);
    CopyLine &time(const QDateTime &value); ///< NULL when invalid; whole seconds, UTC.
    CopyLine &json(const QJsonObject &value);
    CopyLine &jsonOrNull(const QJsonObject &value); ///< NULL when empty.
    CopyLine &array(const QStringList &values);     ///< For a text[] column.
    void end();

    [[nodiscard]] int values() const { return m_values; } ///< In the row that is being written.

private:
    void begin();
    void escape(QByteArrayView value);

    QByteArray &m_out;
    int m_values = 0;
};

} // namespace demo
