// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncrunner.h"

#include "db/database.h"
#include "db/driftrepository.h"
#include "db/syncrepository.h"
#include "services/driftadopter.h"
#include "services/missingevents.h"
#include "services/synclists.h"
#include "services/syncpage.h"
#include "services/workername.h"
#include "stripe/failure.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcSync, "oms.sync")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The run as a whole; how one list is read is in synclistreader.cpp.
namespace services {
namespace {

const QString repairKind = u"repair"_s;

} // namespace

SyncRunner::SyncRunner(db::Database &database, stripe::Client &client, DriftAdopter &adopter,
                       SyncOptions options, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_adopter(adopter)
    , m_options(options)
    , m_name(workerName())
{
    m_poll.setInterval(5s);
    connect(&m_poll, &QTimer::timeout, this, &SyncRunner::wake);
    m_heartbeat.setInterval(options.lease / 3);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] { renew(m_run.problem); });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_paused.ring(); });
}

void SyncRunner::start()
{
    m_poll.start();
    wake();
}

void SyncRunner::wake()
{
    if (!m_isBusy && !m_isStopping)
        look();
}

QCoro::Task<> SyncRunner::stop()
{
    m_isStopping = true;
    m_poll.stop();
    m_pause.stop();
    m_paused.ring();
    while (m_isBusy)
        co_await m_idle;
}

/// Takes the open run, if nobody works on it.
QCoro::Task<> SyncRunner::look()
{
    m_isBusy = true;
    const QString name = m_name;
    const auto lease = m_options.lease;
    const auto claim = [name,
                        lease](db::Session &session) -> core::Result<std::optional<core::SyncRun>> {
        db::SyncRepository runs(session);
        const auto latest = runs.latest();
        if (!latest)
            return latest;
        if (!*latest || (*latest)->state != core::SyncState::Running)
            return std::nullopt;
        const QString owner = (*latest)->claimedBy;
        return runs.claim(name, lease, isKnownDead(owner) ? owner : QString());
    };
    const core::Result<std::optional<core::SyncRun>> claimed = co_await m_database.write(claim);
    if (claimed && *claimed && !m_isStopping) {
        m_run = **claimed;
        m_isLost = false;
        m_failures = 0;
        m_heartbeat.start();
        qCInfo(lcSync).noquote() << core::toText(m_run.mode) << "goes on at" << m_run.objects()
                                 << "objects";
        co_await work();
        m_heartbeat.stop();
        co_await tellLeft();
    }
    m_isBusy = false;
    m_idle.ring();
}

QCoro::Task<> SyncRunner::work()
{
    const Outcome read = co_await readLists();
    if (read == Outcome::Stopped)
        co_return;
    if (m_run.mode != core::SyncMode::Backfill && m_run.differing() > 0) {
        QStringList kinds;
        for (const core::SyncList &list : std::as_const(m_run.lists)) {
            if (list.differing > 0)
                kinds.append(list.kind);
        }
        MissingEvents events(m_database, m_client);
        co_await events.explain(m_run.id, kinds);
    }
    if (m_run.mode == core::SyncMode::Reconcile && !mustStop()) {
        const Outcome repaired = co_await repair();
        if (repaired == Outcome::Stopped)
            co_return;
    }
    if (!mustStop())
        co_await finish();
}

QCoro::Task<SyncRunner::Outcome> SyncRunner::readLists()
{
    const QList<core::SyncList> lists = m_run.lists;
    for (const core::SyncList &known : lists) {
        const SyncSource *source = syncSourceOf(known.kind);
        if (!source || known.phase == "done"_L1)
            continue;
        m_list = known;
        const Outcome outcome = co_await readList(*source);
        if (outcome == Outcome::Stopped)
            co_return outcome;
    }
    co_return Outcome::Done;
}

