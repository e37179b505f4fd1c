// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <optional>

namespace db {

/// Whether an object has reached a state it never leaves, and which of two such states wins.
struct Finality
{
    bool isTerminal = false;
    int rank = 0;
};

/// What decides which of two copies of an object is kept.
struct MirrorVersion
{
    Finality finality;
    QDateTime asOf;
    core::Snapshot::Source source = core::Snapshot::Source::Event;
    QString sourceId;
};

/// Where the events of one second stand to each other, when their previous_attributes tell.
enum class Placing { Unknown, Before, After };

struct MirrorVerdict
{
    bool isApplied = false;
    bool isDoubtful = false; ///< Stripe is to be asked.
};

/// The order rule of design §5.4 for a copy that meets a stored one. An answer of Stripe's is
/// applied, unless it is older than an end that it does not know of. Of two events the later second
/// wins, but an end is not undone; within a second the placing decides, else the greater (is
/// terminal, as_of, terminal rank, event id) until Stripe has been asked. The same for every order
/// in which a set of events comes.
[[nodiscard]] MirrorVerdict judge(const MirrorVersion &stored, bool isStoredDoubtful,
                                  const MirrorVersion &copy, Placing placing = Placing::Unknown);

/// The total order of events: negative where `a` comes before `b`.
[[nodiscard]] int compareEvents(const MirrorVersion &a, const MirrorVersion &b);

} // namespace db
