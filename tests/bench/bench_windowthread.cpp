// SPDX-License-Identifier: GPL-3.0-or-later
// The longest event of the window's thread in all measurements that ran before, each of which has
// added its own to the file OMS_BENCH_LONGEST names: a line "<ms of CPU> <what>".
#include "benchset.h"
#include "report.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace bench;

namespace {

void tellLongest()
{
    QFile file(qEnvironmentVariable("OMS_BENCH_LONGEST"));
    if (!file.open(QIODevice::ReadOnly))
        die(u"gui-thread is told by scripts/bench, after the other measurements."_s);
    Figures figures{.name = u"gui-thread"_s, .unit = u"ms"_s};
    QStringList told;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        const double ms = line.left(line.indexOf(' ')).toDouble();
        if (figures.ours.isEmpty() || ms > figures.ours.constFirst())
            figures.ours = {ms};
        told += QString::fromUtf8(line);
    }
    if (told.isEmpty())
        die(u"No measurement with a window has run before."_s);
    figures.note = u"CPU time of the longest event; of each process: "_s + told.join(u"; "_s);
    print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return runBenchmarks({{u"gui-thread"_s, tellLongest}}, QCoreApplication::arguments());
}
