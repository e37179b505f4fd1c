// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace db {

/// What PostgreSQL said about a failure, without the values it repeats in its texts.
struct SqlFailure
{
    QString state;      ///< SQLSTATE; empty when the connection broke.
    QString constraint; ///< The violated constraint, where there is one.
    QString table;
    QString column;
    QString text; ///< The server's sentence; logged only where it cannot hold values.
};

/// The error for the operator: its kind and sentence by SQLSTATE; `field` is the column.
[[nodiscard]] core::Error toError(const SqlFailure &failure);

/// The error of a connection that could not be made; `state` is empty where no server answered.
[[nodiscard]] core::Error toConnectError(const QString &state, const QString &text);

/// Whether running the same transaction again may succeed: 40001 and 40P01.
[[nodiscard]] bool isTransient(QStringView sqlState);

} // namespace db
