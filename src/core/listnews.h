// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change.h"
#include "core/listquery.h"

namespace core {

/// What a list has to look at again after some changes.
struct ListNews
{
    QList<QUuid> ids;   ///< Of its rows.
    bool isAll = false; ///< Any of its rows may be different.
    bool operator==(const ListNews &) const = default;
};

[[nodiscard]] ListNews newsFor(ListId list, const QList<Change> &changes);

} // namespace core
