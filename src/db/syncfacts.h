// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <span>

// What the mirror is to those who read all of Stripe: one row for each kind of object. Everything
// here is a literal of ours.
namespace db {

struct SyncFacts
{
    QLatin1StringView kind; ///< Stripe's `object` member.
    QLatin1StringView table;
    QLatin1StringView idColumn;
    QLatin1StringView isGone;   ///< Condition on `t`: known not to be at Stripe any more.
    QLatin1StringView setGone;  ///< What makes it so.
    QLatin1StringView customer; ///< Whose it is, of `t`; empty: nobody's.
    QLatin1StringView tenant;
    QLatin1StringView stake; ///< What a whole object is worth, of `t`: minor units.
    QLatin1StringView currency;
    /// A difference in one of these is worth the difference itself …
    std::span<const QLatin1StringView> amounts;
    /// … in one of these, the whole object; in any other field nothing.
    std::span<const QLatin1StringView> decisive;
};

[[nodiscard]] std::span<const SyncFacts> syncFacts(); ///< In the order they are read in.
[[nodiscard]] const SyncFacts *syncFactsOf(QStringView kind);

} // namespace db
