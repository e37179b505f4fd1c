// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/signature.h"

#include <algorithm>
#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <optional>

namespace stripe {

namespace {

struct SignatureHeader
{
    std::optional<qint64> timestamp;
    QList<QByteArrayView> v1;
};

/// Digits only: toLongLong() would also take spaces and signs.
std::optional<qint64> secondsFrom(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr qsizetype longest = 15; // far beyond any date, far below overflow
    if (text.isEmpty() || text.size() > longest || !std::ranges::all_of(text, isDigit))
        return std::nullopt;
    return text.toLongLong();
}

SignatureHeader parsed(QByteArrayView header)
{
    SignatureHeader result;
    qsizetype from = 0;
    while (from <= header.size()) {
        qsizetype end = header.indexOf(',', from);
        if (end < 0)
            end = header.size();
        const QByteArrayView part = header.sliced(from, end - from);
        const qsizetype equals = part.indexOf('=');
        if (equals > 0) {
            const QByteArrayView name = part.first(equals).trimmed();
            const QByteArrayView value = part.sliced(equals + 1);
            if (name == "t")
                result.timestamp = secondsFrom(value);
            else if (name == "v1")
                result.v1.append(value);
        }
        from = end + 1;
    }
    return result;
}

QByteArray expectedSignature(QByteArrayView body, const QByteArray &secret, qint64 timestamp)
{
    const QByteArray signedBytes = QByteArray::number(timestamp) + '.' + body.toByteArray();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    const auto *input = reinterpret_cast<const unsigned char *>(signedBytes.constData());
    if (!HMAC(EVP_sha256(), secret.constData(), static_cast<int>(secret.size()), input,
              static_cast<size_t>(signedBytes.size()), digest.data(), &size))
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), size).toHex();
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return !a.isEmpty() && a.size() == b.size()
        && CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

bool isSignedBy(QByteArrayView body, const SignatureHeader &header, const QByteArray &secret)
{
    if (secret.isEmpty()) // anybody can sign with the empty key
        return false;
    const QByteArray expected = expectedSignature(body, secret, *header.timestamp);
    return std::ranges::any_of(header.v1,
                               [&](QByteArrayView given) { return isSame(given, expected); });
}

qsizetype signerAmong(QByteArrayView body, const SignatureHeader &header,
                      const QList<QByteArray> &secrets)
{
    const auto it = std::ranges::find_if(
        secrets, [&](const QByteArray &secret) { return isSignedBy(body, header, secret); });
    return it == secrets.end() ? -1 : it - secrets.begin();
}

} // namespace

const char *toText(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::MissingHeader:
        return "missing_header";
    case SignatureFault::NoTimestamp:
        return "no_timestamp";
    case SignatureFault::NoSignature:
        return "no_signature";
    case SignatureFault::NoMatch:
        return "no_match";
    case SignatureFault::TooOld:
        return "too_old";
    case SignatureFault::TooNew:
        return "too_new";
    }
    return "";
}

tl::expected<QDateTime, SignatureFault> verifySignature(QByteArrayView body, QByteArrayView header,
                                                        const QList<QByteArray> &secrets,
                                                        const QDateTime &now,
                                                        std::chrono::seconds tolerance)
{
    if (header.trimmed().isEmpty())
        return tl::unexpected(SignatureFault::MissingHeader);
    const SignatureHeader given = parsed(header);
    if (!given.timestamp)
        return tl::unexpected(SignatureFault::NoTimestamp);
    if (given.v1.isEmpty())
        return tl::unexpected(SignatureFault::NoSignature);
    // The age is only worth telling when the timestamp is Stripe's own.
    if (signerAmong(body, given, secrets) < 0)
        return tl::unexpected(SignatureFault::NoMatch);

    const qint64 age = now.toSecsSinceEpoch() - *given.timestamp;
    if (age > tolerance.count())
        return tl::unexpected(SignatureFault::TooOld);
    if (-age > tolerance.count())
        return tl::unexpected(SignatureFault::TooNew);
    return QDateTime::fromSecsSinceEpoch(*given.timestamp, Qt::UTC);
}

qsizetype signerOf(QByteArrayView body, QByteArrayView header, const QList<QByteArray> &secrets)
{
    const SignatureHeader given = parsed(header);
    return given.timestamp ? signerAmong(body, given, secrets) : -1;
}

QDateTime claimedTime(QByteArrayView header)
{
    const std::optional<qint64> seconds = parsed(header).timestamp;
    constexpr qint64 latest = 253'402'300'799; // the year 9999
    if (!seconds || *seconds > latest)
        return {};
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
}

QByteArray signatureHeader(QByteArrayView body, const QList<QByteArray> &secrets,
                           const QDateTime &at)
{
    const qint64 timestamp = at.toSecsSinceEpoch();
    QByteArray header = "t=" + QByteArray::number(timestamp);
    for (const QByteArray &secret : secrets)
        header += ",v1=" + expectedSignature(body, secret, timestamp);
    return header;
}

} // namespace stripe
