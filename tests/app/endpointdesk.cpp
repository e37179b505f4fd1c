// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointdesk.h"

#include "testcluster.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

services::ExecutorOptions with(services::EndpointSecrets &secrets,
                               services::ExecutorOptions options)
{
    options.secrets = &secrets;
    return options;
}

template <typename T>
T awaited(const QFuture<core::Result<T>> &future, const char *what)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        qFatal("%s does not end", what);
    return support::orDie(future.result(), what);
}

} // namespace

EndpointDesk::EndpointDesk(const db::ConnectionParameters &database, const QString &stripeUrl,
                           const QString &folder, services::ExecutorOptions options,
                           const app::Configuration &given)
    : m_file(folder + u"/settings.ini"_s, QSettings::IniFormat)
    , m_store(folder + u"/secrets.json"_s)
    , m_stored(m_file, m_store)
    , connections(given, m_stored)
    , keychain(m_file, connections)
    , desk(database, stripeUrl, with(keychain, std::move(options)))
    , service(desk.database)
{
    support::orDie(QCoro::waitFor(connections.load()), "settings");
    services::EndpointSettings settings;
    settings.apiVersion = u"2023-10-16"_s;
    settings.isStandIn = true;
    service.use(&desk.client, &keychain, settings);
}

EndpointDesk::Endpoints EndpointDesk::list()
{
    return awaited(service.list(), "list");
}

core::WebhookEndpoint EndpointDesk::at(const QString &url)
{
    const Endpoints endpoints = list();
    const auto it = std::ranges::find(endpoints, url, &core::WebhookEndpoint::url);
    if (it == endpoints.end())
        qFatal("no endpoint at %s", qPrintable(url));
    return *it;
}

QUuid EndpointDesk::create(const core::NewWebhookEndpoint &endpoint)
{
    const QUuid group = awaited(service.create(endpoint), "create");
    desk.executor.wake();
    return group;
}

QUuid EndpointDesk::update(const core::WebhookEndpoint &was,
                           const core::WebhookEndpointChange &change)
{
    const QUuid group = awaited(service.update(was, change), "update");
    desk.executor.wake();
    return group;
}

QUuid EndpointDesk::remove(const core::WebhookEndpoint &endpoint)
{
    const QUuid group = awaited(service.remove(endpoint, u"no longer used"_s), "remove");
    desk.executor.wake();
    return group;
}

bool EndpointDesk::endsAs(const QUuid &group, const QString &state)
{
    return QTest::qWaitFor([&] { return desk.states(group) == state; }, 10'000);
}
