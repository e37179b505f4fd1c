// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/pgargument.h"

#include <QtEndian>

namespace db {

namespace {

// OIDs of pg_type.dat; built-in types never change theirs.
enum Oid : unsigned {
    BoolOid = 16,
    ByteaOid = 17,
    Int8Oid = 20,
    TextOid = 25,
    TimestamptzOid = 1184,
    BoolArrayOid = 1000,
    ByteaArrayOid = 1001,
    TextArrayOid = 1009,
    Int8ArrayOid = 1016,
    TimestamptzArrayOid = 1185,
};

constexpr qint64 microsFrom1970To2000 = 946'684'800'000'000;

template <typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray out(sizeof(Integer), Qt::Uninitialized);
    qToBigEndian(value, out.data());
    return out;
}

QByteArray binaryTime(qint64 microsSinceEpoch)
{
    return bigEndian<qint64>(microsSinceEpoch - microsFrom1970To2000);
}

/// A null byte array marks NULL, so an empty value needs to be one that is not null.
QByteArray notNull(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

/// PostgreSQL's binary form of a one-dimensional array; `encode` gives a null array for NULL.
template <typename List, typename Encode>
QByteArray binaryArray(unsigned element, const List &values, Encode encode)
{
    QByteArray body;
    qint32 hasNull = 0;
    for (const auto &value : values) {
        const QByteArray item = encode(value);
        if (item.isNull()) {
            hasNull = 1;
            body += bigEndian<qint32>(-1);
        } else {
            body += bigEndian<qint32>(qint32(item.size()));
            body += item;
        }
    }
    QByteArray out = bigEndian<qint32>(values.isEmpty() ? 0 : 1);
    out += bigEndian<qint32>(hasNull);
    out += bigEndian<quint32>(element);
    if (!values.isEmpty()) {
        out += bigEndian<qint32>(qint32(values.size()));
        out += bigEndian<qint32>(1); // the lower bound
        out += body;
    }
    return out;
}

} // namespace

PgArgument::PgArgument(unsigned type, bool binary, QByteArray value)
    : m_type(type)
    , m_binary(binary)
    , m_value(std::move(value))
{
}

PgArgument::PgArgument(const QString &text)
    : PgArgument(TextOid, true, text.isNull() ? QByteArray() : notNull(text.toUtf8()))
{
}

PgArgument::PgArgument(qint64 number)
    : PgArgument(Int8Oid, true, bigEndian(number))
{
}

PgArgument::PgArgument(int number)
    : PgArgument(qint64(number))
{
}

PgArgument::PgArgument(bool truth)
    : PgArgument(BoolOid, true, QByteArray(1, truth ? '\1' : '\0'))
{
}

PgArgument PgArgument::untyped(const QByteArray &text)
{
    return PgArgument(0, false, text);
}

PgArgument PgArgument::uuid(const QUuid &id)
{
    return id.isNull() ? PgArgument() : untyped(id.toByteArray(QUuid::WithoutBraces));
}

PgArgument PgArgument::bytes(const QByteArray &value)
{
    return PgArgument(ByteaOid, true, value);
}

PgArgument PgArgument::time(const QDateTime &value)
{
    return PgArgument(TimestamptzOid, true,
                      value.isValid() ? binaryTime(value.toMSecsSinceEpoch() * 1000)
                                      : QByteArray());
}

PgArgument PgArgument::micros(qint64 sinceEpoch)
{
    return PgArgument(TimestamptzOid, true, binaryTime(sinceEpoch));
}

PgArgument PgArgument::texts(const QStringList &values)
{
    return PgArgument(TextArrayOid, true, binaryArray(TextOid, values, [](const QString &text) {
                          return text.isNull() ? QByteArray() : notNull(text.toUtf8());
                      }));
}

PgArgument PgArgument::utf8(const QList<QByteArray> &values)
{
    return PgArgument(TextArrayOid, true,
                      binaryArray(TextOid, values, [](const QByteArray &text) { return text; }));
}

PgArgument PgArgument::byteArrays(const QList<QByteArray> &values)
{
    return PgArgument(ByteaArrayOid, true,
                      binaryArray(ByteaOid, values, [](const QByteArray &value) { return value; }));
}

PgArgument PgArgument::numbers(const QList<qint64> &values)
{
    return PgArgument(Int8ArrayOid, true,
                      binaryArray(Int8Oid, values, [](qint64 value) { return bigEndian(value); }));
}

PgArgument PgArgument::optionalNumbers(const QList<std::optional<qint64>> &values)
{
    const auto encode = [](const std::optional<qint64> &value) {
        return value ? bigEndian(*value) : QByteArray();
    };
    return PgArgument(Int8ArrayOid, true, binaryArray(Int8Oid, values, encode));
}

PgArgument PgArgument::truths(const QList<bool> &values)
{
    return PgArgument(BoolArrayOid, true, binaryArray(BoolOid, values, [](bool value) {
                          return QByteArray(1, value ? '\1' : '\0');
                      }));
}

PgArgument PgArgument::times(const QList<QDateTime> &values)
{
    const auto encode = [](const QDateTime &value) {
        return value.isValid() ? binaryTime(value.toMSecsSinceEpoch() * 1000) : QByteArray();
    };
    return PgArgument(TimestamptzArrayOid, true, binaryArray(TimestamptzOid, values, encode));
}

} // namespace db
