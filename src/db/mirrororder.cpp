// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrororder.h"

namespace db {
namespace {

using Source = core::Snapshot::Source;

MirrorVerdict judgeAnswer(const MirrorVersion &stored, bool isStoredDoubtful,
                          const MirrorVersion &copy)
{
    // An answer that is older than the end of the object: it was on its way while that came.
    if (stored.finality.isTerminal && !copy.finality.isTerminal && stored.asOf > copy.asOf)
        return {.isApplied = false, .isDoubtful = true};
    // The answer to a POST, written after an event that overtook it; an answer that was asked for
    // because of a doubt settles it.
    const bool isOvertaken = stored.source == Source::Event && stored.asOf >= copy.asOf;
    return {.isApplied = true, .isDoubtful = !isStoredDoubtful && isOvertaken};
}

MirrorVerdict judgeSameSecond(const MirrorVersion &stored, bool isStoredDoubtful,
                              const MirrorVersion &copy, Placing placing)
{
    const bool undoesAnEnd = stored.finality.isTerminal && !copy.finality.isTerminal;
    const bool endsIt = copy.finality.isTerminal && !stored.finality.isTerminal;
    if (stored.source != Source::Event) // the event may be newer than the answer, or older
        return {.isApplied = endsIt, .isDoubtful = true};
    if (placing == Placing::After && !undoesAnEnd)
        return {.isApplied = true, .isDoubtful = isStoredDoubtful};
    if (placing == Placing::Before && !endsIt)
        return {.isApplied = false, .isDoubtful = isStoredDoubtful};
    return {.isApplied = compareEvents(copy, stored) > 0, .isDoubtful = true};
}

} // namespace

int compareEvents(const MirrorVersion &a, const MirrorVersion &b)
{
    if (a.finality.isTerminal != b.finality.isTerminal)
        return a.finality.isTerminal ? 1 : -1;
    if (a.asOf != b.asOf)
        return a.asOf > b.asOf ? 1 : -1;
    if (a.finality.rank != b.finality.rank)
        return a.finality.rank > b.finality.rank ? 1 : -1;
    return a.sourceId.compare(b.sourceId);
}

MirrorVerdict judge(const MirrorVersion &stored, bool isStoredDoubtful, const MirrorVersion &copy,
                    Placing placing)
{
    if (copy.source != Source::Event)
        return judgeAnswer(stored, isStoredDoubtful, copy);
    if (stored.source == Source::Event && stored.sourceId == copy.sourceId)
        return {.isApplied = false, .isDoubtful = isStoredDoubtful}; // the same event again
    if (stored.asOf == copy.asOf)
        return judgeSameSecond(stored, isStoredDoubtful, copy, placing);
    const bool wins = compareEvents(copy, stored) > 0;
    const MirrorVersion &winner = wins ? copy : stored;
    const MirrorVersion &loser = wins ? stored : copy;
    // Something went on after the end: Stripe knows what.
    const bool isUndone =
        winner.finality.isTerminal && !loser.finality.isTerminal && loser.asOf > winner.asOf;
    return {.isApplied = wins, .isDoubtful = isStoredDoubtful || isUndone};
}

} // namespace db
