// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"

#include <QProcess>
#include <QRegularExpression>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

QString socketOf(const BenchSet &set)
{
    return QString::fromUtf8(set.desk().value("host"));
}

QString roleOf(const BenchSet &set)
{
    return QString::fromUtf8(set.desk().value("user"));
}

} // namespace

void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    endWithUs(process);
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        die(program + u": "_s + QString::fromUtf8(process.readAll()));
    return process.readAll();
}

double psqlMs(const BenchSet &set, const QString &file, const QStringList &variables)
{
    QStringList arguments{u"-X"_s,     u"-v"_s,       u"ON_ERROR_STOP=1"_s,
                          u"-h"_s,     socketOf(set), u"-U"_s,
                          roleOf(set), u"-d"_s,       u"oms_billing"_s};
    for (const QString &variable : variables)
        arguments << u"-v"_s << variable;
    arguments << u"-f"_s << QStringLiteral(OMS_BENCH_SQL "/") + file;
    static const QRegularExpression timing(u"Time: ([0-9.]+) ms"_s);
    const QString printed = QString::fromUtf8(output(u"psql"_s, arguments));
    double last = -1;
    for (auto match = timing.globalMatch(printed); match.hasNext();)
        last = match.next().captured(1).toDouble();
    if (last < 0)
        die(u"psql told no time: "_s + printed);
    return last;
}

TableModelFigures tableModel(const BenchSet &set, const QString &column)
{
    const QList<QByteArray> words = output(QStringLiteral(OMS_BENCH_DIR "/bench_tablemodel"),
                                           {socketOf(set), roleOf(set), column})
                                        .trimmed()
                                        .split(' ');
    return {words.value(0).toDouble(), words.value(1).toDouble()};
}

} // namespace bench
