// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"

#include <QFuture>
#include <QMutex>
#include <QPromise>

#include <atomic>
#include <deque>
#include <memory>

namespace db {
class Database;
class ListPositions;
class RunningRead;
class Session;
} // namespace db

namespace services {

/// How the windows of one query are read: straight from the tables while that is quick, by the
/// places of all rows where it is not. One worker at a time reads the places; the others stay
/// free. Made and asked on one thread, used by workers.
class ListLane : public std::enable_shared_from_this<ListLane>
{
public:
    using Answer = core::Result<core::ListWindow>;

    ListLane(db::Database &database, core::ListQuery query);
    ~ListLane();
    Q_DISABLE_COPY_MOVE(ListLane)

    [[nodiscard]] const core::ListQuery &query() const { return m_query; }
    QFuture<Answer> window(qint64 first, int count);
    /// Nobody asks for this query any more: what is being read for it stops.
    void leave();

private:
    struct Request
    {
        qint64 first;
        int count;
        QPromise<Answer> promise;
    };

    QFuture<Answer> readStraight(qint64 first, int count);
    QFuture<Answer> readByPlaces(qint64 first, int count);
    void preparePlaces();
    void startWorker();
    core::Result<> serve(db::Session &session);
    [[nodiscard]] std::unique_ptr<Request> nextRequest();
    void refuseAll(const core::Error &error);

    db::Database &m_database;
    const core::ListQuery m_query;
    const std::shared_ptr<db::RunningRead> m_straight;
    std::unique_ptr<db::ListPositions> m_places; ///< The worker's.
    std::atomic_bool m_hasPlaces = false;
    std::atomic_int m_slowReads = 0; ///< Of those straight from the tables, the last on end.
    std::atomic_bool m_isLeft = false;

    QMutex m_mutex; ///< Guards the two below.
    std::deque<std::unique_ptr<Request>> m_waiting;
    bool m_isServed = false; ///< A worker will look at m_waiting again.
};

} // namespace services
