// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/pgconnection.h"
#include "db/session.h"

#include <QMutex>

#include <atomic>
#include <memory>
#include <utility>
#include <vector>

namespace db {

/// Lets whoever asked for a read take it back: one that waits is not begun, one that runs is
/// stopped on the server, so that it is not in the way of what is wanted now. Thread-safe.
class RunningRead
{
public:
    /// On the worker: runs `read(session)`; Error::Kind::Canceled once it was taken back.
    template <typename Read>
    [[nodiscard]] auto run(Session &session, Read read) -> decltype(read(session))
    {
        if (!begin(session))
            return tl::unexpected(canceledError());
        auto answer = read(session);
        if (!end(session))
            return tl::unexpected(canceledError());
        return answer;
    }
    /// Returns at once; the server is told from another thread.
    static void takeBack(const std::shared_ptr<RunningRead> &read);

private:
    [[nodiscard]] bool begin(Session &session);
    [[nodiscard]] bool end(const Session &session);
    [[nodiscard]] static core::Error canceledError();

    std::atomic_bool m_isTakenBack = false;
    QMutex
        m_mutex; ///< Guards m_running; held while the server is told, so that no later job is hit.
    std::vector<std::pair<const Session *, PgCancel>> m_running;
};

} // namespace db
