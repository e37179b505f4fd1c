// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktopsettings.h"
#include "runningsandbox.h"
#include "testdatabase.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// The settings of a desk whose secrets lie in a folder of its own, towards a real sandbox.
class SettingsDesk
{
public:
    /// @param given  What variables and options say; the sandbox's address is put in.
    explicit SettingsDesk(app::Configuration given = app::defaultConfiguration());

    [[nodiscard]] app::DesktopSettings &settings() { return *m_settings; }
    [[nodiscard]] RunningSandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] const support::TestDatabase &database() const { return m_database; }
    /// The desk works with what is set, on the test's database.
    void run(const app::Configuration &configuration);
    /// As the next start of the program would find them.
    void reload();

    using Setting = services::Setting;
    app::DesktopSettings::Tested test(Setting setting, const services::SettingInput &input);
    core::Result<> keep(Setting setting, const services::SettingInput &input);

    [[nodiscard]] QByteArray settingsFile() const;
    [[nodiscard]] QString secretsPath() const;
    [[nodiscard]] QByteArray secretsFile() const;

private:
    support::TestDatabase m_database;
    RunningSandbox m_sandbox;
    app::Configuration m_given;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<app::SecretStore> m_secrets;
    std::unique_ptr<app::StoredSettings> m_stored;
    std::unique_ptr<app::DesktopSettings> m_settings;
};

/// Waits for a future while events are handled.
template <typename T>
T resultOf(const QFuture<T> &future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.result();
}
