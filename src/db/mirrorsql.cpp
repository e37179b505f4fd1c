// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorsql.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

using Source = core::Snapshot::Source;

constexpr std::array sourceTexts{std::pair{Source::Event, "event"_L1},
                                 std::pair{Source::Fetch, "fetch"_L1},
                                 std::pair{Source::Seed, "seed"_L1}};

// The customer of what comes in, as `c`: one look into the index each, never all customers.
constexpr auto joinCustomer =
    " LEFT JOIN LATERAL (SELECT k.tenant_id FROM stripe_customers k"
    " WHERE k.stripe_customer_id = x.stripe_customer_id LIMIT 1) c ON true";

/// The columns one after the other: in the list of names, as an array that comes in as `x`, as what
/// is inserted, as what is updated from `excluded`.
class WriteSql
{
public:
    void add(QLatin1StringView name, QLatin1StringView type, QLatin1StringView arrayType,
             const PgArgument &values, bool isKept = false)
    {
        m_arguments.append(values);
        const QByteArray text = latin1(name);
        m_arrays.append('$' + QByteArray::number(m_arguments.size()) + "::" + latin1(arrayType)
                        + "[]");
        m_fields.append(text);
        const bool isSame = type == arrayType;
        addMade(name, "x." + text + (isSame ? "" : "::" + latin1(type)),
                isKept ? "coalesce(excluded." + text + ", t." + text + ')' : "excluded." + text);
    }
    void addMade(QLatin1StringView name, const QByteArray &inserted, const QByteArray &updated)
    {
        const QByteArray text = latin1(name);
        m_names.append(text);
        m_inserted.append(inserted);
        m_updated.append(text + " = " + updated);
    }
    [[nodiscard]] MirrorWrite write(const MirrorTable &table, bool isFresh) const
    {
        const QByteArray name = latin1(table.name);
        const QByteArray id = latin1(table.idColumn);
        const QByteArray names = m_names.join(", ");
        const QByteArray given = "SELECT " + m_inserted.join(", ") + " FROM unnest("
            + m_arrays.join(", ") + ") AS x (" + m_fields.join(", ") + ')'
            + (table.link == TenantLink::ByCustomer ? joinCustomer : "");
        const QByteArray told =
            " RETURNING t." + id + ", t.id, " + tenantOf(table) + ", " + auditObject(table);
        if (isFresh)
            return {"INSERT INTO " + name + " AS t (" + names + ") " + given + told, m_arguments};
        return {"UPDATE " + name + " AS t SET " + m_updated.join(", ") + " FROM (" + given
                    + ") AS excluded (" + names + ") WHERE t." + id + " = excluded." + id + told,
                m_arguments};
    }

private:
    QByteArrayList m_names, m_arrays, m_fields, m_inserted, m_updated;
    QList<PgArgument> m_arguments;
};

PgArgument timesOf(const QVariantList &values)
{
    QList<QDateTime> times;
    for (const QVariant &value : values)
        times.append(value.toDateTime());
    return PgArgument::times(times);
}

PgArgument numbersOf(const QVariantList &values)
{
    QList<std::optional<qint64>> numbers;
    for (const QVariant &value : values)
        numbers.append(value.isNull() ? std::nullopt : std::optional(value.toLongLong()));
    return PgArgument::optionalNumbers(numbers);
}

PgArgument textsOf(const QVariantList &values)
{
    QStringList texts;
    for (const QVariant &value : values)
        texts.append(textOf(value));
    return PgArgument::texts(texts);
}

/// Times and amounts come as what they are; all else as text, which the statement reads.
void addColumn(WriteSql &sql, const MirrorColumn &column, const QVariantList &values, bool isKept)
{
    if (column.type == "timestamptz"_L1)
        sql.add(column.name, column.type, column.type, timesOf(values), isKept);
    else if (column.type == "bigint"_L1)
        sql.add(column.name, column.type, column.type, numbersOf(values), isKept);
    else
        sql.add(column.name, column.type, "text"_L1, textsOf(values), isKept);
}

