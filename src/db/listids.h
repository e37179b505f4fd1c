// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"
#include "db/idsequence.h"
#include "db/liststatement.h"

#include <atomic>
#include <functional>
#include <optional>

namespace db {

class Session;

/// The ids of the list's rows whose first halves these are, in the halves' order; those that are
/// gone are left out. Nothing, where several rows share one of the halves.
[[nodiscard]] core::Result<std::optional<QList<QUuid>>>
wholeIds(Session &session, core::ListId list, const QList<HalfId> &halves);

/// The ids of all rows of a statement made with quoted binds, in their order. Setting `canceled`
/// ends it with Error::Kind::Canceled.
core::Result<> copyIds(Session &session, const ListStatement &statement,
                       const std::function<void(const QUuid &)> &take,
                       const std::atomic_bool &canceled);

} // namespace db
