// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkedclient.h"
#include "db/database.h"
#include "services/operationexecutor.h"
#include "services/operationservice.h"
#include "services/subscriptionservice.h"
#include "services/tenantservice.h"
#include "stripe/httpclient.h"
#include "testdatabase.h"

#include <QUrl>

namespace support {

/// One desk: the services and the executor on a database, and a Stripe client.
class TestDesk
{
public:
    /// Repeats quickly and gives up on a call after one repetition.
    [[nodiscard]] static services::ExecutorOptions quickOptions();

    TestDesk(const db::ConnectionParameters &parameters, const QString &stripeUrl,
             services::ExecutorOptions options = quickOptions());
    ~TestDesk();

    /// Sends what waits, until the desk goes.
    void work();
    /// The steps' states in order: "done, refused".
    [[nodiscard]] QString states(const QUuid &group);
    [[nodiscard]] core::Operation step(const QUuid &group, int number = 1);
    /// Commits a group; a refusal is a failure of the test.
    QUuid provision(const core::NewTenant &tenant);
    QUuid changePlan(const core::PlanChange &change);
    QUuid subscribe(const core::NewSubscription &subscription);
    QUuid cancel(const core::Cancellation &cancellation);
    void resume(const QUuid &operation, const QJsonObject &correction = {});

    db::Database database;
    stripe::HttpClient http;
    CheckedClient client;
    services::TenantService tenants;
    services::SubscriptionService subscriptions;
    services::OperationService operations;
    services::OperationExecutor executor;
};

/// A company on the Basic plan that pays by invoice, with a subscription or without.
[[nodiscard]] core::NewTenant company(const QString &name, bool isSubscribed = true);

/// The result of a future that a database thread answers.
template <typename T>
core::Result<T> resultOf(QFuture<core::Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace support
