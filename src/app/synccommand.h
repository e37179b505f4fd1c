// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.h"
#include "core/clock.h"
#include "core/sync.h"
#include "db/database.h"
#include "services/driftadopter.h"
#include "services/health.h"
#include "services/stripeconnection.h"
#include "services/syncrunner.h"
#include "services/syncservice.h"
#include "stripe/httpclient.h"

#include <QElapsedTimer>

class QCommandLineParser;

namespace app {

/// --reconcile, --report and --cancel, for sync.
void addSyncOptions(QCommandLineParser &parser);

struct SyncRequest
{
    core::SyncMode mode = core::SyncMode::Backfill;
    bool isCancel = false;
};
/// Errors: Invalid where options exclude each other.
[[nodiscard]] core::Result<SyncRequest> syncRequestFrom(const QCommandLineParser &parser);

/// `oms-billingd sync`: asks for a run, or goes on with the open one, works on it, and tells how it
/// fares as one JSON object a line on standard output. Ends the event loop with the exit code.
class SyncCommand : public QObject
{
    Q_OBJECT

public:
    SyncCommand(const db::ConnectionParameters &parameters, Configuration configuration,
                SyncRequest request, QObject *parent = nullptr);
    ~SyncCommand() override;

    void start();
    void interrupt(); ///< Ends after the page under way; it can be gone on with.

private:
    QCoro::Task<> begin();
    QCoro::Task<core::Result<>> cancelOpen();
    core::Result<> connectStripe();
    QCoro::Task<> beginRun();
    QCoro::Task<core::Result<>> takeUp();
    QCoro::Task<> follow();
    QCoro::Task<> leaveAfter(core::SyncRun run);
    QCoro::Task<> tellDrift();
    QCoro::Task<> leave(int code);
    void tell(const core::SyncRun &run);
    void end(const core::SyncRun &run);
    void fail(const core::Error &error);

    const Configuration m_configuration;
    const SyncRequest m_request;
    core::SystemClock m_clock;
    db::Database m_database;
    services::SyncService m_service;
    services::Health m_health;
    std::unique_ptr<stripe::HttpClient> m_client;
    std::unique_ptr<services::StripeConnection> m_connection;
    std::unique_ptr<services::DriftAdopter> m_adopter;
    std::unique_ptr<services::SyncRunner> m_runner;
    QTimer m_following;
    QElapsedTimer m_elapsed;
    std::optional<double> m_firstShare;
    QString m_told; ///< The last line, so that it is not said again.
    bool m_isFollowing = false;
    bool m_isLeaving = false;
    bool m_hasGivenUp = false;
};

} // namespace app
