// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace bench {

/// What one benchmark has measured: ours and, in turns with it, what it is compared with.
struct Figures
{
    QString name;
    QString unit;            ///< "ms", "MB", "rows/s"
    QList<double> ours;      ///< One value a run.
    QList<double> baselines; ///< The same, or empty.
    QString note;            ///< What else a reader should know.
};

/// Prints one line of JSON: name, value, unit, baseline, ratio (value / baseline), runs, spread.
/// Value and baseline are medians of at least three runs, spread is (largest − smallest) / median.
void print(const Figures &figures);

[[nodiscard]] double median(QList<double> values);
/// The value that 95 of 100 do not exceed.
[[nodiscard]] double percentile95(QList<double> values);

/// A benchmark by name.
struct Benchmark
{
    QString name;
    std::function<void()> run;
};
/// Runs those named in the arguments, or all; `--list` prints the names. Gives the exit code.
[[nodiscard]] int runBenchmarks(const std::vector<Benchmark> &benchmarks,
                                const QStringList &arguments);
[[nodiscard]] bool isOnlyListing(int argc, char **argv);

} // namespace bench
