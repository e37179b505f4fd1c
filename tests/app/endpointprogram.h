// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend.h"
#include "app/desktopsettings.h"
#include "app/endpointkeychain.h"
#include "runningsandbox.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// The whole program without its window, joined as the desktop joins it: settings, keychain (a file
/// in a folder), engine and listener, towards a sandbox and a database of its own.
class EndpointProgram
{
public:
    EndpointProgram();
    ~EndpointProgram();
    Q_DISABLE_COPY_MOVE(EndpointProgram)

    void start();
    void stop(); ///< What was kept stays, for the next start().

    [[nodiscard]] app::Backend &backend() const { return *m_backend; }
    [[nodiscard]] services::DeskServices &services() const { return m_backend->services(); }
    [[nodiscard]] services::WebhookEndpointService &endpoints() const
    {
        return m_backend->services().endpoints;
    }
    [[nodiscard]] app::DesktopSettings &connections() const { return *m_connections; }
    [[nodiscard]] app::EndpointKeychain &keychain() const { return *m_keychain; }
    [[nodiscard]] const support::TestDatabase &database() const { return m_database; }
    [[nodiscard]] RunningSandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] QList<QByteArray> secrets() const { return m_connections->webhookSecrets(); }
    [[nodiscard]] QList<core::WebhookEndpoint> list() const; ///< Read now.
    /// Past the product: as somebody at Stripe's dashboard, or another program.
    QJsonObject post(const QString &path, const QByteArray &form) const;
    void happen() const { post(QStringLiteral("/v1/customers"), "name=Walk-in"); }

    /// What stands where the keychain's file belongs keeps it from being written.
    [[nodiscard]] QString keychainPath() const
    {
        return m_folder.filePath(QStringLiteral("secrets.json"));
    }

    template <typename T>
    static T awaited(const QFuture<core::Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            qFatal("no answer");
        return support::orDie(future.result(), "answer");
    }

private:
    support::TestDatabase m_database;
    RunningSandbox m_sandbox;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<app::SecretStore> m_store;
    std::unique_ptr<app::StoredSettings> m_stored;
    std::unique_ptr<app::DesktopSettings> m_connections;
    std::unique_ptr<app::EndpointKeychain> m_keychain;
    std::unique_ptr<app::Backend> m_backend;
};
