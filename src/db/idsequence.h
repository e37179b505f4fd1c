// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QUuid>

#include <vector>

namespace db {

/// A long sequence of ids in blocks: 16 bytes each, any place reached at once, ids put in and taken
/// out in the middle without moving all that follow.
class IdSequence
{
public:
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QUuid at(qint64 place) const;
    [[nodiscard]] QList<QUuid> slice(qint64 first, qint64 count) const;
    void append(const QUuid &id);
    void insert(qint64 place, const QUuid &id); ///< Before the one that is there.
    void remove(const QSet<QUuid> &ids);

private:
    using Block = std::vector<QUuid>;
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