void addColumns(WriteSql &sql, const MirrorTable &table, const QList<MirrorCopy> &copies)
{
    QStringList ids;
    for (const MirrorCopy &copy : copies)
        ids.append(copy.stripeId);
    sql.add(table.idColumn, "text"_L1, "text"_L1, PgArgument::texts(ids));
    for (const MirrorColumn &column : table.columns) {
        QVariantList values;
        values.reserve(copies.size());
        const QString name = column.name;
        for (const MirrorCopy &copy : copies)
            values.append(copy.values.value(name));
        addColumn(sql, column, values, column.name == table.untoldColumn);
    }
}

void addSnapshots(WriteSql &sql, const QList<MirrorCopy> &copies)
{
    QList<bool> livemode, terminal, doubtful;
    QStringList versions, sources, sourceIds;
    QList<QByteArray> raw;
    QList<QDateTime> asOf;
    QList<qint64> ranks;
    for (const MirrorCopy &copy : copies) {
        const core::Snapshot &snapshot = copy.snapshot;
        livemode.append(snapshot.livemode);
        versions.append(textOrNull(snapshot.apiVersion).toString());
        raw.append(snapshot.rawText.isEmpty() ? jsonbBytes(snapshot.raw) : snapshot.rawText);
        asOf.append(snapshot.asOf);
        sources.append(textOf(snapshot.source));
        sourceIds.append(snapshot.sourceId.isNull() ? u""_s : snapshot.sourceId);
        terminal.append(copy.finality.isTerminal);
        ranks.append(copy.finality.rank);
        doubtful.append(copy.isDoubtful || !copy.isWhole);
    }
    sql.add("livemode"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(livemode));
    sql.add("api_version"_L1, "text"_L1, "text"_L1, PgArgument::texts(versions));
    sql.add("raw"_L1, "jsonb"_L1, "text"_L1, PgArgument::utf8(raw));
    sql.add("as_of"_L1, "timestamptz"_L1, "timestamptz"_L1, PgArgument::times(asOf));
    sql.add("source"_L1, "text"_L1, "text"_L1, PgArgument::texts(sources));
    sql.add("source_id"_L1, "text"_L1, "text"_L1, PgArgument::texts(sourceIds));
    sql.add("is_terminal"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(terminal));
    sql.add("terminal_rank"_L1, "smallint"_L1, "bigint"_L1, PgArgument::numbers(ranks));
    sql.add("needs_fetch"_L1, "boolean"_L1, "boolean"_L1, PgArgument::truths(doubtful));
}

} // namespace

MirrorWrite mirrorWriteOf(const QList<MirrorCopy> &copies, bool isFresh)
{
    const MirrorTable &table = *copies.first().table;
    WriteSql sql;
    addColumns(sql, table, copies);
    addSnapshots(sql, copies);
    if (table.link == TenantLink::ByCustomer)
        sql.addMade("tenant_id"_L1, "c.tenant_id", "coalesce(excluded.tenant_id, t.tenant_id)");
    for (const MadeColumn &made : table.made)
        sql.addMade(made.name, latin1(made.inserted), latin1(made.updated));
    return sql.write(table, isFresh);
}

QByteArray latin1(QLatin1StringView literal)
{
    return QByteArray(literal.data(), literal.size());
}

QByteArray auditObject(const MirrorTable &table)
{
    QByteArrayList pairs;
    for (const QLatin1StringView column : table.auditColumns)
        pairs.append('\'' + latin1(column) + "', t." + latin1(column));
    return "jsonb_build_object(" + pairs.join(", ") + ')';
}

QByteArray tenantOf(const MirrorTable &table)
{
    return table.link == TenantLink::None ? "NULL::uuid" : "t.tenant_id";
}

QString textOf(const QVariant &value)
{
    return value.isNull() ? QString() : value.toString();
}

QString textOf(Source source)
{
    const auto it =
        std::ranges::find(sourceTexts, source, &decltype(sourceTexts)::value_type::first);
    return it->second;
}

Source sourceFrom(const QString &text)
{
    const auto it =
        std::ranges::find_if(sourceTexts, [&](const auto &s) { return s.second == text; });
    return it == sourceTexts.end() ? Source::Event : it->first;
}

} // namespace db
