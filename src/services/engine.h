// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/database.h"
#include "services/driftadopter.h"
#include "services/eventpoller.h"
#include "services/eventprocessor.h"
#include "services/housekeeping.h"
#include "services/mirrorfetcher.h"
#include "services/operationexecutor.h"
#include "services/rejectionlog.h"
#include "services/stripeconnection.h"
#include "services/syncrunner.h"
#include "services/webhookintake.h"

#include <memory>
#include <optional>
#include <span>

namespace services {

class Health;

struct EngineSettings
{
    IntakeSettings intake;
    ExecutorOptions executor;
    bool livemode = false;
};

/// Intake, poller, processor, executor and the work of the clock: what runs once per database, in
/// the window or in the server program (design §1). Without a Stripe client it receives and
/// processes events but sends nothing. Main thread; the intake alone may be called from any thread.
class Engine : public QObject
{
    Q_OBJECT

public:
    Engine(db::Database &database, stripe::Client *client, const core::Clock &clock, Health &health,
           EngineSettings settings, QObject *parent = nullptr);

    void start();
    /// Lets what is under way end. The caller stops the listener before, and closes the client and
    /// the database after.
    QCoro::Task<> stop();
    /// Something was asked for, here or elsewhere: an entity of the change feed.
    void wakeFor(const QString &entity);
    [[nodiscard]] static QStringList wokenBy(); ///< All that wakes it.

    [[nodiscard]] WebhookIntake &intake() { return m_intake; }
    /// Takes effect with the next delivery; what is under way is not disturbed.
    void setWebhookSecrets(QList<QByteArray> secrets);
    [[nodiscard]] StripeConnection *connection() { return m_connection.get(); }

private:
    struct Waker;
    [[nodiscard]] static std::span<const Waker> wakers();

    RejectionLog m_rejections;
    WebhookIntake m_intake;
    db::Database m_work; ///< The processor's own: operations need not wait for its batches.
    EventProcessor m_processor;
    Housekeeping m_housekeeping;
    std::unique_ptr<StripeConnection> m_connection;
    std::unique_ptr<MirrorFetcher> m_fetcher;
    std::unique_ptr<EventPoller> m_poller;
    std::unique_ptr<OperationExecutor> m_executor;
    std::unique_ptr<DriftAdopter> m_adopter;
    std::unique_ptr<SyncRunner> m_sync;
};

} // namespace services
