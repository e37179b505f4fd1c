// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/missingevents.h"

#include "db/database.h"
#include "db/driftrepository.h"
#include "services/synclists.h"
#include "stripe/event.h"
#include "stripe/pagination.h"
#include "stripe/requests/common.h"

#include <QCoro/QCoroFuture>

using namespace Qt::StringLiterals;

namespace services {

QCoro::Task<> MissingEvents::explain(QUuid run, QStringList kinds)
{
    // What came in but was not applied.
    const QStringList stuck{u"failed"_s, u"dead"_s, u"waiting"_s, u"refused"_s};
    const bool isLookedUp = co_await lookIntoInbox(run, stuck);
    if (!isLookedUp)
        co_return;
    for (const QString &kind : std::as_const(kinds)) {
        const SyncSource *source = syncSourceOf(kind);
        if (source)
            co_await searchList(run, *source);
    }
    // Nothing else tells of it: one of a type that was not handled when it came.
    const QStringList ignored{u"ignored"_s};
    co_await lookIntoInbox(run, ignored);
}

QCoro::Task<bool> MissingEvents::lookIntoInbox(QUuid run, QStringList states)
{
    const auto job = [run, states](db::Session &session) {
        return db::DriftRepository(session).explainFromInbox(run, states);
    };
    const core::Result<> told = co_await m_database.write(job);
    co_return told.has_value();
}

QCoro::Task<> MissingEvents::searchList(QUuid run, const SyncSource &source)
{
    const QString kind = source.kind;
    const auto job = [run, kind](db::Session &session) {
        return db::DriftRepository(session).unexplained(run, kind);
    };
    const core::Result<QStringList> wanted = co_await m_database.read(job);
    if (!wanted || wanted->isEmpty())
        co_return;
    m_wanted = QSet<QString>(wanted->cbegin(), wanted->cend());
    m_pages = 0;
    stripe::Form form;
    form.add("type", QString(source.events));
    stripe::Call first = stripe::listCall(u"/v1/events"_s, {}, form);
    first.priority = stripe::Priority::Background;
    const stripe::PageHandler take = [this, run, kind](stripe::Page page) {
        return takePage(run, kind, page);
    };
    const auto listing = co_await stripe::readPages(m_client, first, take);
    Q_UNUSED(listing) // what could not be told stays untold
}

QCoro::Task<bool> MissingEvents::takePage(QUuid run, QString kind, stripe::Page page)
{
    QList<stripe::Event> events;
    QStringList ids;
    for (const QJsonObject &json : std::as_const(page.objects)) {
        const auto event = stripe::eventFromJson(json);
        if (!event || !m_wanted.contains(event->objectId))
            continue;
        events.append(*event);
        ids.append(event->id);
    }
    if (!events.isEmpty()) {
        const auto job = [run, kind, events,
                          ids](db::Session &session) -> core::Result<QStringList> {
            db::DriftRepository drift(session);
            const auto never = drift.neverReceived(ids);
            if (!never)
                return core::passOn(never);
            QStringList told;
            for (const stripe::Event &event : events) {
                if (!never->contains(event.id) || told.contains(event.objectId))
                    continue;
                const auto explained = drift.explain(run, kind, event.objectId,
                                                     {event.id, event.type, event.created, {}});
                if (!explained)
                    return core::passOn(explained);
                told.append(event.objectId);
            }
            return told;
        };
        const core::Result<QStringList> told = co_await m_database.write(job);
        if (!told)
            co_return false;
        for (const QString &id : *told)
            m_wanted.remove(id);
    }
    co_return !m_wanted.isEmpty() && ++m_pages < mostPages;
}

} // namespace services
