// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportservice.h"

#include "db/csvstream.h"
#include "db/database.h"
#include "db/listrepository.h"
#include "services/exportfile.h"

#include <QCoreApplication>

namespace services {
namespace {

QStringList titlesOf(const ExportRequest &request)
{
    QStringList titles;
    for (const ExportColumn &column : request.columns) {
        titles += column.title;
        const auto columns = core::columnsOf(request.query.list);
        const auto it = std::ranges::find_if(
            columns, [&](const core::ListColumn &known) { return known.id == column.id; });
        if (it != columns.end() && it->kind == core::ColumnKind::Money)
            titles += QCoreApplication::translate("services", "%1 (currency)").arg(column.title);
    }
    return titles;
}

/// An export may take longer than any list; its times must not depend on the session's settings.
core::Result<> prepare(db::Session &session)
{
    if (const core::Result<> begun = session.begin(); !begun)
        return begun;
    for (const char *setting : {"SET LOCAL statement_timeout = 0", "SET LOCAL datestyle = 'ISO'"}) {
        const core::Result<qint64> set = session.exec(QString::fromLatin1(setting));
        if (!set)
            return core::passOn(set);
    }
    return {};
}

/// Runs on a worker thread.
core::Result<qint64> write(db::Session &session, const ExportRequest &request,
                           ExportSignals &shared)
{
    ExportFile file(request.path);
    if (const core::Result<> opened = file.open(); !opened)
        return core::passOn(opened);
    if (const core::Result<> prepared = prepare(session); !prepared)
        return core::passOn(prepared);
    const db::ListRepository lists(session);

    QByteArray header = request.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    header += db::CsvStream::line(titlesOf(request));
    if (const core::Result<> begun = file.write(header); !begun)
        return core::passOn(begun);
    QStringList columns;
    for (const ExportColumn &column : request.columns)
        columns += column.id;
    const core::Result<qint64> rows = lists.writeCsv(
        request.query, columns,
        [&](QByteArrayView lines, qint64 rowsSoFar) {
            shared.rowsDone = rowsSoFar;
            return file.write(lines);
        },
        shared.canceled);
    if (!rows)
        return rows;
    if (const core::Result<> done = file.commit(); !done)
        return core::passOn(done);
    shared.rowsTotal = *rows;
    return rows;
}

} // namespace

/// Beside the export, which need not wait for it: without a count there is no time left to tell.
void ExportService::count(const core::ListQuery &query,
                          const std::shared_ptr<ExportSignals> &shared)
{
    const auto job = [query, shared](db::Session &session) -> core::Result<> {
        if (shared->canceled)
            return {};
        const core::Result<core::ListTotals> totals = db::ListRepository(session).totals(query);
        if (!totals)
            return core::passOn(totals);
        qint64 unknown = -1; // else the export was quicker
        shared->rowsTotal.compare_exchange_strong(unknown, totals->count);
        return {};
    };
    (void)m_database.read(job);
}

std::unique_ptr<ExportJob> ExportService::start(ExportRequest request)
{
    const auto shared = std::make_shared<ExportSignals>();
    const QString path = request.path;
    const core::ListQuery query = request.query;
    const auto outcome = m_database.read(
        [request = std::move(request), shared](db::Session &session) -> core::Result<qint64> {
            return write(session, request, *shared);
        });
    count(query, shared);
    return std::make_unique<ExportJob>(shared, outcome, path);
}

} // namespace services
