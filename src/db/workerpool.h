// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/poolworker.h"

#include <QMutex>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <vector>

namespace db {

/// A queue of jobs and the workers that serve it.
class WorkerPool
{
public:
    /// `onState` is called from worker threads when the database was lost or came back.
    WorkerPool(const ConnectionParameters &parameters, const PoolOptions &options,
               std::function<void()> onState);
    ~WorkerPool();
    Q_DISABLE_COPY_MOVE(WorkerPool)

    void enqueue(std::unique_ptr<Work> work);
    [[nodiscard]] std::optional<core::Error> outage() const;
    void close();

    // For the workers:

    /// Before the first log-in of those who need not be there from the start: until there is work,
    /// or a moment has passed.
    void awaitNeed();

    /// What a worker finds to do: one of the two, or neither when it is time to look after itself.
    struct Turn
    {
        std::unique_ptr<Work> work;
        bool notify = false;
    };
    [[nodiscard]] Turn await(std::chrono::milliseconds patience);
    /// Sleeps without taking work; ends early when the pool closes.
    void sleep(std::chrono::milliseconds duration);
    [[nodiscard]] bool isClosing() const;
    void noteConnected();
    void noteLost(); ///< A connection broke: the others look at theirs at once.
    void noteUnreachable(const core::Error &error); ///< It could not be opened.
    void noteCommit();                              ///< Listeners are to be told, soon.

private:
    using Time = std::chrono::steady_clock::time_point;

    void refuseAll(const core::Error &error);

    mutable QMutex m_mutex;  ///< Guards all below but m_workers and m_onState.
    QWaitCondition m_wake;   ///< Something to do.
    QWaitCondition m_need;   ///< For those who have not connected yet.
    QWaitCondition m_closed; ///< For sleepers, who must not take the others' wake-ups.
    std::deque<std::unique_ptr<Work>> m_waiting;
    std::optional<core::Error> m_outage;
    int m_connected = 0;
    bool m_closing = false;
    std::optional<Time> m_notifyDue;
    Time m_lastNotify;
    const std::function<void()> m_onState;
    std::vector<std::unique_ptr<PoolWorker>> m_workers;
};

} // namespace db
