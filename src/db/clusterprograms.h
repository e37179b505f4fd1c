// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace db {

/// A folder with PostgreSQL's server programs, and their major version.
struct ClusterPrograms
{
    QString folder;
    int major = 0;

    [[nodiscard]] QString path(const QString &program) const { return folder + u'/' + program; }
};

/// The programs for a new cluster (`major` 0: the newest from 15 on) or for one that a certain
/// major version made. Looks into OMS_POSTGRES_BIN, the distributions' folders, and PATH.
/// Errors: NotFound.
[[nodiscard]] core::Result<ClusterPrograms> findClusterPrograms(int major = 0);

} // namespace db
