// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventpoller.h"

#include "db/accountrepository.h"
#include "db/database.h"
#include "db/syncrepository.h"
#include "services/waitingevent.h"
#include "stripe/event.h"
#include "stripe/pagination.h"
#include "stripe/requests/events.h"

#include <QCoro/QCoroFuture>

#include <QJsonDocument>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcPoll, "oms.poll")

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// Of a page; what cannot be read is told and left out, for it would be no better the next time.
QList<db::InboxEvent> eventsOf(const stripe::Page &page)
{
    QList<db::InboxEvent> events;
    for (const QJsonObject &json : page.objects) {
        const auto event = stripe::eventFromJson(json);
        if (event)
            events.append(waitingEvent(*event, QJsonDocument(json).toJson(QJsonDocument::Compact),
                                       u"poll"_s));
        else
            qCWarning(lcPoll).noquote()
                << "unreadable in the list of events:" << json.value("id"_L1).toString()
                << event.error().message;
    }
    return events;
}

} // namespace

EventPoller::EventPoller(db::Database &database, stripe::Client &client, const core::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &EventPoller::poll);
}

void EventPoller::start(std::chrono::seconds interval)
{
    m_timer.start(interval);
    poll();
}

void EventPoller::poll()
{
    if (!m_isBusy && !m_isStopping)
        run();
}

QCoro::Task<> EventPoller::stop()
{
    m_isStopping = true;
    m_timer.stop();
    while (m_isBusy)
        co_await m_ended;
}

QCoro::Task<> EventPoller::run()
{
    m_isBusy = true;
    const auto job = [](db::Session &session) {
        return db::AccountRepository(session).eventsListedUntil();
    };
    const core::Result<QDateTime> known = co_await m_database.read(job);
    if (known) {
        const QDateTime oldest = m_clock.now().addDays(-retention.count());
        const QDateTime last = known->isValid() ? *known : oldest;
        if (last < oldest) {
            qCWarning(lcPoll) << "the list of events was last read on" << last
                              << "and Stripe keeps 30 days: objects may differ from Stripe's";
            const auto note = [last](db::Session &session) {
                return db::SyncRepository(session).noteEventGap(last);
            };
            const core::Result<> noted = co_await m_database.write(note);
            if (!noted) { // it would be forgotten with the next page
                m_isBusy = false;
                m_ended.ring();
                co_return;
            }
        }
        const bool isRead = co_await readFrom(
            std::max(oldest, last.addSecs(-std::chrono::seconds(overlap).count())));
        if (isRead)
            Q_EMIT polled();
    }
    m_isBusy = false;
    m_ended.ring();
}

/// Newest first: only the end of the list says that nothing is missing in between.
QCoro::Task<bool> EventPoller::readFrom(QDateTime from)
{
    // Of every type: a question may name 20 at most, and what is not handled is kept all the same.
    stripe::Call first = stripe::listEvents({.createdFrom = from});
    first.priority = stripe::Priority::Background;
    QDateTime began; // Stripe's clock at the first answer: later events are the next poll's
    const stripe::PageHandler keep = [this, &began](stripe::Page page) {
        if (!began.isValid())
            began = page.date;
        return keepPage(page);
    };
    const auto listing = co_await stripe::readPages(m_client, first, keep);
    if (!listing || !listing->isComplete || !began.isValid())
        co_return false;
    const auto job = [began](db::Session &session) {
        return db::AccountRepository(session).setEventsListedUntil(began);
    };
    const core::Result<> kept = co_await m_database.write(job);
    co_return kept.has_value();
}

QCoro::Task<bool> EventPoller::keepPage(stripe::Page page)
{
    const QList<db::InboxEvent> events = eventsOf(page);
    const auto job = [events](db::Session &session) {
        return db::EventInbox(session).store(events);
    };
    const core::Result<qint64> stored = co_await m_database.write(job);
    if (!stored)
        qCWarning(lcPoll).noquote() << "listed events not stored:" << stored.error().detail;
    if (stored && *stored > 0) {
        qCInfo(lcPoll) << *stored << "events had not been delivered";
        Q_EMIT this->stored(static_cast<int>(*stored));
    }
    co_return stored && !m_isStopping;
}

} // namespace services
