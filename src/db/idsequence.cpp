// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/idsequence.h"

#include <algorithm>
#include <bitset>

namespace db {
namespace {

/// Says of most ids that are not in a small set that they are not: a look instead of a hash.
class Sieve
{
public:
    explicit Sieve(const QSet<HalfId> &ids)
    {
        for (const HalfId id : ids)
            m_bits.set(id >> shift);
    }
    [[nodiscard]] bool mayHold(HalfId id) const { return m_bits[id >> shift]; }

private:
    static constexpr int shift = 48;
    std::bitset<1 << 16> m_bits;
};

} // namespace

HalfId halfOf(const QUuid &id)
{
    return HalfId(id.data1) << 32 | HalfId(id.data2) << 16 | HalfId(id.data3);
}

QUuid firstWith(HalfId half)
{
    return {uint(half >> 32), ushort(half >> 16), ushort(half), 0, 0, 0, 0, 0, 0, 0, 0};
}

QUuid lastWith(HalfId half)
{
    return {
        uint(half >> 32), ushort(half >> 16), ushort(half), 255, 255, 255, 255, 255, 255, 255, 255};
}

IdSequence::Position IdSequence::find(qint64 place) const
{
    auto left = static_cast<std::size_t>(place);
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        if (left < m_blocks[block].size())
            return {block, left};
        left -= m_blocks[block].size();
    }
    return {m_blocks.size(), 0};
}

HalfId IdSequence::at(qint64 place) const
{
    const Position found = find(place);
    return m_blocks[found.block][found.inside];
}

QList<HalfId> IdSequence::slice(qint64 first, qint64 count) const
{
    QList<HalfId> ids;
    Position at = find(first);
    while (at.block < m_blocks.size() && ids.size() < count) {
        const Block &block = m_blocks[at.block];
        if (at.inside < block.size())
            ids += block[at.inside++];
        else
            at = {at.block + 1, 0};
    }
    return ids;
}

void IdSequence::append(HalfId id)
{
    if (m_blocks.empty() || m_blocks.back().size() >= fullBlock) {
        m_blocks.emplace_back();
        m_blocks.back().reserve(fullBlock);
    }
    m_blocks.back().push_back(id);
    ++m_size;
}

void IdSequence::insert(qint64 place, HalfId id)
{
    if (place >= m_size)
        return append(id);
    const Position at = find(place);
    Block &block = m_blocks[at.block];
    block.insert(block.begin() + static_cast<std::ptrdiff_t>(at.inside), id);
    ++m_size;
    if (block.size() < 2 * fullBlock)
        return;
    const auto middle = block.begin() + static_cast<std::ptrdiff_t>(fullBlock);
    Block rest(middle, block.end());
    block.erase(middle, block.end());
    m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(at.block) + 1, std::move(rest));
}

void IdSequence::remove(const QSet<HalfId> &ids)
{
    const Sieve sieve(ids);
    qsizetype left = ids.size();
    for (Block &block : m_blocks) {
        if (left == 0)
            return;
        const auto removed =
            std::erase_if(block, [&](HalfId id) { return sieve.mayHold(id) && ids.contains(id); });
        left -= static_cast<qsizetype>(removed);
        m_size -= static_cast<qint64>(removed);
    }
}

} // namespace db
