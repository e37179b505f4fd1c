// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>
#include <QVariant>

// What a statement binds as text, where PostgreSQL is stricter than Qt, and where nothing is NULL.
// What goes through libpq in binary form is a PgArgument.
namespace db {

/// JSON as jsonb takes it: an escaped NUL or a lone surrogate becomes U+FFFD.
[[nodiscard]] QString jsonbText(const QJsonObject &object);
[[nodiscard]] QString jsonbText(const QJsonArray &array);
[[nodiscard]] QByteArray jsonbBytes(const QJsonObject &object);
/// Text without NUL, which PostgreSQL refuses; null when empty.
[[nodiscard]] QVariant textOrNull(QString text);
[[nodiscard]] QVariant timeOrNull(const QDateTime &time);
[[nodiscard]] QVariant jsonOrNull(const QJsonObject &object);
[[nodiscard]] QVariant uuidOrNull(const QUuid &id);
/// '{"a","b"}': many values bound as one, for text[], uuid[] and bigint[].
[[nodiscard]] QString arrayLiteral(const QStringList &values);
[[nodiscard]] QString arrayLiteral(const QList<QUuid> &ids);
[[nodiscard]] QString arrayLiteral(const QList<qint64> &numbers);

} // namespace db
