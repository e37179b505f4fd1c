// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/listtask.h"

#include "models/listcolumn.h"
#include "services/exportjob.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr double enoughToTell = 0.02; // below it a guess at the time left is noise
} // namespace

ListTask::ListTask(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

ListTask::~ListTask() = default;

void ListTask::run(std::unique_ptr<services::ExportJob> job, const QString &title)
{
    if (m_job) {
        m_job.reset();
        end();
    }
    m_title = title;
    m_since.start();
    m_job = std::move(job);
    connect(m_job.get(), &services::ExportJob::progressed, this, &ListTask::follow);
    connect(m_job.get(), &services::ExportJob::finished, this, &ListTask::finish);
}

void ListTask::show()
{
    m_isShown = true;
    Q_EMIT progressed(m_title, 0);
    Q_EMIT lasting();
}

void ListTask::cancel()
{
    if (m_job)
        m_job->cancel();
}

QString ListTask::timeLeft(double share) const
{
    const double elapsed = static_cast<double>(m_since.elapsed()) / 1000.0;
    const int seconds = static_cast<int>(elapsed / share * (1.0 - share)) + 1;
    return seconds < 90 ? tr("%n second(s) left", nullptr, seconds)
                        : tr("%n minute(s) left", nullptr, (seconds + 59) / 60);
}

void ListTask::follow(qint64 done, qint64 total)
{
    if (!m_isShown)
        return;
    const double share =
        total > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(total)) : 0;
    Q_EMIT counted(done, total);
    Q_EMIT progressed(share < enoughToTell ? m_title : m_title + u" · "_s + timeLeft(share), share);
}

void ListTask::finish(const core::Result<qint64> &rows)
{
    services::ExportJob *job = m_job.release();
    job->deleteLater(); // it is just telling us
    end();
    if (rows)
        take(*job, *rows);
    else if (rows.error().kind != core::Error::Kind::Canceled)
        Q_EMIT failed(rows.error());
}

void ListTask::end()
{
    if (std::exchange(m_isShown, false))
        Q_EMIT progressed({}, 0);
    Q_EMIT ended();
}

bool ListTask::hasTicked(const models::ListTableModel &model)
{
    return model.isCounted() ? !model.checked().isEmpty(model.totals())
                             : !model.checked().isUntouched();
}

QList<services::ExportColumn> ListTask::shownColumns(const ListPage &page)
{
    QList<services::ExportColumn> columns;
    const auto all = page.model().columns();
    for (const int at : page.list().shownColumns()) {
        const models::ListColumn &column = all[static_cast<std::size_t>(at)];
        columns.append({QString(column.id), models::titleOf(column)});
    }
    return columns;
}

} // namespace ui
