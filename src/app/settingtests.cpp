// SPDX-License-Identifier: GPL-3.0-or-later
// DesktopSettings: the part that asks the real Stripe, database and port.
#include "app/databaseaddress.h"
#include "app/databasestart.h"
#include "app/desktopsettings.h"
#include "app/settingtexts.h"
#include "db/database.h"
#include "db/eventinbox.h"
#include "http/server.h"
#include "services/taskfuture.h"
#include "stripe/apikey.h"

#include <QCoro/QCoroFuture>

#include <QLocale>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {

QFuture<DesktopSettings::Tested> DesktopSettings::test(Setting setting,
                                                       services::SettingInput input)
{
    return services::toFuture(testOne(setting, input));
}

QCoro::Task<DesktopSettings::Tested> DesktopSettings::testOne(Setting setting,
                                                              services::SettingInput input)
{
    switch (setting) {
    case Setting::Database:
        co_return co_await testDatabase(input);
    case Setting::StripeKey:
        co_return co_await testKey(input.text);
    case Setting::WebhookSecrets: {
        const core::Result<QStringList> secrets = services::readWebhookSecrets(input.text);
        if (!secrets)
            co_return core::passOn(secrets);
        co_return services::TestedSetting{
            tr("Whether it belongs to this endpoint shows with the first event."), {}};
    }
    case Setting::Listener:
        break;
    }
    co_return testListener(input.text);
}

QFuture<DesktopSettings::Tested> DesktopSettings::testCurrent(Setting setting)
{
    switch (setting) {
    case Setting::Database:
        if (m_running)
            return services::toFuture(testReachable(m_running->database));
        return test(setting, {shown().databaseUrl, shown().databasePassword, false});
    case Setting::StripeKey:
        return services::toFuture(testKey(shown().stripeKey));
    case Setting::WebhookSecrets:
        return services::toFuture(testArrivals());
    case Setting::Listener:
        break;
    }
    return test(setting, {toText(shown().listen), {}, false});
}

QCoro::Task<DesktopSettings::Tested> DesktopSettings::testDatabase(services::SettingInput input)
{
    if (input.text.trimmed().isEmpty())
        co_return co_await testPrivateDatabase();
    const core::Result<DatabaseAddress> split = splitDatabaseAddress(input.text);
    if (!split)
        co_return core::passOn(split);
    DatabaseAddress address = *split;
    if (!input.password.isEmpty())
        address.password = input.password;
    else if (address.password.isEmpty() && address.url == m_next.databaseUrl)
        address.password = m_next.databasePassword;
    const core::Result<db::ConnectionParameters> parameters = join(address);
    if (!parameters)
        co_return core::passOn(parameters);
    const db::ConnectionParameters known = *parameters;
    co_return co_await testReachable(known);
}

/// Makes it where there is none: only that tells whether it can be made here.
QCoro::Task<DesktopSettings::Tested> DesktopSettings::testPrivateDatabase()
{
    const bool isRunning = m_running && m_running->configuration.databaseUrl.isEmpty();
    if (isRunning) {
        const db::ConnectionParameters ours = m_running->database;
        co_return co_await testReachable(ours);
    }
    const QFuture<core::Result<>> making = QtConcurrent::run([]() -> core::Result<> {
        const auto made =
            prepareDatabase({}, u"cluster"_s, [](const QString &, const QString &) {});
        if (!made)
            return core::passOn(made);
        return {};
    });
    const core::Result<> made = co_await making;
    if (!made)
        co_return core::passOn(made);
    co_return services::TestedSetting{tr("The private database is ready."), {}};
}

QCoro::Task<DesktopSettings::Tested>
DesktopSettings::testReachable(db::ConnectionParameters parameters)
{
    const QString name = parameters.description();
    const QFuture<core::Result<services::CheckedDatabase>> asking =
        QtConcurrent::run([parameters] { return services::tryDatabase(parameters); });
    const core::Result<services::CheckedDatabase> checked = co_await asking;
    if (!checked)
        co_return core::passOn(checked);
    services::TestedSetting works{tr("Connected to %1 as %2.").arg(name, checked->person.name), {}};
    const auto key = stripe::checkKey(shown().stripeKey, shown().stripeBase);
    const bool isLive = key && key->mode == stripe::ApiKey::Mode::Live;
    if (key && checked->owner && checked->owner->isLive != isLive)
        works.warning = services::otherOwner(*checked->owner, {{}, isLive});
    else if (!checked->person.runsEngine)
        works.warning = tr("With this login the server program receives events and sends to "
                           "Stripe, not this desk.");
    co_return works;
}

