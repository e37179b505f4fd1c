// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventchain.h"

#include <algorithm>
#include <array>

namespace services {
namespace {

constexpr int mostStates = 32; // more in one second are for Stripe to say

/// Without members that are null: a hash that gains a member had it as null, or not at all.
QJsonObject withoutNulls(const QJsonObject &object)
{
    QJsonObject rest;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isNull())
            rest.insert(it.key(),
                        it.value().isObject() ? QJsonValue(withoutNulls(it.value().toObject()))
                                              : it.value());
    }
    return rest;
}

/// The states that the events of a second show and name, and the changes between them.
class Trail
{
public:
    struct Change
    {
        int from = 0;
        int to = 0;
        qsizetype link = 0;
        bool isUsed = false;
    };

    explicit Trail(const QList<ChainLink> &links)
    {
        for (qsizetype i = 0; i < links.size(); ++i) {
            const ChainLink &link = links.at(i);
            const int state = stateOf(link.object);
            m_stateOfLink.append(state);
            if (link.kind == ChainLink::Kind::Creation)
                m_created = state;
            if (link.kind == ChainLink::Kind::Deletion)
                m_deleted = state;
        }
        m_shown = m_states.size();
        for (qsizetype i = 0; i < links.size(); ++i) {
            const ChainLink &link = links.at(i);
            if (link.previousAttributes.isEmpty())
                continue;
            const int from = stateOf(withPrevious(link.object, link.previousAttributes));
            m_changes.append({from, m_stateOfLink.at(i), i});
        }
    }

    [[nodiscard]] bool isTooLong() const { return m_states.size() > mostStates; }
    [[nodiscard]] qsizetype states() const { return m_shown; }
    [[nodiscard]] int stateOfLink(qsizetype link) const { return m_stateOfLink.at(link); }
    [[nodiscard]] std::optional<int> created() const { return m_created; }
    [[nodiscard]] std::optional<int> deleted() const { return m_deleted; }
    [[nodiscard]] const QList<Change> &changes() const { return m_changes; }

    /// The states one after the other, each change used once; empty where there is no such way.
    [[nodiscard]] QList<int> walk();

private:
    int stateOf(const QJsonObject &shown)
    {
        const QJsonObject object = withoutNulls(shown);
        const qsizetype known = m_states.indexOf(object);
        if (known >= 0)
            return int(known);
        m_states.append(object);
        return int(m_states.size() - 1);
    }
    [[nodiscard]] std::optional<int> start() const;

    QList<QJsonObject> m_states;
    QList<int> m_stateOfLink;
    QList<Change> m_changes;
    qsizetype m_shown = 0; ///< States that an event shows come first, those only named after.
    std::optional<int> m_created;
    std::optional<int> m_deleted;
};

/// Where the trail begins: the one state that is left once more than it is reached. A trail that
/// comes back to where it began says so only when the creation is on it.
std::optional<int> Trail::start() const
{
    QList<int> surplus(m_states.size(), 0);
    for (const Change &change : m_changes) {
        ++surplus[change.from];
        --surplus[change.to];
    }
    std::optional<int> begin;
    for (int state = 0; state < surplus.size(); ++state) {
        if (surplus.at(state) == 0)
            continue;
        if (surplus.at(state) > 1 || surplus.at(state) < -1 || (surplus.at(state) == 1 && begin))
            return std::nullopt;
        if (surplus.at(state) == 1)
            begin = state;
    }
    return begin ? begin : m_created;
}

QList<int> Trail::walk() // Hierholzer's
{
    const std::optional<int> begin = start();
    if (!begin)
        return {};
    QList<int> open{*begin};
    QList<int> way;
    while (!open.isEmpty()) {
        const auto next = std::ranges::find_if(m_changes, [&](const Change &change) {
            return !change.isUsed && change.from == open.last();
        });
        if (next == m_changes.end()) {
            way.prepend(open.takeLast());
        } else {
            next->isUsed = true;
            open.append(next->to);
        }
    }
    return way.size() == m_changes.size() + 1 ? way : QList<int>();
}

/// The states in their order; empty where the events do not tell.
QList<int> orderOf(Trail &trail)
{
    QList<int> way;
    if (!trail.changes().isEmpty()) {
        way = trail.walk();
        if (way.isEmpty())
            return {};
    }
    // A creation comes before all, a deletion after all, whether a change leads there or not.
    if (trail.created() && way.indexOf(*trail.created()) != 0) {
        if (way.contains(*trail.created()))
            return {};
        way.prepend(*trail.created());
    }
    QList<int> further;
    for (int state = 0; state < trail.states(); ++state) {
        if (!way.contains(state) && state != trail.deleted())
            further.append(state);
    }
    // One state that no change leads to or from can only be told from a creation alone.
    const bool isAlone = trail.changes().isEmpty() && further.size() == 1;
    if (!further.isEmpty() && !isAlone)
        return {};
    way.append(further);
    if (trail.deleted() && (way.isEmpty() || way.last() != *trail.deleted()))
        way.append(*trail.deleted());
    return way;
}

} // namespace

QJsonObject withPrevious(QJsonObject object, const QJsonObject &previous)
{
    for (auto it = previous.begin(); it != previous.end(); ++it) {
        const QJsonValue now = object.value(it.key());
        object[it.key()] = now.isObject() && it.value().isObject()
            ? QJsonValue(withPrevious(now.toObject(), it.value().toObject()))
            : it.value();
    }
    return object;
}

std::optional<QHash<QString, int>> placesOf(QList<ChainLink> links)
{
    std::ranges::sort(links, {}, &ChainLink::eventId);
    Trail trail(links);
    if (trail.isTooLong())
        return std::nullopt;
    const QList<int> way = orderOf(trail);
    if (way.isEmpty())
        return std::nullopt;
    QHash<QString, int> places;
    for (qsizetype i = 0; i < links.size(); ++i) {
        // The last time that the object was like this; equal states need no order.
        const int state = trail.stateOfLink(i);
        places.insert(links.at(i).eventId, int(way.lastIndexOf(state)));
    }
    return places;
}

} // namespace services
