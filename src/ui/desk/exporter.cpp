// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/exporter.h"

#include "core/clock.h"
#include "models/listcolumn.h"
#include "models/listtablemodel.h"
#include "services/deskservices.h"
#include "services/exportjob.h"
#include "ui/dialogs.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double enoughToTell = 0.02; // below it a guess at the time left is noise

QString titleFor(core::ListId list)
{
    switch (list) {
    case core::ListId::Tenants:
        return Exporter::tr("Export tenants");
    case core::ListId::Subscriptions:
        return Exporter::tr("Export subscriptions");
    case core::ListId::Invoices:
        return Exporter::tr("Export invoices");
    }
    Q_UNREACHABLE();
}

} // namespace

Exporter::Exporter(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

Exporter::~Exporter() = default;

void Exporter::exportList(const models::ListTableModel &model, QWidget *over)
{
    if (m_job) {
        Q_EMIT failed({core::Error::Kind::Conflict,
                       tr("Another export is being written. Wait until it is done, or stop it."),
                       {},
                       {}});
        return;
    }
    const core::ListId list = model.query().list;
    const QString name = u"%1 %2.csv"_s.arg(
        core::toText(list), m_context.clock.now().toLocalTime().toString(u"yyyy-MM-dd"_s));
    m_context.dialogs.chooseFile({titleFor(list), name, tr("CSV (*.csv)")}, over,
                                 [this, &model](const QString &path) { start(model, path); });
}

void Exporter::start(const models::ListTableModel &model, const QString &path)
{
    services::ExportRequest request;
    request.query = core::resolved(model.query(), m_context.clock.now());
    request.path = path;
    for (const models::ListColumn &column : model.columns())
        request.columns.append({QString(column.id), models::titleOf(column)});
    m_title = titleFor(request.query.list);
    m_since.start();
    m_job = m_context.services.exports.start(request);
    connect(m_job.get(), &services::ExportJob::progressed, this, &Exporter::showProgress);
    connect(m_job.get(), &services::ExportJob::finished, this, &Exporter::take);
    Q_EMIT progressed(m_title, 0);
    Q_EMIT started();
}

void Exporter::cancel()
{
    if (m_job)
        m_job->cancel();
}

QString Exporter::timeLeft(double share) const
{
    const double elapsed = static_cast<double>(m_since.elapsed()) / 1000.0;
    const int seconds = static_cast<int>(elapsed / share * (1.0 - share)) + 1;
    return seconds < 90 ? tr("%n second(s) left", nullptr, seconds)
                        : tr("%n minute(s) left", nullptr, (seconds + 59) / 60);
}

void Exporter::showProgress(qint64 done, qint64 total)
{
    const double share =
        total > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(total)) : 0;
    Q_EMIT counted(done, total);
    Q_EMIT progressed(share < enoughToTell ? m_title : m_title + u" · "_s + timeLeft(share), share);
}

void Exporter::take(const core::Result<qint64> &rows)
{
    const QString path = m_job->path();
    m_job.release()->deleteLater(); // it is just telling us
    Q_EMIT progressed({}, 0);
    if (rows)
        Q_EMIT finished(path, *rows);
    else if (rows.error().kind == core::Error::Kind::Canceled)
        Q_EMIT canceled();
    else
        Q_EMIT failed(rows.error());
}

} // namespace ui
