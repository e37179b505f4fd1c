// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirrormodel.h"

#include "db/eventinbox.h"
#include "eventhistories.h"
#include "services/eventtypes.h"
#include "services/mirrorwriter.h"
#include "testcluster.h"

#include <list>

using namespace Qt::StringLiterals;

namespace support {

void MirrorModel::tell(const QString &what)
{
    m_story.append(what + u" -> "_s + mark() + u" of "_s + m_source
                   + (isDoubtful() ? u", in doubt"_s : QString()));
}

QString MirrorModel::mark() const
{
    return m_states.isEmpty() ? QString() : History::markOf(m_object);
}

void MirrorModel::keep(const db::MirrorCopy &copy, bool isDoubtful)
{
    if (!m_states.isEmpty())
        m_hasRegressed =
            m_hasRegressed || (state().version.finality.isTerminal && !copy.finality.isTerminal);
    db::MirrorState &row = m_states[copy.stripeId];
    row.version = copy.version();
    row.isDoubtful = isDoubtful;
    m_object = copy.snapshot.raw;
    m_source = copy.snapshot.sourceId;
}

void MirrorModel::apply(const QList<QJsonObject> &batch)
{
    std::list<stripe::Event> events; // which the copies point to
    QList<services::EventCopy> copies;
    const auto add = [&](const QJsonObject &json, qsizetype place) {
        events.push_back(orDie(stripe::eventFromJson(json), "event"));
        const services::EventType *type = services::eventTypeOf(events.back().type);
        copies.append({place,
                       &events.back(),
                       type,
                       orDie(services::eventCopyOf(events.back(), *type), "copy"),
                       {}});
    };
    QString told = u"events"_s;
    for (const QJsonObject &json : batch) {
        add(json, copies.size());
        told += u' ' + json[u"id"_s].toString() + u' ' + json[u"type"_s].toString() + u" @"_s
            + QString::number(json[u"created"_s].toInteger() % 100) + u','
            + History::markOf(events.back().object);
    }
    const QList<db::ObjectSecond> shared = services::sharedSeconds(copies, m_states);
    for (const db::ObjectSecond &second : shared) {
        for (const QJsonObject &json : std::as_const(m_workedOff)) {
            const bool isGiven = std::ranges::any_of(
                batch, [&](const QJsonObject &one) { return one[u"id"_s] == json[u"id"_s]; });
            if (!isGiven && json[u"created"_s].toInteger() == second.second.toSecsSinceEpoch())
                add(json, -1);
        }
    }
    const services::EventPlan plan = services::planTogether(copies, m_states, shared);
    for (const QList<services::EventCopy> &round : plan.rounds) {
        for (const services::EventCopy &one : round)
            keep(one.copy, one.copy.isDoubtful || !one.copy.isWhole);
    }
    if (!plan.doubtful.isEmpty())
        m_states.begin()->isDoubtful = true;
    for (const QJsonObject &json : batch)
        m_workedOff.insert(json[u"id"_s].toString(), json);
    tell(told);
}

void MirrorModel::fetch(const QJsonObject &object, qint64 second)
{
    if (!isDoubtful())
        return;
    core::Snapshot origin;
    origin.asOf = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    origin.source = core::Snapshot::Source::Fetch;
    origin.sourceId = u"req_"_s + QString::number(m_story.size());
    const db::MirrorCopy copy = orDie(services::mirrorCopyOf(object, origin), "answer");
    const db::MirrorVerdict verdict = db::judge(state().version, true, copy.version());
    m_answers += verdict.isApplied;
    if (verdict.isApplied)
        keep(copy, verdict.isDoubtful || !copy.isWhole);
    tell(u"answer @"_s + QString::number(second % 100));
}

} // namespace support
