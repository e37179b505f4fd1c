// SPDX-License-Identifier: GPL-3.0-or-later
#include "testdesk.h"

#include "testcluster.h"

#include <QCoro/QCoroTask>

#include <QStringList>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace support {
namespace {

stripe::ClientOptions optionsFor(const QString &url)
{
    stripe::ClientOptions options;
    options.base = QUrl(url);
    options.key = orDie(stripe::checkKey(u"sk_test_sandbox_tests"_s, options.base), "key");
    options.attemptTimeout = 2s;
    options.interactiveRetries = 0;
    options.random = [] { return 0.0; };
    return options;
}

} // namespace

services::ExecutorOptions TestDesk::quickOptions()
{
    services::ExecutorOptions options;
    options.firstRetry = 50ms;
    return options;
}

TestDesk::TestDesk(const db::ConnectionParameters &parameters, const QString &stripeUrl,
                   services::ExecutorOptions options)
    : database(parameters)
    , http(optionsFor(stripeUrl))
    , client(http)
    , tenants(database)
    , subscriptions(database)
    , operations(database)
    , executor(database, client, std::move(options))
{
}

TestDesk::~TestDesk()
{
    QCoro::waitFor(executor.stop());
}

void TestDesk::work()
{
    executor.start();
}

QString TestDesk::states(const QUuid &group)
{
    const auto steps = orDie(resultOf(operations.group(group)), "group");
    QStringList states;
    for (const core::Operation &step : steps)
        states.append(core::toText(step.state));
    return states.join(u", "_s);
}

core::Operation TestDesk::step(const QUuid &group, int number)
{
    return orDie(resultOf(operations.group(group)), "group").value(number - 1);
}

QUuid TestDesk::provision(const core::NewTenant &tenant)
{
    const QUuid group = orDie(resultOf(tenants.provision(tenant)), "provision");
    executor.wake();
    return group;
}

QUuid TestDesk::changePlan(const core::PlanChange &change)
{
    const QUuid group = orDie(resultOf(tenants.changePlan(change)), "change plan");
    executor.wake();
    return group;
}

QUuid TestDesk::subscribe(const core::NewSubscription &subscription)
{
    const QUuid group = orDie(resultOf(subscriptions.create(subscription)), "subscribe");
    executor.wake();
    return group;
}

QUuid TestDesk::cancel(const core::Cancellation &cancellation)
{
    const QUuid group = orDie(resultOf(subscriptions.cancel(cancellation)), "cancel");
    executor.wake();
    return group;
}

void TestDesk::resume(const QUuid &operation, const QJsonObject &correction)
{
    orDie(resultOf(operations.resume(operation, correction)), "resume");
    executor.wake();
}

core::NewTenant company(const QString &name, bool isSubscribed)
{
    core::NewTenant tenant;
    tenant.tenantId = QUuid::createUuid();
    tenant.name = name;
    tenant.email = u"billing@"_s + name.toLower().remove(u' ') + u".example"_s;
    tenant.reason = u"signed on the phone"_s;
    if (isSubscribed)
        tenant.subscription = core::NewSubscription{};
    return tenant;
}

} // namespace support
