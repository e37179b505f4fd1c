// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"
#include "db/work.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace db {

class WorkerPool;

/// Sizes and limits of a Database.
struct DatabaseOptions
{
    int writers = 2;
    int readers = 3;
    std::chrono::milliseconds readTimeout = std::chrono::seconds(30); ///< One statement's.
    std::chrono::milliseconds writeTimeout = std::chrono::seconds(60);
};

/// Two pools of worker threads, each with one connection: one that writes, one that reads. A
/// replica for reports (DATABASE_READ_URL) is a Database of its own. read() and write() may be
/// called from any thread; signals come on the thread of this object.
class Database : public QObject
{
    Q_OBJECT

public:
    explicit Database(const ConnectionParameters &parameters, const DatabaseOptions &options = {},
                      QObject *parent = nullptr);
    ~Database() override;

    /// Runs `core::Result<T> job(Session &)` on a connection that refuses to write, each
    /// statement for itself unless the job calls begin(). The future always gets a result.
    template <typename Job>
    [[nodiscard]] auto read(Job job) -> QFuture<JobResult<Job>>
    {
        return submit(*m_readers, std::move(job));
    }

    /// Runs the job between BEGIN and COMMIT: committed when its Result has a value, else rolled
    /// back. After a serialization failure or a deadlock a job that is const-callable (a lambda
    /// that is not `mutable`) runs again, three times at most: no effects outside the session.
    /// The listeners of the change feed are woken once for the commits of 30 ms.
    template <typename Job>
    [[nodiscard]] auto write(Job job) -> QFuture<JobResult<Job>>
    {
        return submit(*m_writers, std::move(job));
    }

    [[nodiscard]] const ConnectionParameters &parameters() const { return m_parameters; }
    /// The error every new job would get now, if the database does not answer.
    [[nodiscard]] std::optional<core::Error> outage() const;
    /// Answers what waits with an error, lets what runs be canceled, and joins the threads. Later
    /// calls of read() and write() are answered with an error at once. Called by the destructor.
    void close();

Q_SIGNALS:
    /// The database cannot be reached any more; noticed within about a second, also when idle.
    void lost(const core::Error &error);
    void restored();

private:
    template <typename Job>
    auto submit(WorkerPool &pool, Job job) -> QFuture<JobResult<Job>>
    {
        auto work = std::make_unique<JobWork<Job>>(std::move(job));
        auto future = work->future();
        enqueue(pool, std::move(work));
        return future;
    }
    void enqueue(WorkerPool &pool, std::unique_ptr<Work> work);
    void onPoolState();

    ConnectionParameters m_parameters;
    std::unique_ptr<WorkerPool> m_writers;
    std::unique_ptr<WorkerPool> m_readers;
    bool m_reportedLost = false;
};

} // namespace db
