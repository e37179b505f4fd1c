// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/listlane.h"

#include "db/database.h"
#include "db/listpositions.h"
#include "db/listrepository.h"
#include "db/runningread.h"

#include <chrono>

using namespace std::chrono_literals;

namespace services {
namespace {

using Time = std::chrono::steady_clock;

/// A window that took longer is worth the reading of all places before the next.
constexpr auto quick = 40ms;
/// One slow reading may be the machine's; so many on end are the query's.
constexpr int slowForSure = 2;
/// From this row on counting up to it takes long even along an index.
constexpr qint64 deepRow = 5000;

} // namespace

ListLane::ListLane(db::Database &database, core::ListQuery query)
    : m_database(database)
    , m_query(std::move(query))
    , m_straight(std::make_shared<db::RunningRead>())
    , m_places(std::make_unique<db::ListPositions>(m_query))
{
}

ListLane::~ListLane() = default;

void ListLane::leave()
{
    m_isLeft = true;
    db::RunningRead::takeBack(m_straight);
}

QFuture<ListLane::Answer> ListLane::window(qint64 first, int count)
{
    const bool isNear = first < deepRow;
    if (isNear && m_slowReads < slowForSure)
        return readStraight(first, count);
    if (m_hasPlaces || (!isNear && m_slowReads > 0))
        return readByPlaces(first, count);
    const QFuture<Answer> answer = readStraight(first, count); // sooner than all places
    preparePlaces();                                           // for the next one
    return answer;
}

QFuture<ListLane::Answer> ListLane::readStraight(qint64 first, int count)
{
    return m_database.read([lane = shared_from_this(), first, count](db::Session &session) {
        const Time::time_point begin = Time::now();
        Answer answer = lane->m_straight->run(session, [&](db::Session &running) {
            return db::ListRepository(running).window(lane->m_query, first, count);
        });
        lane->m_slowReads = Time::now() - begin > quick ? lane->m_slowReads + 1 : 0;
        return answer;
    });
}

QFuture<ListLane::Answer> ListLane::readByPlaces(qint64 first, int count)
{
    auto request = std::make_unique<Request>(Request{first, count, {}});
    request->promise.start();
    const QFuture<Answer> answer = request->promise.future();
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.push_back(std::move(request));
        if (std::exchange(m_isServed, true))
            return answer;
    }
    startWorker();
    return answer;
}

void ListLane::preparePlaces()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (std::exchange(m_isServed, true))
            return;
    }
    startWorker();
}

void ListLane::startWorker()
{
    const auto lane = shared_from_this();
    m_database.read([lane](db::Session &session) { return lane->serve(session); })
        .then([lane](const core::Result<> &served) {
            if (!served)
                lane->refuseAll(served.error()); // also where the job was never run
        });
}

/// On the worker: reads the places, then answers until nobody waits.
core::Result<> ListLane::serve(db::Session &session)
{
    if (!m_hasPlaces) {
        const core::Result<> read = m_places->refresh(session, m_isLeft);
        if (!read)
            return read;
        m_hasPlaces = true;
        (void)session.rollback();
    }
    while (const std::unique_ptr<Request> request = nextRequest()) {
        Answer answer = m_places->window(session, request->first, request->count, m_isLeft);
        (void)session.rollback(); // the next window is of a later moment
        request->promise.addResult(std::move(answer));
        request->promise.finish();
    }
    return {};
}

std::unique_ptr<ListLane::Request> ListLane::nextRequest()
{
    const QMutexLocker lock(&m_mutex);
    if (m_waiting.empty()) {
        m_isServed = false;
        return nullptr;
    }
    std::unique_ptr<Request> next = std::move(m_waiting.front());
    m_waiting.pop_front();
    return next;
}

void ListLane::refuseAll(const core::Error &error)
{
    while (const std::unique_ptr<Request> request = nextRequest()) {
        request->promise.addResult(tl::unexpected(error));
        request->promise.finish();
    }
}

} // namespace services
