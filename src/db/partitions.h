// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

struct pg_conn;

namespace db {

class Session;

/// What keepPartitions() did and what it found.
struct PartitionReport
{
    struct Stray
    {
        QString table;
        qint64 rows = 0; ///< In the DEFAULT partition: months nobody expected.
    };
    QStringList created; ///< Names of new monthly partitions.
    qint64 moved = 0;    ///< Rows that lay in a DEFAULT partition and went to their month.
    QList<Stray> strays; ///< Empty when all is well.
};

/// Makes the monthly partitions 13 months back and 3 ahead, moves rows of those months out of the
/// DEFAULT partitions, and counts what stays in them. For the daily job, inside a write job as
/// oms_service, and for migrate. Does nothing in a database without the function.
[[nodiscard]] core::Result<PartitionReport> keepPartitions(Session &session);
[[nodiscard]] core::Result<PartitionReport> keepPartitions(pg_conn *connection);

} // namespace db
