// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventprocessor.h"

#include "db/database.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

using namespace std::chrono_literals;

namespace services {
namespace {

constexpr auto pause = 10ms;
constexpr int mostPauses = 50; // half a second: a load without an end must not stop the work
constexpr int busyBatch = 64;  // then a short one, which Stripe's waiting does not feel
constexpr auto longestRest = 50ms;
constexpr auto othersTakeLong = 50ms; // until objects that others were at are looked at again

} // namespace

EventProcessor::EventProcessor(db::Database &database, ProcessorOptions options, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_options(options)
{
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &EventProcessor::wake);
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

IntakeLoad EventProcessor::load() const
{
    return m_intakeLoad && !m_isStopping ? m_intakeLoad() : IntakeLoad::None;
}

QCoro::Task<> EventProcessor::giveWay(int worker)
{
    if (worker > 0) {
        while (load() != IntakeLoad::None) {
            ++m_heldBack;
            co_await m_woken;
            --m_heldBack;
        }
        co_return;
    }
    if (load() == IntakeLoad::Receiving && m_lastBatch > 0ms) {
        m_pause.start(std::min(m_lastBatch, longestRest));
        co_await m_pauseOver;
    }
    for (int i = 0; i < mostPauses && load() == IntakeLoad::Busy; ++i) {
        m_pause.start(pause);
        co_await m_pauseOver;
    }
    if (m_heldBack > 0 && load() == IntakeLoad::None)
        m_woken.ring();
}

QCoro::Task<> EventProcessor::run(int worker)
{
    quint64 seen = 0;
    while (!m_isStopping) {
        co_await giveWay(worker);
        if (m_isStopping)
            break;
        seen = m_news;
        const bool isShort = load() != IntakeLoad::None;
        const int most = isShort ? std::min(busyBatch, m_options.batchSize) : m_options.batchSize;
        const auto job = [limit = most](db::Session &session) {
            return processBatch(session, limit);
        };
        const auto begin = std::chrono::steady_clock::now();
        const core::Result<ProcessedBatch> batch = co_await m_database.write(job);
        if (worker == 0)
            m_lastBatch = std::chrono::ceil<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - begin);
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
