// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/operationqueue.h"

#include <QLatin1StringView>
#include <QVariant>

class QSqlQuery;

namespace db {

/// UPDATE … RETURNING that takes the next operation under a lease.
extern const QLatin1StringView operationClaimSql;

[[nodiscard]] QJsonObject errorJson(const core::Error &error);
[[nodiscard]] core::Operation operationFrom(const QSqlQuery &row);
[[nodiscard]] ClaimedOperation claimedFrom(const QSqlQuery &row);

} // namespace db
