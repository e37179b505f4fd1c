// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/changefeed.h"

#include "db/changereader.h"

#include <QThread>

namespace db {

ChangeFeed::ChangeFeed(const ConnectionParameters &parameters, const QStringList &entities)
    : ChangeFeed(parameters, Pace(), entities)
{
}

ChangeFeed::ChangeFeed(const ConnectionParameters &parameters, const Pace &pace,
                       const QStringList &entities, QObject *parent)
    : QObject(parent)
{
    ChangeReader::Listener listener;
    listener.started = [this] { QMetaObject::invokeMethod(this, &ChangeFeed::started); };
    listener.missed = [this] { QMetaObject::invokeMethod(this, &ChangeFeed::missed); };
    listener.changed = [this](const QList<Change> &changes) {
        QMetaObject::invokeMethod(this, [this, changes] { Q_EMIT changed(changes); });
    };
    m_reader = std::make_unique<ChangeReader>(parameters, pace, entities, std::move(listener));
    m_thread.reset(QThread::create([this] { m_reader->run(); }));
    m_thread->setObjectName(QStringLiteral("db-changes"));
    m_thread->start();
}

ChangeFeed::~ChangeFeed()
{
    m_reader->stop();
    m_thread->wait();
}

} // namespace db
