// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/result.h"
#include "db/operationqueue.h"
#include "services/bell.h"
#include "stripe/client.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace db {
class Database;
}

namespace services {

class EndpointSecrets;

struct ExecutorOptions
{
    QString worker = {}; ///< Names the leases; empty: workerName().
    std::chrono::seconds lease = std::chrono::seconds(200);  ///< Longer than a call and a look-up.
    std::chrono::seconds patience = std::chrono::minutes(5); ///< Older planned ones ask a person.
    std::chrono::milliseconds firstRetry = std::chrono::seconds(2); ///< Doubles up to a minute.
    int lanes = 3; ///< Operations under way at once.
    /// Takes what only an answer of Stripe tells; none: operations that need it are left to others.
    EndpointSecrets *secrets = nullptr;
    /// Called with a name after each commit and each answer: where tests pull the plug.
    std::function<void(const char *point)> checkpoint = [](const char *) {};
};

/// The only code that writes to Stripe: claims operations under a lease, sends them with their own
/// key, and commits the outcome (design §6). Main thread only.
class OperationExecutor : public QObject
{
    Q_OBJECT

public:
    OperationExecutor(db::Database &database, stripe::Client &client, ExecutorOptions options,
                      QObject *parent = nullptr);
    ~OperationExecutor() override;

    /// Takes over what a program that died here has left behind, then works until stop().
    void start();
    void wake(); ///< Something new may be waiting.
    /// Claims nothing more; ends when what is under way has ended.
    QCoro::Task<> stop();

private:
    QCoro::Task<> takeOver();
    QCoro::Task<> runLane();
    QCoro::Task<core::Result<std::optional<db::ClaimedOperation>>> claimNext();
    QCoro::Task<> execute(db::ClaimedOperation claimed);
    /// Asks Stripe whether the operation took effect.
    struct Finding
    {
        bool isAnswered = false;
        std::optional<stripe::Answer> effect;
        std::optional<core::Error> gone; ///< What it acts on is not there.
    };
    QCoro::Task<Finding> lookUp(core::Operation operation, stripe::Call call);
    /// True when the look-up has settled it, or must be repeated; else `call` may be sent.
    QCoro::Task<bool> settleByLookUp(core::Operation operation, stripe::Call *call);
    QCoro::Task<> conclude(core::Operation operation, stripe::Call call, stripe::Reply reply);
    QCoro::Task<> settle(core::Operation operation, stripe::Answer answer);
    /// Does what the outcome asks of the keychain, and notes in the operation's result what came
    /// of it. Errors: of the keychain.
    QCoro::Task<core::Result<core::Operation>> tendSecret(core::Operation operation,
                                                          stripe::Answer answer);
    /// Settles a deletion of what is not there; false where that is no outcome.
    QCoro::Task<bool> settleGone(core::Operation operation);
    QCoro::Task<> refuse(core::Operation operation, core::Error error, bool hasActed = false);
    QCoro::Task<> tryLater(core::Operation operation, core::Error error);
    QCoro::Task<> findOut(core::Operation operation, stripe::Call call, core::Error error);

    db::Database &m_database;
    stripe::Client &m_client;
    ExecutorOptions m_options;
    QTimer m_poll;
    Bell m_woken;
    Bell m_laneEnded;
    int m_lanes = 0;
    int m_wakes = 0; ///< So that a wake during a claim is not missed.
    bool m_isStopping = false;
};

} // namespace services
