// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"

#include "db/clusterprograms.h"
#include "testcluster.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Debian puts it below the machine's own folder of libraries.
QString library()
{
    const QDir root(u"/usr/lib"_s);
    for (const QString &machine : root.entryList({u"*-linux-gnu*"_s}, QDir::Dirs)) {
        const QString file = root.filePath(machine + u"/faketime/libfaketimeMT.so.1"_s);
        if (QFile::exists(file))
            return file;
    }
    qFatal("libfaketime is not installed");
}

void write(const QString &path, const QByteArray &text, QFile::Permissions more = {})
{
    // Read while it is written: replaced in one step.
    QFile file(path + u".new"_s);
    if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther
                        | more);
    if (::rename(QFile::encodeName(path + u".new"_s).constData(),
                 QFile::encodeName(path).constData())
        != 0)
        qFatal("cannot replace %s", qPrintable(path));
}

QString ownFolder()
{
    static int count = 0;
    return QDir::tempPath() // the scratch folder may be one that nothing is started from
        + u"/oms-clock-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
}

} // namespace

FakeClock::FakeClock()
    : m_folder(ownFolder())
{
    QDir().mkpath(m_folder + u"/bin"_s);
    for (const QString &folder : {m_folder, m_folder + u"/bin"_s})
        QFile::setPermissions(folder,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                  | QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup
                                  | QFile::ExeGroup);
    setOff(std::chrono::seconds(0));
    const QString real = support::orDie(db::findClusterPrograms(), "PostgreSQL").folder;
    for (const QString &program : QDir(real).entryList(QDir::Files))
        QFile::link(real + u'/' + program, m_folder + u"/bin/"_s + program);
    QFile::remove(m_folder + u"/bin/postgres"_s);
    QByteArray script = "#!/bin/sh\n";
    for (const auto &[name, value] : environment())
        script += "export " + name.toLatin1() + "='" + value.toLocal8Bit() + "'\n";
    script += "exec '" + real.toLocal8Bit() + "/postgres' \"$@\"\n";
    write(m_folder + u"/bin/postgres"_s, script,
          QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
}

FakeClock::~FakeClock()
{
    QDir(m_folder).removeRecursively();
}

void FakeClock::setOff(std::chrono::seconds by)
{
    const QByteArray sign = by.count() < 0 ? "" : "+";
    write(m_folder + u"/offset"_s, sign + QByteArray::number(qint64(by.count())) + '\n');
}

QList<std::pair<QString, QString>> FakeClock::environment() const
{
    return {{u"LD_PRELOAD"_s, library()},
            {u"FAKETIME_TIMESTAMP_FILE"_s, m_folder + u"/offset"_s},
            {u"FAKETIME_CACHE_DURATION"_s, u"1"_s},
            // As when a machine's clock is set: what measures a span does not jump.
            {u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s}};
}

QString FakeClock::postgresFolder() const
{
    return m_folder + u"/bin"_s;
}
