// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"
#include "db/idsequence.h"

#include <optional>

namespace db {

class Session;

/// Where in `ids`, which are in the query's order, those of `fresh` belong, which are so too but
/// are not among them: for each the place of the first id that comes after it. The database does
/// the comparing, some hundred rows at a time. Nothing, where `ids` are not in order after all, or
/// do not say for sure which rows they are.
[[nodiscard]] core::Result<std::optional<QList<qint64>>> findPlaces(Session &session,
                                                                    const core::ListQuery &query,
                                                                    const IdSequence &ids,
                                                                    const QList<QUuid> &fresh);

} // namespace db
