// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "services/bell.h"
#include "services/eventbatch.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

#include <functional>

namespace db {
class Database;
}

namespace services {

struct ProcessorOptions
{
    int workers = 2;     ///< No more than the database has writers.
    int batchSize = 256; ///< Each object of a batch takes a lock of the server's table of locks.
};

/// Works off stored events in batches, several at a time, beside those of other programs: claims
/// them, applies them, and commits their effects and states together. What fails is tried again
/// later, and is dead after maxEventAttempts.
class EventProcessor : public QObject
{
    Q_OBJECT

public:
    explicit EventProcessor(db::Database &database, ProcessorOptions options = {},
                            QObject *parent = nullptr);

    void start();
    void wake();          ///< New events are stored.
    QCoro::Task<> stop(); ///< Ends after the batches under way.
    /// Stripe is answered first: while this says true, one worker goes on, with a pause before each
    /// batch, and the others wait. A short one, so that a load without an end does not stop it.
    void yieldTo(std::function<bool()> isBusy) { m_isBusy = std::move(isBusy); }

Q_SIGNALS:
    void processed(int events);

private:
    QCoro::Task<> run(int worker);
    QCoro::Task<> giveWay(int worker);

    db::Database &m_database;
    const ProcessorOptions m_options;
    std::function<bool()> m_isBusy;
    QTimer m_poll;
    QTimer m_pause;
    Bell m_pauseOver;
    Bell m_woken;
    Bell m_ended;
    quint64 m_news = 0; ///< Counts what may be new, so that none is missed while a batch runs.
    int m_running = 0;
    bool m_isStopping = false;
};

} // namespace services
