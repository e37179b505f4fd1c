// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace db {

/// One bound value of a statement that libpq sends itself: binary safe, never in the statement's
/// text, never in the server's log. Lists become arrays: `unnest($1, $2)` inserts a batch.
class PgArgument
{
public:
    PgArgument() = default;          ///< NULL, of whatever type the statement makes of it.
    PgArgument(const QString &text); ///< text; a null QString is NULL.
    PgArgument(qint64 number);       ///< bigint
    PgArgument(int number);          ///< bigint
    PgArgument(bool truth);
    /// Text that the server reads as the type the statement needs: uuid, jsonb, xid8, numeric …
    static PgArgument untyped(const QByteArray &text);
    static PgArgument uuid(const QUuid &id);            ///< uuid; a null one is NULL.
    static PgArgument bytes(const QByteArray &value);   ///< bytea, any bytes; a null one is NULL.
    static PgArgument time(const QDateTime &value);     ///< timestamptz; an invalid one is NULL.
    static PgArgument micros(qint64 sinceEpoch);        ///< timestamptz to the microsecond.
    static PgArgument texts(const QStringList &values); ///< text[]; null strings are NULL.
    static PgArgument utf8(const QList<QByteArray> &values);       ///< text[]; null ones are NULL.
    static PgArgument byteArrays(const QList<QByteArray> &values); ///< bytea[]
    static PgArgument numbers(const QList<qint64> &values);        ///< bigint[]
    static PgArgument optionalNumbers(const QList<std::optional<qint64>> &values); ///< bigint[]
    static PgArgument truths(const QList<bool> &values);                           ///< boolean[]
    static PgArgument times(const QList<QDateTime> &values); ///< timestamptz[]; invalid is NULL.

    [[nodiscard]] unsigned type() const { return m_type; } ///< OID, 0 where the server decides.
    [[nodiscard]] bool isBinary() const { return m_binary; }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }
    [[nodiscard]] const QByteArray &value() const { return m_value; }

private:
    PgArgument(unsigned type, bool binary, QByteArray value);

    unsigned m_type = 0;
    bool m_binary = false;
    QByteArray m_value;
};

} // namespace db
