// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/objectid.h"

#include "demo/random.h"

#include <QLatin1StringView>

#include <array>

namespace demo {
namespace {

constexpr int tenantDigits = 5;
constexpr int ordinalDigits = 3;
constexpr int checkDigits = 6;
constexpr int codeLength = tenantDigits + ordinalDigits + checkDigits;
constexpr quint64 checkRange = 36ULL * 36 * 36 * 36 * 36 * 36;
constexpr QChar worldMark = u'D';

QLatin1StringView prefixOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Customer:
        return QLatin1StringView("cus_");
    case ObjectKind::Subscription:
        return QLatin1StringView("sub_");
    case ObjectKind::SubscriptionItem:
        return QLatin1StringView("si_");
    case ObjectKind::Invoice:
        return QLatin1StringView("in_");
    case ObjectKind::InvoiceLine:
        return QLatin1StringView("il_");
    case ObjectKind::PaymentIntent:
        return QLatin1StringView("pi_");
    case ObjectKind::Charge:
        return QLatin1StringView("ch_");
    case ObjectKind::PaymentMethod:
        return QLatin1StringView("pm_");
    case ObjectKind::Event:
        return QLatin1StringView("evt_");
    case ObjectKind::UsageRecord:
        return QLatin1StringView("mbur_");
    }
    return {};
}

void writeBase36(QChar *to, quint64 value, int digits)
{
    for (int at = digits - 1; at >= 0; --at, value /= 36) {
        const int digit = static_cast<int>(value % 36);
        to[at] = QChar(digit < 10 ? u'0' + digit : u'A' + digit - 10);
    }
}

/// -1 for what is not base 36 in capitals.
qint64 readBase36(QStringView text)
{
    qint64 value = 0;
    for (const QChar letter : text) {
        const char16_t code = letter.unicode();
        const bool isDigit = code >= u'0' && code <= u'9';
        if (!isDigit && (code < u'A' || code > u'Z'))
            return -1;
        value = value * 36 + (isDigit ? code - u'0' : code - u'A' + 10);
    }
    return value;
}

} // namespace

QString ObjectIds::make(ObjectKind kind, ObjectKey key) const
{
    const QLatin1StringView prefix = prefixOf(kind);
    QString id(prefix.size() + 1 + codeLength, Qt::Uninitialized);
    QChar *to = id.data();
    for (const char letter : prefix)
        *to++ = QLatin1Char(letter);
    *to++ = worldMark;
    const auto tenant = static_cast<quint64>(key.tenant);
    const auto ordinal = static_cast<quint64>(key.ordinal);
    writeBase36(to, tenant, tenantDigits);
    writeBase36(to + tenantDigits, ordinal, ordinalDigits);
    const quint64 check = mix(m_seed, static_cast<quint64>(kind), tenant, ordinal) % checkRange;
    writeBase36(to + tenantDigits + ordinalDigits, check, checkDigits);
    return id;
}

std::optional<ObjectKey> ObjectIds::parse(ObjectKind kind, QStringView id) const
{
    const QLatin1StringView prefix = prefixOf(kind);
    if (id.size() != prefix.size() + 1 + codeLength)
        return std::nullopt;
    const QStringView code = id.sliced(prefix.size() + 1);
    const qint64 tenant = readBase36(code.first(tenantDigits));
    const qint64 ordinal = readBase36(code.sliced(tenantDigits, ordinalDigits));
    if (tenant < 0 || ordinal < 0)
        return std::nullopt;
    const ObjectKey key{static_cast<int>(tenant), static_cast<int>(ordinal)};
    return make(kind, key) == id ? std::optional(key) : std::nullopt;
}

QUuid ObjectIds::uuid(QLatin1StringView table, ObjectKey key) const
{
    quint64 name = 0;
    for (const char letter : table)
        name = name * 131 + static_cast<quint64>(static_cast<unsigned char>(letter));
    const auto tenant = static_cast<quint64>(key.tenant);
    const auto ordinal = static_cast<quint64>(key.ordinal);
    const quint64 high = mix(m_seed, name, tenant, ordinal);
    const quint64 low = mix(high, name, ordinal, tenant);
    const auto byte = [low](int at) { return static_cast<uchar>(low >> (8 * at)); };
    return QUuid(static_cast<uint>(high >> 32), static_cast<ushort>(high >> 16),
                 static_cast<ushort>((high & 0x0fffU) | 0x5000U),
                 static_cast<uchar>((byte(7) & 0x3fU) | 0x80U), byte(6), byte(5), byte(4), byte(3),
                 byte(2), byte(1), byte(0));
}

} // namespace demo
