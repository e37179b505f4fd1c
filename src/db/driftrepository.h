// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/mirrorcompare.h"

#include <QDateTime>

namespace db {

/// A field that differs, with what hangs on it.
struct DriftRow
{
    QString rowId = {}; ///< Ours, of a stored one.
    QString kind;
    QString stripeId;
    QString what; ///< differs, missing_here, missing_there.
    QString field;
    QString here;
    QString there;
    QUuid tenantId;
    QString customerId;
    std::optional<qint64> stake;
    qint64 objectStake = 0; ///< What hangs on the object as a whole: its rows are sorted by it.
    QString currency;
    QDateTime asOf;
};

struct DriftingObject
{
    QString kind;
    QString stripeId;
    QString adoptedBy;
    QString what;
    QUuid tenantId;
    bool operator==(const DriftingObject &) const = default;
};

/// An event of Stripe's that would have told of a difference.
struct TellingEvent
{
    QString id;
    QString type;
    QDateTime created;
    QString state; ///< As it lies in the inbox; empty: it never came.
};

/// Table drift: what the last comparison found different, and what became of it.
class DriftRepository
{
public:
    explicit DriftRepository(Session &session)
        : m_session(session)
    {
    }

    core::Result<> record(const QUuid &run, const QList<DriftRow> &rows);
    /// Rows of these objects that this run did not find again: they agree now.
    core::Result<> settle(const QUuid &run, const QString &kind, const QStringList &stripeIds);
    /// Objects that the mirror has and Stripe has not, as rows to be recorded.
    core::Result<QList<DriftRow>> missingThere(const QString &kind, const QStringList &stripeIds,
                                               const QDateTime &asOf);

    /// Staff ask; without ids for everything. Gives the number of objects.
    core::Result<qint64> requestAdoption(const QList<QUuid> &rows);
    /// What a run found; but for what Stripe has no more, which people decide.
    core::Result<qint64> requestAdoptionOf(const QUuid &run, const QString &actor);
    core::Result<QList<DriftingObject>> toAdopt(int limit);
    core::Result<qint64> waiting(); ///< Objects still to be adopted.
    /// Closes an object's rows as adopted, with an audit row that tells both sides.
    core::Result<> adopted(const DriftingObject &object, const QString &requestId);
    core::Result<> failed(const DriftingObject &object, const QString &why);
    /// What Stripe has no more is told to be gone here too.
    core::Result<> setGone(const DriftingObject &object, const QDateTime &asOf,
                           const QString &requestId);

    /// Objects of a run whose difference no event explains yet, and since when they are that way.
    core::Result<QStringList> unexplained(const QUuid &run, const QString &kind);
    /// By the newest event in the inbox that is in one of these states.
    core::Result<> explainFromInbox(const QUuid &run, const QStringList &states);
    core::Result<> explain(const QUuid &run, const QString &kind, const QString &stripeId,
                           const TellingEvent &event);
    /// Which of these events never came in.
    core::Result<QStringList> neverReceived(const QStringList &eventIds);
    core::Result<qint64> open(); ///< Rows.
    /// Those that are open, most money first.
    core::Result<QList<DriftRow>> openRows(const QString &afterRow, int limit);

private:
    Session &m_session;
};

} // namespace db
