// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventprocessor.h"

#include "db/database.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

using namespace std::chrono_literals;

namespace services {
namespace {

constexpr auto pause = 10ms;
constexpr int mostPauses = 50;        // half a second: a load without an end must not stop the work
constexpr int busyBatch = 64;         // then a short one, which Stripe's waiting does not feel
constexpr auto othersTakeLong = 50ms; // until objects that others were at are looked at again

} // namespace

EventProcessor::EventProcessor(db::Database &database, ProcessorOptions options, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_options(options)
{
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &EventProcessor::wake);
    m_pause.setInterval(pause);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_pauseOver.ring(); });
}

void EventProcessor::start()
{
    if (m_running > 0)
        return;
    m_isStopping = false;
    m_poll.start();
    m_running = m_options.workers;
    for (int worker = 0; worker < m_options.workers; ++worker)
        run(worker);
}

void EventProcessor::wake()
{
    ++m_news;
    m_woken.ring();
}

QCoro::Task<> EventProcessor::stop()
{
    m_isStopping = true;
    m_poll.stop();
    QMetaObject::invokeMethod(this, &EventProcessor::wake, Qt::QueuedConnection);
    while (m_running > 0)
        co_await m_ended;
}

QCoro::Task<> EventProcessor::giveWay(int worker)
{
    for (int i = 0; m_isBusy && m_isBusy() && !m_isStopping; ++i) {
        if (worker > 0) {
            co_await m_woken;
            continue;
        }
        if (i == mostPauses)
            break;
        m_pause.start();
        co_await m_pauseOver;
    }
}

QCoro::Task<> EventProcessor::run(int worker)
{
    quint64 seen = 0;
    while (!m_isStopping) {
        co_await giveWay(worker);
        seen = m_news;
        const bool isShort = m_isBusy && m_isBusy();
        const int most = isShort ? std::min(busyBatch, m_options.batchSize) : m_options.batchSize;
        const auto job = [limit = most](db::Session &session) {
            return processBatch(session, limit);
        };
        const core::Result<ProcessedBatch> batch = co_await m_database.write(job);
        if (batch && batch->events > 0)
            Q_EMIT processed(batch->events);
        if (batch && batch->passedOver > 0)
            QTimer::singleShot(othersTakeLong, this, &EventProcessor::wake);
        const bool hasMore = batch && batch->hasMore && batch->events > 0;
        if (hasMore || m_news != seen || m_isStopping)
            continue;
        co_await m_woken;
    }
    --m_running;
    m_ended.ring();
}

} // namespace services
