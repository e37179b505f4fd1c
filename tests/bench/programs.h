// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchset.h"

#include <QStringList>

class QProcess;

// The programs that ours is compared with.
namespace bench {

/// Also where this program ends without its destructors, nothing is left behind.
void endWithUs(QProcess &process);
/// Runs to its end and gives what it printed; a failure ends the measurement.
QByteArray output(const QString &program, const QStringList &arguments);

/// The time psql tells of the last statement of tests/bench/sql/<file>, in ms.
double psqlMs(const BenchSet &set, const QString &file, const QStringList &variables);

/// What a QSqlTableModel needs for the list sorted by this column.
struct TableModelFigures
{
    double ms = 0;
    double grownMb = 0;
};
TableModelFigures tableModel(const BenchSet &set, const QString &column);

} // namespace bench
