// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "services/exportjob.h"

#include <functional>

namespace db {
class Database;
class Session;
} // namespace db

namespace services {

/// A column of the file: the list's column and the words in the first line.
struct ExportColumn
{
    QString id;
    QString title; ///< Money columns get a second one, "<title> (currency)".
};

/// What to write where. RFC 4180: commas, CRLF, UTF-8; money as plain decimals beside a column
/// with the currency; times as ISO 8601 in UTC; states by their wire text. Text cells that a
/// spreadsheet would take for a formula get a leading apostrophe.
struct ExportRequest
{
    core::ListQuery query;
    QList<ExportColumn> columns; ///< In the file's order.
    QString path;                ///< Replaced only when everything has been written.
    bool byteOrderMark = false;  ///< For spreadsheets that would else guess another encoding.
};

/// Rows as text for the clipboard: a line each with tabs between the cells, the columns' titles
/// first, the cells as in a file. Tabs and line breaks inside a cell become blanks.
struct CopyRequest
{
    core::ListQuery query;
    QList<ExportColumn> columns;
    qint64 mostBytes = 256 * 1024 * 1024; ///< Beyond it no program pastes what was copied.
};

/// Writes lists to files without reading them into memory, and rows as text. Main thread.
class ExportService
{
public:
    explicit ExportService(db::Database &database)
        : m_database(database)
    {
    }

    /// Begins at once on a worker thread. Deleting the job cancels it.
    [[nodiscard]] std::unique_ptr<ExportJob> start(ExportRequest request);
    /// The same for text, which the job has when it has finished. Errors: Invalid, too much of it.
    [[nodiscard]] std::unique_ptr<ExportJob> copy(CopyRequest request);

private:
    using Write = std::function<core::Result<qint64>(db::Session &session, ExportSignals &shared)>;
    [[nodiscard]] std::unique_ptr<ExportJob> begin(const core::ListQuery &query, Write write,
                                                   const QString &path);
    void count(const core::ListQuery &query, const std::shared_ptr<ExportSignals> &shared);

    db::Database &m_database;
};

} // namespace services
