// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/bulkload.h"

#include "db/pgconnection.h"
#include "db/session.h"

namespace db {
namespace {

// Each gives statements, the quoting done by the server. $1: the names of the tables.
constexpr const char *tablesMeant =
    "SELECT c.oid FROM pg_class c WHERE c.relkind = 'r' AND c.oid = ANY ($1::regclass[])";

QByteArray foreignKeys(const QByteArray &format, const QByteArray &further)
{
    return "SELECT format(" + format + ", k.conrelid::regclass, k.conname" + further
        + ") FROM pg_constraint k WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid IN ("
        + tablesMeant + ") ORDER BY k.conrelid::regclass::text, k.conname";
}

// Primary keys stay, since foreign keys hang on them.
QByteArray uniqueKeys(const QByteArray &format, const QByteArray &further)
{
    return "SELECT format(" + format + ", k.conrelid::regclass, k.conname" + further
        + ") FROM pg_constraint k WHERE k.contype = 'u' AND k.conrelid IN (" + tablesMeant
        + ") AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f'"
          " AND f.conindid = k.conindid) ORDER BY k.conrelid::regclass::text, k.conname";
}

QByteArray plainIndexes(const QByteArray &statement)
{
    return "SELECT " + statement
        + " FROM pg_index x WHERE NOT EXISTS (SELECT FROM pg_constraint k"
          " WHERE k.conindid = x.indexrelid) AND x.indrelid IN ("
        + tablesMeant + ") ORDER BY x.indexrelid::regclass::text";
}

QByteArray triggers(const QByteArray &verb)
{
    return "SELECT DISTINCT format('ALTER TABLE %s " + verb
        + " TRIGGER USER', t.tgrelid::regclass) FROM pg_trigger t"
          " WHERE NOT t.tgisinternal AND t.tgrelid IN ("
        + tablesMeant + ") ORDER BY 1";
}

} // namespace

core::Result<QList<QByteArray>> BulkLoad::statements(const QByteArray &sql,
                                                     const QStringList &tables)
{
    const core::Result<PgRows> rows = execute(m_session, sql, {PgArgument::texts(tables)});
    if (!rows)
        return core::passOn(rows);
    QList<QByteArray> found;
    for (int row = 0; row < rows->size(); ++row)
        found += rows->raw(row, 0);
    return found;
}

core::Result<> BulkLoad::run(const QList<QByteArray> &statements)
{
    for (const QByteArray &statement : statements) {
        if (const core::Result<PgRows> done = execute(m_session, statement); !done)
            return core::passOn(done);
    }
    return {};
}

core::Result<> BulkLoad::begin(const QStringList &tables)
{
    struct Kept
    {
        QByteArray remake;
        QByteArray drop;
        QList<QByteArray> *into;
    };
    const QByteArray dropConstraint = "'ALTER TABLE %s DROP CONSTRAINT %I'";
    const QByteArray addConstraint = "'ALTER TABLE %s ADD CONSTRAINT %I %s'";
    const QByteArray definition = ", pg_get_constraintdef(k.oid)";
    const QList<Kept> parts{
        {foreignKeys(addConstraint, definition), foreignKeys(dropConstraint, {}), &m_foreignKeys},
        {uniqueKeys(addConstraint, definition), uniqueKeys(dropConstraint, {}), &m_indexes},
        {plainIndexes("pg_get_indexdef(x.indexrelid)"),
         plainIndexes("format('DROP INDEX %s', x.indexrelid::regclass)"), &m_indexes},
        {triggers("ENABLE"), triggers("DISABLE"), &m_triggers},
    };
    for (const Kept &part : parts) {
        const auto remake = statements(part.remake, tables);
        if (!remake)
            return core::passOn(remake);
        *part.into += *remake;
        const auto drop = statements(part.drop, tables);
        if (!drop)
            return core::passOn(drop);
        if (const core::Result<> dropped = run(*drop); !dropped)
            return dropped;
    }
    // Sorting in memory; the server gives it back at the end of the transaction.
    return run({"SET LOCAL maintenance_work_mem = '512MB'"});
}

core::Result<> BulkLoad::restoreIndexes()
{
    if (const core::Result<> made = run(m_indexes); !made)
        return made;
    return run(m_triggers);
}

core::Result<> BulkLoad::restoreForeignKeys()
{
    return run(m_foreignKeys);
}

} // namespace db
