// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/workerpool.h"

#include <QDeadlineTimer>

namespace db {

using namespace std::chrono_literals;

namespace {

constexpr auto afterStart = 150ms;
constexpr auto notifyInterval = 30ms;  // one NOTIFY for the commits of this time
constexpr auto closeGrace = 2s;        // for running jobs to end by themselves
constexpr auto cancelInterval = 200ms; // a canceled job may start another statement

} // namespace

WorkerPool::WorkerPool(const ConnectionParameters &parameters, const PoolOptions &options,
                       std::function<void()> onState)
    : m_onState(std::move(onState))
{
    for (int i = 0; i < options.size; ++i)
        m_workers.push_back(std::make_unique<PoolWorker>(*this, parameters, options));
}

WorkerPool::~WorkerPool()
{
    close();
}

void WorkerPool::enqueue(std::unique_ptr<Work> work)
{
    std::optional<core::Error> refusal;
    {
        const QMutexLocker lock(&m_mutex);
        refusal = m_closing ? std::optional(closingError()) : m_outage;
        if (!refusal) {
            m_waiting.push_back(std::move(work));
            m_wake.wakeOne();
            m_need.wakeOne();
        }
    }
    if (refusal)
        work->answer(refusal); // outside the lock: it may call back
}

std::optional<core::Error> WorkerPool::outage() const
{
    const QMutexLocker lock(&m_mutex);
    return m_outage;
}

void WorkerPool::close()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_closing = true;
        m_wake.wakeAll();
        m_need.wakeAll();
        m_closed.wakeAll();
    }
    refuseAll(closingError());
    const QDeadlineTimer grace(closeGrace);
    for (const auto &worker : m_workers) {
        if (worker->join(std::chrono::milliseconds(grace.remainingTime())))
            continue;
        do
            worker->cancel();
        while (!worker->join(cancelInterval));
    }
    m_workers.clear();
}

void WorkerPool::refuseAll(const core::Error &error)
{
    std::deque<std::unique_ptr<Work>> refused;
    {
        const QMutexLocker lock(&m_mutex);
        refused.swap(m_waiting);
    }
    for (const auto &work : refused)
        work->answer(error);
}

void WorkerPool::awaitNeed()
{
    const QMutexLocker lock(&m_mutex);
    const QDeadlineTimer until(afterStart);
    while (!m_closing && m_waiting.empty() && m_need.wait(&m_mutex, until)) { }
}

WorkerPool::Turn WorkerPool::await(std::chrono::milliseconds patience)
{
    const QMutexLocker lock(&m_mutex);
    const auto until = std::chrono::steady_clock::now() + patience;
    const int connected = m_connected;
    while (true) {
        const auto now = std::chrono::steady_clock::now();
        if (m_notifyDue && *m_notifyDue <= now) {
            m_notifyDue.reset();
            m_lastNotify = now;
            return {.notify = true};
        }
        if (!m_waiting.empty()) {
            Turn turn{.work = std::move(m_waiting.front())};
            m_waiting.pop_front();
            return turn;
        }
        if (m_closing || until <= now || m_connected < connected)
            return {};
        const auto wake = m_notifyDue ? std::min(*m_notifyDue, until) : until;
        m_wake.wait(&m_mutex,
                    QDeadlineTimer(std::chrono::ceil<std::chrono::milliseconds>(wake - now)));
    }
}

void WorkerPool::sleep(std::chrono::milliseconds duration)
{
    const QMutexLocker lock(&m_mutex);
    const QDeadlineTimer until(duration);
    while (!m_closing && m_closed.wait(&m_mutex, until)) { }
}

bool WorkerPool::isClosing() const
{
    const QMutexLocker lock(&m_mutex);
    return m_closing;
}

void WorkerPool::noteConnected()
{
    bool restored = false;
    {
        const QMutexLocker lock(&m_mutex);
        ++m_connected;
        restored = m_outage.has_value();
        m_outage.reset();
    }
    if (restored)
        m_onState();
}

void WorkerPool::noteLost()
{
    const QMutexLocker lock(&m_mutex);
    --m_connected;
    m_wake.wakeAll();
}

void WorkerPool::noteUnreachable(const core::Error &error)
{
    bool isNews = false;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_connected > 0)
            return; // the others serve; this one tries again
        isNews = !m_outage.has_value();
        m_outage = error;
    }
    refuseAll(error);
    if (isNews)
        m_onState();
}

void WorkerPool::noteCommit()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_notifyDue) {
        m_notifyDue = std::max(std::chrono::steady_clock::now(), m_lastNotify + notifyInterval);
        m_wake.wakeOne();
    }
}

} // namespace db
