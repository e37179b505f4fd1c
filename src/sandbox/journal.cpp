// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/journal.h"

#include <QDir>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace sandbox {

using namespace Qt::StringLiterals;
using core::Error;
using core::fail;

Q_LOGGING_CATEGORY(lcJournal, "oms.sandbox.journal")

Journal::Journal(const QString &directory)
    : m_lock(directory + u"/journal.lock"_s)
    , m_file(directory + u"/journal.jsonl"_s)
{
    m_lock.setStaleLockTime(0); // it is stale when its process is gone, however old
}

core::Result<std::unique_ptr<Journal>> Journal::open(const QString &directory, const QString &world)
{
    if (!QDir().mkpath(directory))
        return fail(Error::Kind::Storage, tr("Cannot create the folder %1.").arg(directory));
    std::unique_ptr<Journal> journal(new Journal(directory));
    if (!journal->m_lock.tryLock()) {
        return fail(Error::Kind::Conflict,
                    tr("Another sandbox is using the folder %1.").arg(directory));
    }
    if (!journal->m_file.open(QIODevice::ReadWrite)) {
        return fail(Error::Kind::Storage,
                    tr("Cannot open %1: %2")
                        .arg(journal->m_file.fileName(), journal->m_file.errorString()));
    }
    const core::Result<> started = journal->start(world);
    if (!started)
        return core::passOn(started);
    return journal;
}

QString Journal::recordedWorld(const QString &directory)
{
    QFile file(directory + u"/journal.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readLine()).object().value("world"_L1).toString();
}

/// The first line names the world.
core::Result<> Journal::start(const QString &world)
{
    const QByteArray first = m_file.readLine();
    if (!first.endsWith('\n')) {
        m_file.resize(0);
        return append({{u"world"_s, world}});
    }
    const QString recorded = QJsonDocument::fromJson(first).object().value("world"_L1).toString();
    if (recorded == world)
        return {};
    return fail(Error::Kind::Conflict,
                tr("%1 holds the state of the world \"%2\", not of \"%3\". Use another folder or "
                   "the same world.")
                    .arg(m_file.fileName(), recorded, world));
}

void Journal::replay(const std::function<void(const QJsonObject &)> &apply)
{
    m_file.seek(0);
    m_file.readLine(); // the world
    qint64 sound = m_file.pos();
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line, &error);
        if (!line.endsWith('\n') || error.error != QJsonParseError::NoError) {
            qCWarning(lcJournal) << "cutting off a line that was not finished, at byte" << sound;
            m_file.resize(sound);
            break;
        }
        apply(document.object());
        sound = m_file.pos();
    }
    m_file.seek(sound);
}

core::Result<> Journal::append(const QJsonObject &line)
{
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const qint64 before = m_file.pos();
    if (m_file.write(bytes) == bytes.size() && m_file.flush())
        return {};
    const QString reason = m_file.errorString();
    m_file.resize(before); // half a line would hide those after it
    m_file.seek(before);
    return fail(Error::Kind::Storage, tr("Cannot write %1: %2").arg(m_file.fileName(), reason));
}

} // namespace sandbox
