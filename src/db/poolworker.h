// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"
#include "db/pgconnection.h"
#include "db/work.h"

#include <QMutex>

#include <chrono>
#include <memory>
#include <optional>

class QThread;

namespace db {

class WorkerPool;

/// How a pool's connections behave.
struct PoolOptions
{
    int size = 1;
    bool writes = false; ///< Jobs run in a transaction, and the change feed is told.
    std::chrono::milliseconds statementTimeout = std::chrono::seconds(30);
};

/// One thread with one connection, which it opens, watches and opens again.
class PoolWorker
{
public:
    PoolWorker(WorkerPool &pool, const ConnectionParameters &parameters,
               const PoolOptions &options);
    ~PoolWorker();
    Q_DISABLE_COPY_MOVE(PoolWorker)

    /// Asks the server to stop the statement that runs, if one does. From any thread.
    void cancel();
    /// False where the thread still runs after that long.
    bool join(std::chrono::milliseconds patience);

private:
    void main();
    bool connect();
    void disconnect();
    core::Result<> prepareConnection(const QSqlDatabase &connection);
    void serve(std::unique_ptr<Work> work);
    bool replaceIfBroken();
    std::optional<core::Error> attempt(Work &work);
    std::optional<core::Error> attemptWrite(Work &work);
    core::Result<> beginSafely();
    void notifyListeners();

    WorkerPool &m_pool;
    const ConnectionParameters m_parameters;
    const PoolOptions m_options;
    const QString m_connectionName;
    std::unique_ptr<Session> m_session;
    std::optional<core::Error> m_connectError;
    QMutex m_cancelMutex; ///< Guards m_cancel.
    std::optional<PgCancel> m_cancel;
    std::unique_ptr<QThread> m_thread; ///< Last: it runs on the members above.
};

} // namespace db
