// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"
#include "app/storedsettings.h"
#include "db/connectionurl.h"
#include "services/connectioncheck.h"
#include "services/settingsservice.h"

#include <optional>

namespace app {

/// What the desk works with now: its database's parameters, and the port it got.
struct RunningDesk
{
    Configuration configuration;
    db::ConnectionParameters database;
    quint16 listenPort = 0; ///< 0: not listening.
};

/// The desk's settings: what was given to the program comes first, then what is stored. Tests them
/// against the real Stripe, database and port.
class DesktopSettings final : public services::SettingsService
{
    Q_OBJECT

public:
    DesktopSettings(Configuration given, StoredSettings &stored, QObject *parent = nullptr);

    /// Reads what is stored; then configuration() is what the next connection should take.
    /// Errors: Invalid, with the setting's variable in `field`.
    QCoro::Task<core::Result<>> load();
    [[nodiscard]] const Configuration &configuration() const { return m_next; }
    /// Anything set, by whatever way: then nobody is asked how to begin.
    [[nodiscard]] bool hasAny() const;
    /// The private database: to open it, nothing is needed that load() reads. Before load(), too.
    [[nodiscard]] bool isDatabasePrivate() const;
    void setRunning(std::optional<RunningDesk> running);
    void setDemo(bool isDemo) { m_isDemo = isDemo; }
    /// What the listener takes now: whoever follows changed() puts them into use.
    [[nodiscard]] QList<QByteArray> webhookSecrets() const { return shown().webhookSecrets; }
    /// Keeps exactly these; the demonstration's last as long as it does. Errors: Storage.
    QCoro::Task<core::Result<>> setWebhookSecrets(QList<QByteArray> secrets);

    using Setting = services::Setting;
    using Tested = core::Result<services::TestedSetting>;
    [[nodiscard]] services::SettingState state(Setting setting) const override;
    QFuture<Tested> test(Setting setting, services::SettingInput input) override;
    QFuture<Tested> testCurrent(Setting setting) override;
    QFuture<core::Result<>> keep(Setting setting, services::SettingInput input) override;
    QFuture<core::Result<>> forget(Setting setting) override;
    [[nodiscard]] bool needsReconnect() const override;
    [[nodiscard]] bool isDemo() const override { return m_isDemo; }

private:
    QCoro::Task<Tested> testOne(Setting setting, services::SettingInput input);
    QCoro::Task<Tested> testDatabase(services::SettingInput input);
    QCoro::Task<Tested> testPrivateDatabase();
    QCoro::Task<Tested> testReachable(db::ConnectionParameters parameters);
    QCoro::Task<Tested> testKey(QString key);
    QCoro::Task<Tested> testArrivals();
    [[nodiscard]] Tested testListener(const QString &text) const;
    QCoro::Task<core::Result<>> keepOne(Setting setting, services::SettingInput input);
    QCoro::Task<core::Result<>> keepDatabase(services::SettingInput input);
    QCoro::Task<core::Result<>> forgetOne(Setting setting);
    QCoro::Task<core::Result<>> kept(core::Result<> result);
    QCoro::Task<std::optional<services::StripeOwner>> owner();
    [[nodiscard]] const Configuration &shown() const;

    const Configuration m_given;
    StoredSettings &m_stored;
    Configuration m_next;
    std::optional<RunningDesk> m_running;
    bool m_isDemo = false;
};

} // namespace app
