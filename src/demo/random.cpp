// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/random.h"

namespace demo {
namespace {

constexpr quint64 goldenGamma = 0x9e3779b97f4a7c15U;

} // namespace

quint64 mix(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

quint64 mix(quint64 first, quint64 second, quint64 third, quint64 fourth)
{
    quint64 value = mix(first + goldenGamma);
    value = mix(value ^ (second + 2 * goldenGamma));
    value = mix(value ^ (third + 3 * goldenGamma));
    return mix(value ^ (fourth + 4 * goldenGamma));
}

Random::Random(quint64 seed, int tenant, Purpose purpose, quint64 part)
    : m_state(mix(seed, static_cast<quint64>(tenant), static_cast<quint64>(purpose), part))
{
}

quint64 Random::next()
{
    m_state += goldenGamma;
    return mix(m_state);
}

int Random::below(int count)
{
    return count <= 0 ? 0 : static_cast<int>(next() % static_cast<quint64>(count));
}

qint64 Random::between(qint64 low, qint64 high)
{
    if (high <= low)
        return low;
    return low + static_cast<qint64>(next() % static_cast<quint64>(high - low + 1));
}

bool Random::chance(int perTenThousand)
{
    return below(10000) < perTenThousand;
}

} // namespace demo
