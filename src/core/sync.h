// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace core {

/// What reading all of Stripe's objects is for.
enum class SyncMode {
    Backfill,  ///< What is not as Stripe says is written at once.
    Reconcile, ///< It is reported field by field first, then repaired.
    Report,    ///< It is reported, nothing else.
};
[[nodiscard]] QString toText(SyncMode mode);
[[nodiscard]] std::optional<SyncMode> syncModeFromText(QStringView text);

enum class SyncState { Running, Paused, Canceled, Done, Failed };
[[nodiscard]] QString toText(SyncState state);
[[nodiscard]] std::optional<SyncState> syncStateFromText(QStringView text);

/// How far one of Stripe's lists has been read.
struct SyncList
{
    QString kind;  ///< Stripe's `object` member: "invoice".
    QString phase; ///< list, gone (looking for what Stripe has no more), done.
    QString cursor;
    QDateTime cursorCreated;
    qint64 pages = 0;
    qint64 objects = 0;
    qint64 estimate = 0; ///< As many as were here before; Stripe tells no number.
    qint64 written = 0;
    qint64 differing = 0; ///< Objects.
    qint64 unreadable = 0;
    QString problem; ///< Why it was left out; else empty.
};

/// One reading of everything, from the row that asked for it to its end.
struct SyncRun
{
    QUuid id;
    SyncMode mode = SyncMode::Backfill;
    SyncState state = SyncState::Running;
    QString requestedBy;
    QDateTime startedAt;
    QDateTime finishedAt;
    QString claimedBy; ///< Who works on it now; empty: nobody.
    QString problem;   ///< What it waits for, or failed of.
    QList<SyncList> lists;

    [[nodiscard]] bool isOpen() const
    {
        return state == SyncState::Running || state == SyncState::Paused;
    }
    [[nodiscard]] qint64 objects() const;
    [[nodiscard]] qint64 differing() const;
    [[nodiscard]] qint64 written() const;
    [[nodiscard]] const SyncList *current() const; ///< The list being read; null at the end.
    /// 0 to 1, by the estimates; nothing while there is none to go by.
    [[nodiscard]] std::optional<double> share() const;
};

/// How far Stripe's own list of events reaches back to what was read of it.
struct EventGap
{
    QDateTime listedUntil; ///< Invalid: never read.
    QDateTime gapFrom;     ///< Valid: what happened from here on was forgotten before it was read.
    int daysBehind = 0;
    [[nodiscard]] bool isNear() const { return !gapFrom.isValid() && daysBehind >= 25; }
    [[nodiscard]] bool isBeyond() const { return gapFrom.isValid() || daysBehind >= 30; }
};

} // namespace core
