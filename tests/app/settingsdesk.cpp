// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsdesk.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SettingsDesk::SettingsDesk(app::Configuration given)
    : m_given(std::move(given))
{
    if (m_given.stripeBase == app::defaultConfiguration().stripeBase)
        m_given.stripeBase = QUrl(m_sandbox.baseUrl());
    reload();
}

void SettingsDesk::reload()
{
    m_settings.reset();
    m_file =
        std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_secrets = std::make_unique<app::SecretStore>(secretsPath());
    m_stored = std::make_unique<app::StoredSettings>(*m_file, *m_secrets);
    m_settings = std::make_unique<app::DesktopSettings>(m_given, *m_stored);
    const core::Result<> loaded = QCoro::waitFor(m_settings->load());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
}

void SettingsDesk::run(const app::Configuration &configuration)
{
    m_settings->setRunning(app::RunningDesk{configuration, m_database.parameters(), 0});
}

app::DesktopSettings::Tested SettingsDesk::test(Setting setting,
                                                const services::SettingInput &input)
{
    return resultOf(m_settings->test(setting, input));
}

core::Result<> SettingsDesk::keep(Setting setting, const services::SettingInput &input)
{
    return resultOf(m_settings->keep(setting, input));
}

QByteArray SettingsDesk::settingsFile() const
{
    return contentOf(m_folder.filePath(u"settings.ini"_s));
}

QString SettingsDesk::secretsPath() const
{
    return m_folder.filePath(u"secrets.json"_s);
}

QByteArray SettingsDesk::secretsFile() const
{
    return contentOf(secretsPath());
}
