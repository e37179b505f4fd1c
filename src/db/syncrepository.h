// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sync.h"

#include <QStringList>

#include <chrono>

namespace db {

class Session;

/// Runs that read everything of Stripe, and their place in each list: tables sync_runs,
/// sync_cursors and sync_seen. One run is open at a time; whoever works on it holds its claim,
/// which runs out by itself when its program dies.
class SyncRepository
{
public:
    explicit SyncRepository(Session &session)
        : m_session(session)
    {
    }

    /// Errors: Conflict while one is open.
    core::Result<QUuid> request(core::SyncMode mode);
    /// Pauses, goes on, cancels. Errors: Conflict where it has moved on.
    core::Result<> steer(const QUuid &run, core::SyncState wanted);
    core::Result<std::optional<core::SyncRun>> latest(); ///< The open one, else the last.
    core::Result<core::SyncRun> run(const QUuid &id);

    /// Takes the running run that nobody holds, or only one who is known to be dead; nothing where
    /// there is none. Makes its cursors.
    core::Result<std::optional<core::SyncRun>>
    claim(const QString &who, std::chrono::milliseconds lease, const QString &dead = {});
    /// Keeps the claim; false when it was lost, or somebody paused or canceled the run.
    core::Result<bool> renew(const QUuid &run, const QString &who, std::chrono::milliseconds lease,
                             const QString &problem = {});
    core::Result<> letGo(const QUuid &run, const QString &who);
    /// Errors: Conflict when the list is not where this reader left it.
    core::Result<> saveList(const QUuid &run, const core::SyncList &list,
                            const QString &cursorBefore, const QString &phaseBefore);
    /// A further list of the run, beside those of the mirror's tables.
    core::Result<> addList(const QUuid &run, const QString &kind, qint64 estimate);
    core::Result<> finish(const QUuid &run, core::SyncState state, const QString &problem);

    core::Result<> noteSeen(const QUuid &run, const QString &kind, const QStringList &ids);
    /// Ids of a kind that the run did not see though they were here before it, in their order.
    core::Result<QStringList> unseen(const QUuid &run, const QString &kind, const QString &after,
                                     int limit);

    core::Result<> requestEventPoll(); ///< The engine hears of it by the change feed.
    core::Result<core::EventGap> eventGap();
    /// Events from here on may have been forgotten before they were read.
    core::Result<> noteEventGap(const QDateTime &from);

private:
    core::Result<QList<core::SyncList>> lists(const QUuid &run);
    core::Result<std::optional<core::SyncRun>> one(const QString &which, const QVariantMap &binds);

    Session &m_session;
};

} // namespace db
