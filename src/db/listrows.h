// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/listcondition.h"
#include "db/liststatement.h"
#include "db/pgconnection.h"

// What all who read lists need: statements run, and answers as rows.
namespace db {

/// The statement's SQL with the values it was made with.
[[nodiscard]] core::Result<PgRows> runStatement(Session &session, const QString &sql,
                                                const ListStatement &statement);
/// The rows of an answer that has ListStatement's cells.
[[nodiscard]] QList<core::ListRow> rowsOf(const PgRows &answer, core::ListId list);
/// How much of the rows found a statement reads.
enum class Reads { Page, All };
/// The query's statement; looks how many rows the search finds, where that decides how to search.
[[nodiscard]] core::Result<ListStatement>
statementFor(Session &session, const core::ListQuery &query, ListBinds::Style style, Reads reads);

} // namespace db
