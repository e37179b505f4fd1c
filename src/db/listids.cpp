// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listids.h"

#include "db/listdefinitions.h"
#include "db/pgconnection.h"
#include "db/pgcopy.h"
#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

PgArgument bounds(const QList<HalfId> &halves, QUuid (*bound)(HalfId))
{
    QStringList texts;
    texts.reserve(halves.size());
    for (const HalfId half : halves)
        texts += bound(half).toString(QUuid::WithoutBraces);
    return PgArgument::texts(texts);
}

} // namespace

core::Result<std::optional<QList<QUuid>>> wholeIds(Session &session, core::ListId list,
                                                   const QList<HalfId> &halves)
{
    const ListFacts &facts = factsOf(list);
    // One key look-up for each; the second row with a half would be enough to know of.
    const QString sql = u"SELECT found.id FROM unnest($1::text[], $2::text[]) WITH ORDINALITY"
                        " AS half (low, high, number) CROSS JOIN LATERAL (SELECT "_s
        + facts.id + u" AS id FROM "_s + facts.table + u" WHERE "_s + facts.id
        + u" BETWEEN half.low::uuid AND half.high::uuid ORDER BY "_s + facts.id
        + u" LIMIT 2) AS found ORDER BY half.number, found.id"_s;
    const core::Result<PgRows> rows =
        execute(session, sql.toUtf8(), {bounds(halves, firstWith), bounds(halves, lastWith)});
    if (!rows)
        return core::passOn(rows);
    QList<QUuid> ids;
    ids.reserve(rows->size());
    QSet<HalfId> seen;
    for (int row = 0; row < rows->size(); ++row) {
        ids += QUuid(rows->text(row, 0));
        const HalfId half = halfOf(ids.constLast());
        if (seen.contains(half))
            return std::optional<QList<QUuid>>();
        seen.insert(half);
    }
    return std::optional(ids);
}

core::Result<> copyIds(Session &session, const ListStatement &statement,
                       const std::function<void(const QUuid &)> &take,
                       const std::atomic_bool &canceled)
{
    const auto takeLine = [&take](QByteArrayView line) -> core::Result<> {
        take(QUuid::fromString(QLatin1StringView(line.first(36))));
        return {};
    };
    using Part = ListStatement::Part;
    for (const Part part :
         statement.isSplit() ? QList{Part::WithValue, Part::WithoutValue} : QList{Part::All}) {
        const core::Result<qint64> copied = copyOut(session, statement.copyIds(part),
                                                    statement.binds().values(), takeLine, canceled);
        if (!copied)
            return core::passOn(copied);
    }
    return {};
}

} // namespace db
