// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventbatch.h"

#include "db/eventinbox.h"
#include "db/mirrorrepository.h"
#include "db/session.h"
#include "db/sqlerror.h"
#include "services/eventapplier.h"
#include "stripe/event.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>

Q_LOGGING_CATEGORY(lcEvents, "oms.events")

using namespace Qt::StringLiterals;

namespace services {
namespace {

struct ClaimedEvent
{
    db::InboxEvent stored;
    stripe::Event event;
};

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

db::EventSettlement failed(const db::InboxEvent &event, const core::Error &error)
{
    qCWarning(lcEvents).noquote() << event.type << event.id << error.detail;
    const QString told =
        error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail);
    const bool isHopeless = error.kind == core::Error::Kind::Invalid;
    if (isHopeless || event.attempts + 1 >= maxEventAttempts)
        return {.event = event, .state = u"dead"_s, .error = told};
    return {
        .event = event, .state = u"failed"_s, .error = told, .delayMs = backOffMs(event.attempts)};
}

db::EventSettlement settled(const db::InboxEvent &event, const AppliedEvent &applied)
{
    if (applied.fault)
        return failed(event, *applied.fault);
    const QString why = applied.verdict == EventVerdict::Refused
        ? QCoreApplication::translate("EventProcessor",
                                      "Of the other mode (test or live) than this database.")
        : QString();
    return {.event = event,
            .state = stateOf(applied.verdict),
            .error = why,
            .touched = applied.touched,
            .tenantId = applied.tenantId};
}

/// Reads the payloads; what cannot be read is settled at once.
QList<ClaimedEvent> readAll(const QList<db::InboxEvent> &stored,
                            QList<db::EventSettlement> &settlements)
{
    QList<ClaimedEvent> events;
    events.reserve(stored.size());
    for (const db::InboxEvent &one : stored) {
        auto event = stripe::parseEvent(one.payload);
        if (!event) {
            settlements.append(failed(one, event.error()));
            continue;
        }
        event->wasApplied = one.wasApplied;
        events.append({one, *std::move(event)});
    }
    return events;
}

QString customerOf(const stripe::Event &event)
{
    if (event.objectType == "customer"_L1)
        return event.objectId;
    const QJsonValue customer = event.object["customer"_L1];
    return customer.isObject() ? customer["id"_L1].toString() : customer.toString();
}

/// Whose the events are that say so by their customer alone: nothing of theirs was mirrored.
core::Result<> nameTenants(db::Session &session, const QList<ClaimedEvent> &claimed,
                           QList<db::EventSettlement> &settlements)
{
    QStringList customers;
    for (qsizetype i = 0; i < claimed.size(); ++i) {
        if (settlements.at(i).tenantId.isNull())
            customers.append(customerOf(claimed.at(i).event));
    }
    customers.removeAll(QString());
    const auto tenants = db::MirrorRepository(session).tenantsOf(customers);
    if (!tenants)
        return core::passOn(tenants);
    for (qsizetype i = 0; !tenants->isEmpty() && i < claimed.size(); ++i) {
        if (settlements.at(i).tenantId.isNull())
            settlements[i].tenantId = tenants->value(customerOf(claimed.at(i).event));
    }
    return {};
}

core::Result<> settleAll(db::Session &session, const QList<ClaimedEvent> &claimed,
                         QList<db::EventSettlement> settlements)
{
    if (const auto named = nameTenants(session, claimed, settlements); !named)
        return named;
    return db::EventInbox(session).settle(settlements);
}

core::Result<> applyAll(db::Session &session, const QList<ClaimedEvent> &claimed)
{
    QList<stripe::Event> events;
    for (const ClaimedEvent &one : claimed)
        events.append(one.event);
    const auto applied = applyEvents(session, events);
    if (!applied)
        return core::passOn(applied);
    QList<db::EventSettlement> settlements;
    for (qsizetype i = 0; i < claimed.size(); ++i)
        settlements.append(settled(claimed.at(i).stored, applied->at(i)));
    return settleAll(session, claimed, settlements);
}

core::Result<> command(db::Session &session, const QString &sql)
{
    const auto done = session.exec(sql);
    return done ? core::Result<>() : core::passOn(done);
}

/// The failure of some undoes their own effects only.
core::Result<> applyOrSplit(db::Session &session, const QList<ClaimedEvent> &claimed)
{
    if (claimed.isEmpty())
        return {};
    if (const auto saved = command(session, u"SAVEPOINT events"_s); !saved)
        return saved;
    const auto applied = applyAll(session, claimed);
    if (applied)
        return command(session, u"RELEASE SAVEPOINT events"_s);
    // The connection is gone, or another transaction was in the way: the whole batch goes back.
    if (applied.error().kind == core::Error::Kind::Unreachable
        || db::isTransient(session.failedState()))
        return applied;
    if (const auto undone = command(session, u"ROLLBACK TO SAVEPOINT events"_s); !undone)
        return undone;
    if (claimed.size() == 1)
        return settleAll(session, claimed, {failed(claimed.first().stored, applied.error())});
    const qsizetype half = claimed.size() / 2;
    if (const auto first = applyOrSplit(session, claimed.first(half)); !first)
        return first;
    return applyOrSplit(session, claimed.sliced(half));
}

} // namespace

core::Result<ProcessedBatch> processBatch(db::Session &session, int limit)
{
    const auto claim = db::EventInbox(session).claim(limit);
    if (!claim)
        return core::passOn(claim);
    QList<db::EventSettlement> unreadable;
    const QList<ClaimedEvent> events = readAll(claim->events, unreadable);
    if (const auto told = db::EventInbox(session).settle(unreadable); !told)
        return core::passOn(told);
    if (const auto applied = applyOrSplit(session, events); !applied)
        return core::passOn(applied);
    return ProcessedBatch{.events = int(claim->events.size()),
                          .hasMore = claim->hasMore,
                          .passedOver = claim->passedOver};
}

} // namespace services
