// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listplaces.h"

#include "db/listids.h"
#include "db/listrows.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace db {
namespace {

/// A row without a place yet: it belongs somewhere from `low` to `high`.
struct Search
{
    qint64 low = 0;
    qint64 high = 0;
    [[nodiscard]] bool isOpen() const { return low < high; }
};

/// Rows looked at in one round and one search: three rounds find a place among a million. The
/// first round is the same for all.
constexpr qint64 firstProbes = 512;
constexpr qint64 laterProbes = 48;

void addProbes(const Search &search, qint64 probes, std::set<qint64> &places)
{
    const qint64 length = search.high - search.low;
    if (length <= probes) {
        for (qint64 place = search.low; place < search.high; ++place)
            places.insert(place);
        return;
    }
    for (qint64 probe = 1; probe <= probes; ++probe)
        places.insert(search.low + length * probe / (probes + 1));
}

class PlaceFinder
{
public:
    PlaceFinder(const IdSequence &ids, const QList<QUuid> &fresh)
        : m_ids(ids)
        , m_fresh(fresh)
        , m_searches(fresh.size(), Search{0, ids.size()})
    {
    }

    [[nodiscard]] bool isDone() const { return std::ranges::none_of(m_searches, &Search::isOpen); }
    /// The rows that the next round compares with.
    [[nodiscard]] QList<HalfId> nextProbes()
    {
        std::set<qint64> places;
        for (const Search &search : m_searches) {
            if (search.isOpen())
                addProbes(search, m_isFirst ? firstProbes : laterProbes, places);
        }
        m_isFirst = false;
        m_places = QList<qint64>(places.begin(), places.end());
        QList<HalfId> probes;
        for (const qint64 place : places)
            probes += m_ids.at(place);
        return probes;
    }
    /// What the database is to sort: the probes, whose ids these are, and what has no place yet.
    [[nodiscard]] QList<QUuid> compared(const QList<QUuid> &probes)
    {
        QList<QUuid> compared = probes;
        m_probes.clear();
        for (qsizetype i = 0; i < probes.size(); ++i)
            m_probes.insert(probes.at(i), m_places.at(i));
        for (qsizetype i = 0; i < m_fresh.size(); ++i) {
            if (m_searches.at(i).isOpen())
                compared += m_fresh.at(i);
        }
        return compared;
    }
    /// Takes them as the database has sorted them. False where the probes contradict their places.
    [[nodiscard]] bool take(const QList<QUuid> &sorted)
    {
        qint64 before = -1;
        for (const QUuid &id : sorted) {
            const auto probe = m_probes.constFind(id);
            if (probe == m_probes.cend())
                continue;
            if (*probe <= before)
                return false;
            before = *probe;
        }
        narrow(sorted);
        return true;
    }
    [[nodiscard]] QList<qint64> places() const
    {
        QList<qint64> places;
        for (const Search &search : m_searches)
            places += search.low;
        return places;
    }

private:
    void narrow(const QList<QUuid> &sorted)
    {
        QHash<QUuid, qsizetype> numbers;
        for (qsizetype i = 0; i < m_fresh.size(); ++i)
            numbers.insert(m_fresh.at(i), i);
        qint64 before = 0;
        for (const QUuid &id : sorted) {
            if (const auto probe = m_probes.constFind(id); probe != m_probes.cend())
                before = *probe + 1;
            else if (Search &search = m_searches[numbers.value(id)]; search.low < before)
                search.low = before;
        }
        qint64 after = m_ids.size();
        for (auto id = sorted.crbegin(); id != sorted.crend(); ++id) {
            if (const auto probe = m_probes.constFind(*id); probe != m_probes.cend())
                after = *probe;
            else if (Search &search = m_searches[numbers.value(*id)]; search.high > after)
                search.high = after;
        }
    }

    const IdSequence &m_ids;
    const QList<QUuid> &m_fresh;
    QList<Search> m_searches;
    QList<qint64> m_places;        ///< Of this round's probes.
    QHash<QUuid, qint64> m_probes; ///< The same by id.
    bool m_isFirst = true;
};

} // namespace

core::Result<std::optional<QList<qint64>>> findPlaces(Session &session,
                                                      const core::ListQuery &query,
                                                      const IdSequence &ids,
                                                      const QList<QUuid> &fresh)
{
    PlaceFinder finder(ids, fresh);
    while (!finder.isDone()) {
        const QList<HalfId> probes = finder.nextProbes();
        const auto whole = wholeIds(session, query.list, probes);
        if (!whole)
            return core::passOn(whole);
        if (!*whole || (*whole)->size() != probes.size())
            return std::optional<QList<qint64>>();
        const QList<QUuid> compared = finder.compared(**whole);
        core::Result<ListStatement> statement =
            ListStatement::from(query, ListBinds::Style::Numbered);
        if (!statement)
            return core::passOn(statement);
        const QString sql = statement->sortedIds(compared);
        const core::Result<PgRows> answer = runStatement(session, sql, *statement);
        if (!answer)
            return core::passOn(answer);
        QList<QUuid> sorted;
        for (int row = 0; row < answer->size(); ++row)
            sorted += QUuid(answer->text(row, 0));
        if (sorted.size() != compared.size() || !finder.take(sorted))
            return std::optional<QList<qint64>>();
    }
    return std::optional(finder.places());
}

} // namespace db
