// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/webhookendpoint.h"

#include <QCoro/QCoroTask>

#include <QFuture>

namespace db {
class Database;
}
namespace stripe {
class Client;
}

namespace services {

class EndpointSecrets;

/// What the process that holds the Stripe key knows of itself.
struct EndpointSettings
{
    QString apiVersion;     ///< Ours: endpoints are made with it.
    bool isLive = false;    ///< Stripe then delivers over public HTTPS only.
    bool isStandIn = false; ///< The sandbox answers: it reaches this computer.
    QString suggestedUrl;   ///< Where this program listens, if Stripe can reach it there.
    core::Error obstacle;   ///< Why Stripe cannot be asked from here; no message: it can.
};

/// The path of our listener, as every address of ours ends.
inline const QString webhookPath = QStringLiteral("/api/v1/stripe/webhooks");

/// Stripe's webhook endpoints, for the window. The list is Stripe's own, read when it is asked
/// for; every change is an operation. Works in the process that holds the key, and says why
/// elsewhere. Main thread.
class WebhookEndpointService
{
public:
    explicit WebhookEndpointService(db::Database &database)
        : m_database(database)
    {
    }

    /// Null: nothing can be asked or kept. Those given must live until they are taken back.
    void use(stripe::Client *client, EndpointSecrets *secrets, EndpointSettings settings);

    [[nodiscard]] const EndpointSettings &settings() const { return m_settings; }
    /// Why no secret can be kept at this desk, so that none can be made or rolled; else empty.
    [[nodiscard]] QString secretObstacle() const;
    [[nodiscard]] QStringList types() const; ///< What an endpoint should send.
    /// Errors: Invalid with the field "url", in words that say what to write.
    [[nodiscard]] core::Result<> checkUrl(const QString &url) const;

    /// Newest first. Errors: the obstacle, or the client's.
    QFuture<core::Result<QList<core::WebhookEndpoint>>> list();
    // These commit an operation and give its group. Errors: Invalid with `field`, Conflict.
    QFuture<core::Result<QUuid>> create(core::NewWebhookEndpoint endpoint);
    QFuture<core::Result<QUuid>> update(core::WebhookEndpoint was,
                                        core::WebhookEndpointChange change);
    /// Its secret is dropped with it.
    QFuture<core::Result<QUuid>> remove(core::WebhookEndpoint was, QString reason);

    /// As it was read last; a rolling that was begun since makes it out of date.
    [[nodiscard]] const QList<core::WebhookEndpoint> &lastRead() const { return m_lastRead; }
    [[nodiscard]] bool isOutOfDate() const { return m_isOutOfDate; }
    /// Events signed with its secret since this program started.
    [[nodiscard]] int delivered(const QString &endpointId) const;

private:
    QCoro::Task<core::Result<QList<core::WebhookEndpoint>>> read();

    db::Database &m_database;
    stripe::Client *m_client = nullptr;
    EndpointSecrets *m_secrets = nullptr;
    EndpointSettings m_settings;
    QList<core::WebhookEndpoint> m_lastRead;
    bool m_isOutOfDate = true;
};

} // namespace services
