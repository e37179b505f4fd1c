// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"
#include "core/clock.h"
#include "db/changefeed.h"
#include "db/database.h"
#include "http/server.h"
#include "services/deskservices.h"
#include "services/engine.h"
#include "services/rollfinisher.h"
#include "stripe/httpclient.h"

#include <QCoro/QCoroTask>

#include <memory>

namespace app {

struct BackendOptions
{
    db::ConnectionParameters database;
    QString databaseName; ///< For the status bar: "local", or the host.
    Configuration configuration;
    bool needsEngine = false; ///< The server program has no other purpose: no engine is an error.
    /// Keeps the signing secrets of endpoints made here; null where there is no keychain for them.
    services::EndpointSecrets *secrets = nullptr;
};

/// The composition root's object: database, change feed, services, Stripe client, engine and
/// listener, joined once for the window and the server program alike. Main thread.
class Backend : public QObject
{
    Q_OBJECT

public:
    explicit Backend(BackendOptions options, QObject *parent = nullptr);
    ~Backend() override;

    /// Looks at the database. Errors: a sentence for the operator; nothing runs then.
    QCoro::Task<core::Result<>> open();
    /// What the desk's keychain holds may come later than the database: before startEngine().
    void configure(const Configuration &configuration);
    /// After open(), where this login runs the engine. A listener or a Stripe that cannot be had is
    /// no error but a state of Health.
    void startEngine();
    /// All of it.
    QCoro::Task<core::Result<>> start();
    QCoro::Task<> stop(); ///< What is under way ends first.

    [[nodiscard]] services::DeskServices &services() { return m_services; }
    [[nodiscard]] const db::ConnectionParameters &database() const { return m_options.database; }
    [[nodiscard]] quint16 listenPort() const { return m_listenPort; } ///< 0: not listening.
    /// From the next delivery on.
    void setWebhookSecrets(QList<QByteArray> secrets);
    /// How many deliveries this secret has signed since the start.
    [[nodiscard]] int signedWith(const QByteArray &secret) const;

private:
    core::Result<> makeClient();
    void startListener();
    void tellListening();
    void tellTurnedAway(const QString &why);
    core::Result<> joinReplica();
    void joinFeed();
    void joinHealth();
    void joinEndpoints();
    void useEndpoints(const core::Error &obstacle);

    BackendOptions m_options;
    core::SystemClock m_clock;
    db::Database m_database;
    std::unique_ptr<db::Database> m_replica; ///< For reports; null where none is named.
    services::DeskServices m_services;
    std::unique_ptr<db::ChangeFeed> m_feed;
    std::unique_ptr<stripe::HttpClient> m_client;
    core::Result<> m_hasClient; ///< Or why the key that is set is of no use.
    std::unique_ptr<services::Engine> m_engine;
    std::unique_ptr<services::RollFinisher> m_rolls;
    std::unique_ptr<http::Server> m_server;
    quint16 m_listenPort = 0;
};

} // namespace app
