// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/exportservice.h"

#include "db/database.h"
#include "db/listrepository.h"
#include "db/rowstream.h"
#include "services/exportfile.h"

#include <QCoreApplication>

namespace services {
namespace {

QStringList titlesOf(core::ListId list, const QList<ExportColumn> &columns)
{
    QStringList titles;
    const auto all = core::columnsOf(list);
    for (const ExportColumn &column : columns) {
        titles += column.title;
        const auto it = std::ranges::find_if(
            all, [&](const core::ListColumn &known) { return known.id == column.id; });
        if (it != all.end() && it->kind == core::ColumnKind::Money)
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

QStringList idsOf(const QList<ExportColumn> &columns)
{
    QStringList ids;
    for (const ExportColumn &column : columns)
        ids += column.id;
    return ids;
}

/// Runs on a worker thread.
core::Result<qint64> writeFile(db::Session &session, const ExportRequest &request,
                               ExportSignals &shared)
{
    constexpr auto form = db::RowStream::Form::Csv;
    ExportFile file(request.path);
    if (const core::Result<> opened = file.open(); !opened)
        return core::passOn(opened);
    if (const core::Result<> prepared = prepare(session); !prepared)
        return core::passOn(prepared);

    QByteArray header = request.byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    header += db::RowStream::line(form, titlesOf(request.query.list, request.columns));
    if (const core::Result<> begun = file.write(header); !begun)
        return core::passOn(begun);
    const core::Result<qint64> rows = db::ListRepository(session).writeLines(
        request.query, idsOf(request.columns), form,
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

core::Error tooMuch()
{
    return {.kind = core::Error::Kind::Invalid,
            .message = QCoreApplication::translate(
                "services", "This is too much for the clipboard. Export the rows to a file."),
            .detail = {},
            .field = {}};
}

/// Runs on a worker thread.
core::Result<qint64> makeText(db::Session &session, const CopyRequest &request,
                              ExportSignals &shared)
{
    constexpr auto form = db::RowStream::Form::Tabs;
    if (const core::Result<> prepared = prepare(session); !prepared)
        return core::passOn(prepared);
    QByteArray text = db::RowStream::line(form, titlesOf(request.query.list, request.columns));
    const core::Result<qint64> rows = db::ListRepository(session).writeLines(
        request.query, idsOf(request.columns), form,
        [&](QByteArrayView lines, qint64 rowsSoFar) -> core::Result<> {
            shared.rowsDone = rowsSoFar;
            if (text.size() + lines.size() > request.mostBytes)
                return tl::unexpected(tooMuch());
            text += lines;
            return {};
        },
        shared.canceled);
    if (!rows)
        return rows;
    text.chop(1); // a cell alone is pasted without a line break
    shared.text = QString::fromUtf8(text);
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

std::unique_ptr<ExportJob> ExportService::begin(const core::ListQuery &query, Write write,
                                                const QString &path)
{
    const auto shared = std::make_shared<ExportSignals>();
    const auto outcome = m_database.read(
        [write = std::move(write), shared](db::Session &session) -> core::Result<qint64> {
            return write(session, *shared);
        });
    count(query, shared);
    return std::make_unique<ExportJob>(shared, outcome, path);
}

std::unique_ptr<ExportJob> ExportService::start(ExportRequest request)
{
    const QString path = request.path;
    const core::ListQuery query = request.query;
    return begin(
        query,
        [request = std::move(request)](db::Session &session, ExportSignals &shared) {
            return writeFile(session, request, shared);
        },
        path);
}

std::unique_ptr<ExportJob> ExportService::copy(CopyRequest request)
{
    const core::ListQuery query = request.query;
    return begin(query,
                 [request = std::move(request)](db::Session &session, ExportSignals &shared) {
                     return makeText(session, request, shared);
                 },
                 {});
}

} // namespace services
