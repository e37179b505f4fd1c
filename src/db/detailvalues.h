// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSqlQuery>

#include <optional>

// Cells of an answer as the values of the detail panels.
namespace db {

[[nodiscard]] QDateTime timeAt(const QSqlQuery &row, int column);     ///< UTC; invalid for NULL.
[[nodiscard]] QJsonObject objectAt(const QSqlQuery &row, int column); ///< Of a jsonb::text cell.
[[nodiscard]] std::optional<qint64> numberAt(const QSqlQuery &row, int column);
[[nodiscard]] std::optional<double> realAt(const QSqlQuery &row, int column);
/// Nothing unless both the amount and its currency are there.
[[nodiscard]] std::optional<core::Money> moneyAt(const QSqlQuery &row, int amount, int currency);

} // namespace db
