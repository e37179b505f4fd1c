// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QHash>
#include <QSet>

namespace models {

/// What the change feed told and the list does not show yet.
struct NotedChanges
{
    QSet<QUuid> ids;
    bool isAll = false; ///< Any row may be different.
    [[nodiscard]] bool isEmpty() const { return ids.isEmpty() && !isAll; }
};

/// What an unfinished load of a list has brought so far. Nothing of it shows before all is here.
struct StagedLoad
{
    bool isReset = true; ///< Another query; else the same one, refreshed.
    QHash<qint64, QList<core::ListRow>> windows;
    qsizetype awaited = 0;
    NotedChanges noted; ///< Known before it began, so that its rows show it.
};

} // namespace models
