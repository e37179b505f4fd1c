// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/sync.h"
#include "services/bell.h"
#include "stripe/pagination.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

namespace db {
class Database;
class Session;
} // namespace db

namespace services {

class DriftAdopter;
struct SyncPage;
struct SyncSource;

struct SyncOptions
{
    std::chrono::milliseconds lease = std::chrono::seconds(30);
    std::chrono::milliseconds firstPause = std::chrono::seconds(5); ///< When Stripe fails; doubles.
    std::chrono::milliseconds longestPause = std::chrono::minutes(1);
    int mostFailures = 0; ///< In a row, then the run is let go; 0: never gives up.
};

/// Reads everything of Stripe, page by page, into the mirror or into a report of what differs. Its
/// place in each list commits with the page, so that it goes on there after any end. Works on the
/// open run of the database, whoever asked for it, behind everything interactive.
class SyncRunner : public QObject
{
    Q_OBJECT

public:
    SyncRunner(db::Database &database, stripe::Client &client, DriftAdopter &adopter,
               SyncOptions options = {}, QObject *parent = nullptr);

    void start(); ///< Looks for a run now, and every few seconds.
    void wake();
    /// Ends after the page under way; the run stays, to be gone on with.
    QCoro::Task<> stop();

Q_SIGNALS:
    void progressed(const core::SyncRun &run);
    /// Done, failed, or not ours any more: paused, canceled, given up for now.
    void left(const core::SyncRun &run);

private:
    enum class Outcome { Done, Stopped };

    QCoro::Task<> look();
    QCoro::Task<> work();
    QCoro::Task<Outcome> readLists();
    QCoro::Task<Outcome> readList(const SyncSource &source);
    QCoro::Task<bool> keepPage(stripe::Page page, const SyncSource &source);
    QCoro::Task<Outcome> findGone(const SyncSource &source);
    QCoro::Task<bool> askFor(QStringList ids, const SyncSource &source, SyncPage &page);
    QCoro::Task<Outcome> repair();
    QCoro::Task<Outcome> leaveOut(QString why);
    QCoro::Task<bool> commit(SyncPage page);
    QCoro::Task<bool> saveList(core::SyncList list);
    /// Waits after a failure; false when the run is to be let go.
    QCoro::Task<bool> pauseAfter(stripe::Failure failure);
    QCoro::Task<> finish();
    QCoro::Task<> renew(QString problem);
    QCoro::Task<> tellLeft();
    [[nodiscard]] core::SyncList *list(const QString &kind);
    [[nodiscard]] bool mustStop() const { return m_isStopping || m_isLost; }

    db::Database &m_database;
    stripe::Client &m_client;
    DriftAdopter &m_adopter;
    const SyncOptions m_options;
    const QString m_name; ///< Whom the claim names.
    core::SyncRun m_run;
    core::SyncList m_list; ///< The one being read, as committed.
    stripe::Failure m_failure;
    QTimer m_poll;
    QTimer m_heartbeat;
    QTimer m_pause;
    Bell m_paused;
    Bell m_idle;
    int m_failures = 0;
    bool m_isBusy = false;
    bool m_isLost = false;
    bool m_isStopping = false;
};

} // namespace services
