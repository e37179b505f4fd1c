// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QUuid>

#include <vector>

namespace db {

/// The first half of an id. That two ids of one table share it is all but impossible as they are
/// random, yet whoever keeps halves has to ask for it (listids.h).
using HalfId = quint64;
[[nodiscard]] HalfId halfOf(const QUuid &id);
/// The least and the greatest id with this half.
[[nodiscard]] QUuid firstWith(HalfId half);
[[nodiscard]] QUuid lastWith(HalfId half);

/// A long sequence of ids in blocks, half of each: 8 bytes, any place reached at once, ids put in
/// and taken out in the middle without moving all that follow.
class IdSequence
{
public:
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] HalfId at(qint64 place) const;
    [[nodiscard]] QList<HalfId> slice(qint64 first, qint64 count) const;
    void append(HalfId id);
    void insert(qint64 place, HalfId id); ///< Before the one that is there.
    void remove(const QSet<HalfId> &ids);

private:
    using Block = std::vector<HalfId>;
    static constexpr std::size_t fullBlock = 4096;

    struct Position
    {
        std::size_t block;
        std::size_t inside;
    };
    [[nodiscard]] Position find(qint64 place) const;

    std::vector<Block> m_blocks;
    qint64 m_size = 0;
};

} // namespace db
