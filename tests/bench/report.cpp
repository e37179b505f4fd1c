// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

double rounded(double value)
{
    if (value == 0)
        return 0;
    const double scale = std::pow(10, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * scale) / scale;
}

double spreadOf(const QList<double> &values)
{
    const auto [least, most] = std::ranges::minmax(values);
    const double middle = median(values);
    return middle == 0 ? 0 : (most - least) / middle;
}

} // namespace

double median(QList<double> values)
{
    std::ranges::sort(values);
    const qsizetype middle = values.size() / 2;
    if (values.isEmpty())
        return 0;
    return values.size() % 2 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
}

double percentile95(QList<double> values)
{
    std::ranges::sort(values);
    const auto rank = static_cast<qsizetype>(std::ceil(0.95 * double(values.size())));
    return values.isEmpty() ? 0 : values.at(std::max<qsizetype>(0, rank - 1));
}

void print(const Figures &figures)
{
    const double value = median(figures.ours);
    QJsonObject line{{u"name"_s, figures.name},
                     {u"value"_s, rounded(value)},
                     {u"unit"_s, figures.unit},
                     {u"baseline"_s, QJsonValue::Null},
                     {u"ratio"_s, QJsonValue::Null},
                     {u"runs"_s, figures.ours.size()},
                     {u"spread"_s, rounded(spreadOf(figures.ours))}};
    if (!figures.baselines.isEmpty()) {
        const double baseline = median(figures.baselines);
        line[u"baseline"_s] = rounded(baseline);
        line[u"ratio"_s] = baseline == 0 ? QJsonValue() : QJsonValue(rounded(value / baseline));
    }
    if (!figures.note.isEmpty())
        line[u"note"_s] = figures.note;
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

bool isOnlyListing(int argc, char **argv)
{
    return argc == 2 && qstrcmp(argv[1], "--list") == 0;
}

int runBenchmarks(const std::vector<Benchmark> &benchmarks, const QStringList &arguments)
{
    for (const Benchmark &benchmark : benchmarks) {
        if (arguments.contains(u"--list"_s))
            std::printf("%s\n", qPrintable(benchmark.name));
        else if (arguments.size() < 2 || arguments.contains(benchmark.name))
            benchmark.run();
    }
    return 0;
}

} // namespace bench
