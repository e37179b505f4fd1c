// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/partitions.h"

#include "db/pgconnection.h"
#include "db/session.h"

#include <QLoggingCategory>

namespace db {

Q_LOGGING_CATEGORY(logPartitions, "oms.db.partitions")

namespace {

core::Result<> createMonths(pg_conn *connection, PartitionReport &report)
{
    const core::Result<PgRows> rows =
        execute(connection,
                "SELECT created_partition, rows_moved FROM ensure_partitions() "
                "ORDER BY created_partition");
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row) {
        report.created << rows->text(row, 0);
        report.moved += rows->number(row, 1);
    }
    return {};
}

core::Result<> countStrays(pg_conn *connection, PartitionReport &report)
{
    const core::Result<PgRows> defaults = execute(connection, R"(
        SELECT c.relname, p.relname
          FROM pg_partitioned_table t
          JOIN pg_class c ON c.oid = t.partdefid
          JOIN pg_class p ON p.oid = t.partrelid
         WHERE p.relnamespace = 'public'::regnamespace
         ORDER BY c.relname)");
    if (!defaults)
        return core::passOn(defaults);
    for (int row = 0; row < defaults->size(); ++row) {
        const core::Result<PgRows> count =
            execute(connection, "SELECT count(*) FROM " + quoteIdentifier(defaults->raw(row, 0)));
        if (!count)
            return core::passOn(count);
        if (count->number(0, 0) > 0)
            report.strays.append({defaults->text(row, 1), count->number(0, 0)});
    }
    return {};
}

} // namespace

core::Result<PartitionReport> keepPartitions(Session &session)
{
    return keepPartitions(session.native());
}

core::Result<PartitionReport> keepPartitions(pg_conn *connection)
{
    PartitionReport report;
    const core::Result<PgRows> known =
        execute(connection, "SELECT to_regprocedure('ensure_partitions(date)') IS NOT NULL");
    if (!known)
        return core::passOn(known);
    if (!known->isTrue(0, 0))
        return report;
    core::Result<> done = createMonths(connection, report);
    if (done)
        done = countStrays(connection, report);
    if (!done)
        return core::passOn(done);
    for (const PartitionReport::Stray &stray : std::as_const(report.strays))
        qCWarning(logPartitions).noquote()
            << stray.rows << "rows of" << stray.table << "lie outside the known months";
    return report;
}

} // namespace db
