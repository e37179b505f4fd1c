// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace demo {

/// What a stream of numbers is drawn for. Each purpose has its own stream, so that a further draw
/// for one leaves all others as they were. The values are part of every world: never renumber.
enum class Purpose : quint64 {
    Place = 1,
    Name = 2,
    Contact = 3,
    Fate = 4,
    AddOns = 5,
    Subscription = 6, ///< Plus the slot in the upper half.
    Usage = 7,
    Metered = 8,
    Scenario = 9,
};

/// SplitMix64's finaliser: spreads each bit of `value` over the result.
[[nodiscard]] quint64 mix(quint64 value);
[[nodiscard]] quint64 mix(quint64 first, quint64 second, quint64 third = 0, quint64 fourth = 0);

/// SplitMix64. Integers only: the same numbers on every platform, which the distributions of the
/// standard library do not promise.
class Random
{
public:
    Random(quint64 seed, int tenant, Purpose purpose, quint64 part = 0);

    quint64 next();
    /// From 0 to `count` - 1; 0 when there is nothing to choose from.
    int below(int count);
    /// Both ends included; `low` when they are the wrong way round.
    qint64 between(qint64 low, qint64 high);
    bool chance(int perTenThousand);

private:
    quint64 m_state;
};

} // namespace demo
