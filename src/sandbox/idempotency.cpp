// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/idempotency.h"

#include <QCryptographicHash>

namespace sandbox {

using namespace Qt::StringLiterals;

static constexpr qint64 keptSeconds = 24 * 3600;

QByteArray Idempotency::fingerprintOf(const QByteArray &method, const QString &path,
                                      const QByteArray &form)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(method + ' ' + path.toUtf8() + '\n'));
    hash.addData(form);
    return hash.result().toHex();
}

std::optional<ApiError> Idempotency::faultOf(const QString &key, const QString &shown,
                                             const QByteArray &fingerprint, qint64 now) const
{
    if (m_running.contains(key))
        return keyInUse(shown);
    const std::optional<Stored> stored = find(key, now);
    if (stored && stored->fingerprint != fingerprint)
        return keyReused(shown);
    return std::nullopt;
}

std::optional<Idempotency::Stored> Idempotency::find(const QString &key, qint64 now) const
{
    const auto it = m_stored.constFind(key);
    if (it == m_stored.constEnd() || now - it->at >= keptSeconds)
        return std::nullopt;
    return *it;
}

QJsonObject Idempotency::toJson(const Stored &result)
{
    return {
        {u"key"_s, result.key},
        {u"fingerprint"_s, QString::fromLatin1(result.fingerprint)},
        {u"request"_s, result.requestId},
        {u"status"_s, result.status},
        {u"body"_s, result.body},
        {u"at"_s, result.at},
    };
}

Idempotency::Stored Idempotency::fromJson(const QJsonObject &object)
{
    return {
        .key = object.value("key"_L1).toString(),
        .fingerprint = object.value("fingerprint"_L1).toString().toLatin1(),
        .requestId = object.value("request"_L1).toString(),
        .status = object.value("status"_L1).toInt(),
        .body = object.value("body"_L1).toObject(),
        .at = object.value("at"_L1).toInteger(),
    };
}

} // namespace sandbox
