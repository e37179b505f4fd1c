// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/detailvalues.h"

#include <QJsonDocument>

namespace db {

QDateTime timeAt(const QSqlQuery &row, int column)
{
    return row.value(column).toDateTime().toUTC();
}

QJsonObject objectAt(const QSqlQuery &row, int column)
{
    return QJsonDocument::fromJson(row.value(column).toString().toUtf8()).object();
}

std::optional<qint64> numberAt(const QSqlQuery &row, int column)
{
    const QVariant value = row.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
}

std::optional<double> realAt(const QSqlQuery &row, int column)
{
    const QVariant value = row.value(column);
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

std::optional<core::Money> moneyAt(const QSqlQuery &row, int amount, int currency)
{
    if (row.value(amount).isNull() || row.value(currency).isNull())
        return std::nullopt;
    return core::Money{row.value(amount).toLongLong(), row.value(currency).toString()};
}

} // namespace db
