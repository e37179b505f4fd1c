// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "services/bell.h"
#include "services/eventbatch.h"
#include "services/intakeload.h"

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
    /// Stripe is answered first: while deliveries come, one worker goes on alone; while they queue,
    /// with a pause before each batch. A short one, so that a load without an end does not stop it.
    void yieldTo(std::function<IntakeLoad()> load) { m_intakeLoad = std::move(load); }

Q_SIGNALS:
    void processed(int events);

private:
    QCoro::Task<> run(int worker);
    QCoro::Task<> giveWay(int worker);
    [[nodiscard]] IntakeLoad load() const;

    db::Database &m_database;
    const ProcessorOptions m_options;
    std::function<IntakeLoad()> m_intakeLoad;
    QTimer m_poll;
    QTimer m_pause;
    Bell m_pauseOver;
    std::chrono::milliseconds m_lastBatch{0}; ///< How long the first worker's took.
    Bell m_woken;
    Bell m_ended;
    quint64 m_news = 0; ///< Counts what may be new, so that none is missed while a batch runs.
    int m_running = 0;
    int m_heldBack = 0; ///< Workers that wait for the deliveries to end.
    bool m_isStopping = false;
};

} // namespace services
