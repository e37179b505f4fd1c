// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/bell.h"
#include "services/endpointsecrets.h"

#include <QHash>

#include <functional>

class QSettings;

namespace app {

class DesktopSettings;

/// The desk's signing secrets, by endpoint. The secrets lie with the others under
/// STRIPE_WEBHOOK_SECRET in the keychain; which of them is whose is noted in the settings file, by
/// the secret's hash. The demonstration forgets all of it at its end.
class EndpointKeychain final : public services::EndpointSecrets
{
public:
    EndpointKeychain(QSettings &settings, DesktopSettings &connections);

    /// How many deliveries a secret has signed: the running listener knows.
    void setCounter(std::function<int(const QByteArray &secret)> counter);

    [[nodiscard]] QString keeper() const override;
    [[nodiscard]] QString obstacle() const override;
    [[nodiscard]] core::EndpointSecret standing(const QString &endpointId) const override;
    [[nodiscard]] int delivered(const QString &endpointId) const override;
    QCoro::Task<core::Result<>> keep(QString endpointId, QByteArray secret) override;
    QCoro::Task<core::Result<>> drop(QString endpointId) override;

private:
    QCoro::Task<core::Result<>> change(QString endpointId, QByteArray secret);
    QCoro::Task<core::Result<>> changeOne(QString endpointId, QByteArray secret);
    [[nodiscard]] QByteArray markOf(const QString &endpointId) const;
    [[nodiscard]] QByteArray secretOf(const QString &endpointId) const;
    void setMark(const QString &endpointId, const QByteArray &mark);

    QSettings &m_settings;
    DesktopSettings &m_connections;
    std::function<int(const QByteArray &)> m_counter;
    QHash<QString, QByteArray> m_demoMarks;
    services::Bell m_free;
    bool m_isBusy = false; ///< One change at a time: each reads all and writes all.
};

} // namespace app
