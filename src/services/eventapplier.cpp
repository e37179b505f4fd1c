// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventapplier.h"

#include "db/accountrepository.h"
#include "db/auditlog.h"
#include "db/mirrorlocks.h"
#include "db/mirrorrepository.h"
#include "services/eventorder.h"
#include "services/mirrorwriter.h"
#include "stripe/event.h"

#include <map>

using namespace Qt::StringLiterals;

namespace services {
namespace {

core::Snapshot originOf(const stripe::Event &event)
{
    core::Snapshot origin;
    origin.livemode = event.livemode;
    origin.apiVersion = event.apiVersion;
    origin.asOf = event.created;
    origin.source = core::Snapshot::Source::Event;
    origin.sourceId = event.id;
    return origin;
}

/// The events of one transaction, and what becomes of them.
class Batch
{
public:
    Batch(db::Session &session, const QList<stripe::Event> &events)
        : m_session(session)
        , m_events(events)
        , m_applied(events.size())
    {
    }

    core::Result<QList<AppliedEvent>> apply();

private:
    void sort(const std::optional<db::BoundAccount> &account);
    void sortMirrored(qsizetype place, const EventType &type);
    core::Result<> applyKind(const QList<EventCopy> &copies);
    core::Result<> applyRound(const QList<EventCopy> &round, db::MirrorStates &states);
    void tell(const EventCopy &copy, const db::MirrorOutcome &outcome);
    core::Result<> settle();

    db::Session &m_session;
    const QList<stripe::Event> &m_events;
    QList<AppliedEvent> m_applied;
    std::map<int, QList<EventCopy>> m_kinds; ///< In the order that all writers keep.
    QList<db::AuditEntry> m_audit;
    QList<db::MovedTenant> m_moved;
};

void Batch::sortMirrored(qsizetype place, const EventType &type)
{
    const stripe::Event &event = m_events.at(place);
    QJsonObject object = event.object;
    if (type.effect == EventEffect::MirrorGone)
        object["deleted"_L1] = true;
    auto copy = mirrorCopyOf(object, originOf(event));
    if (copy && !copy->fault.isEmpty())
        copy = core::fail(core::Error::Kind::Invalid, copy->fault);
    if (copy)
        m_kinds[mirrorPlaceOf(event.objectType)].append({place, &event, &type, *copy, {}});
    else
        m_applied[place].fault = copy.error();
}

void Batch::sort(const std::optional<db::BoundAccount> &account)
{
    for (qsizetype place = 0; place < m_events.size(); ++place) {
        const stripe::Event &event = m_events.at(place);
        const EventType *type = eventTypeOf(event.type);
        if (account && account->livemode != event.livemode)
            m_applied[place].verdict = EventVerdict::Refused;
        else if (type == nullptr)
            m_applied[place].verdict = EventVerdict::Ignored;
        else
            sortMirrored(place, *type);
    }
}

void Batch::tell(const EventCopy &copy, const db::MirrorOutcome &outcome)
{
    m_applied[copy.place].touched.append(copy.type->entity + u':' + copy.copy.stripeId);
    db::AuditEntry entry;
    entry.action = copy.type->action;
    entry.entity = copy.type->entity;
    entry.entityId = copy.copy.stripeId;
    entry.tenantId = outcome.tenantId;
    entry.before = outcome.before;
    entry.after = outcome.after;
    entry.actor = u"stripe"_s;
    entry.eventId = copy.event->id;
    entry.requestId = copy.event->requestId;
    m_audit.append(entry);
    if (!outcome.tenantId.isNull() && movesFigures(copy.copy, outcome))
        m_moved.append({outcome.tenantId, copy.event->id, copy.event->created});
}

core::Result<> Batch::applyRound(const QList<EventCopy> &round, db::MirrorStates &states)
{
    QList<db::MirrorCopy> copies;
    for (const EventCopy &one : round)
        copies.append(one.copy);
    const auto outcomes = db::storeCopies(m_session, copies, states);
    if (!outcomes)
        return core::passOn(outcomes);
    for (qsizetype i = 0; i < round.size(); ++i) {
        states[round.at(i).copy.stripeId].told = outcomes->at(i).after;
        tell(round.at(i), outcomes->at(i));
    }
    return {};
}

core::Result<> Batch::applyKind(const QList<EventCopy> &copies)
{
    QStringList ids;
    for (const EventCopy &copy : copies)
        ids.append(copy.copy.stripeId);
    ids.removeDuplicates();
    const db::MirrorTable &table = *copies.first().copy.table;
    auto states = db::readStates(m_session, table, ids);
    if (!states)
        return core::passOn(states);
    const auto plan = planOf(m_session, copies, *states);
    if (!plan)
        return core::passOn(plan);
    for (qsizetype i = 0; i < plan->rounds.size(); ++i) {
        // Each change of a subscription moves the ledger for itself.
        if (const auto settled = i > 0 ? settle() : core::Result<>(); !settled)
            return settled;
        if (const auto applied = applyRound(plan->rounds.at(i), *states); !applied)
            return applied;
    }
    return db::markDoubtful(m_session, table, plan->doubtful);
}

core::Result<> Batch::settle()
{
    const QList<db::MovedTenant> moved = std::exchange(m_moved, {});
    return db::MirrorRepository(m_session).settle(moved);
}

core::Result<QList<AppliedEvent>> Batch::apply()
{
    const auto account = db::AccountRepository(m_session).bound();
    if (!account)
        return core::passOn(account);
    sort(*account);
    for (const auto &[place, copies] : m_kinds) {
        if (const auto applied = applyKind(copies); !applied)
            return core::passOn(applied);
    }
    if (const auto told = db::AuditLog(m_session).append(m_audit); !told)
        return core::passOn(told);
    if (const auto settled = settle(); !settled)
        return core::passOn(settled);
    return m_applied;
}

} // namespace

core::Result<QList<AppliedEvent>> applyEvents(db::Session &session,
                                              const QList<stripe::Event> &events)
{
    return Batch(session, events).apply();
}

core::Result<EventVerdict> applyEvent(db::Session &session, const stripe::Event &event)
{
    if (const auto locked = db::lockObjects(session, {event.objectId}); !locked)
        return core::passOn(locked);
    const auto applied = applyEvents(session, {event});
    if (!applied)
        return core::passOn(applied);
    if (applied->first().fault)
        return tl::unexpected(*applied->first().fault);
    return applied->first().verdict;
}

} // namespace services
