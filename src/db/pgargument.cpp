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

template <typename Integer>
void appendInteger(QByteArray &out, Integer value)
{
    const Integer swapped = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

/// PostgreSQL's binary form of a one-dimensional array; `write` appends a value, or gives false for
/// NULL. `expected` is about how many bytes a value has.
template <typename List, typename Write>
QByteArray binaryArray(unsigned element, const List &values, qsizetype expected, Write write)
{
    constexpr qsizetype hasNullAt = sizeof(qint32);
    QByteArray out;
    out.reserve(qsizetype(5 * sizeof(qint32)) + values.size() * (expected + 4));
    appendInteger<qint32>(out, values.isEmpty() ? 0 : 1);
    appendInteger<qint32>(out, 0);
    appendInteger<quint32>(out, element);
    if (values.isEmpty())
        return out;
    appendInteger<qint32>(out, qint32(values.size()));
    appendInteger<qint32>(out, 1); // the lower bound
    for (const auto &value : values) {
        const qsizetype lengthAt = out.size();
        appendInteger<qint32>(out, -1);
        const bool isThere = write(out, value);
        const qsizetype length = out.size() - lengthAt - qsizetype(sizeof(qint32));
        if (isThere)
            qToBigEndian(qint32(length), out.data() + lengthAt);
        else
            qToBigEndian<qint32>(1, out.data() + hasNullAt);
    }
    return out;
}

qsizetype averageSize(const QList<QByteArray> &values)
{
    qsizetype sum = 0;
    for (const QByteArray &value : values)
        sum += value.size();
    return values.isEmpty() ? 0 : sum / values.size() + 1;
}

bool appendBytes(QByteArray &out, const QByteArray &value)
{
    out.append(value);
    return !value.isNull();
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
    const auto write = [](QByteArray &out, const QString &text) {
        out.append(text.toUtf8());
        return !text.isNull();
    };
    return PgArgument(TextArrayOid, true, binaryArray(TextOid, values, 32, write));
}

PgArgument PgArgument::utf8(const QList<QByteArray> &values)
{
    return PgArgument(TextArrayOid, true,
                      binaryArray(TextOid, values, averageSize(values), appendBytes));
}

PgArgument PgArgument::byteArrays(const QList<QByteArray> &values)
{
    return PgArgument(ByteaArrayOid, true,
                      binaryArray(ByteaOid, values, averageSize(values), appendBytes));
}

PgArgument PgArgument::numbers(const QList<qint64> &values)
{
    const auto write = [](QByteArray &out, qint64 value) {
        appendInteger(out, value);
        return true;
    };
    return PgArgument(Int8ArrayOid, true, binaryArray(Int8Oid, values, sizeof(qint64), write));
}

PgArgument PgArgument::optionalNumbers(const QList<std::optional<qint64>> &values)
{
    const auto write = [](QByteArray &out, const std::optional<qint64> &value) {
        if (value)
            appendInteger(out, *value);
        return value.has_value();
    };
    return PgArgument(Int8ArrayOid, true, binaryArray(Int8Oid, values, sizeof(qint64), write));
}

PgArgument PgArgument::truths(const QList<bool> &values)
{
    const auto write = [](QByteArray &out, bool value) {
        out.append(value ? '\1' : '\0');
        return true;
    };
    return PgArgument(BoolArrayOid, true, binaryArray(BoolOid, values, 1, write));
}

PgArgument PgArgument::times(const QList<QDateTime> &values)
{
    const auto write = [](QByteArray &out, const QDateTime &value) {
        const bool isThere = value.isValid();
        if (isThere)
            appendInteger(out, value.toMSecsSinceEpoch() * 1000 - microsFrom1970To2000);
        return isThere;
    };
    return PgArgument(TimestamptzArrayOid, true,
                      binaryArray(TimestamptzOid, values, sizeof(qint64), write));
}

} // namespace db
