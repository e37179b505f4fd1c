// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/clusterprograms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QList>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace db {

namespace {

constexpr int oldestMajor = 15;

/// 0 where there is no server.
int majorOf(const QString &folder)
{
    if (!QFileInfo(folder + QStringLiteral("/postgres")).isExecutable()
        || !QFileInfo(folder + QStringLiteral("/initdb")).isExecutable())
        return 0;
    QProcess process;
    process.start(folder + QStringLiteral("/postgres"), {QStringLiteral("--version")},
                  QIODevice::ReadOnly);
    if (!process.waitForFinished(10'000))
        return 0;
    static const QRegularExpression pattern(QStringLiteral("\\) (\\d+)"));
    return pattern.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt();
}

/// In the distributions' folders the version stands in the name: no program has to be asked.
QList<ClusterPrograms> installed(const QString &parent, const QString &pattern)
{
    QList<ClusterPrograms> found;
    for (const QString &entry : QDir(parent).entryList({pattern}, QDir::Dirs)) {
        const int major = entry.section(u'-', -1).toInt();
        const QString folder = parent + u'/' + entry + QStringLiteral("/bin");
        if (major > 0 && QFileInfo(folder + QStringLiteral("/postgres")).isExecutable()
            && QFileInfo(folder + QStringLiteral("/initdb")).isExecutable())
            found.append({folder, major});
    }
    std::ranges::sort(found, std::greater(), &ClusterPrograms::major);
    return found;
}

bool fits(const ClusterPrograms &programs, int major)
{
    return major == 0 ? programs.major >= oldestMajor : programs.major == major;
}

} // namespace

core::Result<ClusterPrograms> findClusterPrograms(int major)
{
    const QString named = qEnvironmentVariable("OMS_POSTGRES_BIN");
    if (!named.isEmpty()) {
        const ClusterPrograms programs{named, majorOf(named)};
        if (fits(programs, major))
            return programs;
    }
    const QList<ClusterPrograms> known =
        installed(QStringLiteral("/usr/lib/postgresql"), QStringLiteral("*"))
        + installed(QStringLiteral("/usr"), QStringLiteral("pgsql-*"));
    for (const ClusterPrograms &programs : known)
        if (fits(programs, major))
            return programs;
    const QString onPath = QStandardPaths::findExecutable(QStringLiteral("postgres"));
    if (!onPath.isEmpty()) {
        const QString folder = QFileInfo(QFileInfo(onPath).canonicalFilePath()).path();
        const ClusterPrograms programs{folder, majorOf(folder)};
        if (fits(programs, major))
            return programs;
    }
    return core::fail(
        core::Error::Kind::NotFound,
        QCoreApplication::translate("db",
                                    "PostgreSQL %1 is not installed on this computer. Install its "
                                    "server, or name another database in DATABASE_URL.")
            .arg(major == 0 ? oldestMajor : major));
}

} // namespace db