/// The owner of the database that the next connection takes, where that is known.
QCoro::Task<std::optional<services::StripeOwner>> DesktopSettings::owner()
{
    db::ConnectionParameters parameters;
    if (m_running && m_running->configuration.databaseUrl == shown().databaseUrl)
        parameters = m_running->database;
    else if (const auto known = join({m_next.databaseUrl, m_next.databasePassword}))
        parameters = *known;
    if (parameters.isEmpty())
        co_return std::nullopt;
    const QFuture<core::Result<services::CheckedDatabase>> asking =
        QtConcurrent::run([parameters] { return services::tryDatabase(parameters); });
    const core::Result<services::CheckedDatabase> checked = co_await asking;
    if (!checked)
        co_return std::nullopt;
    const std::optional<services::StripeOwner> owner = checked->owner;
    co_return owner;
}

QCoro::Task<DesktopSettings::Tested> DesktopSettings::testKey(QString key)
{
    services::KeyQuestion question{key, shown().stripeBase, shown().stripeVersion, {}};
    question.owner = co_await owner();
    const core::Result<services::CheckedKey> checked = co_await services::tryStripeKey(question);
    if (!checked)
        co_return core::passOn(checked);
    const QString name =
        checked->accountName.isEmpty() ? checked->owner.account : checked->accountName;
    services::TestedSetting works{checked->owner.isLive
                                      ? tr("Stripe takes it: live mode, account %1.").arg(name)
                                      : tr("Stripe takes it: test mode, account %1.").arg(name),
                                  {}};
    if (!checked->missingRights.isEmpty())
        works.warning = tr("This restricted key may not read everything. Give it in Stripe's "
                           "dashboard: %1.")
                            .arg(checked->missingRights.join(u", "_s));
    co_return works;
}

QCoro::Task<DesktopSettings::Tested> DesktopSettings::testArrivals()
{
    if (!m_running || m_running->listenPort == 0)
        co_return core::fail(core::Error::Kind::Unreachable,
                             tr("Nothing is received at this desk: it does not listen."));
    const db::ConnectionParameters parameters = m_running->database;
    const quint16 port = m_running->listenPort;
    const QFuture<core::Result<QDateTime>> asking = QtConcurrent::run([parameters] {
        db::Database database(parameters, {.writers = 1, .readers = 1});
        const auto job = [](db::Session &session) {
            return db::EventInbox(session).lastReceived();
        };
        return database.read(job).result();
    });
    const core::Result<QDateTime> last = co_await asking;
    if (!last)
        co_return core::passOn(last);
    if (!last->isValid())
        co_return services::TestedSetting{
            tr("It listens, but no event has come yet."),
            tr("Start: stripe listen --forward-to localhost:%1/api/v1/stripe/webhooks").arg(port)};
    co_return services::TestedSetting{
        tr("Events arrive, the last one at %1.")
            .arg(QLocale().toString(last->toLocalTime(), QLocale::ShortFormat)),
        {}};
}

DesktopSettings::Tested DesktopSettings::testListener(const QString &text) const
{
    const core::Result<ListenAddress> listen = parseListen(text);
    if (!listen)
        return core::passOn(listen);
    const bool isOurs = m_running && m_running->listenPort != 0
        && (m_isDemo || toText(m_running->configuration.listen) == toText(*listen));
    if (isOurs)
        return services::TestedSetting{tr("Listening on port %1.").arg(m_running->listenPort), {}};
    http::Server trial(http::Router{}, http::Limits{},
                       shown().allowPlaintextBeyondLoopback
                           ? http::Server::Exposure::PlaintextBeyondLoopback
                           : http::Server::Exposure::LoopbackOnly);
    const core::Result<quint16> port = trial.listen(listen->address, listen->port);
    if (!port)
        return core::passOn(port);
    return services::TestedSetting{tr("Port %1 is free.").arg(*port), {}};
}

} // namespace app
