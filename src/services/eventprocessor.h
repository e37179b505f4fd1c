// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "services/bell.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

namespace db {
class Database;
}

namespace services {

/// Works off stored events in batches: claims them, applies them, and commits their effects and
/// states together. What fails is tried again later, and is dead after maxAttempts.
class EventProcessor : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxAttempts = 8;

    explicit EventProcessor(db::Database &database, QObject *parent = nullptr);

    void start();
    void wake();          ///< New events are stored.
    QCoro::Task<> stop(); ///< Ends after the batch under way.

Q_SIGNALS:
    void processed(int events);

private:
    QCoro::Task<> run();

    db::Database &m_database;
    QTimer m_poll;
    Bell m_woken;
    Bell m_ended;
    bool m_isRunning = false;
    bool m_isStopping = false;
    bool m_hasNews = false;
};

} // namespace services
