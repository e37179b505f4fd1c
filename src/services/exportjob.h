// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFutureWatcher>
#include <QTimer>

#include <atomic>
#include <memory>

namespace services {

/// What the worker of an export and its job tell each other.
struct ExportSignals
{
    QString text; ///< Of a copy. The worker's, until the job has finished.
    std::atomic<qint64> rowsDone = 0;
    std::atomic<qint64> rowsTotal = -1; ///< -1: not counted yet.
    std::atomic_bool canceled = false;
};

/// An export under way, seen from the main thread. Emits finished() exactly once, later than
/// start(): with the number of rows written, or why there is no file or text (Canceled, Storage,
/// Forbidden, Unreachable, Invalid). On failure the target is as it was before.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(std::shared_ptr<ExportSignals> shared, const QFuture<core::Result<qint64>> &outcome,
              QString path, QObject *parent = nullptr);
    ~ExportJob() override; ///< Cancels what still runs; no file is left behind.

    [[nodiscard]] QString path() const { return m_path; } ///< Empty for a copy.
    /// What was copied, as soon as it has finished.
    [[nodiscard]] QString text() const { return m_isRunning ? QString() : m_shared->text; }
    [[nodiscard]] qint64 rowsDone() const { return m_shared->rowsDone; }
    [[nodiscard]] qint64 rowsTotal() const { return m_shared->rowsTotal; } ///< -1: not known yet.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    void cancel();

Q_SIGNALS:
    /// A few times a second while rows are written.
    void progressed(qint64 rowsDone, qint64 rowsTotal);
    void finished(const core::Result<qint64> &rows);

private:
    void report();
    void finish();

    std::shared_ptr<ExportSignals> m_shared;
    QFutureWatcher<core::Result<qint64>> m_watcher;
    QTimer m_tick;
    QString m_path;
    qint64 m_reported = -1;
    bool m_isRunning = true;
};

} // namespace services
