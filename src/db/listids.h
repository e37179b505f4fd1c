// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"
#include "db/idsequence.h"

#include <optional>

namespace db {

class Session;

/// The ids of the list's rows whose first halves these are, in the halves' order; those that are
/// gone are left out. Nothing, where several rows share one of the halves.
[[nodiscard]] core::Result<std::optional<QList<QUuid>>>
wholeIds(Session &session, core::ListId list, const QList<HalfId> &halves);

} // namespace db
