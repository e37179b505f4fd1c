// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventapplier.h"

#include "db/accountrepository.h"
#include "db/auditlog.h"
#include "db/doubts.h"
#include "db/mirrorlocks.h"
#include "db/mirrorrepository.h"
#include "services/eventorder.h"
#include "services/mirrorwriter.h"
#include "stripe/event.h"

#include <QJsonArray>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// A refund that came with its charge.
constexpr EventType refundType{"charge.refunded"_L1, "refund.created"_L1, "refund"_L1};
constexpr std::array notedFields{"customer"_L1,        "status"_L1,   "amount"_L1,
                                 "amount_refunded"_L1, "currency"_L1, "type"_L1};

db::AuditEntry auditOf(const stripe::Event &event, const EventType &type, const QString &objectId)
{
    db::AuditEntry entry;
    entry.action = type.action;
    entry.entity = type.entity;
    entry.entityId = objectId;
    entry.actor = u"stripe"_s;
    entry.eventId = event.id;
    entry.requestId = event.requestId;
    return entry;
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
    void sortOne(qsizetype place, const EventType &type);
    void sortMirrored(qsizetype place, const EventType &type);
    void sortRefunds(qsizetype place, const EventType &type);
    void askForParent(qsizetype place, const EventType &type);
    void noteAlone(qsizetype place, const EventType &type);
    core::Result<> tellTenants();
    core::Result<> ask();
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
    QStringList m_askSubscriptions;
    QStringList m_askCustomers;
    QHash<QString, QDateTime> m_askRefunds; ///< By charge.
};

void Batch::sortMirrored(qsizetype place, const EventType &type)
{
    const stripe::Event &event = m_events.at(place);
    const auto copy = eventCopyOf(event, type);
    if (copy)
        m_kinds[mirrorPlaceOf(event.objectType)].append({place, &event, &type, *copy, {}});
    else
        m_applied[place].fault = copy.error();
}

/// A charge named its refunds until 2022-11-15. What did not come with it, or what others are at,
/// is asked for.
void Batch::sortRefunds(qsizetype place, const EventType &type)
{
    const stripe::Event &event = m_events.at(place);
    const QJsonArray refunds = event.object["refunds"_L1]["data"_L1].toArray();
    qint64 untold = event.object["amount_refunded"_L1].toInteger();
    for (const QJsonValue &refund : refunds) {
        const auto copy = mirrorCopyOf(refund.toObject(), eventOriginOf(event));
        const auto isOurs =
            copy ? db::Doubts(m_session).tryLock(copy->stripeId) : core::Result<bool>(false);
        if (!isOurs || !*isOurs)
            continue;
        m_kinds[mirrorPlaceOf(u"refund")].append({place, &event, &refundType, *copy, {}});
        untold -= refund["amount"_L1].toInteger();
    }
    if (untold > 0)
        m_askRefunds.insert(event.objectId, event.created);
    noteAlone(place, type);
}

void Batch::askForParent(qsizetype place, const EventType &type)
{
    const QJsonObject &object = m_events.at(place).object;
    const QString subscription = object["subscription"_L1].toString();
    const QString customer = object["customer"_L1].toString();
    if (!subscription.isEmpty())
        m_askSubscriptions.append(subscription);
    else if (!customer.isEmpty())
        m_askCustomers.append(customer);
    noteAlone(place, type);
}

/// An audit row of an object that is not kept.
void Batch::noteAlone(qsizetype place, const EventType &type)
{
    const stripe::Event &event = m_events.at(place);
    db::AuditEntry entry = auditOf(event, type, event.objectId);
    for (const QLatin1StringView field : notedFields) {
        const QJsonValue value = event.object[field];
        if (!value.isNull() && !value.isUndefined() && !value.isObject() && !value.isArray())
            entry.after.insert(field, value);
    }
    m_applied[place].touched.append(type.entity + u':' + event.objectId);
    if (!event.wasApplied)
        m_audit.append(entry);
}

void Batch::sortOne(qsizetype place, const EventType &type)
{
    switch (type.effect) {
    case EventEffect::Mirror:
    case EventEffect::MirrorGone:
        sortMirrored(place, type);
        return;
    case EventEffect::AskForParent:
        askForParent(place, type);
        return;
    case EventEffect::Refunds:
        sortRefunds(place, type);
        return;
    case EventEffect::Note:
        noteAlone(place, type);
        return;
    }
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
            sortOne(place, *type);
    }
}

/// Notes name a customer, and so a tenant.
core::Result<> Batch::tellTenants()
{
    QStringList customers;
    for (const db::AuditEntry &entry : std::as_const(m_audit)) {
        if (entry.tenantId.isNull() && entry.after.contains("customer"_L1))
            customers.append(entry.after["customer"_L1].toString());
    }
    const auto tenants = db::MirrorRepository(m_session).tenantsOf(customers);
    if (!tenants)
        return core::passOn(tenants);
    for (db::AuditEntry &entry : m_audit) {
        if (entry.tenantId.isNull())
            entry.tenantId = tenants->value(entry.after["customer"_L1].toString());
    }
    return {};
}

core::Result<> Batch::ask()
{
    const auto subscriptions =
        db::markDoubtful(m_session, *db::copyOf(core::Subscription()).table, m_askSubscriptions);
    if (!subscriptions)
        return subscriptions;
    const auto customers =
        db::markDoubtful(m_session, *db::copyOf(core::Customer()).table, m_askCustomers);
    if (!customers)
        return customers;
    return db::Doubts(m_session).askForRefunds(m_askRefunds);
}

void Batch::tell(const EventCopy &copy, const db::MirrorOutcome &outcome)
{
    if (copy.place >= 0) {
        m_applied[copy.place].touched.append(copy.type->entity + u':' + copy.copy.stripeId);
        m_applied[copy.place].tenantId = outcome.tenantId;
    }
    if (copy.event->wasApplied && outcome.before == outcome.after)
        return;
    db::AuditEntry entry = auditOf(*copy.event, *copy.type, copy.copy.stripeId);
    if (copy.place < 0) // told before; now the state it left is found to be the later one
        entry.action = u"event.reorder"_s;
    entry.tenantId = outcome.tenantId;
    entry.before = outcome.before;
    entry.after = outcome.after;
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
    if (const auto filled = db::fillLinks(m_session, plan->passedOver); !filled)
        return filled;
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
    if (const auto asked = ask(); !asked)
        return core::passOn(asked);
    if (const auto found = tellTenants(); !found)
        return core::passOn(found);
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
