// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "services/bell.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

#include <functional>

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

    /// While this says so, there is a pause before each batch: deliveries come first. A short one,
    /// so that a load without an end does not stop the work.
    void yieldTo(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }

    void start();
    void wake();          ///< New events are stored.
    QCoro::Task<> stop(); ///< Ends after the batch under way.

Q_SIGNALS:
    void processed(int events);

private:
    QCoro::Task<> run();
    QCoro::Task<> giveWay();

    db::Database &m_database;
    std::function<bool()> m_isBusy;
    QTimer m_poll;
    QTimer m_pause;
    Bell m_pauseOver;
    Bell m_woken;
    Bell m_ended;
    bool m_isRunning = false;
    bool m_isStopping = false;
    bool m_hasNews = false;
};

} // namespace services
