// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"
#include "db/eventinbox.h"
#include "db/pgconnection.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace db {

/// Where events that come in are stored: a thread with a connection of its own. What has come while
/// it was busy goes in with one statement and one commit, and each event is answered when its own
/// commit is on disk. One that cannot be stored takes no other with it. (Two or three connections
/// made the batches smaller and stored a tenth less.)
class InboxWriter
{
public:
    struct Options
    {
        int largestBatch = 128;
        std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< One statement's.
    };
    /// Called once, on the writer's thread or, while nothing can be stored, on the caller's.
    using Answer = std::function<void(const core::Result<> &)>;

    /// `stored` tells how many of a batch were new, on the writer's thread.
    InboxWriter(const ConnectionParameters &parameters, Options options,
                std::function<void(int)> stored);
    /// Answers what waits with an error.
    ~InboxWriter();
    Q_DISABLE_COPY_MOVE(InboxWriter)

    void store(InboxEvent event, Answer answer); ///< From any thread.

private:
    struct Item
    {
        InboxEvent event;
        Answer answer;
    };
    using Batch = std::vector<Item>;

    void work();
    [[nodiscard]] bool connect();
    [[nodiscard]] Batch await();
    void storeAll(const Batch &batch);
    [[nodiscard]] core::Result<qint64> attempt(const QList<InboxEvent> &events);
    void refuseWaiting(const core::Error &error);
    void rest(std::chrono::milliseconds time);
    [[nodiscard]] bool isClosing() const;

    const ConnectionParameters m_parameters;
    const Options m_options;
    const std::function<void(int)> m_stored;
    std::optional<PgConnection> m_connection; ///< The thread's alone.
    mutable std::mutex m_mutex;               ///< Guards all below but the thread.
    std::condition_variable m_wake;
    Batch m_waiting;
    std::optional<core::Error> m_outage; ///< No connection can be had.
    bool m_isClosing = false;
    std::thread m_thread;
};

} // namespace db
