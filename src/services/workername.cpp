// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workername.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// Two containers may have one host name, but not one process-id space.
QString host()
{
    static const QString name = QSysInfo::machineHostName().replace(u'/', u'_') + u'#'
        + QFileInfo(u"/proc/self/ns/pid"_s).symLinkTarget().section(u'[', 1).chopped(1);
    return name;
}

/// Clock ticks from the boot to the start of a process: field 22 of its stat. Empty when there is
/// no such process. The name in field 2 may hold anything, so the count starts behind its end.
QString startOf(const QString &pid)
{
    QFile stat(u"/proc/"_s + pid + u"/stat"_s);
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype stateAt = 0; // field 3
    constexpr qsizetype startAt = 19;
    const bool isGone = fields.size() <= startAt || fields.at(stateAt) == "Z";
    return isGone ? QString() : QString::fromLatin1(fields.at(startAt));
}

} // namespace

QString workerName()
{
    const QString pid = QString::number(QCoreApplication::applicationPid());
    return u"%1/%2/%3"_s.arg(host(), pid, startOf(pid));
}

bool isKnownDead(const QString &worker)
{
    const QStringList parts = worker.split(u'/');
    return parts.size() == 3 && parts.at(0) == host() && startOf(parts.at(1)) != parts.at(2);
}

} // namespace services