/// What a reconcile found is taken over from Stripe, object by object.
QCoro::Task<SyncRunner::Outcome> SyncRunner::repair()
{
    const core::SyncRun run = m_run;
    const auto ask = [run](db::Session &session) -> core::Result<core::SyncRun> {
        db::DriftRepository drift(session);
        if (const auto asked = drift.requestAdoptionOf(run.id, run.requestedBy); !asked)
            return core::passOn(asked);
        const auto waiting = drift.waiting();
        if (!waiting)
            return core::passOn(waiting);
        db::SyncRepository runs(session);
        if (const auto added = runs.addList(run.id, repairKind, *waiting); !added)
            return core::passOn(added);
        return runs.run(run.id);
    };
    const core::Result<core::SyncRun> asked = co_await m_database.write(ask);
    if (!asked)
        co_return Outcome::Stopped;
    m_run = *asked;
    if (const core::SyncList *known = list(repairKind))
        m_list = *known;
    while (!mustStop()) {
        const int adopted = co_await m_adopter.adoptSome();
        const auto count = [](db::Session &session) {
            return db::DriftRepository(session).waiting();
        };
        const core::Result<qint64> waiting = co_await m_database.read(count);
        core::SyncList next = m_list;
        next.objects += adopted;
        next.written += adopted;
        next.phase = waiting && *waiting == 0 ? u"done"_s : u"list"_s;
        const bool isSaved = co_await saveList(next);
        if (!isSaved)
            co_return Outcome::Stopped;
        if (next.phase == "done"_L1)
            co_return Outcome::Done;
        if (adopted > 0)
            continue;
        const stripe::Failure away = stripe::notSent(
            {core::Error::Kind::Unreachable, tr("Stripe does not answer."), {}, {}});
        const bool goesOn = co_await pauseAfter(away);
        if (!goesOn)
            co_return Outcome::Stopped;
    }
    co_return Outcome::Stopped;
}

QCoro::Task<> SyncRunner::finish()
{
    QStringList problems;
    for (const core::SyncList &list : std::as_const(m_run.lists)) {
        if (!list.problem.isEmpty())
            problems.append(list.problem);
    }
    problems.removeDuplicates();
    const auto state = problems.isEmpty() ? core::SyncState::Done : core::SyncState::Failed;
    const QString problem = problems.join(u' ');
    const QUuid id = m_run.id;
    const auto job = [id, state, problem](db::Session &session) {
        return db::SyncRepository(session).finish(id, state, problem);
    };
    const core::Result<> ended = co_await m_database.write(job);
    if (!ended)
        qCWarning(lcSync).noquote() << "not ended:" << ended.error().detail;
}

/// Reads the row again: it says whether the run ended, was steered, or only lost its reader.
QCoro::Task<> SyncRunner::tellLeft()
{
    const QUuid id = m_run.id;
    const QString name = m_name;
    const auto job = [id, name](db::Session &session) -> core::Result<core::SyncRun> {
        db::SyncRepository runs(session);
        if (const auto free = runs.letGo(id, name); !free)
            return core::passOn(free);
        return runs.run(id);
    };
    const core::Result<core::SyncRun> run = co_await m_database.write(job);
    if (run)
        m_run = *run;
    const core::SyncRun last = m_run;
    qCInfo(lcSync).noquote() << core::toText(last.state) << "after" << last.objects() << "objects,"
                             << last.differing() << "differed";
    Q_EMIT left(last);
}

QCoro::Task<> SyncRunner::renew(QString problem)
{
    const QUuid id = m_run.id;
    const QString name = m_name;
    const auto lease = m_options.lease;
    const auto job = [id, name, lease, problem](db::Session &session) {
        return db::SyncRepository(session).renew(id, name, lease, problem);
    };
    const core::Result<bool> isOurs = co_await m_database.write(job);
    if (isOurs && !*isOurs && id == m_run.id) {
        m_isLost = true;
        m_pause.stop();
        m_paused.ring();
    }
}

core::SyncList *SyncRunner::list(const QString &kind)
{
    const auto it = std::ranges::find(m_run.lists, kind, &core::SyncList::kind);
    return it == m_run.lists.end() ? nullptr : &*it;
}

} // namespace services
