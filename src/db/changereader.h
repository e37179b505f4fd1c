// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/changefeed.h"
#include "db/pgconnection.h"

#include <atomic>
#include <functional>
#include <optional>

namespace db {

/// The loop of a ChangeFeed's thread: connect, listen, read, sleep.
///
/// Its mark is (xid, seq) and not seq alone: numbers are drawn when a row is written, but rows
/// become visible when their transaction commits, in any order. Only rows of transactions below
/// the snapshot's xmin are read, all of which are over: behind the mark nothing can appear later.
class ChangeReader
{
public:
    struct Listener
    {
        std::function<void()> started;
        std::function<void(const QList<Change> &)> changed;
        std::function<void()> missed;
    };

    /// No entities: all of them.
    ChangeReader(ConnectionParameters parameters, ChangeFeed::Pace pace, QStringList entities,
                 Listener listener);
    ~ChangeReader();
    Q_DISABLE_COPY_MOVE(ChangeReader)

    void run();
    void stop(); ///< From any thread.

private:
    bool connect();
    core::Result<> setOrCheckMark();
    /// Everything that can be told now. True where rows wait for an older transaction to end.
    core::Result<bool> readAll();
    core::Result<> readBatch(const QByteArray &xmin, bool &isFull);
    void sleep(std::chrono::milliseconds duration);

    const ConnectionParameters m_parameters;
    const ChangeFeed::Pace m_pace;
    const QStringList m_entities;
    const Listener m_listener;
    std::optional<PgConnection> m_connection;
    bool m_hasMark = false;
    QByteArray m_xid;
    qint64 m_seq = 0;
    QByteArray m_before; ///< The snapshot at the start: what it sees is not news.
    std::chrono::steady_clock::time_point m_lastRead;
    std::atomic_bool m_stopping = false;
    const int m_wakeFd;
};

} // namespace db
