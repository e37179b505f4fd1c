// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array modeTexts{
    EnumText{SyncMode::Backfill, "backfill"_L1},
    EnumText{SyncMode::Reconcile, "reconcile"_L1},
    EnumText{SyncMode::Report, "report"_L1},
};
constexpr std::array stateTexts{
    EnumText{SyncState::Running, "running"_L1},   EnumText{SyncState::Paused, "paused"_L1},
    EnumText{SyncState::Canceled, "canceled"_L1}, EnumText{SyncState::Done, "done"_L1},
    EnumText{SyncState::Failed, "failed"_L1},
};

qint64 sumOf(const QList<SyncList> &lists, qint64 SyncList::*member)
{
    qint64 sum = 0;
    for (const SyncList &list : lists)
        sum += list.*member;
    return sum;
}

bool isRead(const SyncList &list)
{
    return list.phase == "done"_L1;
}

} // namespace

QString toText(SyncMode mode)
{
    return textOf(modeTexts, mode);
}

std::optional<SyncMode> syncModeFromText(QStringView text)
{
    return valueOf(modeTexts, text);
}

QString toText(SyncState state)
{
    return textOf(stateTexts, state);
}

std::optional<SyncState> syncStateFromText(QStringView text)
{
    return valueOf(stateTexts, text);
}

qint64 SyncRun::objects() const
{
    return sumOf(lists, &SyncList::objects);
}

qint64 SyncRun::differing() const
{
    return sumOf(lists, &SyncList::differing);
}

qint64 SyncRun::written() const
{
    return sumOf(lists, &SyncList::written);
}

const SyncList *SyncRun::current() const
{
    const auto it = std::ranges::find_if_not(lists, isRead);
    return it == lists.end() ? nullptr : &*it;
}

std::optional<double> SyncRun::share() const
{
    qint64 done = 0;
    qint64 all = 0;
    for (const SyncList &list : lists) {
        // A list that turns out longer than thought is one page from its end, as far as we know.
        const qint64 whole =
            isRead(list) ? list.objects : std::max(list.estimate, list.objects + 1);
        done += list.objects;
        all += whole;
        if (!isRead(list) && list.estimate == 0 && list.objects > 0)
            return std::nullopt;
    }
    if (all == 0)
        return lists.isEmpty() ? std::nullopt : std::optional(1.0);
    return static_cast<double>(done) / static_cast<double>(all);
}

} // namespace core
