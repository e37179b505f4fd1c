// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopsettings.h"

#include "app/databaseaddress.h"
#include "app/settingtexts.h"
#include "services/taskfuture.h"

#include <QCoro/QCoroFuture>

using namespace Qt::StringLiterals;

namespace app {

DesktopSettings::DesktopSettings(Configuration given, StoredSettings &stored, QObject *parent)
    : services::SettingsService(parent)
    , m_given(std::move(given))
    , m_stored(stored)
    , m_next(m_given)
{
}

QCoro::Task<core::Result<>> DesktopSettings::load()
{
    co_await m_stored.load();
    Configuration next = m_given;
    const auto isOpen = [&](const QString &variable) { return !next.sources.contains(variable); };
    if (isOpen(u"DATABASE_URL"_s)) {
        next.databaseUrl = m_stored.value(u"DATABASE_URL"_s).text;
        next.databasePassword = m_stored.value(u"DATABASE_PASSWORD"_s).text;
    }
    if (isOpen(u"STRIPE_SECRET_KEY"_s))
        next.stripeKey = m_stored.value(u"STRIPE_SECRET_KEY"_s).text;
    if (isOpen(u"STRIPE_WEBHOOK_SECRET"_s))
        next.webhookSecrets = splitSecrets(m_stored.value(u"STRIPE_WEBHOOK_SECRET"_s).text);
    const QString listen = m_stored.value(u"OMS_BILLING_LISTEN"_s).text;
    if (isOpen(u"OMS_BILLING_LISTEN"_s) && !listen.isEmpty()) {
        const core::Result<ListenAddress> address = parseListen(listen);
        if (!address)
            co_return core::passOn(address);
        next.listen = *address;
    }
    m_next = next;
    Q_EMIT changed();
    co_return core::Result<>{};
}

bool DesktopSettings::hasAny() const
{
    return !m_next.databaseUrl.isEmpty() || !m_next.stripeKey.isEmpty()
        || !m_next.webhookSecrets.isEmpty();
}

bool DesktopSettings::isDatabasePrivate() const
{
    return m_given.databaseUrl.isEmpty() && m_stored.plainValue(u"DATABASE_URL"_s).isEmpty();
}

void DesktopSettings::setRunning(std::optional<RunningDesk> running)
{
    m_running = std::move(running);
    if (m_isDemo && m_running)
        m_running->configuration.listen.port = m_running->listenPort; // asked for any
    Q_EMIT changed();
}

/// The demonstration shows what it made up; else what the next connection takes.
const Configuration &DesktopSettings::shown() const
{
    return m_isDemo && m_running ? m_running->configuration : m_next;
}

services::SettingState DesktopSettings::state(Setting setting) const
{
    using Origin = services::SettingState::Origin;
    const QString variable = variableOf(setting);
    services::SettingState state;
    state.shown = shownValue(setting, shown());
    if (m_isDemo) {
        state.origin = Origin::Fixed;
        state.source = demonstrationName();
        return state;
    }
    if (m_given.sources.contains(variable)) {
        state.origin = Origin::Fixed;
        state.source = m_given.sources[variable];
        return state;
    }
    const StoredSettings::Value stored = m_stored.value(variable);
    if (!stored.text.isEmpty())
        state.origin = Origin::Stored;
    const StoredSettings::Value secret =
        setting == Setting::Database ? m_stored.value(u"DATABASE_PASSWORD"_s) : stored;
    state.place = secret.file;
    state.trouble = secret.trouble;
    return state;
}

QFuture<core::Result<>> DesktopSettings::keep(Setting setting, services::SettingInput input)
{
    return services::toFuture(keepOne(setting, input));
}

QCoro::Task<core::Result<>> DesktopSettings::keepOne(Setting setting, services::SettingInput input)
{
    if (setting == Setting::Database)
        co_return co_await keepDatabase(input);
    QString text = input.text.trimmed();
    if (setting == Setting::WebhookSecrets) {
        const core::Result<QStringList> secrets = services::readWebhookSecrets(text);
        if (!secrets)
            co_return core::passOn(secrets);
        QStringList all = *secrets;
        if (input.isAddition)
            all = m_stored.value(variableOf(setting)).text.split(u',', Qt::SkipEmptyParts) + all;
        all.removeDuplicates();
        text = all.join(u',');
    }
    const core::Result<> stored = co_await m_stored.keep(variableOf(setting), text);
    co_return co_await kept(stored);
}

QCoro::Task<core::Result<>> DesktopSettings::setWebhookSecrets(QList<QByteArray> secrets)
{
    if (m_isDemo) {
        if (!m_running)
            co_return core::fail(core::Error::Kind::Storage, tr("The window is not open yet."));
        m_running->configuration.webhookSecrets = secrets;
        Q_EMIT changed();
        co_return core::Result<>{};
    }
    const QString text = QString::fromLatin1(secrets.join(','));
    const core::Result<> stored = co_await m_stored.keep(variableOf(Setting::WebhookSecrets), text);
    co_return co_await kept(stored);
}

QCoro::Task<core::Result<>> DesktopSettings::keepDatabase(services::SettingInput input)
{
    DatabaseAddress address;
    if (!input.text.trimmed().isEmpty()) {
        const core::Result<DatabaseAddress> split = splitDatabaseAddress(input.text);
        if (!split)
            co_return core::passOn(split);
        address = *split;
        if (!input.password.isEmpty())
            address.password = input.password;
    }
    const bool isSamePlace = address.url == m_stored.value(u"DATABASE_URL"_s).text;
    if (!address.password.isEmpty() || !isSamePlace) {
        const core::Result<> secret =
            co_await m_stored.keep(u"DATABASE_PASSWORD"_s, address.password);
        if (!secret)
            co_return secret;
    }
    const core::Result<> stored = co_await m_stored.keep(u"DATABASE_URL"_s, address.url);
    co_return co_await kept(stored);
}

QFuture<core::Result<>> DesktopSettings::forget(Setting setting)
{
    return services::toFuture(forgetOne(setting));
}

QCoro::Task<core::Result<>> DesktopSettings::forgetOne(Setting setting)
{
    if (setting == Setting::Database)
        co_return co_await keepDatabase({});
    const core::Result<> stored = co_await m_stored.keep(variableOf(setting), {});
    co_return co_await kept(stored);
}

QCoro::Task<core::Result<>> DesktopSettings::kept(core::Result<> result)
{
    if (!result)
        co_return result;
    co_return co_await load();
}

/// Signing secrets are no reason: the listener takes them over as it runs.
bool DesktopSettings::needsReconnect() const
{
    if (!m_running || m_isDemo)
        return false;
    const Configuration &now = m_running->configuration;
    return now.databaseUrl != m_next.databaseUrl || now.databasePassword != m_next.databasePassword
        || now.stripeKey != m_next.stripeKey || toText(now.listen) != toText(m_next.listen);
}

} // namespace app
