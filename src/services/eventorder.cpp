// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventorder.h"

#include "db/eventinbox.h"
#include "services/eventchain.h"
#include "services/eventtypes.h"
#include "services/mirrorwriter.h"
#include "stripe/event.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace services {
namespace {

using Second = std::pair<QString, qint64>;         ///< An object and a second.
using Places = QHash<Second, QHash<QString, int>>; ///< Of the seconds that tell their order.

Second secondOf(const QString &objectId, const QDateTime &time)
{
    return {objectId, time.toMSecsSinceEpoch()};
}

ChainLink linkOf(const stripe::Event &event)
{
    ChainLink link;
    link.eventId = event.id;
    if (event.type.endsWith(".created"_L1))
        link.kind = ChainLink::Kind::Creation;
    else if (event.type.endsWith(".deleted"_L1))
        link.kind = ChainLink::Kind::Deletion;
    link.object = event.object;
    link.previousAttributes = event.previousAttributes;
    return link;
}

} // namespace

QList<db::ObjectSecond> sharedSeconds(const QList<EventCopy> &copies,
                                      const db::MirrorStates &states)
{
    QHash<Second, int> counts;
    for (const EventCopy &copy : copies) {
        const core::Snapshot &snapshot = copy.copy.snapshot;
        int &count = ++counts[secondOf(copy.copy.stripeId, snapshot.asOf)];
        const auto state = states.constFind(copy.copy.stripeId);
        if (state != states.cend() && state->version.asOf == snapshot.asOf
            && state->version.sourceId != snapshot.sourceId)
            ++count;
    }
    QList<db::ObjectSecond> shared;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > 1)
            shared.append(
                {it.key().first, QDateTime::fromMSecsSinceEpoch(it.key().second, Qt::UTC)});
    }
    return shared;
}

namespace {

/// An end that the chain puts before a state that is none cannot be: the chain is not believed.
bool undoesAnEnd(const QList<EventCopy> &copies, const QHash<QString, int> &places)
{
    int lastOpen = -1;
    int firstEnd = std::numeric_limits<int>::max();
    for (const EventCopy &copy : copies) {
        const int place = places.value(copy.event->id, -1);
        if (place < 0)
            continue;
        if (copy.copy.finality.isTerminal)
            firstEnd = std::min(firstEnd, place);
        else
            lastOpen = std::max(lastOpen, place);
    }
    return firstEnd < lastOpen;
}

/// What was worked off before in these seconds takes part again: of the events of a second any may
/// be its last, whichever came last.
core::Result<> addEarlier(db::Session &session, QList<EventCopy> &copies, EventPlan &plan,
                          const QList<db::ObjectSecond> &seconds)
{
    const auto stored = db::EventInbox(session).ofSeconds(seconds);
    if (!stored)
        return core::passOn(stored);
    QSet<QString> given;
    for (const EventCopy &copy : std::as_const(copies))
        given.insert(copy.event->id);
    for (const db::InboxEvent &one : *stored) {
        auto event = stripe::parseEvent(one.payload);
        const EventType *type = event ? eventTypeOf(event->type) : nullptr;
        if (type == nullptr || given.contains(event->id))
            continue;
        const auto copy = eventCopyOf(*event, *type);
        if (!copy || copy->table != copies.first().copy.table)
            continue;
        plan.earlier.push_back(std::make_shared<const stripe::Event>(*std::move(event)));
        copies.append({-1, plan.earlier.back().get(), type, *copy, {}});
    }
    return {};
}

Places placesOfSeconds(const QList<EventCopy> &copies, const QList<db::ObjectSecond> &seconds)
{
    Places places;
    QHash<Second, QHash<QString, ChainLink>> links;
    QHash<Second, QList<EventCopy>> own;
    for (const EventCopy &copy : copies) {
        const Second second = secondOf(copy.copy.stripeId, copy.event->created);
        links[second].insert(copy.event->id, linkOf(*copy.event));
        own[second].append(copy);
    }
    for (const db::ObjectSecond &one : seconds) {
        const Second second = secondOf(one.objectId, one.second);
        const auto found = placesOf(links.value(second).values());
        if (found && !undoesAnEnd(own.value(second), *found))
            places.insert(second, *found);
    }
    return places;
}

bool comesBefore(const EventCopy &a, const EventCopy &b)
{
    const bool isSameSecond = a.copy.snapshot.asOf == b.copy.snapshot.asOf
        && a.copy.finality.isTerminal == b.copy.finality.isTerminal;
    if (isSameSecond && a.placeInSecond && b.placeInSecond && *a.placeInSecond != *b.placeInSecond)
        return *a.placeInSecond < *b.placeInSecond;
    if (isSameSecond && a.placeInSecond && b.placeInSecond)
        return a.event->id < b.event->id;
    return db::compareEvents(a.copy.version(), b.copy.version()) < 0;
}

db::Placing placingOf(const EventCopy &copy, const db::MirrorVersion &stored, const Places &places)
{
    if (!copy.placeInSecond || stored.asOf != copy.copy.snapshot.asOf)
        return db::Placing::Unknown;
    const QHash<QString, int> known = places.value(secondOf(copy.copy.stripeId, stored.asOf));
    const auto place = known.constFind(stored.sourceId);
    if (place == known.cend())
        return db::Placing::Unknown;
    const auto order = std::pair(*copy.placeInSecond, copy.event->id);
    return order > std::pair(*place, stored.sourceId) ? db::Placing::After : db::Placing::Before;
}

/// The events of one object, oldest first, each judged by what is kept after the one before it.
void planObject(EventPlan &plan, QList<EventCopy> copies, const db::MirrorState *state,
                const Places &places)
{
    std::ranges::sort(copies, comesBefore);
    std::optional<db::MirrorVersion> kept;
    bool isDoubtful = false;
    if (state != nullptr) {
        kept = state->version;
        isDoubtful = state->isDoubtful;
    }
    bool isKnownDoubtful = isDoubtful; // the row says so already
    qsizetype round = 0;
    for (EventCopy &copy : copies) {
        db::MirrorVerdict verdict{.isApplied = true, .isDoubtful = false};
        if (kept)
            verdict =
                db::judge(*kept, isDoubtful, copy.copy.version(), placingOf(copy, *kept, places));
        isDoubtful = verdict.isDoubtful;
        if (!verdict.isApplied) {
            plan.passedOver.append(copy.copy);
            continue;
        }
        isDoubtful = isDoubtful || !copy.copy.isWhole;
        copy.copy.isDoubtful = isDoubtful;
        isKnownDoubtful = isDoubtful;
        kept = copy.copy.version();
        if (plan.rounds.size() == round)
            plan.rounds.append(QList<EventCopy>());
        plan.rounds[round++].append(copy);
    }
    if (isDoubtful && !isKnownDoubtful)
        plan.doubtful.append(copies.first().copy.stripeId);
}

} // namespace

