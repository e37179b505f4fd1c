// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QHash>

namespace models {

/// What an unfinished load of a list has brought so far. Nothing of it shows before all is here.
struct StagedLoad
{
    bool isReset = true; ///< Another query; else the same one, refreshed.
    QHash<qint64, QList<core::ListRow>> windows;
    qsizetype awaited = 0;
};

} // namespace models
