// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "services/exportjob.h"

namespace db {
class Database;
}

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

/// Writes lists to files without reading them into memory. Main thread.
class ExportService
{
public:
    explicit ExportService(db::Database &database)
        : m_database(database)
    {
    }

    /// Begins at once on a worker thread. Deleting the job cancels it.
    [[nodiscard]] std::unique_ptr<ExportJob> start(ExportRequest request);

private:
    void count(const core::ListQuery &query, const std::shared_ptr<ExportSignals> &shared);

    db::Database &m_database;
};

} // namespace services