core::Snapshot eventOriginOf(const stripe::Event &event)
{
    core::Snapshot origin;
    origin.livemode = event.livemode;
    origin.apiVersion = event.apiVersion;
    origin.asOf = event.created;
    origin.source = core::Snapshot::Source::Event;
    origin.sourceId = event.id;
    return origin;
}

core::Result<db::MirrorCopy> eventCopyOf(const stripe::Event &event, const EventType &type)
{
    QJsonObject object = event.object;
    core::Snapshot origin = eventOriginOf(event);
    if (type.effect == EventEffect::MirrorGone)
        object["deleted"_L1] = true;
    else
        origin.rawText = event.objectText;
    auto copy = mirrorCopyOf(object, origin);
    if (copy && !copy->fault.isEmpty())
        return core::fail(core::Error::Kind::Invalid, copy->fault);
    return copy;
}

core::Result<EventPlan> planOf(db::Session &session, QList<EventCopy> copies,
                               const db::MirrorStates &states)
{
    EventPlan known;
    const QList<db::ObjectSecond> shared = sharedSeconds(copies, states);
    if (const auto added =
            shared.isEmpty() ? core::Result<>() : addEarlier(session, copies, known, shared);
        !added)
        return core::passOn(added);
    EventPlan plan = planTogether(std::move(copies), states, shared);
    plan.earlier = std::move(known.earlier);
    return plan;
}

EventPlan planTogether(QList<EventCopy> copies, const db::MirrorStates &states,
                       const QList<db::ObjectSecond> &shared)
{
    EventPlan plan;
    const Places places = placesOfSeconds(copies, shared);
    QHash<QString, QList<EventCopy>> objects;
    for (EventCopy &copy : copies) {
        const auto known = places.constFind(secondOf(copy.copy.stripeId, copy.copy.snapshot.asOf));
        if (known != places.cend())
            copy.placeInSecond = known->value(copy.event->id);
        objects[copy.copy.stripeId].append(copy);
    }
    for (auto it = objects.cbegin(); it != objects.cend(); ++it) {
        const auto state = states.constFind(it.key());
        planObject(plan, it.value(), state == states.cend() ? nullptr : &*state, places);
    }
    return plan;
}

} // namespace services
