// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventprocessor.h"

#include "db/database.h"
#include "db/eventinbox.h"
#include "db/sqlerror.h"
#include "services/eventapplier.h"
#include "stripe/event.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>

Q_LOGGING_CATEGORY(lcEvents, "oms.events")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

constexpr int batchSize = 32;
constexpr auto pause = 10ms;
constexpr int mostPauses = 20; // before a batch, while deliveries come in

/// 1 s, 2 s, 4 s … up to ten minutes, spread by up to half so that a herd does not come back.
qint64 backOffMs(int attempts)
{
    const qint64 whole = std::min<qint64>(600'000, 1000LL << std::min(attempts, 10));
    return whole / 2 + QRandomGenerator::global()->bounded(static_cast<int>(whole / 2));
}

QString stateOf(EventVerdict verdict)
{
    switch (verdict) {
    case EventVerdict::Done:
        return u"done"_s;
    case EventVerdict::Ignored:
        return u"ignored"_s;
    case EventVerdict::Refused:
        return u"refused"_s;
    }
    Q_UNREACHABLE();
}

core::Result<EventVerdict> applyStored(db::Session &session, const db::InboxEvent &stored)
{
    const auto event = stripe::parseEvent(stored.payload);
    if (!event)
        return core::passOn(event);
    return applyEvent(session, *event);
}

core::Result<> settleFailed(db::EventInbox &inbox, const db::InboxEvent &event,
                            const core::Error &error)
{
    const QString told =
        error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail);
    const bool isHopeless = error.kind == core::Error::Kind::Invalid;
    if (isHopeless || event.attempts + 1 >= EventProcessor::maxAttempts)
        return inbox.settle(event, u"dead"_s, told);
    return inbox.postpone(event, told, backOffMs(event.attempts));
}

/// One event inside the batch's transaction: its failure undoes its own effects only.
core::Result<> processOne(db::Session &session, const db::InboxEvent &event)
{
    db::EventInbox inbox(session);
    if (const auto saved = session.exec(u"SAVEPOINT one_event"_s); !saved)
        return core::passOn(saved);
    const auto verdict = applyStored(session, event);
    if (verdict) {
        const QString why = *verdict == EventVerdict::Refused
            ? QCoreApplication::translate("EventProcessor",
                                          "Of the other mode (test or live) than this database.")
            : QString();
        return inbox.settle(event, stateOf(*verdict), why);
    }
    qCWarning(lcEvents).noquote() << event.type << event.id << verdict.error().detail;
    // The connection is gone, or another transaction was in the way: the whole batch goes back.
    if (verdict.error().kind == core::Error::Kind::Unreachable
        || db::isTransient(session.failedState()))
        return core::passOn(verdict);
    if (const auto undone = session.exec(u"ROLLBACK TO SAVEPOINT one_event"_s); !undone)
        return core::passOn(undone);
    return settleFailed(inbox, event, verdict.error());
}

core::Result<int> processBatch(db::Session &session)
{
    const auto events = db::EventInbox(session).claim(batchSize);
    if (!events)
        return core::passOn(events);
    for (const db::InboxEvent &event : *events) {
        if (const auto processed = processOne(session, event); !processed)
            return core::passOn(processed);
    }
    return static_cast<int>(events->size());
}

} // namespace

EventProcessor::EventProcessor(db::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &EventProcessor::wake);
    m_pause.setInterval(pause);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_pauseOver.ring(); });
}

void EventProcessor::start()
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_isStopping = false;
    m_poll.start();
    run();
}

void EventProcessor::wake()
{
    m_hasNews = true;
    m_woken.ring();
}

QCoro::Task<> EventProcessor::stop()
{
    m_isStopping = true;
    m_poll.stop();
    QMetaObject::invokeMethod(this, &EventProcessor::wake, Qt::QueuedConnection);
    while (m_isRunning)
        co_await m_ended;
}

QCoro::Task<> EventProcessor::giveWay()
{
    for (int i = 0; i < mostPauses && m_isBusy && m_isBusy() && !m_isStopping; ++i) {
        m_pause.start();
        co_await m_pauseOver;
    }
}

QCoro::Task<> EventProcessor::run()
{
    while (!m_isStopping) {
        co_await giveWay();
        m_hasNews = false;
        const auto job = [](db::Session &session) { return processBatch(session); };
        const core::Result<int> processedNow = co_await m_database.write(job);
        if (processedNow && *processedNow > 0)
            Q_EMIT processed(*processedNow);
        const bool hasMore = processedNow && *processedNow == batchSize;
        if (hasMore || m_hasNews || m_isStopping)
            continue;
        co_await m_woken;
    }
    m_isRunning = false;
    m_ended.ring();
}

} // namespace services
