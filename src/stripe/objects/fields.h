// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

// Reading single fields of Stripe's JSON. All are lenient: what is absent, null or of another type
// gives the empty value, because fields come and go without a version change (NOTES §1).
namespace stripe {

[[nodiscard]] QString textOf(const QJsonObject &object, const char *name);
[[nodiscard]] QStringList textsOf(const QJsonObject &object, const char *name);
[[nodiscard]] bool flagOf(const QJsonObject &object, const char *name, bool fallback = false);
[[nodiscard]] QJsonObject objectOf(const QJsonObject &object, const char *name);

/// All 64 bits. A fraction or a number beyond them is no integer.
[[nodiscard]] std::optional<qint64> optionalIntegerOf(const QJsonObject &object, const char *name);
[[nodiscard]] qint64 integerOf(const QJsonObject &object, const char *name, qint64 fallback = 0);

/// Unix seconds as UTC; invalid when there are none.
[[nodiscard]] QDateTime timeOf(const QJsonObject &object, const char *name);

/// An expandable field: the id itself, or the `id` of the object or deleted stub in its place.
[[nodiscard]] QString idOf(const QJsonValue &value);
[[nodiscard]] QString idOf(const QJsonObject &object, const char *name);

/// The elements of a list envelope ({object: "list", data: […]}) or of a plain array that are
/// objects; ids standing in for objects that were not expanded are left out.
[[nodiscard]] QList<QJsonObject> elementsOf(const QJsonValue &list);

} // namespace stripe
