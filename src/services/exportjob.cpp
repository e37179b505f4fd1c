// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportjob.h"

using namespace std::chrono_literals;

namespace services {

ExportJob::ExportJob(std::shared_ptr<ExportSignals> shared,
                     const QFuture<core::Result<qint64>> &outcome, QString path, QObject *parent)
    : QObject(parent)
    , m_shared(std::move(shared))
    , m_path(std::move(path))
{
    connect(&m_tick, &QTimer::timeout, this, &ExportJob::report);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportJob::finish);
    m_tick.start(150ms);
    m_watcher.setFuture(outcome);
}

ExportJob::~ExportJob()
{
    m_watcher.disconnect(this);
    cancel();
}

void ExportJob::cancel()
{
    m_shared->canceled = true;
}

void ExportJob::report()
{
    const qint64 done = rowsDone();
    if (done == m_reported || rowsTotal() < 0)
        return;
    m_reported = done;
    Q_EMIT progressed(done, rowsTotal());
}

void ExportJob::finish()
{
    m_tick.stop();
    report();
    m_isRunning = false;
    Q_EMIT finished(m_watcher.result());
}

} // namespace services
