// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/errors.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace sandbox {

/// The first answer to each idempotency key, kept for 24 hours and given again. Keys of different
/// API keys do not meet.
class Idempotency
{
public:
    struct Stored
    {
        QString key;            ///< API key and idempotency key.
        QByteArray fingerprint; ///< Of method, path and parameters.
        QString requestId;      ///< Of the first request.
        int status = 200;
        QJsonObject body;
        qint64 at = 0; ///< Unix seconds of the machine's clock.
    };

    [[nodiscard]] static QByteArray fingerprintOf(const QByteArray &method, const QString &path,
                                                  const QByteArray &form);

    /// Refuses a key that is in use by a running request or was used with other parameters.
    [[nodiscard]] std::optional<ApiError> faultOf(const QString &key, const QString &shown,
                                                  const QByteArray &fingerprint, qint64 now) const;
    [[nodiscard]] std::optional<Stored> find(const QString &key, qint64 now) const;

    void begin(const QString &key) { m_running.insert(key); }
    void end(const QString &key) { m_running.remove(key); }
    void store(const Stored &result) { m_stored.insert(result.key, result); }

    [[nodiscard]] static QJsonObject toJson(const Stored &result);
    [[nodiscard]] static Stored fromJson(const QJsonObject &object);

private:
    QHash<QString, Stored> m_stored;
    QSet<QString> m_running;
};

} // namespace sandbox
