// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/syncrepository.h"
#include "services/synclists.h"
#include "services/syncpage.h"
#include "services/syncrunner.h"
#include "stripe/failure.h"
#include "stripe/sublists.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcSync)

using namespace Qt::StringLiterals;

// How SyncRunner reads one list: its pages, then what the mirror has and the list had not.
namespace services {
namespace {

constexpr int goneAtOnce = 20;

bool isHopeless(const stripe::Failure &failure)
{
    return failure.error.kind == core::Error::Kind::Forbidden && failure.httpStatus == 403;
}

} // namespace

QCoro::Task<SyncRunner::Outcome> SyncRunner::readList(const SyncSource &source)
{
    bool isCursorGone = false;
    while (m_list.phase == "list"_L1 && !mustStop()) {
        // The object it stood behind was deleted: on from that object's second.
        const stripe::Call first = isCursorGone
            ? listCall(source, {}, m_list.cursorCreated.addSecs(1))
            : listCall(source, m_list.cursor);
        const stripe::PageHandler keep = [this, &source](stripe::Page page) {
            return keepPage(page, source);
        };
        m_failure = {};
        const auto listing = co_await stripe::readPages(m_client, first, keep);
        if (listing && m_failure.error.message.isEmpty())
            continue; // phase and mustStop() tell how it ended
        const stripe::Failure failure = listing ? m_failure : listing.error();
        if (isHopeless(failure))
            co_return co_await leaveOut(failure.error.message);
        if (stripe::isCursorMissing(failure) && m_list.cursorCreated.isValid() && !isCursorGone) {
            isCursorGone = true;
            continue;
        }
        const bool goesOn = co_await pauseAfter(failure);
        if (!goesOn)
            co_return Outcome::Stopped;
    }
    if (mustStop())
        co_return Outcome::Stopped;
    co_return co_await findGone(source);
}

/// Makes the objects whole, and commits them with the place behind them.
QCoro::Task<bool> SyncRunner::keepPage(stripe::Page page, const SyncSource &source)
{
    SyncPage next;
    next.run = m_run;
    next.list = m_list;
    next.origin.asOf = page.date;
    next.origin.apiVersion = QString::fromLatin1(page.version);
    next.origin.source = core::Snapshot::Source::Fetch;
    next.origin.sourceId = page.requestId;
    const QList<QJsonObject> objects = page.objects;
    for (const QJsonObject &object : objects) {
        const auto whole =
            co_await stripe::withWholeLists(m_client, object, stripe::Priority::Background);
        if (!whole) {
            m_failure = whole.error();
            co_return false;
        }
        next.objects.append(*whole);
    }
    m_failures = 0;
    ++next.list.pages;
    next.list.objects += page.objects.size();
    if (!page.lastId.isEmpty()) {
        next.list.cursor = page.lastId;
        next.list.cursorCreated = QDateTime::fromSecsSinceEpoch(
            page.objects.last().value(u"created"_s).toInteger(), Qt::UTC);
    }
    if (!page.hasMore) {
        next.list.phase = u"gone"_s;
        next.list.cursor = u""_s;
    }
    const bool isKept = co_await commit(next);
    co_return isKept && !mustStop();
}

/// The page, the place behind it, what it saw, and the claim: all or nothing.
QCoro::Task<bool> SyncRunner::commit(SyncPage page)
{
    const core::SyncList before = m_list;
    const QString name = m_name;
    const auto lease = m_options.lease;
    const auto job = [page, before, name,
                      lease](db::Session &session) -> core::Result<core::SyncList> {
        db::SyncRepository runs(session);
        const auto isOurs = runs.renew(page.run.id, name, lease);
        if (!isOurs)
            return core::passOn(isOurs);
        if (!*isOurs)
            return core::fail(core::Error::Kind::Canceled, {});
        const auto applied = applyPage(session, page);
        if (!applied)
            return applied;
        QStringList ids;
        for (const QJsonObject &object : page.objects)
            ids.append(object.value(u"id"_s).toString());
        if (const auto seen = runs.noteSeen(page.run.id, before.kind, ids); !seen)
            return core::passOn(seen);
        const auto saved = runs.saveList(page.run.id, *applied, before.cursor, before.phase);
        if (!saved)
            return core::passOn(saved);
        return *applied;
    };
    const core::Result<core::SyncList> kept = co_await m_database.write(job);
    if (kept) {
        m_list = *kept;
        m_run.problem.clear();
        if (core::SyncList *known = list(m_list.kind))
            *known = m_list;
        const core::SyncRun run = m_run;
        Q_EMIT progressed(run);
        co_return true;
    }
    m_isLost = m_isLost || kept.error().kind == core::Error::Kind::Canceled
        || kept.error().kind == core::Error::Kind::Conflict;
    if (!m_isLost) {
        qCWarning(lcSync).noquote()
            << "page not kept:" << kept.error().message << kept.error().detail;
        m_failure = stripe::notSent(kept.error());
    }
    co_return false;
}

QCoro::Task<bool> SyncRunner::saveList(core::SyncList next)
{
    const core::SyncList before = m_list;
    const QUuid id = m_run.id;
    const auto job = [next, before, id](db::Session &session) {
        return db::SyncRepository(session).saveList(id, next, before.cursor, before.phase);
    };
    const core::Result<> saved = co_await m_database.write(job);
    if (!saved)
        co_return false;
    m_list = next;
    if (core::SyncList *known = list(m_list.kind))
        *known = m_list;
    const core::SyncRun run = m_run;
    Q_EMIT progressed(run);
    co_return true;
}

/// Each object that the list had not is asked for by its id before it counts as gone.
QCoro::Task<SyncRunner::Outcome> SyncRunner::findGone(const SyncSource &source)
{
    while (m_list.phase == "gone"_L1 && !mustStop()) {
        const QUuid id = m_run.id;
        const core::SyncList at = m_list;
        const auto look = [id, at](db::Session &session) {
            return db::SyncRepository(session).unseen(id, at.kind, at.cursor, goneAtOnce);
        };
        const core::Result<QStringList> unseen = co_await m_database.read(look);
        if (!unseen)
            co_return Outcome::Stopped;
        const QStringList ids = *unseen;
        SyncPage page;
        page.run = m_run;
        page.list = m_list;
        page.origin.source = core::Snapshot::Source::Fetch;
        page.origin.asOf = QDateTime::currentDateTimeUtc();
        const bool isAsked = co_await askFor(ids, source, page);
        if (!isAsked) {
            const bool goesOn = co_await pauseAfter(m_failure);
            if (!goesOn)
                co_return Outcome::Stopped;
            continue;
        }
        page.list.cursor = ids.isEmpty() ? u""_s : ids.last();
        if (ids.size() < goneAtOnce)
            page.list.phase = u"done"_s;
        const bool isKept = co_await commit(page);
        if (!isKept)
            co_return Outcome::Stopped;
    }
    co_return mustStop() ? Outcome::Stopped : Outcome::Done;
}

QCoro::Task<bool> SyncRunner::askFor(QStringList ids, const SyncSource &source, SyncPage &page)
{
    for (const QString &id : std::as_const(ids)) {
        const stripe::Call call = objectCall(source, id);
        const stripe::Reply reply = co_await m_client.send(call);
        if (!reply && reply.error().httpStatus != 404) {
            m_failure = reply.error();
            co_return false;
        }
        if (!reply || reply->body.value(u"deleted"_s).toBool()) {
            page.gone.append(id);
            continue;
        }
        const QJsonObject object = reply->body;
        const auto whole =
            co_await stripe::withWholeLists(m_client, object, stripe::Priority::Background);
        if (!whole) {
            m_failure = whole.error();
            co_return false;
        }
        page.objects.append(*whole);
        page.origin.asOf = std::min(page.origin.asOf, reply->date);
        page.origin.apiVersion = QString::fromLatin1(reply->version);
        page.origin.sourceId = reply->requestId;
        ++page.list.objects;
    }
    co_return true;
}

QCoro::Task<SyncRunner::Outcome> SyncRunner::leaveOut(QString why)
{
    core::SyncList next = m_list;
    next.phase = u"done"_s;
    next.problem = why;
    const bool isSaved = co_await saveList(next);
    co_return isSaved ? Outcome::Done : Outcome::Stopped;
}

QCoro::Task<bool> SyncRunner::pauseAfter(stripe::Failure failure)
{
    ++m_failures;
    if (mustStop() || (m_options.mostFailures > 0 && m_failures >= m_options.mostFailures)) {
        m_run.problem = failure.error.message;
        co_return false;
    }
    const QString problem = failure.error.message;
    m_run.problem = problem;
    co_await renew(problem);
    if (mustStop())
        co_return false;
    const core::SyncRun run = m_run;
    Q_EMIT progressed(run);
    const std::chrono::milliseconds doubled =
        m_options.firstPause * (1 << std::min(m_failures - 1, 10));
    m_pause.start(std::min(doubled, m_options.longestPause));
    co_await m_paused;
    co_return !mustStop();
}

} // namespace services
