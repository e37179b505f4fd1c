// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpointkeychain.h"

#include "app/desktopsettings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSettings>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {
namespace {

using services::Setting;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EndpointKeychain)
};

const QString group = u"webhooks"_s;

QString keyOf(const QString &endpointId)
{
    return group + u'/' + endpointId;
}

/// Of a secret that Stripe made at random: nobody finds it from this.
QByteArray fingerprint(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
}

} // namespace

EndpointKeychain::EndpointKeychain(QSettings &settings, DesktopSettings &connections)
    : m_settings(settings)
    , m_connections(connections)
{
}

void EndpointKeychain::setCounter(std::function<int(const QByteArray &)> counter)
{
    m_counter = std::move(counter);
}

/// One for each person at each computer.
QString EndpointKeychain::keeper() const
{
    const QByteArray place = QSysInfo::machineUniqueId() + ' ' + m_settings.fileName().toUtf8()
        + (m_connections.isDemo() ? " demonstration" : "");
    return QString::fromLatin1(fingerprint(place).first(24));
}

QString EndpointKeychain::obstacle() const
{
    const services::SettingState state = m_connections.state(Setting::WebhookSecrets);
    if (m_connections.isDemo() || !state.isFixed())
        return {};
    return Text::tr("The signing secret is set by %1, so no other can be kept here. Start OMS "
                    "Billing without it, or make the endpoint in Stripe's dashboard.")
        .arg(state.source);
}

QByteArray EndpointKeychain::markOf(const QString &endpointId) const
{
    return m_connections.isDemo() ? m_demoMarks.value(endpointId)
                                  : m_settings.value(keyOf(endpointId)).toByteArray();
}

void EndpointKeychain::setMark(const QString &endpointId, const QByteArray &mark)
{
    if (m_connections.isDemo())
        m_demoMarks.insert(endpointId, mark);
    else if (mark.isEmpty())
        m_settings.remove(keyOf(endpointId));
    else
        m_settings.setValue(keyOf(endpointId), mark);
    m_settings.sync();
}

QByteArray EndpointKeychain::secretOf(const QString &endpointId) const
{
    const QByteArray mark = markOf(endpointId);
    const QList<QByteArray> secrets = m_connections.webhookSecrets();
    const auto it = std::ranges::find_if(
        secrets, [&](const QByteArray &secret) { return fingerprint(secret) == mark; });
    return mark.isEmpty() || it == secrets.end() ? QByteArray() : *it;
}

core::EndpointSecret EndpointKeychain::standing(const QString &endpointId) const
{
    if (!secretOf(endpointId).isEmpty())
        return core::EndpointSecret::Ours;
    if (m_connections.isDemo() || !markOf(endpointId).isEmpty())
        return core::EndpointSecret::NotOurs;
    // One that was entered by hand may be anybody's.
    QList<QByteArray> marks;
    m_settings.beginGroup(group);
    for (const QString &known : m_settings.childKeys())
        marks.append(m_settings.value(known).toByteArray());
    m_settings.endGroup();
    const QList<QByteArray> secrets = m_connections.webhookSecrets();
    const bool isAnyOpen = std::ranges::any_of(
        secrets, [&](const QByteArray &secret) { return !marks.contains(fingerprint(secret)); });
    return isAnyOpen ? core::EndpointSecret::Unknown : core::EndpointSecret::NotOurs;
}

int EndpointKeychain::delivered(const QString &endpointId) const
{
    const QByteArray secret = secretOf(endpointId);
    return m_counter && !secret.isEmpty() ? m_counter(secret) : 0;
}

QCoro::Task<core::Result<>> EndpointKeychain::keep(QString endpointId, QByteArray secret)
{
    const core::Result<> kept = co_await change(endpointId, secret);
    co_return kept;
}

QCoro::Task<core::Result<>> EndpointKeychain::drop(QString endpointId)
{
    const core::Result<> dropped = co_await change(endpointId, {});
    co_return dropped;
}

QCoro::Task<core::Result<>> EndpointKeychain::change(QString endpointId, QByteArray secret)
{
    while (m_isBusy)
        co_await m_free;
    m_isBusy = true;
    const core::Result<> changed = co_await changeOne(endpointId, secret);
    m_isBusy = false;
    m_free.ring();
    co_return changed;
}

/// The secret first, then whose it is: what is cut off between the two is done again.
QCoro::Task<core::Result<>> EndpointKeychain::changeOne(QString endpointId, QByteArray secret)
{
    if (!m_connections.isDemo()) {
        // A keychain that was locked shows no secrets: writing would lose what it holds.
        const core::Result<> loaded = co_await m_connections.load();
        if (!loaded)
            co_return loaded;
        const QString trouble = m_connections.state(Setting::WebhookSecrets).trouble;
        if (!trouble.isEmpty())
            co_return core::fail(core::Error::Kind::Storage, trouble);
    }
    QList<QByteArray> secrets = m_connections.webhookSecrets();
    if (secret.isEmpty())
        secrets.removeAll(secretOf(endpointId));
    else if (!secrets.contains(secret))
        secrets.append(secret);
    if (secrets != m_connections.webhookSecrets()) {
        const core::Result<> stored = co_await m_connections.setWebhookSecrets(secrets);
        if (!stored)
            co_return stored;
    }
    setMark(endpointId, secret.isEmpty() ? QByteArray() : fingerprint(secret));
    co_return core::Result<>{};
}

} // namespace app
