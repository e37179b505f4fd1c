// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/pgconnection.h"

namespace db {

enum class AnswerForm { Text, Binary };
/// execute() for a statement that comes again and again: the connection keeps it prepared, under
/// planForIndexes() with its plan. Only for statements of which there are few, with one way to an
/// index each: a plan that is kept stays when a table of ten rows has become one of millions.
[[nodiscard]] core::Result<PgRows> executeKept(Session &session, const QByteArray &sql,
                                               const QList<PgArgument> &arguments,
                                               AnswerForm form = AnswerForm::Text);
/// Until the transaction ends, statements are planned for the indexes, and those that are kept once
/// for all values. Of a table that grew since it was last analysed the planner thinks that it is
/// small, and would read all of it each time.
[[nodiscard]] core::Result<> planForIndexes(Session &session);

} // namespace db
